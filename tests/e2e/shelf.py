"""One page of each type, found in the demo's own sources: they may change, the types stay."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

SOPS = Path(__file__).resolve().parent.parent.parent / "sops"
WORKFLOW = ".workflow.yml"

PAGE_TYPES = (
    "home",
    "combined",
    "workflow only",
    "text only",
    "draft",
    "in review",
    "retired",
    "proposal",
    "embedding",
    "ordinary",
    "longest",
    "missing",
    "improvement",
    "findings",
    "rules",
    "news",
    "news of a circle",
    "history",
    "people",
    "person",
    "role",
    "team",
    "machine",
    "escalation map",
    "all",
    "a-z",
    "practice",
    "matrix",
    "measures",
    "tools",
    "paths",
    "path",
    "training",
)
BROWSE = ("all", "a-z", "matrix", "measures", "tools")
FOR_LEADS = ("improvement", "findings", "rules")
PEOPLE = {
    "people": "people/index.html",
    "person": "people/tomas-petrauskas.html",
    "role": "roles/team-lead.html",
    "team": "teams/support.html",
    "machine": "roles/chatbot.html",
    "escalation map": "people/escalation.html",
}
LEARNING = {
    "paths": "learn/index.html",
    "path": "learn/agent-first-month.html",
    "training": "leads/training.html",
}
CHARTED = ("combined", "workflow only", "draft", "longest")


def address(page_type: str) -> str:
    """Where the built site has a page of this type."""
    if page_type not in _found():
        pytest.fail(f"The demo has no page of the type `{page_type}`.", pytrace=False)
    return _found()[page_type]


@cache
def _found() -> Mapping[str, str]:
    """The first page of each type, by path."""
    found = {"home": "index.html", "missing": "404.html", "news": "changes/index.html"}
    found["practice"] = "practice/index.html"
    found["news of a circle"] = "changes/role-agent.html"
    found |= PEOPLE
    found |= {page_type: f"leads/{page_type}.html" for page_type in FOR_LEADS}
    found |= LEARNING
    found |= {page_type: f"browse/{page_type}.html" for page_type in BROWSE}
    for page, page_type in _typed():
        found.setdefault(page_type, page)
    sizes = {flow: flow.stat().st_size for flow in SOPS.rglob(f"*{WORKFLOW}")}
    found["history"] = f"history/{Path(found['combined']).name}"
    found["longest"] = _page(max(sizes, key=lambda flow: sizes[flow]))
    return found


def _typed() -> Iterator[tuple[str, str]]:
    stems = {_stem(file) for file in SOPS.rglob("*.md")} | {
        _stem(file) for file in SOPS.rglob(f"*{WORKFLOW}")
    }
    for stem in sorted(stems):
        page = _page(stem)
        text = stem.with_name(f"{stem.name}.md")
        flow = stem.with_name(f"{stem.name}{WORKFLOW}")
        card = _front_matter(text) | _top(flow)
        yield from ((page, page_type) for page_type in _types(card, text, flow))


def _types(card: Mapping[str, Any], text: Path, flow: Path) -> Iterator[str]:
    status = card.get("status")
    if "improves" in card:
        yield "proposal"
    if flow.exists() or "responsible" in card:
        if status in {"draft", "retired"}:
            yield str(status)
        elif status == "review":
            yield "in review"
        else:
            yield {(True, True): "combined", (True, False): "text only"}.get(
                (text.exists(), flow.exists()), "workflow only"
            )
    elif "```flowchart" in text.read_text(encoding="utf-8"):
        yield "embedding"
    elif text.stem != "index":
        yield "ordinary"


def _stem(file: Path) -> Path:
    return file.with_name(file.name.removesuffix(WORKFLOW).removesuffix(".md"))


def _page(file: Path) -> str:
    return f"{_stem(file).relative_to(SOPS).as_posix()}.html"


def _front_matter(text: Path) -> dict[str, Any]:
    if not text.exists() or not (parts := text.read_text(encoding="utf-8").split("---\n", 2))[1:]:
        return {}
    return dict(yaml.safe_load(parts[1]) or {}) if parts[0] == "" else {}


def _top(flow: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(flow.read_bytes())) if flow.exists() else {}
