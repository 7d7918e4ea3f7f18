"""What changed between two versions, as a page in one file: it asks nothing of anybody."""

from markupsafe import escape

from sopbook.assets import standalone_style
from sopbook.core.names import Names
from sopbook.history.compared import Comparison
from sopbook.pages.render import Renderer
from sopbook.pages.views.difference import difference


def page(comparison: Comparison, names: Names) -> str:
    """Print the page."""
    return Renderer(names.words, escape).difference(
        difference(comparison, names), standalone_style()
    )
