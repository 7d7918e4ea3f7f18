"""What somebody has to do in all SOPs: counted, in order, and nothing that may not be listed."""

from dataclasses import replace

import pytest

from sopbook import assets
from sopbook.checks.ground import ground_of
from sopbook.core.names import Names
from sopbook.core.reading import read_library
from sopbook.pages.browse import work as module
from sopbook.pages.browse.step_link import Part
from sopbook.pages.browse.work import Work, work
from sopbook.pages.doings import doings
from sopbook.pages.render import Renderer
from sopbook.pages.site import AS_SET, Choices, Links, site

ORGANISATION = """
people:
  ana: {name: Ana Ionescu}
  ion: {name: Ion Marin}
roles:
  agent: {title: Agent, people: [ion]}
  lead: {title: Team lead, people: [ana]}
  bot: {title: Chatbot, kind: system}
teams:
  support: {title: Support, people: [ion, lead]}
  finance: {title: Finance, lead: ana}
  books: {title: Books}
"""
CALL = """
title: Call
status: approved
responsible: ion
steps:
  - do: Greet
    by: agent
    when: it rings
  - do: Ask
    by: bot
  - do: Solve
    by: ion
  - escalate: Hand over
    by: agent
    to: lead
  - do: Book
    by: books
  - end: Done
"""
LINKS = Links(sop=lambda name: f"../{name}/", own=lambda key: f"../{key}/")


def found(about: str, choices: Choices = AS_SET, **sops: str) -> Work:
    """Gather somebody's work in a department with these SOPs."""
    files = {f"{name}.workflow.yml": text.encode() for name, text in sops.items()}
    reading = read_library({"organisation.yml": ORGANISATION.encode(), **files})
    assert reading.findings == (), [one.message for one in reading.findings]
    here = site(Names(reading.library, assets.words("en")), choices)
    known = doings(here, ground_of(reading).estimates.handovers)
    return work(about, known, here, LINKS)


def printed(view: Work) -> str:
    """Print all of it, as the pages about roles and teams do."""
    environment = Renderer(assets.words("en"), str)._environment
    macros = "work.steps(view) + work.handovers(view) + work.answered(view)"
    text = f"{{% import 'work.html' as work %}}{{{{ {macros} }}}}"
    return environment.from_string(text).render(view=view)


def steps(parts: tuple[Part, ...]) -> list[str]:
    return [f"{part.sop.title}: {one.number} {one.caption}" for part in parts for one in part.steps]


def test_a_role_s_steps_by_sop() -> None:
    view = found("agent", z=CALL, a=CALL.replace("Call", "Ärger"))
    first = ["1 Greet", "3 Solve", "4 Hand over"]
    assert steps(view.parts) == [f"{title}: {one}" for title in ("Ärger", "Call") for one in first]
    assert (view.count, view.sops, view.more) == (6, 2, 0)
    greet, solve, _ = view.parts[1].steps
    assert (greet.url, greet.when, greet.who) == ("../z/#step-greet", "it rings", "")
    assert solve.who == "Ion Marin"


def test_a_team_has_the_work_of_its_roles_and_people() -> None:
    view = found("support", call=CALL)
    assert steps(view.parts) == ["Call: 1 Greet", "Call: 3 Solve", "Call: 4 Hand over"]
    assert [one.name for one in view.gives] == ["Books"]
    assert view.takes == ()
    assert [sop.title for sop in view.answered] == ["Call"]


def test_within_a_team_nothing_is_handed_over() -> None:
    assert found("agent", call=CALL).given == 1
    assert found("lead", call=CALL).taken == 1
    assert found("support", call=CALL).taken == 0


def test_hand_overs_by_the_one_at_the_other_end() -> None:
    view = found("lead", call=CALL, again=CALL)
    (other,) = view.takes
    assert (other.name, other.url, other.count) == ("Agent", "../role:agent/", 2)
    assert steps(other.parts) == ["Call: 4 Hand over", "Call: 4 Hand over"]
    assert [one.name for one in view.gives] == ["Books"]


def test_a_person_has_what_names_them() -> None:
    view = found("ion", call=CALL)
    assert steps(view.parts) == ["Call: 3 Solve"]
    assert view.parts[0].steps[0].who == ""
    assert view.everything == "../all/"


def test_machines_have_steps_and_no_cases() -> None:
    view = found("bot", call=CALL)
    assert steps(view.parts) == ["Call: 2 Ask"]
    assert (view.taken, view.given, view.answered) == (0, 0, ())


def test_nothing_retired_and_drafts_by_the_setting() -> None:
    old, new = (CALL.replace("approved", status) for status in ("retired", "draft"))
    assert found("agent", old=old, new=new).sops == 1
    none = found("agent", replace(AS_SET, lists_drafts=False), old=old, new=new)
    assert (none.sops, none.given, none.count) == (0, 0, 0)


def test_an_empty_department() -> None:
    view = found("nobody")
    assert (view.name, view.parts, view.everything) == ("nobody", (), "../all/")


def test_of_many_only_some_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_SOPS", 2)
    monkeypatch.setattr(module, "MOST_PASSINGS", 2)
    view = found("agent", AS_SET, **{f"call-{number}": CALL for number in range(5)})
    assert (view.sops, len(view.parts), view.more) == (5, 2, 3)
    assert view.everything == "../all/?role=agent"
    (lead,) = view.gives
    assert (lead.count, len(lead.parts), lead.more) == (5, 2, 3)


def test_hostile_words_are_text() -> None:
    hostile = "<img src=x onerror=alert(1)>"
    text = CALL.replace("title: Call", f"title: '{hostile}'").replace(
        "do: Greet", f"do: '{hostile}'"
    )
    view = found("agent", call=text)
    html = printed(view)
    assert "<img" not in html
    assert html.count("&lt;img") == 4
