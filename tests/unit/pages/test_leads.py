"""Pages for those who lead: all rules, what was found, what could be better."""

import re
from dataclasses import replace

import pytest

from sopbook import assets
from sopbook.checks.ground import ground_of
from sopbook.checks.policy import Policy
from sopbook.checks.rules import RULES
from sopbook.checks.waivers import Waived
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.library import Library
from sopbook.core.model import Kind, Sop, Status, Step, Workflow
from sopbook.core.names import Names
from sopbook.core.other_files import MADE
from sopbook.core.reading import Reading, read_library
from sopbook.core.span import Span
from sopbook.pages.inspection import Inspection
from sopbook.pages.own import LEADS
from sopbook.pages.own import RULES as RULES_PAGE
from sopbook.pages.render import Renderer
from sopbook.pages.site import Links, Site, site
from sopbook.pages.views import checked as checked_view
from sopbook.pages.views import improvement as improvement_view
from sopbook.pages.views.checked import checked
from sopbook.pages.views.improvement import Improvement, improvement
from sopbook.pages.views.manual import manual
from tests.unit.pages.department import HERE, bare, ref

OTHER = Span("refund.md", 1, 1, 1, 6)
EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}"


@pytest.fixture
def links(links: Links) -> Links:
    """Links of a site that has the pages for leads."""
    return replace(links, own=lambda part: f"../leads/{part}/", page=lambda path: f"../{path}")


def better(here: Site, links: Links) -> Improvement:
    """What could be better in a library."""
    return improvement(ground_of(Reading(here.library)), here, links)


def finding(code: str, severity: Severity, span: Span = HERE, message: str = "Wrong") -> Diagnostic:
    return Diagnostic(code, message, span, severity=severity)


def seen(here: Site, *found: Diagnostic, waived: tuple[Waived, ...] = ()) -> Inspection:
    texts = {HERE.path: "steps:\n", OTHER.path: "title: x\n"}
    return Inspection(Reading(here.library), Policy(), found, waived, texts)


def test_every_rule_has_its_place(links: Links, renderer: Renderer) -> None:
    html = renderer.page("manual.html", manual(Policy(), links))
    for code in RULES:
        assert html.count(f'<h3 id="{code.lower()}">') == 1
    assert html.count(" Found</p>") == html.count(" Not found</p>") == len(RULES)
    assert "Elsewhere" not in html
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    for section in RULES_PAGE.sections:
        assert f"sopbook-{section}" in ids


def test_no_link_to_a_page_of_ours_is_called_broken() -> None:
    assert [page.path for page in LEADS if not page.path.startswith(MADE)] == []


def test_a_rule_says_how_much_it_matters_here(links: Links, renderer: Renderer) -> None:
    policy = Policy({"SOP210": Severity.ADVICE, "SOP211": None})
    html = renderer.page("manual.html", manual(policy, links))
    softer = html.partition('<h3 id="sop210">')[2].partition("<h3")[0]
    assert "Advice" in softer
    assert "Elsewhere: Warning" in softer
    off = html.partition('<h3 id="sop211">')[2].partition("<h3")[0]
    assert "Off here" in off
    assert "Elsewhere: Error" in off
    fixed = html.partition('<h3 id="sop101">')[2].partition("<h3")[0]
    assert "no site is made with such a mistake" in fixed


def test_an_example_of_several_files_names_them(links: Links, renderer: Renderer) -> None:
    html = renderer.page("manual.html", manual(Policy(), links))
    rule = html.partition('<h3 id="sop118">')[2].partition("<h3")[0]
    assert rule.count("<code>call.md</code>") == 2
    assert "<code>---\ntitle: Call\n" in rule


def test_english_is_marked_as_english(links: Links) -> None:
    html = Renderer(assets.words("ro"), str).page("manual.html", manual(Policy(), links))
    assert '<p lang="en">Nobody ever gets there' in html
    assert "Ce caută verificările" in html


def test_nothing_found_is_said(here: Site, links: Links, renderer: Renderer) -> None:
    html = renderer.page("checked.html", checked(seen(here), here, links))
    assert "In 5 SOPs, the checks found nothing; retired ones count as well." in html
    assert "no SOP has a finding that somebody lets stand" in html
    assert "<table" not in html
    assert "sopbook-places" not in html


def test_the_worst_places_come_first(here: Site, links: Links, renderer: Renderer) -> None:
    advice = finding("SOP235", Severity.ADVICE)
    found = (advice, finding("SOP210", Severity.WARNING, OTHER),
             finding("SOP301", Severity.WARNING, Span("organisation.yml", 3)))  # fmt: skip
    view = checked(seen(here, *found), here, links)
    assert [place.place.title for place in view.places] == [
        "organisation.yml", "Refund", "Complaint call",
    ]  # fmt: skip
    html = renderer.page("checked.html", view)
    assert "<strong>2 warnings</strong>, <strong>1 piece of advice</strong>." in html
    assert '<h3 id="in-refund"><a href="../refund/">Refund</a></h3>' in html
    assert '<a href="../organisation.yml">organisation.yml</a>' in html
    assert 'href="../leads/rules/#sop210"' in html
    assert [(tally.code, tally.count) for tally in view.tallies] == [
        ("SOP210", 1), ("SOP301", 1), ("SOP235", 1),
    ]  # fmt: skip


def test_what_stands_is_shown_with_its_reason(here: Site, links: Links, renderer: Renderer) -> None:
    stand = Waived(finding("SOP210", Severity.WARNING), "Reached by telephone")
    html = renderer.page("checked.html", checked(seen(here, waived=(stand,)), here, links))
    assert "the checks found nothing" in html
    assert "Reached by telephone" in html
    assert "SOP210" in html


def test_a_page_does_not_grow_for_ever(here: Site, links: Links, renderer: Renderer) -> None:
    most = checked_view.MOST
    many = [finding("SOP235", Severity.ADVICE, Span(HERE.path, n)) for n in range(most + 5)]
    stands = tuple(Waived(one, "So it is") for one in many)
    html = renderer.page("checked.html", checked(seen(here, *many, waived=stands), here, links))
    assert html.count('<li class="sopbook-finding">') == 2 * most
    assert html.count("5 more are not shown.") == 2


def test_without_a_day_it_is_said_what_was_not_judged(here: Site, links: Links) -> None:
    inspection = seen(here)
    by_day = any(rule.needs_day for rule in RULES.values())
    assert checked(inspection, here, links).is_dayless is by_day
    off = Policy(dict.fromkeys((c for c, rule in RULES.items() if rule.needs_day), None))
    assert not checked(replace(inspection, policy=off), here, links).is_dayless


def test_nothing_in_a_finding_is_markup(here: Site, links: Links, renderer: Renderer) -> None:
    span = Span(f"{EVIL}.md", 1, 1, 1, 9)
    evil = Diagnostic("SOP210", f"`{EVIL}` {EVIL}", span, EVIL, Severity.WARNING)
    stand = Waived(finding("SOP210", Severity.WARNING), EVIL)
    inspection = replace(seen(here, evil, waived=(stand,)), texts={span.path: EVIL})
    there = site(replace(here.names, library=named(here, EVIL)))
    html = renderer.page("checked.html", checked(inspection, there, links))
    html += renderer.page("improvement.html", better(there, links))
    assert "<script" not in html
    assert "<img" not in html
    assert "{{7*7}}" in html


def named(here: Site, text: str) -> Library:
    """The department, with this text wherever its steps and cards have one."""
    sops = {}
    for sop in here.library.sops.values():
        steps = sop.workflow.steps if sop.workflow else ()
        card = replace(sop.card, title=text, responsible=None)
        evil = tuple(replace(step, text=text, automate=text, by=()) for step in steps)
        sops[sop.id] = replace(sop, card=card, workflow=Workflow(evil) if steps else None)
    return replace(here.library, sops=sops)


def test_what_could_be_better(here: Site, links: Links, renderer: Renderer) -> None:
    view = better(here, links)
    assert view.sops == 4
    assert [row.idea for row in view.ideas.rows] == ["the telephone system could open it"]
    assert view.ideas.rows[0].url == "../complaint-call/#step-open"
    assert [row.sop.title for row in view.proposals.rows] == ["Better call"]
    assert [row.title for row in view.unanswered.rows] == ["Better call"]
    assert [(row.sop.title, row.last and row.last.iso) for row in view.reviews.rows] == [
        ("Greeting", None), ("Refund", None), ("Complaint call", "2026-09-01"),
    ]  # fmt: skip
    html = renderer.page("improvement.html", view)
    assert 'data-sopbook-after="2027-01-31"' in html
    assert 'data-sopbook-after="2027-03-01"' in html
    assert "every step says who does it" in html
    for part in ("improvement", "checked", "rules"):
        assert f'href="../leads/{part}/"' in html
    assert html.count("aria-current") == 1


def grown(here: Site, *more: Sop) -> Site:
    sops = {**here.library.sops, **{sop.id: sop for sop in more}}
    return site(replace(here.names, library=replace(here.library, sops=sops)))


def test_what_is_retired_needs_nothing(here: Site, links: Links) -> None:
    steps = (Step("a", Kind.DO, 1, HERE, "Act", automate="by a machine"),)
    old = replace(bare("old", status=Status.RETIRED, improves=ref("refund")),
                  workflow=Workflow(steps))  # fmt: skip
    before, after = better(here, links), better(grown(here, old), links)
    assert after == before


CALL = """
title: Call
steps:
  - start: Customer calls
  - do: Listen
    by: agent
    takes: 10 min
  - ask: Is it technical?
    by: agent
    answers:
      yes:
        - do: Look into it
          by: finance
          takes: 2-4 days
        - do: Call back
          by: agent
      no: next
  - do: Write it down
  - end: Done
"""
PEOPLE = """
people: {ana: {name: Ana Ionescu}}
roles: {agent: {title: Support agent, people: [ana]}}
teams: {finance: {title: Finance, email: finance@example.com}}
"""


def written(**workflows: str) -> Site:
    """A department as its files say."""
    files = {f"{name}.workflow.yml": text.encode() for name, text in workflows.items()}
    library = read_library({"organisation.yml": PEOPLE.encode(), **files}).library
    return site(Names(library, assets.words("en")))


def test_steps_that_somebody_must_do_have_an_owner(links: Links) -> None:
    unowned = better(written(call=CALL), links).unowned
    assert [(row.caption, row.url) for row in unowned.rows] == [
        ("Write it down", "../call/#step-write-it-down")
    ]


def test_the_longest_way_is_told_with_its_answers(links: Links, renderer: Renderer) -> None:
    short = CALL.replace("title: Call", "title: Short").replace("2-4 days", "2 min")
    timeless = CALL.replace("        takes: 2-4 days\n", "").replace("    takes: 10 min\n", "")
    here = written(call=CALL, short=short, timeless=timeless.replace("  takes: 2-4 days\n", ""))
    view = better(here, links)
    first, second = view.longest.rows
    assert (first.sop.title, first.most, first.usual) == ("Call", "4 days", "1.5 days")
    assert (second.sop.title, second.most, second.usual) == ("Short", "12 min", "11 min")
    assert [(turn.question, turn.answer) for turn in first.turns] == [("Is it technical?", "yes")]
    assert first.untimed == 2
    html = renderer.page("improvement.html", view)
    assert 'href="../call/#step-is-it-technical"' in html
    assert "2 steps do not say how long they take." in html


def test_hand_overs_are_counted_and_named(links: Links, renderer: Renderer) -> None:
    alone = CALL.replace("by: finance", "by: agent")
    view = better(written(call=CALL, alone=alone), links)
    assert [(row.sop.title, row.most, row.usual) for row in view.handed.rows] == [("Call", 2, "1")]
    assert view.handed.rows[0].stations == "Support agent → Finance → Support agent"
    assert "Support agent → Finance → Support agent" in renderer.page("improvement.html", view)


def test_where_others_come_in_between_there_is_a_gap(links: Links) -> None:
    steps = CALL.replace(
        "        - do: Call back\n          by: agent\n",
        "        - together:\n"
        "            one:\n              - do: Book\n                by: agent\n"
        "            other:\n              - do: Pay\n                by: ana\n"
        "        - do: Write\n          by: finance\n",
    )
    row = better(written(call=steps), links).handed.rows[0]
    assert row.stations == (
        "Support agent → Finance → Support agent → … → Ana Ionescu + Support agent → Finance"
    )


def test_what_was_approved_is_decided(here: Site, links: Links) -> None:
    done = bare("done", improves=ref("refund"), status=Status.APPROVED)
    dayless = bare("dayless", improves=ref("refund"), status=Status.REVIEW)
    rows = better(grown(here, done, dayless), links).proposals.rows
    assert [row.sop.title for row in rows] == ["Better call", "Dayless"]
    assert rows[1].decide is None


def test_the_first_of_many_are_shown(here: Site, links: Links, renderer: Renderer) -> None:
    most = improvement_view.MOST
    many = [bare(f"more-{number:03}") for number in range(most + 2)]
    view = better(grown(here, *many), links)
    assert (len(view.unanswered.rows), view.unanswered.more) == (most, 3)
    assert "3 more are not shown." in renderer.page("improvement.html", view)
