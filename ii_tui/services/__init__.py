"""One module for each thing a person does; the screens and the command line call these."""
