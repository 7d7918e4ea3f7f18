"""The places of pages that links can lead to: headings, ids, and the steps that we put there."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sopbook.checks.ground import Ground
from sopbook.core.anchors import Anchors, anchors
from sopbook.core.fences import BLOCKS, FLOWCHART, fences
from sopbook.core.model import Sop
from sopbook.core.source_files import WORKFLOW

# Headings of ours, such as `sopbook-steps`; those of a chart in another page have its SOP before.
_OURS = "sopbook-"
_UNKNOWN = Anchors(is_whole=False)


@dataclass(frozen=True, slots=True)
class Places:
    """What each page has, worked out when a link asks for it."""

    ground: Ground
    sops: dict[str, Sop]
    pages: frozenset[str]
    _known: dict[str, Anchors] = field(default_factory=dict)

    def of(self, path: str) -> Anchors:
        """Give the places of a page; in one with a mistake of form anything may be."""
        if path not in self._known:
            self._known[path] = self._found(path)
        return self._known[path]

    def _found(self, path: str) -> Anchors:
        sop = self.sops.get(path)
        own = {sop.markdown_path, sop.workflow_path} if sop else {path}
        if own & self.ground.broken:
            return _UNKNOWN
        page = self.ground.reading.pages.get(path)
        text = page.text if page else ""
        return anchors("\n\n".join((text, *_notes(sop))), *self._ours(text, sop))

    def _ours(self, text: str, sop: Sop | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Give our ids on a page, and the beginnings of those that are made from words."""
        ids, begin = [*_steps(sop, "")], [_OURS] if sop else []
        for fence in fences(text.split("\n")):
            if fence.info in BLOCKS:
                begin.append(_OURS)
            if fence.info == FLOWCHART:
                other = self.ground.library.sops.get(fence.text)
                ids += _steps(other, f"{fence.text}--")
                begin.append(f"{fence.text}--{_OURS}")
        return tuple(ids), tuple(begin)


def places(ground: Ground) -> Places:
    """Prepare the pages of a library: those written, and those made of a workflow alone."""
    reading = ground.reading
    made = (
        f"{path.removesuffix(WORKFLOW)}.md" for path in reading.texts if path.endswith(WORKFLOW)
    )
    sops = {sop.page_path: sop for sop in ground.library.sops.values()}
    return Places(ground, sops, frozenset((*reading.pages, *made)))


def _notes(sop: Sop | None) -> Iterator[str]:
    for step in sop.workflow.steps if sop and sop.workflow else ():
        yield step.note
        yield step.say


def _steps(sop: Sop | None, begin: str) -> Iterator[str]:
    for step in sop.workflow.steps if sop and sop.workflow else ():
        yield f"{begin}step-{step.id}"
