"""Other notations of the same workflow."""
