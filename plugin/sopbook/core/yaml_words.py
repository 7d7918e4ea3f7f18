"""What the YAML reader says, in the words of somebody who never heard of YAML."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """A message and the way out, and the place they are about: line and column from 0."""

    message: str
    hint: str
    line: int
    column: int


# Part of libyaml's problem, then what to say and the way out. The first that fits is taken.
_SAYINGS = (
    ("mapping values are not allowed", "A colon with a space behind it is not expected here",
     'If the text itself has a colon, put the whole text in quotes: "like: this".'),
    ("found character that cannot start any token", "A text cannot begin with this character",
     "Put a text that begins with a sign (@ ` % |) in quotes."),
    ("did not find expected key", "The line does not fit the ones above it",
     "Indent a key like the other keys of its step, a dash like the dash of the step above."),
    ("did not find expected '-' indicator", "A list goes on here without its dash",
     "Put `- ` exactly below the dash above; or indent the key like the others of its step."),
    ("block sequence entries are not allowed", "A list cannot begin here",
     "Begin a list on a line of its own; a text of several lines needs `|` behind its colon."),
    ("could not find expected ':'", "A key without its colon",
     "Write `key: value`, with a colon and a space."),
    ("comment or line break", "Behind `|` nothing more may stand on the line",
     "Write the text on the lines below, two spaces further in."),
    ("found unexpected end of stream", "The file ends inside a text in quotes or in brackets",
     "Close the quote or bracket that was opened above."),
    ("did not find expected ',' or", "A bracket is not closed, or a comma is missing",
     "Write lists as `[one, two]` and keys as `{one: 1, two: 2}`; quote texts with commas."),
    ("found unknown escape", "A backslash in double quotes means something special in YAML",
     "Use single quotes around the text."),
    ("did not find expected <document start>", "Something stands here that belongs to no key",
     "Indent it below its key, or delete it."),
    ("did not find expected node content", "A value is missing or begins with a special sign",
     "Put the text in quotes."),
    ("found undefined tag handle", "A text that begins with `!` must be in quotes", ""),
    ("did not find expected alphabetic", "Put a text that begins with `*` or `&` in quotes", ""),
)  # fmt: skip

# What may be seen on the line itself, or the one above it: then that is what to say.
_NO_SPACE = re.compile(r"\s*(?:- )?(?P<key>[a-z_]+):(?=[^\s/])")
_NO_COLON = re.compile(r"\s*(?:- )?(?P<key>[a-z_]+)(?:\s+[^:]*)?$")
_ODD_DASH = re.compile(r"\s*(?P<dash>[–—−•‣])\s")  # noqa: RUF001 - they are the point
_TIGHT_DASH = re.compile(r"\s*(?P<dash>-)(?=[a-z])")
_ODD_SPACE = re.compile(r"[ \t]*(?:- *)?(?:[a-z_]+:)?(?P<space>[\u00a0\u2007\u202f])")
_ODD_QUOTES = re.compile(r"[^\"']*:\s+(?P<quote>[“”„‟«])")
_BEHIND_QUOTE = re.compile(r""".*:\s+(?:"[^"]*"|'[^']*'|\[[^\]]*\]|\{[^}]*\})\s*$""")
_OWN_KEY = re.compile(r"\s*[a-z_]+$")

Look = Callable[[str, str, int], tuple[str, str, int] | None]
"""Takes the problem, a line and the column on it (-1: the line above); gives what it saw there."""


def in_plain_words(problem: str, lines: Sequence[str], index: int, at: int) -> Said:
    """Translate libyaml's problem at a place to a sentence about the place of the mistake."""
    above = _above(lines, index)
    looks = [(look, n, c) for n, c in ((index, at), (above, -1)) for look in _LOOKS]
    for look, number, column in (*looks, (_indentation, index, at)):
        seen = look(problem, lines[number] if 0 <= number < len(lines) else "", column)
        if seen:
            return Said(seen[0], seen[1], number, seen[2])
    said = next((say for part, *say in _SAYINGS if part in problem), None)
    message, hint = said or (f"This cannot be read ({problem})", "Compare with the lines above.")
    return Said(message, hint, index, at)


def _above(lines: Sequence[str], index: int) -> int:
    """Find the last line above that is not empty."""
    return next((n for n in range(min(index, len(lines)) - 1, -1, -1) if lines[n].strip()), -1)


def _tab(_: str, line: str, at: int) -> tuple[str, str, int] | None:
    if at >= 0 and line[at : at + 1] == "\t":
        return "A tab stands here", "Indent with spaces; YAML knows no tabs.", at
    return None


def _spaces(_: str, line: str, at: int) -> tuple[str, str, int] | None:
    del at
    found = _ODD_SPACE.match(line)
    if not found:
        return None
    message = "A non-breaking space stands here (often copied from Word)"
    return message, "Delete it and type a space.", found.start("space")


def _dashes(_: str, line: str, at: int) -> tuple[str, str, int] | None:
    del at
    found = _ODD_DASH.match(line)
    if found:
        message = f"`{found['dash']}` is not the dash that begins an item"
        return message, "Type `-` and a space.", found.start("dash")
    found = _TIGHT_DASH.match(line)
    if found:
        return "A space is missing after the dash", "Write `- `, then the key.", found.start("dash")
    return None


def _quotes(_: str, line: str, at: int) -> tuple[str, str, int] | None:
    del at
    found = _ODD_QUOTES.match(line)
    if not found:
        return None
    message = f"`{found['quote']}` is a quote of Word's, which YAML does not know"
    return message, 'Put straight ones around the text: "like: this".', found.start("quote")


def _space_after_colon(problem: str, line: str, at: int) -> tuple[str, str, int] | None:
    del at
    found = _NO_SPACE.match(line)
    if not found or "escape" in problem:
        return None
    message = f"A space is missing after `{found['key']}:`"
    return message, f"Write `{found['key']}: …`.", found.start("key")


def _colon(problem: str, line: str, at: int) -> tuple[str, str, int] | None:
    found = _NO_COLON.match(line)
    if not found or "could not find expected ':'" not in problem:
        return None
    del at
    message = f"There is no colon behind `{found['key']}`"
    return message, "Write `key: value`; a text that goes on is indented.", found.start("key")


def _behind_quotes(problem: str, line: str, at: int) -> tuple[str, str, int] | None:
    if at < 0 or "did not find expected key" not in problem or not _BEHIND_QUOTE.match(line[:at]):
        return None
    message = "Something stands behind a text in quotes or brackets"
    return message, "Put all of it in quotes, or nothing.", at


def _indentation(problem: str, line: str, at: int) -> tuple[str, str, int] | None:
    if at < 0 or "mapping values" not in problem or not _OWN_KEY.match(line[:at]):
        return None
    # A key of its own line: what is wrong is where it begins.
    start = len(line) - len(line.lstrip())
    hint = "Indent it exactly like the other keys of the same step."
    return "This line does not fit the one above it", hint, start


# Where the line fits, but for where it begins, comes last: the cause may be on the line above.
_LOOKS: tuple[Look, ...] = (
    _tab,
    _spaces,
    _dashes,
    _quotes,
    _behind_quotes,
    _space_after_colon,
    _colon,
)
