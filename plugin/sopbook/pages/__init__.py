"""What a reader sees, as frozen views and the templates that print them."""
