"""axe-core, the accessibility checker, run in the page."""

from functools import cache
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# Judged anew each time; the other rules know no colours. What they judge is the text of the page
# and where it lies: while that is the same, as under another set of colours, so is what they find.
COLOUR = "cat.color"
# What a page is to the rules that know no colours: its text, states, and each element's place.
# Of the styles, all that axe ever asks for, but those of colours.
LOOK = """() => {
    const styles = ["display", "visibility", "position", "float", "overflow", "opacity", "zIndex",
        "clip", "clipPath", "mask", "filter", "transform", "pointerEvents", "contentVisibility",
        "fontSize", "fontWeight", "fontStyle", "cursor"];
    // Of the head, what a rule asks for; which palette is on stands there too, and on the body.
    const head = document.head.querySelectorAll("title, meta[name=viewport], meta[http-equiv]");
    const seen = [innerWidth, innerHeight, document.documentElement.lang,
        ...[...head].map(element => element.outerHTML)];
    const look = root => {
        seen.push(root.innerHTML);
        for (const element of root.querySelectorAll("*")) {
            const {x, y, width, height} = element.getBoundingClientRect();
            const style = getComputedStyle(element);
            seen.push(x, y, width, height, element.scrollWidth, element.scrollHeight,
                element.tabIndex, element.value, element.checked, element.disabled,
                ...styles.map(name => style[name]));
            if (element.shadowRoot) look(element.shadowRoot);
        }
    };
    look(document.body);
    seen.push([...document.querySelectorAll("*")].indexOf(document.activeElement));
    return seen.join();
}"""
RUN = f"""async ([tags, colour]) => {{
    const find = async (left = []) => (await axe.run(document, {{
        runOnly: tags, resultTypes: ["violations"],
        rules: Object.fromEntries(left.map(rule => [rule, {{enabled: false}}])),
    }})).violations;
    const others = axe.getRules(tags).filter(rule => !rule.tags.includes(colour))
        .map(rule => rule.ruleId);
    const look = ({LOOK})();
    if (globalThis.axeSaw?.look === look) return [...axeSaw.found, ...await find(others)];
    const found = await find();
    globalThis.axeSaw = {{look, found: found.filter(rule => others.includes(rule.id))}};
    return found;
}}"""


@cache
def _source() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """What stands in the way of readers: one line each, empty when nothing does."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(_source())
    found = page.evaluate(RUN, [TAGS, COLOUR])
    return [_line(rule, node) for rule in found for node in rule["nodes"]]


def _line(rule: dict[str, Any], node: dict[str, Any]) -> str:
    place = " ".join(map(str, node["target"]))
    return f"{rule['id']}: {node['failureSummary']} [{place}] {node['html'][:160]}"
