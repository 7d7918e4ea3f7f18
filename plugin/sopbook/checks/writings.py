"""The Markdown that authors write, wherever it stands: texts of pages, notes and scripts."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from sopbook.checks.ground import Ground
from sopbook.core.links import Link, links
from sopbook.core.model import Sop, Step
from sopbook.core.reading import Page
from sopbook.core.span import Span


@dataclass(frozen=True, slots=True)
class Writing:
    """A text, the file that its links start from, the page it is shown on, and that page's SOP."""

    text: str
    path: str
    page: str
    sop: Sop | None
    place: Callable[[Link], Span]

    def links(self) -> Iterator[Link]:
        """Yield the links in it; `place` says where one is written."""
        return links(self.text)


def writings(ground: Ground) -> Iterator[Writing]:
    """Yield every text that has links, perhaps."""
    reading = ground.reading
    sops = ground.library.sops
    for page in reading.pages.values():
        yield Writing(page.text, page.path, page.path, sops.get(page.sop_id), _in_page(page))
    for way in ground.ways.values():
        for step in way.sop.workflow.steps if way.sop.workflow else ():
            yield from _of_step(step, way.sop, reading.texts)


def _of_step(step: Step, sop: Sop, texts: Mapping[str, str]) -> Iterator[Writing]:
    for key, text in (("note", step.note), ("say", step.say)):
        if "]" in text:
            span = step.places[key]
            place = _in_value(text, span, texts.get(span.path, ""))
            yield Writing(text, span.path, sop.page_path, sop, place)


def _in_page(page: Page) -> Callable[[Link], Span]:
    def place(link: Link) -> Span:
        line = page.text.count("\n", 0, link.start)
        column = link.start - page.text.rfind("\n", 0, link.start)
        number = page.text_line + line
        return Span(page.path, number, column, number, column + link.end - link.start)

    return place


def _in_value(text: str, span: Span, source: str) -> Callable[[Link], Span]:
    """Find a link again in the file, where the text is indented, folded or in quotes."""

    def place(link: Link) -> Span:
        words = text[link.start : link.end]
        return nth_place(words, text.count(words, 0, link.start), span, source) or span

    return place


def nth_place(words: str, number: int, span: Span, source: str) -> Span | None:
    """Find words again that stand in a stretch of a file, counted from 0; None: not as typed."""
    lines = source.split("\n")[span.line - 1 : span.end_line]
    for line, text in enumerate(lines, start=span.line):
        for found in re.finditer(re.escape(words), text):
            if line > span.line or found.start() >= span.column - 1:
                if not number:
                    return Span(span.path, line, found.start() + 1, line, found.end() + 1)
                number -= 1
    return None
