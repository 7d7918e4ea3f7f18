"""What the rule about links must know of the build."""

from sopbook.checks import findings_of
from sopbook.core.other_files import MADE
from sopbook.core.reading import read_library
from sopbook.pages.own import LEADS


def test_links_to_pages_of_our_own_hold() -> None:
    assert all(page.path.startswith(MADE) for page in LEADS)


def test_files_that_are_not_known_are_not_judged() -> None:
    page = b"# A\n\n[b](c.md) [d](e.png) [f](#g)\n"
    found = findings_of(read_library({"a.md": page}))
    assert [each.message for each in found] == ["There is no place `#g` on this page"]
