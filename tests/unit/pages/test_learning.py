"""Onboarding paths: their pages, what SOPs say of them, and what trainers look at."""

import json
from dataclasses import replace

import pytest

from sopbook import assets
from sopbook.checks.ground import ground_of
from sopbook.core.names import Names
from sopbook.core.reading import Reading, read_library
from sopbook.history.chronicle import Chronicle
from sopbook.history.lack import Lack, Missing
from sopbook.pages.learning import training as training_view
from sopbook.pages.learning.lessons import Courses
from sopbook.pages.learning.overview import learning
from sopbook.pages.learning.path import Path, path_view
from sopbook.pages.learning.plan import spread, working_days
from sopbook.pages.learning.training import trainers
from sopbook.pages.past import Past
from sopbook.pages.render import Renderer
from sopbook.pages.site import Answers, Choices, Links, site
from sopbook.pages.views.foot import foot
from sopbook.pages.views.membership import MOST, memberships
from tests.unit.pages.chronicles import minor, said, telling
from tests.unit.pages.department import time
from tests.unit.pages.test_hostile import EVIL, tags_and_attributes

ORGANISATION = """
people:
  ana: {name: Ana Ionescu}
roles:
  agent: {title: Support agent, people: [ana]}
  lead: {title: Team lead}
  books: {title: Bookkeeper}
paths:
  week: {title: First week, for: agents, within: 1 week, sops: [call, mail, old, gone, later, call]}
  lead: {title: New lead, for: lead, sops: [mail]}
  all: {title: Everybody, sops: [later]}
"""
CALL = """
title: Call
summary: Somebody calls.
status: approved
audience: [agents]
steps:
  - start: Customer calls
  - do: Greet
    by: agent
  - escalate: Ask
    by: agent
    to: lead
  - do: Pay
    by: [books, ana]
  - end: Paid
"""
TEXTS = {
    "mail": "status: approved\naudience: [agents, managers]",
    "old": "status: retired",
    "new": "status: approved\nreplaces: old\naudience: [managers]",
    "later": "status: draft",
    "newest": "status: approved\naudience: [managers]",
}
TEXT = "word " * 400
FILES = {"organisation.yml": ORGANISATION, "call.workflow.yml": CALL} | {
    f"{name}.md": f"---\ntitle: {name.capitalize()}\nresponsible: lead\n{card}\n---\n{TEXT}\n"
    for name, card in TEXTS.items()
}
SEND = "mailto:trainer@example.com?subject={title}&body={progress}"


def read(**changed: str) -> Reading:
    """Read the department; a file may be another."""
    files = FILES | {name.replace("__", "."): text for name, text in changed.items()}
    return read_library({name: text.encode() for name, text in files.items()})


def own(key: str) -> str:
    """Say where a page of our own lies: the paths', the questions', the trainers'."""
    part, _, about = key.partition(":")
    return f"../learn/{about}/" if about else f"../{part}/"


def courses(reading: Reading | None = None, past: Past | None = None, **choices: object) -> Courses:
    """Gather paths as a page in a folder shows them."""
    reading = reading or read()
    names = Names(reading.library, assets.words("en"))
    chosen = Choices(Answers(training=SEND), **choices)  # type: ignore[arg-type]
    links = Links(
        sop=lambda name: f"../{name}/", page=lambda path: f"../{path}", own=own,
        vcard=lambda name: f"../{name}.vcf",
    )  # fmt: skip
    ground = ground_of(reading)
    return Courses(site(names, chosen), links, ground, past or Past(), lambda sop: sop == "call")


def path_of(found: Courses, name: str = "week") -> Path:
    """Gather the page of a path."""
    return path_view(found.site.library.organisation.paths[name], found)


def changed(**days: float) -> Past:
    """Let SOPs change in ways that matter, and in others."""
    tellings = {
        name: (
            telling(minor("A comma"), day=on + 1),
            telling(minor("A comma"), said("A step is new"), said("Two"), said("Three"), day=on),
            telling(said("This SOP is new"), day=-100),
        )
        for name, on in days.items()
    }
    return Past(Chronicle(tellings))


@pytest.mark.parametrize(
    "within, days",
    [
        ("1 week", 5),
        ("1-2 weeks", 10),
        ("1 month", 22),
        ("3 working days", 3),
        ("8 h", 1),
        ("1 day", 1),
    ],
)
def test_working_days(within: str, days: int) -> None:
    assert working_days(time(within)) == days


def test_each_is_read_by_a_day_in_order_and_the_last_by_the_last() -> None:
    assert list(spread(5, [10, 10, 10, 10, 10])) == [1, 2, 3, 4, 5]
    assert list(spread(5, [1, 1, 98])) == [1, 1, 5]
    assert list(spread(2, [30, 1, 1])) == [2, 2, 2]
    assert list(spread(0, [3, 4])) == [0, 0]
    assert list(spread(5, [])) == []


def test_what_to_read_in_order() -> None:
    course = path_of(courses()).course
    assert [lesson.id for lesson in course.lessons] == ["call", "mail", "later"]
    assert (course.title, course.audience, course.within) == ("First week", "Agents", "1 week")
    assert [lesson.minutes for lesson in course.lessons] == [1, 3, 3]
    assert [lesson.steps for lesson in course.lessons] == [3, 0, 0]
    assert course.minutes == 7


def test_what_is_over_says_what_to_read_instead() -> None:
    over = path_of(courses()).course.over
    assert [each.sop.title for each in over] == ["Old", "gone"]
    assert [[heir.title for heir in each.instead] for each in over] == [["New"], []]


def test_drafts_that_are_not_listed_are_not_read() -> None:
    course = path_of(courses(lists_drafts=False)).course
    assert [lesson.id for lesson in course.lessons] == ["call", "mail"]
    assert "later" not in [each.sop.title for each in course.over]


def test_why_for_this_role() -> None:
    call, mail, _ = path_of(courses()).stages
    assert call.why
    assert (call.why.mine, call.why.gives, call.why.takes) == (2, ("Team lead",), ())
    assert call.url == "../call/?path=week"
    assert call.walk == "../call/?walk"
    assert call.practice == "../practice/?sop=call"
    assert call.history == "../history/call.md"
    assert mail.why is None
    assert (mail.walk, mail.practice) == ("", "")


def test_why_is_not_told_where_it_is_not_known() -> None:
    assert [stage.why for stage in path_of(courses(), "all").stages] == [None]
    broken = read(call__workflow__yml=CALL.replace("do: Pay", "doo: Pay"))
    assert not [stage.why for stage in path_of(courses(broken)).stages if stage.why]


def test_days_are_a_plan() -> None:
    found = path_of(courses())
    assert (found.course.days, [stage.day for stage in found.stages]) == (5, [1, 3, 5])
    other = path_of(courses(), "lead")
    assert (other.course.days, [stage.day for stage in other.stages]) == (0, [0])
    assert other.course.audience == "Team lead"


def test_who_trains_is_written_to_with_what_the_build_knows() -> None:
    found = path_of(courses())
    assert found.send == "mailto:trainer@example.com?subject=First%20week&body={progress}"


@pytest.mark.parametrize(
    "send, address",
    [
        ("mailto:t%2Bnew@example.com?body={progress}", "t+new@example.com"),
        ("https://forms.example.com/a?text={progress}", "forms.example.com"),
        ("", ""),
    ],
)
def test_whom_one_writes_to_is_shown(send: str, address: str, renderer: Renderer) -> None:
    found = courses()
    choices = replace(found.site.choices, answers=Answers(training=send))
    path = path_of(replace(found, site=replace(found.site, choices=choices)))
    assert path.send_to == address
    html = renderer.page("path.html", path)
    assert (f"The message goes to {address}." in html) is bool(address)


def test_browsers_learn_the_newest_change_that_matters() -> None:
    found = path_of(courses(past=changed(call=1)))
    assert [stage.lesson.material for stage in found.stages] == ["0000000000:1790935200", "", ""]


def test_all_paths(renderer: Renderer) -> None:
    found = learning(courses(past=changed(call=1)))
    assert [entry.course.title for entry in found.entries] == [
        "First week",
        "New lead",
        "Everybody",
    ]
    assert json.loads(found.entries[0].lessons) == {
        "call": "0000000000:1790935200", "mail": "", "later": "",
    }  # fmt: skip
    html = renderer.page("learning.html", found)
    assert "for Agents · within 1 week · 3 SOPs · about 7 minutes to read" in html
    assert html.count("../learn/") == 3


def test_an_sop_says_where_it_stands() -> None:
    found = courses()
    sops = found.site.library.sops
    week, lead = memberships(sops["mail"], found.site, found.links)
    assert (week.title, week.number, week.count) == ("First week", 2, 3)
    assert week.following
    assert (week.following.title, week.following.url) == ("Later", "../later/?path=week")
    assert (lead.number, lead.count, lead.following) == (1, 1, None)
    assert memberships(sops["old"], found.site, found.links) == ()
    assert memberships(sops["new"], found.site, found.links) == ()


def test_a_path_without_a_page_is_not_named() -> None:
    found = courses()
    links = replace(found.links, own=lambda _: "")
    assert memberships(found.site.library.sops["mail"], found.site, links) == ()


def test_many_paths_are_bounded() -> None:
    lines = (f"  p{number}: {{title: P, sops: [mail]}}\n" for number in range(20))
    found = courses(read(organisation__yml=f"paths:\n{''.join(lines)}"))
    assert len(memberships(found.site.library.sops["mail"], found.site, found.links)) == MOST


def test_the_way_on_stands_in_the_foot(renderer: Renderer) -> None:
    found = courses()
    html = renderer.foot(foot(found.site.library.sops["mail"], found.site, found.links))
    assert '<a href="../learn/week/">First week</a> (2 of 3)' in html
    assert '<a rel="next" href="../later/?path=week">Later</a>' in html
    other = foot(found.site.library.sops["new"], found.site, found.links)
    assert "sopbook-paths" not in renderer.foot(other)


def test_what_no_path_covers() -> None:
    found = trainers(courses()).uncovered
    assert [(one.audience, one.has_path) for one in found] == [("Managers", False)]
    assert [[link.title for link in one.sops] for one in found] == [["New", "Newest"]]
    # What is in a path for everybody is covered.
    everybody = read(organisation__yml=ORGANISATION.replace("[later]", "[new, newest]"))
    assert trainers(courses(everybody)).uncovered == ()


def test_what_no_path_covers_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training_view, "MOST", 1)
    (found,) = trainers(courses()).uncovered
    assert (len(found.sops), found.more) == (1, 1)


def test_roles_without_a_path_are_named(renderer: Renderer) -> None:
    found = trainers(courses())
    assert found.roles == ("Bookkeeper",)
    assert "no onboarding path is for them: Bookkeeper." in renderer.page("training.html", found)
    assert (
        trainers(courses(read(call__workflow__yml=CALL.replace("[books, ana]", "agent")))).roles
        == ()
    )


def test_who_reads_what(monkeypatch: pytest.MonkeyPatch, renderer: Renderer) -> None:
    found = trainers(courses())
    assert [(row.sop.title, row.paths) for row in found.readings] == [
        ("Call", ("First week",)),
        ("Later", ("First week", "Everybody")),
        ("Mail", ("First week", "New lead")),
    ]
    monkeypatch.setattr(training_view, "MOST_READ", 1)
    found = trainers(courses())
    assert (len(found.readings), found.more_readings) == (1, 2)
    assert "and 2 more SOPs" in renderer.page("training.html", found)


def test_what_changed_newest_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training_view, "MOST_SAID", 2)
    found = trainers(courses(past=changed(call=1, mail=5, old=9)))
    assert [(row.sop.title, row.on and row.on.iso) for row in found.changed] == [
        ("Mail", "2026-10-06"),
        ("Call", "2026-10-02"),
    ]
    mail, call = found.changed
    assert (mail.said, mail.more) == (("A step is new", "Two"), 1)
    assert (mail.paths, call.paths) == (("First week", "New lead"), ("First week",))
    assert mail.history == "../history/mail.md"


def test_what_changed_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training_view, "MOST_CHANGED", 1)
    found = trainers(courses(past=changed(call=1, mail=5)))
    assert ([row.sop.title for row in found.changed], found.more) == (["Mail"], 1)


def test_the_past_may_be_unknown(renderer: Renderer) -> None:
    assert not trainers(courses()).is_told
    missing = Past(Chronicle(missing=Missing(next(iter(Lack)))))
    assert not trainers(courses(past=missing)).is_told
    assert "there is no history" in renderer.page("training.html", trainers(courses()))
    quiet = Past(Chronicle({"call": (telling(minor("A comma")),)}))
    html = renderer.page("training.html", trainers(courses(past=quiet)))
    assert "Nothing changed in such a way" in html


def test_pages_are_whole_without_scripts(renderer: Renderer) -> None:
    html = renderer.page("path.html", path_of(courses(past=changed(call=1))))
    for words in (
        "Your steps in it: 2 of 3.", "You hand over to: Team lead.", "by working day 3",
        "Somebody calls.", "Read instead:", "about 3 minutes to read", "Draft",
    ):  # fmt: skip
        assert words in html
    other = renderer.page("training.html", trainers(courses(past=changed(call=1))))
    for words in ("A step is new", "Three", "There is no path for them.", "2 October 2026"):
        assert words in other


def test_nothing_typed_is_taken_for_markup(renderer: Renderer) -> None:
    evil = json.dumps(EVIL)
    organisation = f"paths:\n  week: {{title: {evil}, for: agents, sops: [call]}}\n"
    call = CALL.replace("title: Call", f"title: {evil}").replace("Somebody calls.", evil)
    past = Past(Chronicle({"call": (telling(said(EVIL)),)}))
    found = courses(read(organisation__yml=organisation, call__workflow__yml=call), past)
    sop = found.site.library.sops["call"]
    html = "".join((
        renderer.page("path.html", path_of(found)),
        renderer.page("learning.html", learning(found)),
        renderer.page("training.html", trainers(found)),
        renderer.foot(foot(sop, found.site, found.links)),
    ))  # fmt: skip
    assert "{{7*7}}" in html
    assert not {"script", "img", "onerror", "src", "style"} & tags_and_attributes(html)
