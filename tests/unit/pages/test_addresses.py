"""Addresses that are safe to follow."""

import pytest
from mkdocs.structure.files import File

from sopbook.pages.addresses import filled, followed, mailto, page_address, tel, website


@pytest.mark.parametrize(
    "url",
    ["https://a.example.com/b?c", "../page/", "mailto:a@example.com", "#step-1", "HTTP://x", ""],
)
def test_harmless_links_stay(url: str) -> None:
    assert followed(url) == url


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", " java\nscript:alert(1)", "\x01javascript:x", "data:text/html,x",
     "vbscript:x", "file:///etc/passwd", "JaVaScRiPt:x"],
)  # fmt: skip
def test_links_that_could_run_are_none(url: str) -> None:
    assert followed(url) == ""
    assert website(url) == ""


@pytest.mark.parametrize(
    "phone, link",
    [
        ("+40 21 555 0100", "tel:+40215550100"),
        ("(021) 555-0100 ext. 12", "tel:0215550100;ext=12"),
        ("ask at the desk", ""),
        ("", ""),
    ],
)
def test_phone_numbers(phone: str, link: str) -> None:
    assert tel(phone) == link


def test_mail_cannot_smuggle_headers() -> None:
    assert mailto("a+b@example.com") == "mailto:a+b@example.com"
    assert mailto("a@example.com?bcc=x@y") == "mailto:a@example.com%3Fbcc%3Dx@y"
    assert mailto("") == ""


def test_only_known_names_are_filled_and_each_is_encoded() -> None:
    template = "mailto:x@example.com?subject={subject}&body={0.real}{other}"
    assert filled(template, {"subject": "a&b={sop}"}) == (
        "mailto:x@example.com?subject=a%26b%3D%7Bsop%7D&body={0.real}{other}"
    )
    assert filled("{a}:x", {"a": "javascript"}) == ""


@pytest.mark.parametrize(
    "path, in_folders, address",
    [
        ("index.md", True, ""),
        ("index.md", False, "index.html"),
        ("calls/README.md", True, "calls/"),
        ("calls/call.md", True, "calls/call/"),
        ("calls/call.md", False, "calls/call.html"),
        ("a b/ă.md", True, "a%20b/%C4%83/"),
    ],
)
def test_pages_have_the_host_s_addresses(path: str, address: str, *, in_folders: bool) -> None:
    """As the host itself gives them."""
    assert page_address(path, in_folders=in_folders) == address
    file = File(path, "docs", "site", in_folders)
    assert file.url == (address or "./")
