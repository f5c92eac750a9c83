"""The subjects by name; each yields figures."""
