"""What the YAML reader says, in the words of somebody who never heard of YAML."""

import re

# Part of libyaml's problem, then what to say and the way out. The first that fits is taken.
_SAYINGS = (
    ("mapping values are not allowed", "A colon with a space behind it is not expected here",
     'If the text itself has a colon, put the whole text in quotes: "like: this".'),
    ("found character that cannot start any token", "A text cannot begin with this character",
     "Put a text that begins with a sign (@ ` % |) in quotes."),
    ("did not find expected key", "The line does not fit the ones above it",
     "Indent it exactly like the other keys of the same step; texts in quotes end with the quote."),
    ("did not find expected '-' indicator", "A list goes on here without its dash",
     "Begin each item of the list with `- `, all equally indented."),
    ("block sequence entries are not allowed", "A list cannot begin here",
     "Begin the list on a line of its own, below the key."),
    ("could not find expected ':'", "A key without its colon",
     "Write `key: value`, with a colon and a space; texts in quotes end with the quote."),
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


_QUOTED = re.compile(r""".*:\s+(?:"[^"]*"|'[^']*')\s*$""")
_KEY = re.compile(r"\s*[a-z_]+$")


def in_plain_words(problem: str, context: str, line: str, at: int) -> tuple[str, str]:
    """Translate libyaml's problem at `line[at]` to a sentence and the way out."""
    if line[at : at + 1] == "\t":
        return "A tab stands here", "Indent with spaces; YAML knows no tabs."
    if "did not find expected key" in problem and _QUOTED.match(line[:at]):
        return (
            "Something stands behind a text in quotes",
            "Put the whole text in quotes, or none of it.",
        )
    if "mapping values are not allowed" in problem and _KEY.match(line[:at]):
        # A key of its own line: what is wrong is where it begins.
        return (
            "This line does not fit the one above it",
            "Indent it exactly like the other keys of the same step.",
        )
    said = next((say for part, *say in _SAYINGS if part in problem), None)
    if said:
        return said[0], said[1]
    whole = f"{context}: {problem}" if context else problem
    return f"This cannot be read as YAML ({whole})", "Compare with the lines above it."
