"""What changed since a day or a version, to be sent as mail or to a chat."""
