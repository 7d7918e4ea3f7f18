"""By keyboard alone: everything is reached, the focus shows, and nothing lies over it."""

import pytest
from playwright.sync_api import Page

from tests.e2e.conftest import Visit
from tests.e2e.shelf import PAGE_TYPES, address

# What ought to be reached: all that takes part in the tab order and is on view.
START = """() => {
    const able = "a[href], button:not([disabled]), input, select, textarea, summary, [tabindex]";
    const walk = (globalThis.walk = {});
    walk.stops = [...document.querySelectorAll(able)].filter(
        element => element.tabIndex >= 0 && element.checkVisibility({visibilityProperty: true})
            && !element.closest("[inert]") && (element.type !== "radio" || element.checked));
    // A hidden box may have its label for a face: the one beside it.
    walk.label = element => element.matches("input")
        && element.nextElementSibling?.matches("label") ? element.nextElementSibling : null;
    walk.name = element => element.outerHTML.slice(0, 160);
    walk.traits = ["outline", "outlineOffset", "boxShadow", "borderColor", "stroke", "strokeWidth",
        "backgroundColor", "color", "textDecoration", "opacity"];
    walk.look = element => {
        const inside = [...element.querySelectorAll("*")].slice(0, 8);
        const parts = [element, element.parentElement, walk.label(element), ...inside];
        return parts.filter(Boolean).map(part => {
            const style = getComputedStyle(part);
            return walk.traits.map(trait => style[trait]).join();
        }).join(";");
    };
    walk.before = new Map(walk.stops.map(element => [element, walk.look(element)]));
    walk.covered = element => {
        const box = (walk.label(element) ?? element).getBoundingClientRect();
        const inset = Math.min(3, box.width / 2, box.height / 2);
        const spots = [
            [box.left + box.width / 2, box.top + box.height / 2],
            [box.left + inset, box.top + inset],
            [box.right - inset, box.bottom - inset],
        ];
        return !spots.some(([x, y]) => {
            const top = document.elementFromPoint(x, y);
            return top && [element, walk.label(element)].some(
                face => face?.contains(top) || (face && top.contains(face)));
        });
    };
    return walk.stops.length;
}"""
STEP = """async () => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const look = () => [
        walk.before.get(element) === walk.look(element) && "focus does not show",
        walk.covered(element) && "lies under something, or off the page",
    ].filter(Boolean);
    let troubles = look();
    // What opens on focus may take a moment.
    for (let tries = 0; troubles.length && tries < 4; tries++) {
        await new Promise(resolve => setTimeout(resolve, 100));
        troubles = look();
    }
    troubles = troubles.map(trouble => `${trouble}: ${walk.name(element)}`);
    return {index: walk.stops.indexOf(element), troubles};
}"""
NAMES = "wanted => wanted.map(index => walk.name(walk.stops[index]))"


@pytest.mark.parametrize("page_type", PAGE_TYPES)
@pytest.mark.parametrize("width", [1280, 360])
def test_walk(visit: Visit, page_type: str, width: int) -> None:
    page = visit(address(page_type), width=width)
    troubles = walk(page)
    assert not troubles, "\n".join(troubles)


def walk(page: Page) -> list[str]:
    """Press Tab from the top to the end of the page; what went wrong on the way."""
    stops: int = page.evaluate(START)
    missed = set(range(stops))
    troubles: list[str] = []
    for _ in range(2 * stops + 10):
        page.keyboard.press("Tab")
        stop = page.evaluate(STEP)
        if stop is None:
            break
        missed.discard(stop["index"])
        troubles += stop["troubles"]
    else:
        troubles.append("the focus never comes to the end of the page")
    names = page.evaluate(NAMES, sorted(missed))
    return troubles + [f"not reached by Tab: {name}" for name in names]
