"""What comes out of the printer."""

import re

import pytest

from tests.e2e.conftest import Visit
from tests.e2e.shelf import CHARTED, FOR_LEADS, address

# Chromium writes a page's dictionary in plain text.
SHEET = re.compile(rb"/Type\s*/Page\b(?!s)")
SCREEN_ONLY = ".md-header, .md-sidebar, .md-tabs, .md-content__button, .md-dialog"


@pytest.mark.parametrize("page_type", CHARTED)
def test_prints(visit: Visit, page_type: str) -> None:
    page = visit(address(page_type))
    sheets = len(SHEET.findall(page.pdf(format="A4")))
    assert 1 <= sheets <= 20


@pytest.mark.parametrize("page_type", [*CHARTED, *FOR_LEADS])
def test_paper_has_no_buttons(visit: Visit, page_type: str) -> None:
    page = visit(address(page_type))
    page.emulate_media(media="print")
    seen = page.locator(f"{SCREEN_ONLY}, main button").locator("visible=true")
    assert seen.evaluate_all("all => all.map(one => one.outerHTML.slice(0, 120))") == []


def test_arrows_have_heads_on_paper(visit: Visit) -> None:
    """Sheets copy the picture on the screen: where it is not laid out, they have no heads."""
    page = visit(address("longest"))
    page.emulate_media(media="print")
    laid_out = "heads => heads.map(head => head.closest('svg').getClientRects().length)"
    assert all(page.locator("marker").evaluate_all(laid_out))
