"""ii_tui: informational interviews, from the first name on a list to the call eight weeks later."""

__version__ = "0.1.0"
