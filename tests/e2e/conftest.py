"""A reader with a browser, who notices what readers should never meet."""

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

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


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Put a site on HTTP; the address ends in a slash."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
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


@pytest.fixture
def visit(browser: Browser, host: str) -> Iterator[Visit]:
    """Open a page of the site: `visit("index.html", width=360, home=folder, …)`.

    Further names are Playwright's for a browser context. After the test the console must be clean,
    and nothing may have been asked of another host.
    """
    troubles = _Troubles()
    with ExitStack() as contexts:

        def open_page(path: str, *, width: int = 1280, home: str = host, **options: Any) -> Page:
            options = {"reduced_motion": "reduce", "locale": "en-GB"} | options
            context = browser.new_context(viewport={"width": width, "height": 800}, **options)
            contexts.callback(context.close)
            page = context.new_page()
            troubles.watch(page, home)
            page.goto(home + path, wait_until="load")
            return page

        yield open_page
    assert not troubles, "\n".join(troubles)
