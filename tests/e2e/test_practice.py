"""A new hire practises: by keyboard alone, and comes back to what was wrong."""

import json
import re
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.axe import violations
from tests.e2e.conftest import Visit, served
from tests.site.workshop import FILES, make

ALL, SOP = "practice/index.html", "practice/index.html?sop=complaint-call"
CHOICES, SAID = ".sopbook-session__choices button", ".sopbook-session__said"
ASKED, PROGRESS = "#sopbook-asked", ".sopbook-session__progress"
RESULT, NEXT = ".sopbook-session__result", ".sopbook-session__next"
NO_STORAGE = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("no", "SecurityError"); } })"""
RIGHT = """() => {
    const asked = document.querySelector("#sopbook-asked").textContent;
    const told = [...document.querySelectorAll(".sopbook-session__told li")]
        .map(li => li.textContent);
    const texts = [...document.querySelectorAll(".sopbook-session__choices span")]
        .map(span => span.textContent);
    const file = sopbookQuestions["complaint-call"];
    const found = sopbookDrill.questions(file).find(each => each.ask === asked
        && String(each.told) === String(told)
        && String(each.choices.map(({text}) => text).sort()) === String([...texts].sort()));
    return texts.indexOf(found.choices[found.right].text);
}"""


def ready(page: Page) -> Page:
    expect(page.locator(CHOICES).first).to_be_visible()
    return page


def answer(page: Page, *, wrongly: bool = False) -> None:
    right = page.evaluate(RIGHT)
    page.keyboard.press(str((right + wrongly) % page.locator(CHOICES).count() + 1))
    expect(page.locator(NEXT)).to_be_focused()


def stored(page: Page) -> dict[str, Any]:
    return dict(json.loads(page.evaluate("sopbookBase.store('practice').read() ?? '{}'")))


def test_a_session_by_keyboard(visit: Visit) -> None:
    """From the SOP to the result, the first answer wrong: it comes again, and is to be repeated."""
    page = visit("complaints/complaint-call.html")
    page.get_by_role("link", name="Practise").press("Enter")
    ready(page)
    expect(page.locator(ASKED)).to_be_focused()
    expect(page.locator(PROGRESS)).to_have_text("Question 1 of 10")
    first = page.locator(".sopbook-session__told").text_content()
    answer(page, wrongly=True)
    expect(page.locator(SAID)).to_contain_text("Not right.")
    expect(page.locator(SAID)).to_contain_text("Right would be:")
    expect(page.locator(f"{SAID} a")).to_have_attribute("href", re.compile(r"#step-[a-z0-9-]+$"))
    seen = []
    for _ in range(10):
        page.keyboard.press("Enter")
        expect(page.locator(ASKED)).to_be_focused()
        seen.append(page.locator(".sopbook-session__told").text_content())
        if page.locator(PROGRESS).text_content() == "Once more, for it was wrong":
            assert seen[-1] == first
        answer(page)
        expect(page.locator(SAID)).to_contain_text("Right.")
    assert seen.count(first) == 1
    page.keyboard.press("Enter")
    expect(page.locator(f"{RESULT} h2")).to_have_text("9 of 10 right at the first go")
    expect(page.locator(f"{RESULT} h2")).to_be_focused()
    expect(page.locator(f"{RESULT} .sopbook-session__standing")).to_contain_text("1 to repeat")
    expect(page.locator(".sopbook-session__missed > li")).to_have_count(1)


def test_what_was_wrong_comes_first_the_next_time(visit: Visit) -> None:
    page = ready(visit(SOP))
    answer(page)
    page.keyboard.press("Enter")
    wrong = page.locator(".sopbook-session__told").text_content() or ""
    answer(page, wrongly=True)
    page.get_by_role("link", name="All SOPs to practise").click()
    line = page.locator("[data-lesson=complaint-call]")
    expect(line).to_contain_text(re.compile(r"1 known · 1 to repeat · \d+ not asked yet"))
    line.get_by_role("link").click()
    ready(page)
    expect(page.locator(".sopbook-session__told")).to_have_text(wrong)


def test_a_session_goes_on_where_it_was(visit: Visit) -> None:
    """Whoever looks the step up and comes back finds the question, and what was said of it."""
    page = ready(visit(SOP))
    answer(page)
    page.keyboard.press("Enter")
    told = page.locator(".sopbook-session__told").text_content() or ""
    answer(page, wrongly=True)
    kept, order = stored(page), page.locator(CHOICES).all_text_contents()
    page.locator(f"{SAID} a").click()
    expect(page).to_have_url(re.compile("#step-"))
    page.go_back()
    for _ in range(2):
        expect(page.locator(PROGRESS)).to_have_text("Question 2 of 10")
        expect(page.locator(".sopbook-session__told")).to_have_text(told)
        expect(page.locator(SAID)).to_contain_text("Not right.")
        assert page.locator(CHOICES).all_text_contents() == order
        assert stored(page) == kept
        page.reload()
    page.locator(NEXT).click()
    page.reload()
    expect(page.locator(PROGRESS)).to_have_text("Question 3 of 10")
    answer(ready(page))


def test_a_result_is_come_back_to_and_the_next_visit_begins_anew(visit: Visit) -> None:
    page = ready(visit(SOP))
    answer(page, wrongly=True)
    for _ in range(10):
        page.keyboard.press("Enter")
        answer(page)
    page.keyboard.press("Enter")
    page.locator(".sopbook-session__missed a").click()
    expect(page).to_have_url(re.compile("#step-"))
    page.go_back()
    expect(page.locator(f"{RESULT} h2")).to_have_text("9 of 10 right at the first go")
    expect(page.locator(".sopbook-session__missed > li")).to_have_count(1)
    page.get_by_role("link", name="Open the SOP").click()
    page.get_by_role("link", name="Practise", exact=True).first.click()
    ready(page)
    expect(page.locator(PROGRESS)).to_have_text("Question 1 of 10")


def test_a_draft_is_told_as_one(visit: Visit) -> None:
    page = visit(ALL)
    line = page.locator("[data-lesson]:has(.sopbook-badge--draft)").first
    line.get_by_role("link").click()
    ready(page)
    expect(page.locator("h1 .sopbook-badge")).to_have_text("Draft")
    assert "Draft" not in page.title()


def test_a_mouse_does_as_well(visit: Visit) -> None:
    page = ready(visit(SOP))
    page.locator(CHOICES).nth(page.evaluate(RIGHT)).click()
    expect(page.locator(SAID)).to_contain_text("Right.")
    page.locator(CHOICES).first.dispatch_event("click")
    page.keyboard.press("2")
    expect(page.locator(SAID)).to_contain_text("Right.")
    page.locator(NEXT).click()
    expect(page.locator(PROGRESS)).to_have_text("Question 2 of 10")


def test_scores_are_saved_and_forgotten(visit: Visit) -> None:
    page = ready(visit(SOP))
    answer(page)
    page.goto(page.url.partition("?")[0])
    with page.expect_download() as download:
        page.get_by_role("button", name="Save my scores as a file").click()
    lines = download.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("SOP;")
    assert lines[1].startswith('"Complaint call";')
    page.get_by_role("button", name="Forget my scores").click()
    assert stored(page)
    page.get_by_role("button", name="Really forget all scores?").click()
    assert stored(page) == {}
    expect(page.locator(".sopbook-practice__own [role=status]")).to_have_text(
        "All scores are forgotten."
    )


@pytest.mark.parametrize("broken", ["{", "[]", '{"complaint-call": [1]}', '{"complaint-call": 7}'])
def test_scores_that_cannot_be_understood_are_none(visit: Visit, broken: str) -> None:
    page = visit(ALL)
    page.evaluate("text => sopbookBase.store('practice').write(text)", broken)
    page.goto(page.url + "?sop=complaint-call")
    answer(ready(page))
    assert len(stored(page)["complaint-call"]) == 1


def test_without_storage_one_can_practise_all_the_same(browser: Browser, host: str) -> None:
    page = browser.new_page()  # The theme's own scripts complain.
    page.add_init_script(NO_STORAGE)
    page.goto(host + SOP)
    expect(page.locator("[data-kept]").last).to_contain_text("This browser keeps nothing")
    answer(ready(page))
    expect(page.locator(SAID)).to_contain_text("Right.")
    page.close()


@pytest.mark.parametrize("query", ["?sop=no-such-sop", "?sop=../../practice/page"])
def test_an_sop_that_is_none(browser: Browser, host: str, query: str) -> None:
    """A name that is none loads nothing; one without questions says so."""
    page = browser.new_page()
    page.goto(f"{host}{ALL}{query}")
    if "/" in query:
        expect(page.locator(".sopbook-practice__all")).to_be_visible()
    else:
        expect(page.locator(PROGRESS)).to_contain_text("There are no questions for this SOP")
    page.close()


def test_without_scripts_it_says_so(visit: Visit) -> None:
    page = visit(ALL, java_script_enabled=False)
    expect(page.get_by_text("the browser must run JavaScript")).to_be_visible()
    expect(page.locator("[data-lesson]").first).to_be_visible()
    expect(page.locator(".sopbook-practice__local").first).to_be_hidden()
    page.get_by_role("link", name="Refund", exact=True).last.click()
    expect(page).to_have_url(re.compile(r"complaints/refund\.html$"))
    page = visit("complaints/complaint-call.html", java_script_enabled=False)
    expect(page.get_by_role("link", name="Practise", exact=True)).to_have_count(0)


def test_the_choices_change_their_order(visit: Visit) -> None:
    """Whoever presses the number they remember is not right for that."""
    page = visit(SOP)
    orders = set()
    for _ in range(8):
        orders.add(tuple(ready(page).locator(CHOICES).all_text_contents()))
        page.get_by_role("link", name="All SOPs to practise").click()
        page.locator("[data-lesson=complaint-call] a").click()
    assert len(orders) > 1


def test_ones_own_role_is_asked_first(visit: Visit) -> None:
    page = visit(ALL)
    page.evaluate("sopbookBase.store('role').write('finance')")
    page.goto(page.url + "?sop=refund")
    ready(page)
    ids = "questions => questions.map(({by}) => !by.length || by.includes('finance'))"
    own = page.evaluate(f"({ids})(sopbookDrill.questions(sopbookQuestions.refund, 'finance'))")
    assert own == sorted(own, reverse=True)
    assert not all(own)


def test_what_is_known_is_said_modestly(visit: Visit) -> None:
    page = ready(visit(SOP))
    page.evaluate("""() => {
        const now = Date.now();
        const all = sopbookQuestions["complaint-call"].questions.map(([id]) => [id, [1, now]]);
        const scores = {"complaint-call": Object.fromEntries(all)};
        sopbookBase.store("practice").write(JSON.stringify(scores));
    }""")
    page.goto(page.url.partition("?")[0])
    line = page.locator("[data-lesson=complaint-call] .sopbook-practice__standing")
    expect(line).to_have_text(re.compile(r"^\d+ known · nothing to repeat today$"))


def test_fingers_hit_the_links(visit: Visit) -> None:
    page = visit(ALL, width=360)
    for place in ("[data-lesson] a", ".sopbook-session__ways a >> visible=true"):
        for link in page.locator(place).all():
            box = link.bounding_box()
            assert box
            assert box["height"] >= 44
        page.goto(page.url.partition("?")[0] + "?sop=refund")
        ready(page)


def test_from_a_file(visit: Visit, folder: str) -> None:
    page = ready(visit(SOP, home=folder))
    answer(page)
    expect(page.locator(SAID)).to_contain_text("Right.")


def test_where_pages_change_without_being_loaded(visit: Visit, tmp_path: Path) -> None:
    """From an SOP into a session, out of it to the list, and into one again."""
    theme = {"name": "material", "font": False, "features": ["navigation.instant"]}
    # It needs the address of the site, which is known when it is served.
    with served(tmp_path / "site") as address:
        make(tmp_path, FILES, theme=theme, site_url=address)
        page = visit("call/", home=address)
        page.get_by_role("link", name="Practise", exact=True).first.click()
        ready(page).keyboard.press("1")
        expect(page.locator(NEXT)).to_be_focused()
        page.locator(f"{SAID} a").click()
        expect(page).to_have_url(re.compile("#step-"))
        page.wait_for_load_state("networkidle")
        page.go_back()
        expect(page.locator(SAID)).to_be_visible()
        page.get_by_role("link", name="All SOPs to practise").click()
        expect(page.locator("[data-lesson=call]")).to_contain_text(re.compile("known|to repeat"))
        page.locator("[data-lesson=call] a").click()
        ready(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_stands_in_the_way(
    visit: Visit, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = visit(ALL, width=width, color_scheme=scheme)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.goto(page.url + "?sop=complaint-call")
    ready(page)
    assert violations(page) == []
    answer(page, wrongly=True)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for _ in range(11):
        page.keyboard.press("Enter")
        if page.locator(RESULT).is_visible():
            break
        answer(page)
    expect(page.locator(RESULT)).to_be_visible()
    assert violations(page) == []
