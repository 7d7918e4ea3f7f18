"""The README's picture of an SOP's page, taken with the tests' browser.

`make site && .venv/bin/python -m tests.e2e.picture` writes it anew.
"""

import os
import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.e2e.conftest import SWITCHES

PROJECT = Path(__file__).resolve().parent.parent.parent
PAGE = "complaints/complaint-call.html"
PICTURE = PROJECT / ".github" / "complaint-call.png"
# A Tuesday morning in Vilnius: the person on the card is at work.
MORNING = "2026-11-24T08:30:00Z"


def main() -> None:
    """Take the picture."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=SWITCHES)
        page = browser.new_page(viewport={"width": 1280, "height": 1120}, locale="en-GB")
        page.clock.set_fixed_time(MORNING)
        page.goto((PROJECT / "site" / PAGE).as_uri())
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
