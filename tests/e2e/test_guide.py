"""The guide: an SOP walked step by step, by keyboard and by touch."""

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from sopbook.assets import words
from sopbook.core.library import Library
from sopbook.core.model import Kind, Sop, Step
from sopbook.core.names import Names
from sopbook.core.reading import read_library
from sopbook.diagram.outline import line
from sopbook.docs_folder import read_folder
from tests.e2e import axe
from tests.e2e.conftest import Visit
from tests.e2e.shelf import SOPS
from tests.e2e.test_pages import COLOURS, WIDE_THINGS
from tests.site.workshop import make
from tests.walks import FOLLOW, Walk, covering, plain, walks

CALL = "complaints/complaint-call.html"
HEADING = ".sopbook-guide h2:visible"
ANSWER = ".sopbook-answer"
TAKEN = ("way", "branch", "gather")
PARCEL = "orders/where-is-my-parcel.html?walk=what-tracking-says.search"


@cache
def library() -> Library:
    return read_library(read_folder(SOPS)[0]).library


def sops() -> list[str]:
    return sorted(sop.id for sop in library().sops.values() if sop.workflow)


def page_of(sop: Sop) -> str:
    return sop.page_path.removesuffix(".md") + ".html"


def open_guide(visit: Visit, path: str = CALL, query: str = "?walk", **options: Any) -> Page:
    page = visit(path + query, **options)
    page.locator(HEADING).wait_for()
    return page


def caption(page: Page) -> str:
    return page.locator(f"{HEADING} > span:last-child").inner_text()


def press(page: Page, *keys: str) -> None:
    for key in keys:
        before = page.url
        page.keyboard.press(key)
        page.wait_for_function("before => location.href !== before", arg=before)


def choose(page: Page, answer: str) -> None:
    """Press the key of an answer, as a reader finds it."""
    before = page.url
    said = page.locator(ANSWER).filter(has_text=answer).first
    page.keyboard.press(said.locator("kbd").inner_text())
    page.wait_for_function("before => location.href !== before", arg=before)


# Presses the key of each choice of each walk, and notes what is shown; then takes all of them.
WALK = """given => {
    const now = () => document.querySelector(".sopbook-guide h2 > span:last-child").textContent;
    const offered = () => [...document.querySelectorAll(".sopbook-answer")]
        .map((button, place) => [button, place + 1])
        .filter(([button]) => ["way", "branch", "gather"].includes(button.dataset.kind));
    const press = key => document.activeElement.dispatchEvent(
        new KeyboardEvent("keydown", {key: String(key), bubbles: true, cancelable: true}));
    const wrong = [];
    for (const walk of JSON.parse(given)) {
        document.querySelector(".sopbook-guide [data-do=restart]").click();
        for (const {caption, labels, chosen} of walk) {
            const found = offered();
            const shown = found.map(([button]) => button.querySelector("span").textContent);
            const isSame = shown.length === labels.length
                && shown.every((text, place) => text.includes(labels[place]));
            if (now() !== caption || !isSame) wrong.push(`${now()} ${shown}: ${caption} ${labels}`);
            if (!document.activeElement.matches(".sopbook-guide h2")) wrong.push("lost the focus");
            if (chosen >= 0 && found[chosen]) press(found[chosen][1]);
        }
    }
    return wrong;
}"""


def told(sop: Sop, chosen: Sequence[Walk]) -> list[list[dict[str, Any]]]:
    """Give walks through an SOP, as a reader meets them."""
    assert sop.workflow
    names = Names(library(), words("en"))
    captions = {step.id: line(names.caption(step)) for step in sop.workflow.steps}
    begin = int(is_bare(sop.workflow.steps[0]))
    return [
        [
            {
                "caption": captions[stop.step],
                "labels": [choice.label for choice in stop.choices],
                "chosen": stop.chosen,
            }
            for stop in walk[begin:]
        ]
        for walk in chosen
    ]


def is_bare(step: Step) -> bool:
    """Say whether a start has nothing to read and to choose: one begins after it."""
    told = (
        step.by,
        step.within,
        step.takes,
        step.say,
        step.note,
        step.uses,
        step.needs,
        step.gives,
    )
    return step.kind is Kind.START and len(step.exits) == 1 and not any(told)


@pytest.mark.parametrize("name", sops())
def test_every_sop_is_walked_by_keys_on_each_way_to_each_end(visit: Visit, name: str) -> None:
    """And on each path, by what reckons where keys lead."""
    sop = library().sops[name]
    assert sop.workflow
    every = tuple(walks(sop.workflow))
    page = open_guide(visit, page_of(sop), width=360)
    wrong = page.evaluate(WALK, json.dumps(told(sop, covering(every))))
    wrong += page.evaluate(FOLLOW, json.dumps([None, plain(every)]))
    assert not wrong, "\n".join(wrong[:10])


@pytest.mark.parametrize("name", sops())
def test_every_sop_is_walked_by_touch_to_an_end(visit: Visit, name: str) -> None:
    sop = library().sops[name]
    assert sop.workflow
    shortest = min(covering(tuple(walks(sop.workflow))), key=len)
    page = open_guide(visit, page_of(sop), width=360, has_touch=True, is_mobile=True)
    answers = page.locator(",".join(f"{ANSWER}[data-kind={kind}]" for kind in TAKEN))
    [stops] = told(sop, [shortest])
    for stop in stops:
        expect(page.locator(f"{HEADING} > span:last-child")).to_have_text(stop["caption"])
        if stop["chosen"] >= 0:
            answers.nth(stop["chosen"]).tap()


def test_the_key_the_button_and_the_link_begin_it(visit: Visit) -> None:
    page = visit(CALL)
    page.keyboard.press("g")
    expect(page.locator(HEADING)).to_be_focused()
    assert page.url.endswith("?walk")
    page.get_by_role("button", name="Close").click()
    expect(page.get_by_role("link", name="Walk me through it")).to_be_focused()
    expect(page.locator(".sopbook-steps")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(HEADING)).to_be_focused()


def test_who_types_does_not_begin_it(visit: Visit) -> None:
    page = visit(CALL)
    page.evaluate("document.querySelector('article').append(document.createElement('textarea'))")
    page.locator("article > textarea").press("g")
    page.keyboard.press("Control+g")
    assert page.locator(".sopbook-guide").count() == 0


def test_a_call_by_keyboard_with_another_sop_on_the_way(visit: Visit) -> None:
    page = open_guide(visit, "calls/support-call.html")
    for answer in ("Done", "yes", "Done"):
        choose(page, answer)
    assert caption(page) == "Find the customer's record"
    press(page, "1")
    page.locator(HEADING).wait_for()
    assert "identify-customer" in page.url
    expect(page.get_by_role("link", name="Back to Support call")).to_be_visible()
    for answer in ("yes", "Done", "yes"):
        choose(page, answer)
    choose(page, "Go on in Support call")
    page.locator(HEADING).wait_for()
    assert caption(page) == "Listen to the whole story first"
    before = page.locator(".sopbook-guide__before")
    expect(before).to_have_text("Find the customer's record ended with: You know who it is")
    page.get_by_role("button", name="Summary").click()
    text = page.locator(".sopbook-guide pre").inner_text()
    assert "10. Find the customer's record: You know who it is" in text
    assert "   8. Do both match the record? yes" in text
    assert "11. Listen to the whole story first: we are here" in text


def test_it_is_walked_by_touch(visit: Visit) -> None:
    page = open_guide(visit, width=360, has_touch=True, is_mobile=True)
    for answer in ("Done", "Not needed", "no", "Done", "Done", "Done", "yes", "Done", "yes"):
        button = page.locator(ANSWER).filter(has_text=answer).first
        box = button.bounding_box()
        assert box
        assert box["height"] >= 44
        button.tap()
    assert caption(page) == "Do it now, while you are on the line"


def test_a_link_opens_right_there_and_back_and_reload_keep_the_place(visit: Visit) -> None:
    page = open_guide(visit, query="?walk=danger.listen")
    assert caption(page) == "Listen, then say back what happened"
    press(page, "1")
    page.reload()
    page.locator(HEADING).wait_for()
    assert caption(page) == "Apologise once, plainly"
    page.go_back()
    assert caption(page) == "Listen, then say back what happened"
    page.keyboard.press("b")
    expect(page.locator(HEADING)).to_contain_text("Was anyone hurt")


def test_as_files_the_address_is_kept_too(visit: Visit, folder: str) -> None:
    page = open_guide(visit, home=folder)
    press(page, "1")
    page.reload()
    page.locator(HEADING).wait_for()
    assert caption(page) == "Open the customer's record"
    page.go_back()
    assert caption(page) == "Answer and give your name"


def test_a_step_that_is_gone_leads_to_the_last_that_is_there(visit: Visit) -> None:
    page = open_guide(visit, query="?walk=danger.listen.long-gone.offer")
    assert caption(page) == "Listen, then say back what happened"
    expect(page.get_by_text("no longer here")).to_be_visible()
    press(page, "1")
    expect(page.get_by_text("no longer here")).to_be_hidden()


def test_two_tabs_do_not_disturb_each_other(visit: Visit) -> None:
    page = open_guide(visit)
    other = page.context.new_page()
    other.goto(page.url)
    press(page, "1", "1")
    other.locator(HEADING).wait_for()
    assert caption(other) == "Answer and give your name"
    press(other, "1")
    page.reload()
    page.locator(HEADING).wait_for()
    assert caption(page) == "Was anyone hurt, or is there a danger?"


def test_a_deadline_counts_from_when_the_step_was_opened(visit: Visit) -> None:
    page = visit("index.html", alone=True)
    page.clock.install(time=1_790_000_000)
    page.goto(page.url.replace("index.html", f"{CALL}?walk=answer-and-give-your-name"))
    clock = page.locator(".sopbook-guide__clock")
    expect(clock).to_have_text("0:20 left")
    page.clock.run_for(5_000)
    expect(clock).to_have_text("0:15 left")
    page.reload()
    expect(clock).to_have_text(re.compile("^0:1[0-5] left$"))
    page.clock.run_for(20_000)
    expect(clock).to_contain_text("over by 0:0")
    expect(page.locator(".sopbook-guide__said")).to_have_text("The time for this step is over.")


# Whatever the site's own keys for other pages do, they do it on the window.
LISTEN = "heard = []; addEventListener('keydown', event => heard.push(event.key))"


@pytest.mark.parametrize("query", ["?walk", "?checklist"])
def test_no_key_of_the_theme_leads_into_another_sop(visit: Visit, query: str) -> None:
    page = visit(CALL + query)
    page.locator(".sopbook-guide, .sopbook-checklist").wait_for()
    page.evaluate(LISTEN)
    for key in (",", ".", "p", "n", "Alt+n"):
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert not set(page.evaluate("heard")) & {",", ".", "p", "n"}
    assert CALL + query in page.url
    page.keyboard.press("/")
    expect(page.locator(".sopbook-search")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".sopbook-search")).to_be_hidden()
    page.keyboard.press("Control+k")
    expect(page.locator(".sopbook-search")).to_be_visible()


def test_n_goes_on_where_there_is_one_way(visit: Visit) -> None:
    page = open_guide(visit, query="?walk=customer-calls-with-a-complaint")
    press(page, "n")
    assert caption(page) == "Answer and give your name"
    page.keyboard.press("n")
    assert caption(page) == "Answer and give your name"


def test_a_start_without_anything_to_read_costs_no_press(visit: Visit) -> None:
    page = open_guide(visit)
    assert page.url.endswith("?walk")
    assert caption(page) == "Answer and give your name"
    expect(page.locator("[data-do=back]").first).to_be_disabled()
    expect(page.locator(".sopbook-guide__trail")).to_contain_text("Customer calls with a complaint")
    press(page, "1", "b")
    assert page.url.endswith("?walk")
    expect(page.locator("[data-do=back]").first).to_be_disabled()


def test_escape_closes_and_one_finds_the_place_again(visit: Visit) -> None:
    page = open_guide(visit, query="?walk=danger.listen")
    page.get_by_role("button", name="Summary").click()
    page.keyboard.press("Escape")
    assert caption(page) == "Listen, then say back what happened"
    page.keyboard.press("Escape")
    expect(page.locator(".sopbook-guide")).to_have_count(0)
    page.go_back()
    assert caption(page) == "Listen, then say back what happened"
    case = page.evaluate("history.state.sopbookCase")
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Back to the step").click()
    assert caption(page) == "Listen, then say back what happened"
    assert page.evaluate("history.state.sopbookCase") == case
    page.reload()
    page.locator(HEADING).wait_for()
    assert caption(page) == "Listen, then say back what happened"


def test_embedded_escape_does_not_leave_it(visit: Visit) -> None:
    page = open_guide(visit, query="?walk=danger.listen&compact")
    page.keyboard.press("Escape")
    expect(page.locator(HEADING)).to_be_visible()


def test_it_says_where_others_take_over_and_what_is_not_ones_own(visit: Visit) -> None:
    page = open_guide(visit, PARCEL, query="")
    taking = page.locator(".sopbook-guide__taking")
    expect(taking).to_contain_text("From here: Delivery desk")
    expect(taking).to_contain_text("Your part may end here")
    assert taking.get_by_role("link", name="Delivery desk").get_attribute("href")
    assert "not yours" not in page.locator(HEADING).inner_text()
    assert not findings(page)
    page.evaluate("sopbookBase.store('role').write('delivery-desk')")
    page.reload()
    expect(taking).to_contain_text("From here: Delivery desk")
    expect(taking).not_to_contain_text("Your part")
    page.evaluate("sopbookBase.store('role').write('agent')")
    page.reload()
    expect(page.locator(HEADING)).to_contain_text("not yours")
    press(page, "1")
    page.get_by_role("button", name="Summary").first.click()
    text = page.locator(".sopbook-guide pre").inner_text()
    assert "Open a search at the carrier: passed to Delivery desk" in text
    assert "Customer / case: \n" in text


def test_a_finger_goes_back_to_the_top_of_the_step(visit: Visit) -> None:
    page = open_guide(visit, query="?walk=danger.listen", width=360, has_touch=True, is_mobile=True)
    page.locator(ANSWER).first.tap()
    page.locator(".sopbook-guide__map summary").tap()
    expect(page.locator(".sopbook-guide__map [aria-current=step]")).to_be_in_viewport()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.locator("[data-do=back]").first.tap()
    expect(page.locator(HEADING)).to_contain_text("Listen")
    page.wait_for_timeout(200)
    assert page.evaluate("scrollY") == 0


def test_needs_are_ticked_and_handed_over(visit: Visit) -> None:
    page = open_guide(visit, query="?walk=write-down-where-we-stand-and-how-to-go")
    page.get_by_label("case number").check()
    page.reload()
    page.locator(HEADING).wait_for()
    expect(page.get_by_label("case number")).to_be_checked()
    page.get_by_role("button", name="Summary").click()
    expect(page.locator(HEADING)).to_be_focused()
    assert "at hand: case number" in page.locator(".sopbook-guide pre").inner_text()
    page.keyboard.press("Escape")
    expect(page.locator(HEADING)).to_contain_text("Write down")
    assert "case" not in page.url.split("?")[1]


def test_one_jumps_by_the_list_and_by_the_chart(visit: Visit) -> None:
    page = open_guide(visit)
    page.locator(".sopbook-guide summary", has_text="All steps").click()
    page.get_by_role("button", name="12. Offer the solution").click()
    assert caption(page) == "Offer the solution you would want yourself"
    expect(page.locator(".sopbook-guide__map [aria-current=step]")).to_have_count(1)
    page.locator(".sopbook-guide__map a[href='#step-agreed']").click()
    assert caption(page) == "Do it now, while you are on the line"
    page.locator(".sopbook-guide__trail button").first.click()
    assert caption(page) == "Customer calls with a complaint"


def test_no_id_is_doubled_and_the_chart_comes_home(visit: Visit) -> None:
    page = open_guide(visit)
    ids = "[...document.querySelectorAll('[id]')].map(one => one.id)"
    found = page.evaluate(ids)
    assert len(found) == len(set(found))
    page.get_by_role("button", name="Close").click()
    expect(page.locator(".sop-chart__figure > .sop-chart__view > svg")).to_be_visible()


def test_an_escalation_shows_whom_to_turn_to(visit: Visit) -> None:
    page = open_guide(visit, query="?walk=over-to-lead")
    card = page.locator(".sopbook-guide .sopbook-handover")
    expect(card).to_contain_text("Team lead")
    assert card.locator("a[href^='tel:']").count() >= 1


@pytest.mark.parametrize("place", ["", "=danger", "=over-to-lead", "=complaint-settled", "=gone"])
@pytest.mark.parametrize("width", [1280, 320])
def test_every_state_can_be_used_by_all(visit: Visit, place: str, width: int) -> None:
    page = open_guide(visit, query=f"?walk{place}", width=width)
    found = findings(page)
    page.get_by_role("button", name="Summary").first.click()
    found += findings(page)
    assert not found, "\n".join(found)


def test_what_is_done_at_the_same_time_can_be_used_by_all(visit: Visit) -> None:
    page = open_guide(visit, "complaints/damaged-delivery.html", "?walk=together", width=320)
    assert not findings(page)
    page.get_by_role("button", name="Already done: the new one").click()
    expect(page.get_by_text("✓ the new one goes out: done")).to_be_visible()


def findings(page: Page) -> list[str]:
    found = []
    for name, media in COLOURS.items():
        page.emulate_media(**media)  # type: ignore[arg-type]  # Playwright types each word
        wide = [f"wider than the page: {thing}" for thing in page.evaluate(WIDE_THINGS)]
        found += [f"{name}: {it}" for it in (*wide, *axe.violations(page))]
    return found


def test_it_is_embedded_without_the_site(visit: Visit) -> None:
    page = open_guide(visit, query="?walk&compact")
    expect(page.locator(".md-header")).to_be_hidden()
    assert page.evaluate("document.activeElement === document.body")
    page.locator(ANSWER).first.click()
    assert page.url.endswith("&compact")
    expect(page.locator(HEADING)).to_be_focused()


def test_without_scripts_there_is_no_dead_button(visit: Visit) -> None:
    page = visit(f"{CALL}?walk", java_script_enabled=False)
    expect(page.locator(".sopbook-begin")).to_be_hidden()
    expect(page.locator(".sopbook-steps")).to_be_visible()


def test_paper_has_the_step_or_the_summary_alone(visit: Visit) -> None:
    page = open_guide(visit)
    page.get_by_role("button", name="Summary").click()
    page.emulate_media(media="print")
    expect(page.locator(".sopbook-guide pre")).to_be_visible()
    assert page.locator("main button:visible").count() == 0


def big() -> Mapping[str, str]:
    """Write an SOP of 35 steps for four roles, with words as long as they come."""
    roles = ("agent", "lead", "warehouse", "finance")
    long = "Verificați-disponibilitatea-și-nebeprisikiškiakopūsteliaudami užregistruokite skundą"
    steps = "".join(
        f"  - do: {long} {n}\n    by: {roles[n % 4]}\n    within: 5 min\n" for n in range(32)
    )
    asked = "  - ask: Done?\n    by: agent\n    answers: {yes: next, not at all: begin}\n"
    card = "title: Big one\nresponsible: agent\nsteps:\n  - {id: begin, start: Begin}\n"
    named = "".join(f"  {role}: {{title: {role}, people: [ana]}}\n" for role in roles)
    people = f"people:\n  ana: {{name: Ana Ionescu}}\nroles:\n{named}"
    return {"organisation.yml": people, "big.workflow.yml": f"{card}{steps}{asked}  - end: Done\n"}


def test_35_steps_of_four_roles_fit_a_phone(visit: Visit, tmp_path: Path) -> None:
    site = make(tmp_path, big(), strict=False, use_directory_urls=True)
    page = open_guide(visit, "big/index.html", width=360, home=f"{site.as_uri()}/")
    for place in range(1, 34):
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        assert str(place + 1) in page.locator(".sopbook-guide__place").inner_text()
        press(page, "1")
    assert caption(page) == "Done"


def test_kinds_have_words() -> None:
    assert {f"guide.{kind}" for kind in Kind} <= set(words("en").messages)


def test_the_key_of_the_summary_opens_it(visit: Visit) -> None:
    page = open_guide(visit, query="?walk=danger.listen")
    page.keyboard.press("s")
    expect(page.locator(".sopbook-guide pre")).to_be_visible()
    page.keyboard.press("b")
    assert caption(page) == "Listen, then say back what happened"


def test_who_closes_by_mistake_is_led_back(visit: Visit) -> None:
    page = open_guide(visit, query="?walk=danger.listen")
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Back to the step")).to_be_focused()
    page.keyboard.press("Enter")
    assert caption(page) == "Listen, then say back what happened"
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.locator(HEADING).wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Back to the step").click()
    assert caption(page) == "Listen, then say back what happened"


def test_it_says_what_an_sop_is_for(visit: Visit) -> None:
    page = open_guide(visit, "orders/cancel-subscription.html")
    before = page.locator(".sopbook-guide__before")
    expect(before).to_have_text("For when: Customer wants to cancel Larkmoor Plus")
