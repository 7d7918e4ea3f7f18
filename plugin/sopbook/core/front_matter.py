"""The card at the top of a Markdown file, between two lines of dashes."""

import re
from dataclasses import dataclass

from sopbook.core.card_form import CARD_KEYS
from sopbook.core.findings import Findings
from sopbook.core.nodes import Listing, Node, Scalar, Table, form_of
from sopbook.core.span import Span
from sopbook.core.text import span_at
from sopbook.core.yaml_events import read_yaml

_BLOCK = re.compile(
    r"---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_OPENED = re.compile(r"---[ \t]*\n[A-Za-z_]+:")
# Keys of a card at the top of a text, behind anything but the three dashes that belong there.
_UNFENCED = re.compile(r"(?:\s*(?:[^\w\s#|>]{1,5}\w{0,4})?[^\S\n]*\n)?\s*(?P<key>[a-z_]+):(?:\s|$)")
_CONSTANTS = {"true": True, "false": False, "null": None, "~": None, "": None}
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,14})?")

HostValue = str | int | float | bool | None | list["HostValue"] | dict[str, "HostValue"]


@dataclass(frozen=True, slots=True)
class MarkdownFile:
    """A Markdown file taken apart: its keys (None: it has none, or they were refused) and text."""

    path: str
    keys: Table | None
    body: str
    body_line: int
    refused: bool = False


def read_markdown(path: str, text: str, findings: Findings) -> MarkdownFile:
    """Take a Markdown file apart; the keys are read by the same reader as workflows."""
    block = _BLOCK.match(text)
    if not block:
        if _OPENED.match(text):
            message = "The keys at the top begin with `---` but never end"
            hint = "Write `---` on a line of its own below the last key."
            findings.complain("SOP101", Span(path), message, hint)
            return MarkdownFile(path, None, "", 1, refused=True)
        return _without_keys(path, text, findings)
    before = len(findings.found)
    node = read_yaml(path, block["yaml"], findings, first_line=2)
    if node is not None and not isinstance(node, Table):
        message = f"Expected keys with values between the dashes, but found {form_of(node)}"
        findings.complain("SOP109", node.span, message)
        node = None
    body_line = text.count("\n", 0, block.end()) + 1
    return MarkdownFile(path, node, text[block.end() :], body_line, len(findings.found) > before)


def _without_keys(path: str, text: str, findings: Findings) -> MarkdownFile:
    """Take a text for what it is, unless its first lines are keys that would be shown as text."""
    found = _UNFENCED.match(text)
    if found and found["key"] in CARD_KEYS:
        span = span_at(path, text, found.start("key"), found.end("key"))
        message = "The keys at the top do not stand between lines of three dashes"
        hint = "Write `---` on the first line of the file, and again below the last key."
        findings.complain("SOP101", span, message, hint)
        return MarkdownFile(path, None, "", 1, refused=True)
    if not text.strip():
        findings.complain("SOP108", Span(path), "The file is empty", "Fill it, or delete it.")
        return MarkdownFile(path, None, "", 1, refused=True)
    return MarkdownFile(path, None, text, 1)


def host_value(node: Node) -> HostValue:
    """Give a value as the host's own YAML reader would, for the keys that are the host's."""
    if isinstance(node, Listing):
        return [host_value(item) for item in node.items]
    if isinstance(node, Table):
        return {entry.key.text: host_value(entry.value) for entry in node.entries}
    return _plain(node)


def _plain(node: Scalar) -> HostValue:
    if node.quoted:
        return node.text
    if node.text in _CONSTANTS:
        return _CONSTANTS[node.text]
    if _NUMBER.fullmatch(node.text):
        return float(node.text) if "." in node.text else int(node.text)
    return node.text
