"""The pages of our own that readers look for by name: those that list, and onboarding paths."""

from collections.abc import Callable, Iterator

from sopbook.pages.lookup import LOOKUP
from sopbook.pages.own import key_of
from sopbook.pages.site import Site
from sopbook.search.documents import Document, Sort

_LEARNING = "learning"
_BETWEEN = ","
_FACETS = (("kind", (Sort.PAGE.value,)),)


def lists(own: Callable[[str], str], site: Site) -> Iterator[Document]:
    """Yield the pages that the site has; `own` gives the address of one by its key, "" for none."""
    for key in LOOKUP:
        yield _page(key, site.words(f"{key}.title"), own, _also(key, site))
    for path in site.library.organisation.paths.values():
        also = (site.words(f"{_LEARNING}.title"), *_also(_LEARNING, site))
        yield _page(key_of("path", path.id), path.title, own, also)


def _page(key: str, title: str, own: Callable[[str], str], also: tuple[str, ...]) -> Document:
    return Document(Sort.PAGE, key, title, own(key), aliases=also, facets=_FACETS)


def _also(key: str, site: Site) -> tuple[str, ...]:
    """Give other words that readers call a page by; most have none."""
    name = f"search.also.{key}"
    known = site.words(name) if name in site.words.messages else ""
    return tuple(word.strip() for word in known.split(_BETWEEN) if word.strip())
