"""The command line: stdout is data, stderr is talk; it opens the desk and calls services."""
