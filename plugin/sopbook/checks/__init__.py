"""One module per rule over the whole library."""
