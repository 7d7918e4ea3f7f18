"""The meaning of a change: what became of an SOP, told in the words of the process."""
