"""Authors' short texts (notes, scripts) as sanitised HTML."""

import re
from collections.abc import Callable
from html import escape
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from sopbook.sanitise import sanitise

# A sentence or two without any sign of Markdown's: most notes are. Rendering them would be dear.
_PLAIN = re.compile(r"[^\W\d_](?:[^\W_]|[ .,;:?!'’()/%…–])*")  # noqa: RUF001 - as people type

Follow = Callable[[str], str]
"""Takes a link as an author wrote it, gives the address as seen from the page."""


class Prose:
    """Renders Markdown. `follow` may change from page to page, so it is given with each text."""

    def __init__(self) -> None:
        """Prepare the converter; making one is dear, resetting it is not."""
        self._links = _Links()
        self._markdown = Markdown(extensions=["sane_lists", "tables", "attr_list"])
        self._markdown.treeprocessors.register(self._links, "sopbook_links", 0)

    def html(self, text: str, follow: Follow) -> str:
        """Render one text."""
        if _PLAIN.fullmatch(text):
            return f"<p>{escape(text.rstrip(), quote=False)}</p>"
        self._links.follow = follow
        return sanitise(self._markdown.reset().convert(text))


class _Links(Treeprocessor):
    """Send links to where their pages will be."""

    follow: Follow = staticmethod(lambda link: link)

    def run(self, root: ET.Element) -> None:
        for element in root.iter():
            for attribute in ("href", "src"):
                if attribute in element.attrib:
                    element.set(attribute, self.follow(element.attrib[attribute]))
