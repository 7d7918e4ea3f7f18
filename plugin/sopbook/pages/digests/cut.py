"""What fits into a message: chats refuse one that is too long as a whole."""

LONGEST = 200
"""So much of one sentence is shown, before it is escaped."""


def cut(text: str, most: int = LONGEST) -> str:
    """Keep the beginning of a text."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
