"""One module for each layout of file; ``registry`` lists them."""
