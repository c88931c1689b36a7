"""The desk's window: the only package that knows Qt."""
