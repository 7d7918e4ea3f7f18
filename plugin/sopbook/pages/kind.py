"""A kind of pages that nobody wrote: which there are, what one shows, and what it is called."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sopbook.pages.desk import Desk
from sopbook.pages.own import OwnPage


@dataclass(frozen=True, slots=True)
class Kind:
    """Pages of one kind: which there are, what one shows, and its title.

    `printed` and `title` take what the page is about. `is_for_leads` where a site may do without.
    """

    pages: Callable[[Desk], Iterable[OwnPage]]
    printed: Callable[[str, Desk], str]
    title: Callable[[str, Desk], str]
    is_for_leads: bool = False


def titled(part: str) -> Callable[[str, Desk], str]:
    """Title pages by the words for what they show; those of one SOP bear its title."""
    return lambda about, desk: desk.words(f"{part}.title", title=desk.names.sop(about))


def single(
    page: OwnPage, printed: Callable[[str, Desk], str], *, is_for_leads: bool = False
) -> Kind:
    """Describe a page that is the only one of its kind."""
    return Kind(lambda _: (page,), printed, titled(page.part), is_for_leads)
