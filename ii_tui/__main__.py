"""`python -m ii_tui` and the console script."""

from __future__ import annotations


def main() -> None:
    """Runs the command line and exits with its code."""
    import sys

    from ii_tui.cli.run import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
