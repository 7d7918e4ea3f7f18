"""Text -> nodes with places, over PyYAML's event stream; hostile input is refused on the way.

The limits are checked on each event, before anything recurses: a nest of brackets is left at the
32nd, not at the end of the file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

import yaml
from yaml.error import Mark
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
)

from sopbook.core.findings import Findings
from sopbook.core.nodes import Entry, Listing, Node, Scalar, Table
from sopbook.core.span import Span
from sopbook.core.text import UNSAFE, complain_of_character
from sopbook.core.yaml_words import in_plain_words

MOST_DEPTH = 32
MOST_NODES = 200_000
LONGEST_TEXT = 20_000

_CUT = re.compile(r"[ \t]+(#[^\s#].*)")

try:  # The C reader where PyYAML was built with it: the same events, many times as fast.
    from yaml import CSafeLoader as _Loader
except ImportError:  # pragma: no cover - no wheel of PyYAML lacks it
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]


class _RefusedError(Exception):
    """The file cannot be read on; the finding is written already."""


@dataclass(slots=True)
class _Open:
    """A list or table whose end has not come yet; a table's keys and values alternate."""

    start: Span
    nodes: list[Node] = field(default_factory=list)


def read_yaml(path: str, text: str, findings: Findings, first_line: int = 1) -> Node | None:
    """Read one YAML document; None where it is empty, or refused with a finding.

    `first_line` is the line of the file on which `text` begins.
    """
    reader = _Reader(path, findings, first_line, text.split("\n"))
    try:
        return reader.read(text)
    except _RefusedError:
        return None


@dataclass(slots=True)
class _Reader:
    path: str
    findings: Findings
    first_line: int
    lines: list[str]
    count: int = 0
    stack: list[_Open] = field(default_factory=list)
    root: Node | None = None

    def read(self, text: str) -> Node | None:
        documents = 0
        for event in self._events(text):
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse("SOP104", event, "A second document begins here (`---`)",
                                 "Put each SOP into a file of its own.")  # fmt: skip
            else:
                self._take(event)
        return self.root

    def _events(self, text: str) -> Iterator[Event]:
        loader = _Loader(text)
        try:
            while loader.check_event():
                yield loader.get_event()  # type: ignore[misc] # there is one: it was checked
        except yaml.MarkedYAMLError as error:
            self._complain_of_syntax(error)
        except (yaml.reader.ReaderError, ValueError) as error:
            self.findings.complain("SOP101", self._line_span(1), f"The file is not YAML: {error}")
            raise _RefusedError from None
        finally:
            loader.dispose()

    def _take(self, event: Event) -> None:
        if isinstance(event, NodeEvent):
            self._refuse_specials(event)
        if isinstance(event, ScalarEvent):
            self._add(self._scalar(event))
        elif isinstance(event, CollectionStartEvent):
            if len(self.stack) >= MOST_DEPTH:
                message = f"More than {MOST_DEPTH} levels inside one another"
                hint = "Give steps an `id` and point at them, instead of nesting them."
                self._refuse("SOP102", event, message, hint)
            self.stack.append(_Open(self._span(event)))
        elif isinstance(event, CollectionEndEvent):
            self._close(event)

    def _close(self, event: CollectionEndEvent) -> None:
        done = self.stack.pop()
        start, end = done.start, self._span(event)
        span = Span(self.path, start.line, start.column, end.line, end.column)
        if isinstance(event, MappingEndEvent):
            self._add(Table(self._entries(done.nodes), span))
        else:
            self._add(Listing(tuple(done.nodes), span))

    def _entries(self, nodes: list[Node]) -> tuple[Entry, ...]:
        entries: dict[str, Entry] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.findings.complain("SOP109", key.span, "A key must be a text")
            elif key.text == "<<" and not key.quoted:
                message = "`<<` (merging of keys) is not used here"
                self.findings.complain("SOP104", key.span, message, "Write the keys out.")
            elif key.text in entries:
                first = entries[key.text].key.span.line
                message = f"`{key.text}` stands here twice; the first is on line {first}"
                self.findings.complain("SOP105", key.span, message, "Keep one of the two.")
            else:
                entries[key.text] = Entry(key, value)
        return tuple(entries.values())

    def _add(self, node: Node) -> None:
        self.count += 1
        if self.count > MOST_NODES:
            message = f"The file has more than {MOST_NODES} values"
            self.findings.complain("SOP102", node.span, message, "Split it into several SOPs.")
            raise _RefusedError
        if self.stack:
            self.stack[-1].nodes.append(node)
        else:
            self.root = node

    def _scalar(self, event: ScalarEvent) -> Scalar:
        span = self._span(event)
        if len(event.value) > LONGEST_TEXT:
            message = (
                f"This text has {len(event.value)} characters; at most {LONGEST_TEXT} are read"
            )
            self._refuse("SOP102", event, message, "Put long texts into the Markdown file.")
        unsafe = UNSAFE.search(event.value)
        if unsafe:
            complain_of_character(unsafe[0], span, self.findings)
            raise _RefusedError
        quoted = event.style is not None and event.style != ""
        if not quoted:
            self._complain_of_comment(event)
        return Scalar(event.value, span, quoted)

    def _complain_of_comment(self, event: ScalarEvent) -> None:
        """Report a text that ends at ` #`: `Your case is #12` would be read as `Your case is`.

        A comment has a space behind its sign by custom, a number or a tag has none.
        """
        end = cast("Mark", event.end_mark)
        found = _CUT.match(self.lines[end.line], end.column) if event.value else None
        if found:
            line = end.line + self.first_line
            span = Span(self.path, line, found.start(1) + 1, line, found.end(1) + 1)
            message = "Everything from ` #` on is a comment and would be dropped"
            hint = "Put the whole text in quotes; a comment is written with a space: `# …`."
            self.findings.complain("SOP121", span, message, hint)

    def _refuse_specials(self, event: NodeEvent) -> None:
        """Refuse what makes YAML a programming language: aliases, anchors, tags."""
        quotes = "If it is meant as text, put it in quotes."
        tag = getattr(event, "tag", None)
        special = ""
        if isinstance(event, AliasEvent):
            special = f"`*{event.anchor}` (a YAML alias)"
        elif event.anchor:
            special = f"`&{event.anchor}` (a YAML anchor)"
        elif tag:
            special = f"`{_short(tag)}` (a YAML tag)"
        if special:
            self._refuse("SOP104", event, f"{special} is not used here", quotes)

    def _refuse(self, code: str, event: Event, message: str, hint: str) -> None:
        self.findings.complain(code, self._span(event), message, hint)
        raise _RefusedError

    def _complain_of_syntax(self, error: yaml.MarkedYAMLError) -> None:
        # Of a quote or bracket that is never closed, and of a key without a colon, the place
        # where it begins helps.
        context, problem = error.context or "", error.problem or ""
        opened = "unexpected end" in problem or "flow" in context or "simple key" in context
        mark = (opened and error.context_mark) or error.problem_mark or error.context_mark
        index, at = (mark.line, mark.column) if mark else (0, 0)
        said = in_plain_words(problem, self.lines, index, at)
        line, column = said.line + self.first_line, said.column + 1
        span = Span(self.path, line, column, line, column + 1)
        self.findings.complain("SOP101", span, said.message, said.hint)
        raise _RefusedError from None

    def _line_span(self, line: int) -> Span:
        at = line - 1 + self.first_line
        return Span(self.path, at, 1, at, 1)

    def _span(self, event: Event) -> Span:
        start, end = cast("Mark", event.start_mark), cast("Mark", event.end_mark)
        line, end_line = start.line + self.first_line, end.line + self.first_line
        return Span(self.path, line, start.column + 1, end_line, end.column + 1)


def _short(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")[:40]
