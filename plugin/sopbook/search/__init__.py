"""Search: what can be found, as the files of an index that a page reads by its own script."""
