"""What templates print: one frozen class per template, all words but the interface's decided."""
