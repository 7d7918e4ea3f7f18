"""What an SOP is, and how text becomes one."""
