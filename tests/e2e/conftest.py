"""A reader with a browser, who notices what readers should never meet."""

import functools
import http.server
import json
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    sync_playwright,
)

# Each window would start two hidden pages for its address bar, which cost as much as ours do.
WINDOW = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup")
# The last switch of a name counts: what Playwright turns off is turned off here too.
PLAYWRIGHT = (
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
)
SWITCHES = (
    f"--disable-features={','.join(WINDOW + PLAYWRIGHT)}",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-ipc-flooding-protection",  # tests walk faster than a person can
    "--no-first-run",
)
EMPTY = "about:blank"
OWN_SCHEMES = ("data:", "blob:", "about:")

Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium. A machine without one fails: `make test` brings or names it."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if program is None:
        pytest.fail("No Chromium: run `make test`, or name one in CHROMIUM.", pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=SWITCHES)
        yield chromium
        chromium.close()


class _Server(http.server.ThreadingHTTPServer):
    # A page asks for more at once than five connections that wait.
    request_queue_size = 128


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files, and says nothing of it."""

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path, answers: Callable[..., Quiet] = Quiet) -> Iterator[str]:
    """Put a site on HTTP; the address ends in a slash."""
    handler = functools.partial(answers, directory=str(site))
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def host(demo: Path) -> Iterator[str]:
    """The demo over HTTP."""
    with served(demo) as address:
        yield address


@pytest.fixture(scope="session")
def folder(demo: Path) -> str:
    """The demo as files; the address ends in a slash."""
    return f"{demo.as_uri()}/"


class _Troubles(list[str]):
    """What went wrong behind the page."""

    def watch(self, page: Page, home: str) -> None:
        """Note errors in the console and the scripts, and requests that leave home."""

        def on_console(message: ConsoleMessage) -> None:
            if message.type in {"error", "warning"}:
                self.append(f"{message.type} in the console: {message.text}")

        def on_request(request: Request) -> None:
            if not request.url.startswith((home, *OWN_SCHEMES)):
                self.append(f"a request to another host: {request.url}")

        page.on("console", on_console)
        page.on("request", on_request)
        page.on("pageerror", lambda error: self.append(f"an error in a script: {error}"))


class _Windows:
    """Windows that are used again: to open one takes longer than most of what is done in it."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: dict[str, list[BrowserContext]] = {}

    @contextmanager
    def window(self, options: dict[str, Any], *, is_lent: bool) -> Iterator[BrowserContext]:
        """Lend a window in which nothing is remembered; not lent, it is closed for good."""
        free = self._free.setdefault(json.dumps(options, sort_keys=True), [])
        context = free.pop() if is_lent and free else self._browser.new_context(**options)
        yield context
        if is_lent:
            _forget(context)
            free.append(context)
        else:
            context.close()


def _forget(context: BrowserContext) -> None:
    """Close all pages but an empty one, which keeps the window, and forget what they stored."""
    kept = next((page for page in context.pages if page.url == EMPTY), None) or context.new_page()
    others = [page for page in context.pages if page != kept]
    origins = {_origin(page.url) for page in others}
    for page in others:
        page.close()
    session = context.new_cdp_session(kept)
    for origin in origins:
        session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
    session.detach()


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


@pytest.fixture(scope="session")
def windows(browser: Browser) -> _Windows:
    return _Windows(browser)


@pytest.fixture
def visit(windows: _Windows, host: str) -> Iterator[Visit]:
    """Open a page of the site: `visit("index.html", width=360, home=folder, …)`.

    `alone` is for tests that change what all pages of a window share, such as its clock. Further
    names are Playwright's for a browser context. After the test the console must be clean, and
    nothing may have been asked of another host.
    """
    troubles = _Troubles()
    with ExitStack() as opened:

        def open_page(
            path: str, *, width: int = 1280, home: str = host, alone: bool = False, **options: Any
        ) -> Page:
            options = {"reduced_motion": "reduce", "locale": "en-GB"} | options
            options["viewport"] = {"width": width, "height": 800}
            page = opened.enter_context(windows.window(options, is_lent=not alone)).new_page()
            troubles.watch(page, home)
            page.goto(home + path, wait_until="load")
            return page

        yield open_page
    assert not troubles, "\n".join(troubles)
