"""The engines that work out the places in charts, by the name in the settings."""

from sopbook.diagram.placement import Engine

GRAPHLAY = "graphlay"
GRAPHVIZ = "graphviz"
ENGINES = (GRAPHLAY, GRAPHVIZ)


def engine_named(name: str) -> Engine:
    """Give the engine; ImportError, with the remedy, where it is not installed."""
    if name == GRAPHVIZ:
        from sopbook.graphviz import graphviz  # noqa: PLC0415 - needs a package of its own

        return graphviz
    from sopbook.diagram.layered import layered  # noqa: PLC0415 - who only checks needs no engine

    return layered
