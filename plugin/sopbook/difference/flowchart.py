"""The charts of a comparison as the code of a Mermaid flowchart."""

from collections.abc import Iterable

from sopbook.core.names import Names
from sopbook.formats.mermaid import Chart, mermaid
from sopbook.history.compared import Compared, Comparison


def flowchart(comparison: Comparison, names: Names) -> str:
    """Write every chart that changed; where there is none, say so in a box."""
    charts = tuple(charts_of(comparison.sops))
    if not charts:
        return mermaid((), names) + f'\n  none["{names.words("diff.no_chart")}"]'
    return mermaid(charts, names)


def charts_of(sops: Iterable[Compared]) -> Iterable[Chart]:
    """Yield the charts that there are."""
    for sop in sops:
        if sop.chart:
            yield Chart(sop.title, *sop.chart)
