"""The engines that work out the places in charts, by the name in the settings."""

from sopbook.diagram.layered import layered
from sopbook.diagram.placement import Engine

GRAPHLAY = "graphlay"
GRAPHVIZ = "graphviz"
ENGINES = (GRAPHLAY, GRAPHVIZ)


def engine_named(name: str) -> Engine:
    """Give the engine; ImportError, with the remedy, where it is not installed."""
    if name == GRAPHLAY:
        return layered
    from sopbook.graphviz import graphviz  # noqa: PLC0415 - needs a package of its own

    return graphviz
