"""Whether a chart can be read: axe does not judge the contrast of SVG, so this does."""

from typing import Any

import pytest

from tests.e2e.conftest import Visit

# 4.5 for text (WCAG 2.2, 1.4.3); 3 for what shows a step's box (1.4.11);
# the line around an answer is mere ornament.
PAGES = (
    "orders/order-digital.html",
    "complaints/damaged-delivery.html",
    "chat/chatbot-support.html",
)
LOOKS: tuple[dict[str, Any], ...] = (
    {"color_scheme": "light"},
    {"color_scheme": "dark"},
    {"forced_colors": "active"},
    {"forced_colors": "active", "color_scheme": "dark"},
)
# Each text with its colour, and the colours of what lies behind it; colours as the screen has them.
READ = """() => {
    const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
    const rgb = colour => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const light = colour => rgb(colour).slice(0, 3)
        .map(v => v / 255)
        .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    const contrast = (one, other) => {
        const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
    };
    const page = getComputedStyle(document.body).backgroundColor;
    return [...document.querySelectorAll(".sop-svg text")].flatMap(text => {
        const shape = text.parentElement.querySelector("rect, path:not(.sop-mark)");
        const behind = shape ? getComputedStyle(shape).fill : page;
        const lines = [text, ...text.querySelectorAll("tspan")];
        return lines.map(line => [
            line.textContent,
            contrast(getComputedStyle(line).fill, behind),
            text.closest(".sop-steps") ? contrast(getComputedStyle(shape).stroke, page) : 21,
        ]);
    });
}"""


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: " ".join(look.values()))
def test_every_word_and_box_can_be_seen(visit: Visit, path: str, look: dict[str, Any]) -> None:
    seen = visit(path, **look).evaluate(READ)
    assert seen
    assert [text for text, words, _ in seen if words < 4.5] == []
    assert [text for text, _, box in seen if box < 3] == []
