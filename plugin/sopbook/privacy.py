"""A site that shows no people (`contacts: roles`): what is taken away, and what only authors can.

Names that authors gave in `organisation.yml` are known, so all that is derived from them goes once,
in the data, before anything is printed. What authors wrote of people in their texts stays as it
is: whoever builds the site is told of every such place that can be found.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sopbook.analysis.anonymous import anonymous
from sopbook.analysis.mentions import Mention, Mentions
from sopbook.checks.waivers import Waived
from sopbook.core.diagnostic import Diagnostic
from sopbook.core.reading import Reading
from sopbook.core.source_files import is_organisation
from sopbook.edition import Edition
from sopbook.history.nameless import nameless
from sopbook.history.remarks import Remark
from sopbook.pages.past import Past


class Cover:
    """Lies over the people of an edition, unless the site shows them: then it is no cover."""

    def __init__(self, edition: Edition, *, shows_people: bool) -> None:
        """Note who there is, and where texts name them, as long as all of that is at hand."""
        reading = edition.reading
        who = reading.library.organisation
        self._is_off = shows_people
        self._mentions = Mentions(() if shows_people else who.people.values())
        self._found = () if shows_people else tuple(_found(self._mentions, reading))

    def remarks(self, root: str) -> Iterator[Remark]:
        """Yield what texts say of people, each with its place; `root` stands before the paths."""
        return (_remark(found, root) for found in self._found)

    def edition(self, edition: Edition) -> Edition:
        """Take people out of what is shown; findings that name one are for authors alone."""
        if self._is_off:
            return edition
        texts = edition.texts
        reading = replace(edition.reading, library=anonymous(edition.reading.library))
        return replace(
            edition,
            reading=reading,
            findings=tuple(found for found in edition.findings if self._is_harmless(found, texts)),
            waived=tuple(one for one in edition.waived if self._is_open(one, texts)),
            texts={path: text for path, text in texts.items() if not is_organisation(path)},
        )

    def past(self, past: Past) -> Past:
        """Take people out of what was published."""
        if self._is_off:
            return past
        return replace(past, chronicle=nameless(past.chronicle, self._mentions.betrays))

    def _is_open(self, one: Waived, texts: Mapping[str, str]) -> bool:
        return not self._mentions.betrays(one.reason) and self._is_harmless(one.finding, texts)

    def _is_harmless(self, found: Diagnostic, texts: Mapping[str, str]) -> bool:
        """Say whether a finding, and the line that it quotes, may be read by all."""
        lines = texts.get(found.span.path, "").split("\n")
        quoted = lines[found.span.line - 1 : found.span.line]
        also = (part for other in found.related for part in (other.message, other.span.path))
        said = (found.message, found.hint, found.span.path, *quoted, *also)
        return not is_organisation(found.span.path) and not self._mentions.betrays("\n".join(said))


def _found(mentions: Mentions, reading: Reading) -> Iterator[Mention]:
    yield from mentions.texts(reading.texts)
    yield from mentions.bodies(reading.pages.values())
    yield from mentions.titles(reading.library.organisation)


def _remark(found: Mention, root: str) -> Remark:
    place = f"{root}{found.path}:{found.line}"
    if found.is_part:
        text = f"{place}: `{found.what}` is a part of somebody's name. Is that who is meant?"
        return Remark(text, is_warning=False)
    text = (
        f"{place}: this text names `{found.what}`, but the site is to show no people"
        " (`contacts: roles`). Write the role instead."
    )
    return Remark(text, is_warning=True)
