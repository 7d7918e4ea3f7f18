"""The second engine: the program of graphviz-pure, asked only where a setting names it."""

import shutil
import subprocess
import sysconfig

from sopbook.diagram.dot import read, written
from sopbook.diagram.graph import Graph
from sopbook.diagram.placement import Gaps, Placement

_NAME = "graphviz-pure"


def _program() -> str:
    """Find the program: beside this Python, else on the path."""
    found = shutil.which(_NAME, path=sysconfig.get_path("scripts")) or shutil.which(_NAME)
    if not found:
        raise ImportError(
            f"The engine `graphviz` needs the program {_NAME}: `pip install sopbook[graphviz]`."
        )
    return found


_PROGRAM = _program()


def graphviz(graph: Graph, backward: frozenset[int], gaps: Gaps) -> Placement:
    """Place a graph with `dot`; RuntimeError, with its own words, where it gives up."""
    if not graph.boxes:
        return Placement((), ())
    ran = subprocess.run(  # noqa: S603 - the program found above, and no input of authors'
        [_PROGRAM, "-Tjson"],
        input=written(graph, backward, gaps),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if ran.returncode:
        raise RuntimeError(f"{_NAME} gave up: {ran.stderr.strip()}")
    return read(ran.stdout, backward)
