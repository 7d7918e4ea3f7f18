"""axe-core, the accessibility checker, run in the page."""

from functools import cache
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
RUN = """async tags => {
    const found = await axe.run(document, {runOnly: tags, resultTypes: ["violations"]});
    return found.violations;
}"""


@cache
def _source() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """What stands in the way of readers: one line each, empty when nothing does."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(_source())
    return [_line(rule, node) for rule in page.evaluate(RUN, TAGS) for node in rule["nodes"]]


def _line(rule: dict[str, Any], node: dict[str, Any]) -> str:
    place = " ".join(map(str, node["target"]))
    return f"{rule['id']}: {node['failureSummary']} [{place}] {node['html'][:160]}"
