"""Measure characters in a browser and write `plugin/sopbook/diagram/widths.py`.

Run by hand, with the fonts of `FONTS` installed, when a script is to be added:

    python bench/measure_text.py
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

FONTS = ("Liberation Sans", "DejaVu Sans")
"""Metrics of Arial and Helvetica, and of Verdana: the narrow and the wide end of common fonts."""

RANGES = (
    (0x20, 0x7E),  # Latin
    (0xA0, 0x17F),  # Latin-1 and Extended-A
    (0x192, 0x21B),  # Extended-B with the Romanian comma letters
    (0x2C6, 0x2DD),  # accents that stand alone
    (0x384, 0x556),  # Greek, Cyrillic, Armenian
    (0x1E02, 0x1EF9),  # Extended Additional with Vietnamese
    (0x2010, 0x2044),  # dashes, quotation marks, dots
    (0x20A0, 0x20B9),  # currencies
    (0x2190, 0x2199),  # arrows
    (0x2212, 0x2265),  # signs of mathematics
)
MARGIN = 1.03
TARGET = Path(__file__).parents[1] / "plugin" / "sopbook" / "diagram" / "widths.py"
SCRIPT = """([fonts, texts]) => {
  const pen = document.createElement("canvas").getContext("2d");
  const measure = (font, text) => {
    pen.font = `1000px "${font}"`;
    return pen.measureText(text).width;
  };
  return texts.map((text) => Math.max(...fonts.map((font) => measure(font, text))));
}"""
HEAD = '''"""How wide characters are; written by bench/measure_text.py, not by hand.

Each run is the code point of its first character, and two hexadecimal digits a character: its
width in hundredths of the font size, in the wider of {fonts}, plus {percent} %.
"""

RUNS = (
'''


def measure() -> dict[int, int]:
    """Give the width of each character of `RANGES` in hundredths of the font size."""
    codes = [code for first, last in RANGES for code in range(first, last + 1)]
    with sync_playwright() as browsers:
        browser = browsers.chromium.launch(executable_path=shutil.which("chromium"))
        widths = browser.new_page().evaluate(SCRIPT, [FONTS, [chr(code) for code in codes]])
        browser.close()
    return {code: round(w * MARGIN / 10) for code, w in zip(codes, widths, strict=True)}


def lines(widths: dict[int, int]) -> Iterator[str]:
    """Write the module, 40 characters' widths a line."""
    yield HEAD.format(fonts=" and ".join(FONTS), percent=round((MARGIN - 1) * 100))
    for first, last in RANGES:
        digits = "".join(f"{widths[code]:02x}" for code in range(first, last + 1))
        yield f"    (\n        0x{first:04X},\n        (\n"
        for start in range(0, len(digits), 80):
            yield f'            "{digits[start : start + 80]}"\n'
        yield "        ),\n    ),\n"
    yield ")\n"


if __name__ == "__main__":
    TARGET.write_text("".join(lines(measure())), encoding="utf-8")
