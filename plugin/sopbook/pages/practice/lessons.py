"""What there is to practise: a file of questions for each SOP, and how much each holds.

A page for each SOP would cost as much as the SOP's own (measured: 21 ms each, of which nearly all
is the theme's): so one page asks, and loads the questions of an SOP when they are wanted.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sopbook.analysis.ways import Ways
from sopbook.pages.addresses import page_address
from sopbook.pages.practice.sheet import Sheet, Speaker
from sopbook.pages.site import Site
from sopbook.practice.drill import drill, is_worth_practising
from sopbook.practice.exercise import Drill
from sopbook.practice.stock import Stock

FOLDER = "assets/sopbook/questions"


@dataclass(frozen=True, slots=True)
class Extent:
    """How much there is: questions, and the answers they cover."""

    questions: int
    answers: int
    asked: int


class Lessons:
    """The SOPs of a site that are worth practising."""

    def __init__(self, ways: Mapping[str, Ways], site: Site) -> None:
        """Take all workflows that could be read; of these, the listed ones count."""
        self._ways, self._site = ways, site
        self._extents: dict[str, Extent] = {}

    @cached_property
    def sops(self) -> tuple[str, ...]:
        """The ids of the SOPs to practise."""
        return tuple(filter(self.has, self._listed))

    @cached_property
    def _listed(self) -> Mapping[str, Ways]:
        return {name: way for name, way in self._ways.items() if name in self._site.listed}

    @cached_property
    def _stock(self) -> Stock:
        return Stock(self._site.names, self._listed, names_people=self._site.choices.names_people)

    def files(self, paths: Mapping[str, str], *, in_folders: bool) -> Iterator[tuple[str, str]]:
        """Yield the path and the text of each file of questions; `paths` are those of the SOPs."""
        for name in self.sops:
            found = drill(name, self._stock)
            self._extents[name] = _extent(found)
            speaker = Speaker(name, self._stock)
            sheets = [speaker.sheet(exercise) for exercise in found.exercises]
            url = page_address(paths[name], in_folders=in_folders)
            title = self._stock.names.sop(name)
            yield f"{FOLDER}/{name}.js", script(name, title, url, sheets)

    def has(self, sop: str) -> bool:
        """Say whether an SOP is practised."""
        return sop in self._listed and is_worth_practising(self._listed[sop])

    def extent(self, sop: str) -> Extent:
        """Say how much there is to practise."""
        if sop not in self._extents:
            self._extents[sop] = _extent(drill(sop, self._stock))
        return self._extents[sop]


def _extent(found: Drill) -> Extent:
    return Extent(len(found.exercises), found.answers, found.asked)


def script(sop: str, title: str, url: str, sheets: Iterable[Sheet]) -> str:
    """Write questions as a script: a page opened as a file can read no data.

    Every text stands there once, and is pointed at by its number: most come back again and again.
    """
    texts: dict[str, int] = {}

    def number(text: str) -> int:
        return texts.setdefault(text, len(texts))

    questions = [
        [
            each.id,
            [number(text) for text in each.told],
            number(each.ask),
            [[number(option.text), number(option.why)] for option in each.options],
            each.right,
            number(each.why),
            each.step,
            number(each.link),
            number(each.note),
            [number(name) for name in each.by],
        ]
        for each in sheets
    ]
    whole = {"sop": sop, "title": title, "url": url, "texts": list(texts), "questions": questions}
    # JSON in ASCII has no line separators that scripts would trip over; nothing can end a script.
    data = json.dumps(whole, separators=(",", ":")).replace("<", "\\u003c")
    return f"(globalThis.sopbookQuestions??={{}})[{json.dumps(sop)}]={data};\n"
