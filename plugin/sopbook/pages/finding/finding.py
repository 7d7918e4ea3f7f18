"""A site -> the files of its search index, with addresses as seen from the site's root."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sopbook.core.fold import fold
from sopbook.core.reading import Page
from sopbook.pages.addresses import page_address
from sopbook.pages.feeds.feed import Whereabouts
from sopbook.pages.finding.others import others
from sopbook.pages.finding.sops import sop_document
from sopbook.pages.site import Site
from sopbook.search.documents import Document, Facet, Sort
from sopbook.search.index import index_files


def finding_files(
    site: Site, pages: Iterable[Page], own: Mapping[str, str], place: Whereabouts
) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each file of the index.

    `pages` are all that authors wrote; `own` has the paths of our own pages by key.
    """
    found = tuple(documents(site, pages, own, in_folders=place.in_folders))
    return index_files(found, facets(site), place.language or site.words.language)


def documents(
    site: Site, pages: Iterable[Page], own: Mapping[str, str], *, in_folders: bool
) -> Iterator[Document]:
    """Yield what can be found. `in_folders` where each page lies in a folder of its own."""

    def address(path: str) -> str:
        return page_address(path, in_folders=in_folders)

    def own_address(key: str) -> str:
        return address(own[key]) if key in own else ""

    for sop in site.listed.values():
        yield sop_document(sop, address(sop.page_path), site)
    yield from others(pages, address, own_address, site)


def facets(site: Site) -> Sequence[Facet]:
    """List what can be filtered by. Values that nothing has are left out later."""
    organisation, names = site.library.organisation, site.names
    actors = [*organisation.people, *organisation.roles, *organisation.teams]
    return (
        Facet("role", _values(organisation.roles, names.actor)),
        Facet("channel", _values(organisation.channels, names.channel)),
        Facet("reason", _values(organisation.reasons, names.reason)),
        Facet("team", _values(organisation.teams, names.actor)),
        Facet("status", tuple(_said(("draft", "review", "approved"), "status", site))),
        Facet("responsible", _values(actors, names.actor)),
        Facet("kind", tuple(_said(Sort, "search.kind", site))),
    )


def _values(ids: Iterable[str], title: Callable[[str], str]) -> tuple[tuple[str, str], ...]:
    """Name values, in the order of their titles."""
    return tuple(sorted(((name, title(name)) for name in ids), key=lambda value: fold(value[1])))


def _said(ids: Iterable[str], words: str, site: Site) -> Iterator[tuple[str, str]]:
    return ((str(name), site.words(f"{words}.{name}")) for name in ids)
