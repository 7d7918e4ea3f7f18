"""Authors' text in Markdown, so that it stays text on the page of whatever host shows it."""

import re

_MARKS = re.compile(r"([!-/:-@\[-`{-~])")
# Hosts look for these in what Markdown has become, where no backslash helps; a comment does.
_CALLS = re.compile(r"(?<=[@#!&~$%])(?=\w)")


def escaped(text: str) -> str:
    """Write a text as it was typed."""
    return _MARKS.sub(r"\\\1", text)


def uncalled(text: str) -> str:
    """Write a text so that it calls nobody, too: `@ana` is no person, `#12` no request."""
    return "<!-- -->".join(escaped(part) for part in _CALLS.split(text))
