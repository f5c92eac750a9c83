"""The rules behind `ii_tui.core.owed`, one module for each part of the stage table."""
