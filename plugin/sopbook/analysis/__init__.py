"""What a workflow amounts to: its ways, times and hand-offs, as it is and as it could be. Pure."""
