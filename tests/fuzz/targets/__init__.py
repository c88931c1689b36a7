"""What bad input is thrown at, one module for each kind of entrance."""
