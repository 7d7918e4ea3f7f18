"""Views as HTML. The only place that knows Jinja, and the only one that calls HTML finished."""

from collections.abc import Callable

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from sopbook.assets import FRAGMENTS
from sopbook.core.words import Words
from sopbook.diagram.draw import Drawing
from sopbook.pages.views.comparison import Comparison, Listed
from sopbook.pages.views.difference import Difference
from sopbook.pages.views.embed import Embed
from sopbook.pages.views.findings import Findings
from sopbook.pages.views.foot import Foot
from sopbook.pages.views.head import Head
from sopbook.pages.views.history import History
from sopbook.pages.views.steps import Steps
from sopbook.pages.views.timing import Timing


class Renderer:
    """Prints views in one language. Made once a build; templates are read once.

    Authors' text is escaped by the templates, and never taken for a template. What `markdown`
    gives is printed as it is: it must be sanitised HTML.
    """

    def __init__(self, words: Words, markdown: Callable[[str], str]) -> None:
        """Prepare the templates."""
        self._environment = Environment(
            loader=FileSystemLoader(FRAGMENTS / "sopbook"),
            autoescape=True,
            auto_reload=False,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals["t"] = words
        self._environment.filters["markdown"] = lambda text: Markup(markdown(text))  # noqa: S704 - sanitised

    def head(self, view: Head) -> str:
        """Print what stands above an SOP's chart."""
        return self._print("head.html", view)

    def steps(self, view: Steps) -> str:
        """Print a steps list."""
        return self._print("steps.html", view)

    def flow(self, view: Steps, chart: str) -> str:
        """Print chart and steps together; on a phone the steps come first. `chart` is our HTML."""
        return self._print("flow.html", view, chart)

    def chart(self, title: str, drawing: Drawing, picture: str, words: Words | None = None) -> str:
        """Print the frame around a chart. `picture` is our HTML: the SVG, or what stands for it.

        `words` are the chart's own, where it shows something else than a flow.
        """
        page = self._environment.get_template("chart.html")
        own = {"t": words} if words else {}
        return page.render(view=drawing, title=title, chart=Markup(picture), **own)  # noqa: S704 - our own SVG

    def timing(self, view: Timing) -> str:
        """Print how long an SOP takes."""
        return self._print("timing.html", view)

    def comparison(self, view: Comparison, charts: str) -> str:
        """Print what a proposal would change. `charts` is our HTML: both flowcharts."""
        return self._print("comparison.html", view, charts)

    def compared(self, view: Listed, chart: str) -> str:
        """Print one of the charts that are compared. `chart` is our HTML."""
        return self._print("compared.html", view, chart)

    def history(self, view: History) -> str:
        """Print what an SOP's page tells of its past."""
        return self._print("history.html", view)

    def foot(self, view: Foot) -> str:
        """Print what stands below an SOP's text."""
        return self._print("foot.html", view)

    def embed(self, view: Embed, chart: str) -> str:
        """Print another SOP's chart and steps. `chart` is our HTML."""
        return self._print("embed.html", view, chart)

    def findings(self, view: Findings) -> str:
        """Print what is wrong with a page."""
        return self._print("findings.html", view)

    def difference(self, view: Difference, style: str) -> str:
        """Print what changed between two versions, as a file of its own. `style` is our CSS."""
        page = self._environment.get_template("difference.html")
        pictures = [Markup(sop.picture) for sop in view.sops]  # noqa: S704 - our own SVG
        css = Markup(f"<style>\n{style}</style>")  # noqa: S704 - our own file
        return page.render(view=view, pictures=pictures, style=css)

    def page(self, template: str, view: object, chart: str = "") -> str:
        """Print what a page of our own shows. `chart` is our HTML."""
        return self._print(template, view, chart)

    def _print(self, template: str, view: object, chart: str = "", title: str = "") -> str:
        page = self._environment.get_template(template)
        return page.render(view=view, title=title, chart=Markup(chart))  # noqa: S704 - our own renderer's
