"""The search panel: by keyboard, on a phone, from a file, by the address."""

from urllib.parse import quote

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e import axe, shelf
from tests.e2e.conftest import Visit

FIELD = ".sopbook-search input"
ROW = ".sopbook-search [role=option]"
ACTIVE = f"{ROW}[aria-selected=true]"
TITLE = ".sopbook-search__title"
REFUSED = """Storage.prototype.setItem = () => {
    throw new DOMException("full", "QuotaExceededError"); }"""
HOSTILE = "\"><img src=x onerror=document.title='hit'><script>document.title='hit'</script>"
STEP = "release refund"
SENTENCE = "my machine started to smoke when I plugged it in"
WITH_BOXES = "write-down-where-we-stand-and-how-to-go"
LOOKS = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
}


def search(page: Page, words: str) -> None:
    """Open the search as a reader at the keyboard does, and type."""
    page.keyboard.press("/")
    page.keyboard.type(words)
    expect(page.locator(FIELD)).to_have_value(words)
    expect(page.locator(ROW).first).to_be_visible()


def titles(page: Page) -> list[str]:
    return page.locator(TITLE).all_inner_texts()


def focused(page: Page) -> str:
    """Name what has the focus, by its words or its value."""
    return str(
        page.evaluate("""() => {
            const at = document.activeElement;
            return at.getAttribute("aria-label") || at.textContent.trim() || at.tagName;
        }""")
    )


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("width", [1280, 320])
def test_open_search_is_readable(visit: Visit, width: int, look: str) -> None:
    page = visit("index.html", width=width, **LOOKS[look])
    search(page, "refund")
    assert axe.violations(page) == []
    page.locator(FIELD).fill("")
    expect(page.locator(".sopbook-search__nothing")).to_be_visible()
    assert axe.violations(page) == []
    page.keyboard.type("xqzwv")
    expect(page.locator(".sopbook-search__report")).to_be_visible()
    assert axe.violations(page) == []
    page.keyboard.press("Escape")
    expect(page.locator(".sopbook-search")).to_be_hidden()
    assert axe.violations(page) == []


@pytest.mark.parametrize("width", [1280, 320])
def test_nothing_of_the_panel_is_cut_off(visit: Visit, width: int) -> None:
    page = visit("index.html", width=width)
    search(page, "refund")
    box = page.locator(".sopbook-search").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if width == 320:
        assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 320, 800)


def test_search_by_keyboard_leads_to_the_step(visit: Visit) -> None:
    page = visit("index.html")
    search(page, STEP)
    active = page.locator(ACTIVE)
    expect(active).to_have_count(1)
    before = active.inner_text()
    page.keyboard.press("ArrowDown")
    assert active.inner_text() != before
    page.keyboard.press("ArrowUp")
    assert active.inner_text() == before
    page.keyboard.press("Enter")
    page.wait_for_url("**#step-*")
    expect(page.locator(":target")).to_be_in_viewport()


def test_a_sentence_leads_to_the_top_where_no_step_has_much_of_it(visit: Visit) -> None:
    page = visit("index.html")
    search(page, SENTENCE)
    page.keyboard.press("Enter")
    page.wait_for_url("**/safety-report.html")
    expect(page.locator("h1").first).to_be_in_viewport()


def test_shift_and_enter_open_the_sop_at_its_top(visit: Visit) -> None:
    page = visit("index.html")
    search(page, STEP)
    title = titles(page)[0]
    page.keyboard.press("Shift+Enter")
    expect(page.locator("h1").first).to_have_text(title)
    assert "#" not in page.url


def test_control_and_enter_open_a_new_tab(visit: Visit) -> None:
    page = visit("index.html")
    search(page, STEP)
    with page.context.expect_page() as opened:
        page.keyboard.press("Control+Enter")
    assert "#step-" in opened.value.url
    expect(page.locator(FIELD)).to_be_visible()


def test_a_press_opens_what_is_pressed(visit: Visit) -> None:
    page = visit("index.html", width=360, has_touch=True)
    page.locator("[data-sopbook-search]").first.tap()
    page.keyboard.type("refund")
    row = page.locator(ROW).nth(1)
    title = row.locator(TITLE).inner_text()
    row.tap()
    expect(page.locator("h1").first).to_contain_text(title)


@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
def test_keys_open_it_from_a_file_too(visit: Visit, folder: str, key: str) -> None:
    page = visit(shelf.address("combined"), home=folder)
    page.keyboard.press(key)
    page.keyboard.type(STEP)
    expect(page.locator(ROW).first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**#step-*")
    assert page.url.startswith(folder)


def test_from_a_file_a_button_stands_for_the_dead_box(visit: Visit, folder: str) -> None:
    page = visit("index.html", home=folder)
    expect(page.locator(".md-search")).to_be_hidden()
    page.locator(".sopbook-call").press("Space")
    expect(page.locator(FIELD)).to_be_focused()


@pytest.mark.parametrize(
    "typed, wanted",
    [
        ("refu", "Refund"),  # half a word
        ("comlaint call", "Complaint call"),  # a slip
        ("call complaint", "Complaint call"),  # the wrong order
        ("mehmet aydin", "Mehmet Aydın"),  # a name without its letters
        ("money back", "Refund"),  # a customer's words
    ],
)
def test_it_finds_what_agents_type(visit: Visit, typed: str, wanted: str) -> None:
    page = visit("index.html")
    search(page, typed)
    expect(page.locator(TITLE).filter(has_text=wanted).first).to_be_visible()
    assert wanted in titles(page)[:3]


@pytest.mark.parametrize("within", [FIELD, "Channel"])
def test_escape_closes_and_gives_the_focus_back(visit: Visit, within: str) -> None:
    page = visit(shelf.address("combined"))
    link = page.locator(".sopbook-skip a")
    link.focus()
    search(page, "refund")
    (page.locator(FIELD) if within == FIELD else page.get_by_label(within, exact=True)).focus()
    page.keyboard.press("Escape")
    expect(page.locator(".sopbook-search")).to_be_hidden()
    expect(link).to_be_focused()


def test_what_was_typed_is_there_again_and_typed_over(visit: Visit) -> None:
    page = visit("index.html")
    search(page, "refund")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_have_value("refund")
    expect(page.locator(ROW).first).to_be_visible()
    page.keyboard.type("parcel")
    expect(page.locator(FIELD)).to_have_value("parcel")


def test_it_opens_after_a_box_was_ticked(visit: Visit) -> None:
    page = visit(f"complaints/complaint-call.html?walk={WITH_BOXES}")
    page.get_by_role("checkbox", name="case number").check()
    before = page.url
    page.keyboard.press("/")
    page.keyboard.type("ionescu")
    expect(page.locator(FIELD)).to_have_value("ionescu")
    assert page.url == before


def test_home_and_end_move_in_the_text(visit: Visit) -> None:
    page = visit("index.html")
    search(page, "refund")
    page.keyboard.press("Home")
    page.keyboard.type("a ")
    page.keyboard.press("End")
    page.keyboard.type("s")
    expect(page.locator(FIELD)).to_have_value("a refunds")


def test_keys_of_the_page_do_nothing_behind_the_panel(visit: Visit) -> None:
    page = visit(shelf.address("combined"))
    search(page, "refund")
    page.keyboard.press("Tab")
    before = page.url
    for key in "npsf/,.":
        page.keyboard.press(key)
    page.wait_for_timeout(200)
    assert page.url == before
    expect(page.locator(".md-search__input")).not_to_be_focused()


def test_every_control_is_reached_by_keyboard(visit: Visit) -> None:
    page = visit("index.html")
    search(page, "refund phone")
    count = page.evaluate("""() =>
        [...document.querySelectorAll(".sopbook-search :is(input, select, button, a[href])")]
            .filter((each) => each.checkVisibility()).length""")
    page.locator(FIELD).focus()
    seen = []
    for _ in range(count):
        seen.append(focused(page))
        assert page.evaluate("document.activeElement.closest('.sopbook-search') !== null")
        page.keyboard.press("Tab")
    assert len(set(seen)) == count, seen
    assert "Channel" in seen
    assert any(name.startswith("Pin") for name in seen)


def test_filters_narrow_and_are_cleared_by_keyboard(visit: Visit) -> None:
    page = visit("index.html")
    search(page, "refund")
    status = page.locator(".sopbook-search [role=status]")
    all_of_them = status.inner_text()
    page.get_by_label("Channel", exact=True).focus()
    page.keyboard.type("Phone")
    expect(status).not_to_have_text(all_of_them)
    page.get_by_role("button", name="Clear filters").press("Enter")
    expect(status).to_have_text(all_of_them)
    assert page.evaluate("document.activeElement.tagName") == "SELECT"


def test_a_filter_alone_lists_what_fits(visit: Visit) -> None:
    page = visit("index.html")
    page.keyboard.press("/")
    page.get_by_label("Status", exact=True).select_option(label="Draft")
    expect(page.locator(ROW).first).to_contain_text("Draft")
    assert all("Draft" in row for row in page.locator(ROW).all_inner_texts())


def test_a_typed_channel_is_offered_as_a_filter(visit: Visit) -> None:
    page = visit("index.html")
    search(page, "phone refund")
    page.get_by_role("button", name="Only Phone").click()
    expect(page.locator(FIELD)).to_have_value("refund")
    expect(page.get_by_label("Channel", exact=True)).to_have_value("phone")


def test_what_was_opened_and_pinned_waits_in_the_panel(visit: Visit) -> None:
    page = visit(shelf.address("combined"))
    opened = page.locator("h1").first.inner_text()
    page.goto(page.url.replace(shelf.address("combined"), shelf.address("workflow only")))
    pinned = page.locator("h1").first.inner_text()
    pin = page.locator(".sopbook-pin")
    expect(pin).to_have_attribute("aria-pressed", "false")
    pin.click()
    expect(pin).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("/")
    expect(page.locator(ROW)).to_have_count(2)
    assert titles(page) == [pinned, opened]
    assert axe.violations(page) == []
    page.locator(".sopbook-search__keep").press("Enter")
    expect(page.locator(".sopbook-search__shelf")).to_have_count(1)
    expect(pin).to_have_attribute("aria-pressed", "false")


def test_where_nothing_is_stored_it_still_finds(visit: Visit) -> None:
    page = visit("index.html", alone=True)
    page.context.add_init_script(REFUSED)
    page.goto(page.url.replace("index.html", shelf.address("combined")))
    search(page, "refund")
    expect(page.locator(".sopbook-pin")).to_be_hidden()
    expect(page.locator(".sopbook-search__keep")).to_be_hidden()


def test_nothing_found_is_told(visit: Visit) -> None:
    page = visit("index.html")
    page.keyboard.press("/")
    page.keyboard.type("xqzwv & qqzz")
    link = page.locator(".sopbook-search__report")
    expect(link).to_be_visible()
    address = link.get_attribute("href") or ""
    assert address.startswith("mailto:")
    assert "xqzwv%20%26%20qqzz" in address


@pytest.mark.parametrize("from_file", [False, True])
def test_an_address_asks(visit: Visit, folder: str, host: str, *, from_file: bool) -> None:
    page = visit("index.html?q=refund", home=folder if from_file else host)
    expect(page.locator(FIELD)).to_have_value("refund")
    expect(page.locator(ROW).first).to_be_visible()
    expect(page.locator("[data-md-toggle=search]")).not_to_be_checked()
    page.keyboard.press("Escape")
    expect(page.locator(".sopbook-search")).to_be_hidden()
    page.wait_for_url(lambda url: "q=" not in url)


def test_a_hostile_address_is_text(visit: Visit) -> None:
    page = visit(f"index.html?q={quote(HOSTILE)}")
    expect(page.locator(FIELD)).to_have_value(HOSTILE)
    page.wait_for_timeout(300)
    assert page.title() != "hit"
    assert page.locator(".sopbook-search img").count() == 0


def test_what_is_typed_while_it_loads_is_not_lost(visit: Visit) -> None:
    page = visit("index.html")

    def later(route: Route) -> None:
        page.wait_for_timeout(300)
        route.continue_()

    page.route("**/search/panel.js", later)
    page.keyboard.press("/")
    page.keyboard.type("refund")
    expect(page.locator(FIELD)).to_have_value("refund")


def test_without_scripts_the_button_leads_to_all_sops(visit: Visit) -> None:
    page = visit("index.html", java_script_enabled=False)
    expect(page.locator(".md-search")).to_be_hidden()
    page.locator(".sopbook-call").click()
    assert page.url.endswith("browse/a-z.html")


def test_enter_opens_what_was_typed_however_fast(visit: Visit) -> None:
    page = visit("index.html")
    page.keyboard.press("/")
    page.keyboard.type("complaint call", delay=0)
    page.keyboard.press("Enter")
    page.wait_for_url("**/complaints/complaint-call.html*")
    page.keyboard.press("/")
    expect(page.locator(".sopbook-search [role=option]").first).to_be_visible()
    page.keyboard.type("refund", delay=0)
    page.keyboard.press("Enter")
    page.wait_for_url("**/complaints/refund.html*")
