"""Change histories: who changed what in an SOP, when and why, from its repository."""
