"""Whole charts against the bare layout calls, as a ratio of CPU time in one run.

    PYTHONPATH=. python bench/chart.py

Goal: at most 4. A whole chart is everything from the workflow to the SVG. The bare calls are those
that these charts made of `graphlay.layout`, JSON in and out: a chart too wide for its column is
laid out again, closer together. The second ratio counts one call a chart, for what that costs.
Times are the best of three runs over the 200 generated workflows.
"""

import time
from collections.abc import Callable, Iterable

import graphlay

from sopbook import assets
from sopbook.diagram.cycles import backward
from sopbook.diagram.draw import draw
from sopbook.diagram.fit import fit
from sopbook.diagram.graph import Graph
from sopbook.diagram.layered import layered, request
from sopbook.diagram.outline import outline
from sopbook.diagram.placement import Gaps, Placement
from tests import generated

WORDS = assets.words("en")
NAMES = generated.names(WORDS)
WORKFLOWS = tuple(generated.corpus())
ROUNDS = 3
GOAL = 4.0


def cpu(work: Callable[[], None]) -> float:
    """Measure the least CPU milliseconds of some rounds, a chart."""
    spent = []
    for _ in range(ROUNDS):
        before = time.process_time()
        work()
        spent.append(time.process_time() - before)
    return min(spent) * 1_000 / len(WORKFLOWS)


def bare(graphs: Iterable[tuple[Graph, Gaps]]) -> Callable[[], None]:
    """Prepare bare layout calls."""
    requests = [request(graph, backward(graph), gaps) for graph, gaps in graphs]

    def work() -> None:
        for nodes_and_edges, options in requests:
            graphlay.layout(nodes_and_edges, preset="process_map", options=options)

    return work


def asked() -> tuple[list[tuple[Graph, Gaps]], list[tuple[Graph, Gaps]]]:
    """Collect the graphs that charts were laid out from: all of them, and the first of each."""
    calls: list[tuple[Graph, Gaps]] = []
    firsts: list[tuple[Graph, Gaps]] = []

    def noting(graph: Graph, loops: frozenset[int], gaps: Gaps) -> Placement:
        calls.append((graph, gaps))
        return layered(graph, loops, gaps)

    for workflow in WORKFLOWS:
        before = len(calls)
        fit(outline(workflow, NAMES), WORDS, noting)
        firsts.append(calls[before])
    return calls, firsts


def charts() -> None:
    """Draw every chart."""
    for workflow in WORKFLOWS:
        draw(workflow, NAMES)


def main() -> None:
    """Print the times a chart, and their ratios."""
    calls, firsts = asked()
    made, one, whole = cpu(bare(calls)), cpu(bare(firsts)), cpu(charts)
    print(f"whole chart        {whole:5.2f} ms")
    print(f"its layout calls   {made:5.2f} ms   ratio {whole / made:.2f} (goal: at most {GOAL})")
    print(f"one layout call    {one:5.2f} ms   ratio {whole / one:.2f}")


if __name__ == "__main__":
    main()
