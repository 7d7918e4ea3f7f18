"""What else can be found: pages, people, roles, teams, channels, measures, tools, lists."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath

from sopbook.analysis.people import people
from sopbook.core.organisation import Person, Team
from sopbook.core.reading import Page
from sopbook.pages.browse.places import ALL, MEASURES, TOOLS, measure_anchor, tool_anchor
from sopbook.pages.finding.lists import lists
from sopbook.pages.finding.sections import sections
from sopbook.pages.finding.sops import heading
from sopbook.pages.news.circles import circles_with
from sopbook.pages.own import key_of
from sopbook.pages.site import Site
from sopbook.search.documents import Document, Sort

Find = Callable[[str], str]
"""Gives the address of a page of our own by its key, "" for none."""
_SHORTEST_NUMBER = 6


def others(pages: Iterable[Page], address: Find, own: Find, site: Site) -> Iterator[Document]:
    """Yield everything that is no SOP; `address` gives that of a page by its source's path."""
    found = (
        *(_page(page, address(page.path)) for page in pages if _is_found(page)),
        *_people(own, site),
        *_groups(own, site),
        *_terms(own, site),
        *lists(own, site),
    )
    yield from (document for document in found if document.url)


def _is_found(page: Page) -> bool:
    search = page.meta.get("search")
    return not page.sop_id and not (isinstance(search, dict) and search.get("exclude"))


def _page(page: Page, url: str) -> Document:
    first, *below = sections(page.text)
    title = str(page.meta.get("title") or "") or (below[0].heading if below else "")
    return Document(
        Sort.PAGE,
        page.path,
        title or PurePosixPath(page.path).stem.replace("-", " ").capitalize(),
        url,
        summary=str(page.meta.get("description") or ""),
        spots=tuple(map(heading, below)),
        text=first.text,
        facets=_kind(Sort.PAGE),
    )


def _people(own: Find, site: Site) -> Iterator[Document]:
    if not site.choices.names_people:
        return
    for person in site.library.organisation.people.values():
        circles = circles_with(person.id, site.library.organisation)
        yield Document(
            Sort.PERSON,
            person.id,
            person.name,
            own(key_of("person", person.id)),
            summary=person.title,
            aliases=(person.title,),
            people=tuple(_contacts(person)) if site.choices.finds_contacts else (),
            labels=tuple(sorted(circle.title(site.names) for circle in circles)),
            facets=_kind(Sort.PERSON),
        )


def _contacts(person: Person) -> Iterator[str]:
    """Yield what a person is reached by. A number is found from any of its digits on."""
    yield person.email
    digits = re.sub(r"\D", "", person.phone)
    yield from (digits[begin:] for begin in range(max(0, len(digits) - _SHORTEST_NUMBER + 1)))


def _groups(own: Find, site: Site) -> Iterator[Document]:
    organisation = site.library.organisation
    for group in organisation.groups():
        sort = Sort.TEAM if isinstance(group, Team) else Sort.ROLE
        members = people(group.id, organisation) if site.choices.names_people else ()
        yield Document(
            sort,
            group.id,
            site.names.actor(group.id),
            own(key_of(sort.value, group.id)),
            labels=tuple(person.name for person in members),
            facets=_kind(sort),
        )


def _terms(own: Find, site: Site) -> Iterator[Document]:
    """Yield what a page lists: channels, measures and tools, each at its place there."""
    organisation, names = site.library.organisation, site.names
    used = {ref.target for sop in site.listed.values() for ref in sop.card.channels}
    for channel in organisation.channels:
        if channel in used:
            url = _behind(own(ALL.part), f"?channel={channel}")
            yield Document(
                Sort.CHANNEL, channel, names.channel(channel), url, facets=_kind(Sort.CHANNEL)
            )
    for name in organisation.measures:
        url = _behind(own(MEASURES.part), f"#{measure_anchor(name)}")
        title, meaning = names.measure(name), names.meaning(name)
        yield Document(Sort.MEASURE, name, title, url, meaning, facets=_kind(Sort.MEASURE))
    for tool in organisation.tools.values():
        url = _behind(own(TOOLS.part), f"#{tool_anchor(tool.id)}")
        yield Document(Sort.TOOL, tool.id, tool.title, url, facets=_kind(Sort.TOOL))


def _behind(url: str, place: str) -> str:
    return f"{url}{place}" if url else ""


def _kind(sort: Sort) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (("kind", (sort.value,)),)
