"""Rules about names: whether each means something."""
