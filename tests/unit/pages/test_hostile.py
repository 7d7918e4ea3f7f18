"""Nothing that an author types is taken for markup, or for a template."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest

from sopbook.core.library import Library
from sopbook.core.model import Promise, Resource, Sop, Workflow
from sopbook.core.organisation import Organisation, Person, Tool
from sopbook.diagram.outline import outline
from sopbook.pages.render import Renderer
from sopbook.pages.site import Answers, Choices, Links, Site, site
from sopbook.pages.views.embed import embed
from sopbook.pages.views.foot import foot
from sopbook.pages.views.head import head
from sopbook.pages.views.home import finding, home
from tests.unit.pages.department import HERE, ref, time

EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}{% raw %}{title}&amp;"


def evil_sop(sop: Sop) -> Sop:
    """Put the text wherever an author may write."""
    assert sop.workflow
    steps = tuple(
        replace(
            step, text=EVIL, when=EVIL, needs=(EVIL,), gives=(EVIL,), automate=EVIL,
            uses=(Resource(None, EVIL, EVIL), Resource(ref("crm"))),
            exits=tuple(replace(way, label=EVIL) for way in step.exits),
        )
        for step in sop.workflow.steps
    )  # fmt: skip
    card = replace(
        sop.card, title=EVIL, summary=EVIL, tags=(EVIL,), aliases=(EVIL,),
        channels=(ref(EVIL),), reasons=(ref(EVIL),), audience=(ref(EVIL),),
        promise=(Promise(EVIL, time("1 s"), HERE),),
    )  # fmt: skip
    return replace(sop, card=card, workflow=Workflow(steps))


@pytest.fixture
def printed(library: Library, here: Site, links: Links, renderer: Renderer) -> str:
    """Print everything with the text in every place."""
    sop = evil_sop(library.sops["complaint-call"])
    person = Person("ana-ionescu", EVIL, EVIL, EVIL, EVIL + "1", EVIL)
    organisation = Organisation(people={person.id: person}, tools={"crm": Tool("crm", EVIL, EVIL)})
    there = site(
        replace(here.names, library=Library({**library.sops, sop.id: sop}, organisation)),
        Choices(Answers("https://example.com/?{subject}", "https://example.com/?{title}")),
    )
    assert sop.workflow
    steps = outline(sop.workflow, there.names)
    return "".join((
        renderer.head(head(sop, there, links)),
        renderer.embed(embed(sop, steps, there, links), ""),
        renderer.foot(foot(sop, there, links)),
        renderer.page("finding_home.html", finding(there, links)),
        renderer.page("home.html", home(there, links, 0)),
    ))  # fmt: skip


def tags_and_attributes(html: str) -> set[str]:
    """List what a browser takes for markup."""
    seen: set[str] = set()

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            seen.update((tag, *(name for name, _ in attrs)))

    Reader().feed(html)
    return seen


def test_no_markup_gets_through(printed: str) -> None:
    assert not {"script", "img", "onerror", "src", "style"} & tags_and_attributes(printed)


def test_templates_stay_as_typed(printed: str) -> None:
    assert "{{7*7}}{% raw %}{title}&amp;amp;" in printed
    assert "49" not in printed
