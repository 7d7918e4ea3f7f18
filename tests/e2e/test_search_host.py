"""The search where others have a say: Material's box, a strict policy, the weight of a page."""

import functools
import gzip
import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e import shelf
from tests.e2e.conftest import Quiet, Visit, served

BOX = ".md-search__input"
RESULT = ".md-search-result__link"
MOST = 5 * 1024
# What Material's own files grew by for the search.
MENDS = 400
STARTER = ("kept.js", "search.js", "search.css", "search/worker.js")
POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; script-src 'self'"
)
PRINTED = re.compile(
    rb'<a class="sopbook-call".*?</a>|<button type="button" class="sopbook-pin".*?</button>',
    re.DOTALL,
)
INLINE = re.compile(rb"<script>(.*?)</script>", re.DOTALL)


def test_material_s_box_leads_to_the_step(visit: Visit) -> None:
    page = visit("index.html")
    page.locator(BOX).click()
    page.keyboard.type("mehmet aydin")
    expect(page.locator(RESULT).first).to_contain_text("Mehmet Aydın")
    page.locator(BOX).fill("")
    page.keyboard.type("release refund")
    # Of all that was typed: what is found of half of it is shown before.
    expect(page.locator(f"{RESULT}[href*='h=refund+release#step-']")).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**#step-*")
    expect(page.locator(":target")).to_be_in_viewport()


def test_before_search_is_opened_nothing_of_it_is_asked_for(visit: Visit) -> None:
    page = visit("404.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page.url.replace("404.html", "index.html"), wait_until="networkidle")
    found = {url.rpartition("/")[2] for url in asked if "/assets/sopbook/search/" in url}
    assert found == {"worker.js"}


def test_a_page_costs_little_before_search_is_opened(demo: Path) -> None:
    folder = demo / "assets/sopbook"
    weighed = sum(weight((folder / name).read_bytes()) for name in STARTER)
    page = (demo / shelf.address("combined")).read_bytes()
    printed = weight(page) - weight(PRINTED.sub(b"", page))
    assert weighed + printed + MENDS <= MOST


def weight(served: bytes) -> int:
    return len(gzip.compress(served, 9))


class _Strict(Quiet):
    def __init__(self, policy: str, *request: Any, **settings: Any) -> None:
        self._policy = policy
        super().__init__(*request, **settings)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self._policy)
        super().end_headers()


@pytest.fixture(scope="module")
def strict(demo: Path) -> Iterator[str]:
    """The demo under a policy that allows scripts of the site, and Material's own in its pages."""
    inline = INLINE.findall((demo / "index.html").read_bytes())
    digests = (b64encode(sha256(script).digest()).decode() for script in inline)
    policy = " ".join((POLICY, *(f"'sha256-{digest}'" for digest in digests)))
    with served(demo, functools.partial(_Strict, policy)) as address:
        yield address


def test_a_strict_policy_stands_in_nobody_s_way(browser: Browser, strict: str) -> None:
    page = browser.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(f"{strict}index.html")
    page.locator(BOX).click()
    page.keyboard.type("refund")
    expect(page.locator(RESULT).first).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    page.keyboard.type("refund")
    expect(page.locator(".sopbook-search [role=option]").first).to_be_visible()
    page.close()
    assert refused == []
