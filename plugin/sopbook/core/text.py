"""A file's bytes as text that is safe to read on: UTF-8, not too large, nothing invisible."""

import re
import unicodedata

from sopbook.core.findings import Findings
from sopbook.core.span import Span

MOST_BYTES = 2_000_000

# Control characters but tab and newline, byte order marks inside, line and paragraph separators,
# characters that turn the writing direction (they can make a line read as what it is not),
# invisible tag characters, and what Unicode says is no character.
UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]",
)


def read_text(path: str, data: bytes, findings: Findings) -> str | None:
    """Decode a file; all line ends become the same. None, and one finding, where it is refused."""
    if len(data) > MOST_BYTES:
        size = f"{len(data) / 1_000_000:.1f} MB"
        message = f"The file has {size}; at most {MOST_BYTES // 1_000_000} MB are read"
        findings.complain("SOP102", Span(path), message, "Split it into several SOPs.")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _complain_of_encoding(path, data, error.start, findings)
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    unsafe = UNSAFE.search(text)
    if unsafe:
        span = span_at(path, text, unsafe.start(), unsafe.end())
        complain_of_character(unsafe[0], span, findings)
        return None
    return text


def span_at(path: str, text: str, start: int, end: int) -> Span:
    """Give the place of `text[start:end]`, which is on one line."""
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    return Span(path, line, column, line, column + end - start)


def complain_of_character(character: str, span: Span, findings: Findings) -> None:
    """Name a character that nobody sees but that changes what is read."""
    name = unicodedata.name(character, "a control character").lower()
    message = f"An invisible character (U+{ord(character):04X}, {name}) stands in the text"
    findings.complain("SOP103", span, message, "Delete it and type the words around it again.")


def _complain_of_encoding(path: str, data: bytes, at: int, findings: Findings) -> None:
    line = data.count(b"\n", 0, at) + 1
    before = data[data.rfind(b"\n", 0, at) + 1 : at].decode("utf-8", "replace")
    column = len(before) + 1
    findings.complain(
        "SOP102",
        Span(path, line, column, line, column + 1),
        "The file is not written in UTF-8",
        "Save it again with the encoding UTF-8.",
    )
