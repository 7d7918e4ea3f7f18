"""Addresses that are safe to follow: what an author typed, as the target of a link."""

import re
from collections.abc import Mapping
from urllib.parse import quote

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
# Browsers drop white space and control characters inside a scheme: `java\nscript:` runs.
_IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0]+")
_EXTENSION = re.compile(r"\s*(?:ext\.?|x)\s*([0-9]+)\s*$", re.IGNORECASE)
_PLACE = re.compile(r"\{([a-z]+)\}")


def followed(url: str) -> str:
    """Give the link if its scheme is a harmless one, or it has none; "" otherwise."""
    plain = _IGNORED.sub("", url)
    scheme = _SCHEME.match(plain)
    return "" if scheme and scheme[1].lower() not in SCHEMES else plain


def website(url: str) -> str:
    """Give the link if it is an address of the web; "" for a mere name such as `#help`."""
    plain = followed(url)
    return plain if plain.lower().startswith(("http://", "https://")) else ""


def tel(phone: str) -> str:
    """Write a phone number as a link (RFC 3966); "" where there is none."""
    number, *extension = _EXTENSION.split(phone)[:2]
    digits = re.sub(r"[^0-9+*]", "", number)
    if not digits:
        return ""
    return f"tel:{digits}" + (f";ext={extension[0]}" if extension else "")


def mailto(email: str) -> str:
    """Write an e-mail address as a link; "" where there is none."""
    return f"mailto:{quote(email, safe='@+')}" if email else ""


def filled(template: str, values: Mapping[str, str]) -> str:
    """Fill `{names}` in an address, each value encoded; other braces stay as they are."""
    return followed(
        _PLACE.sub(
            lambda place: quote(values[place[1]], safe="") if place[1] in values else place[0],
            template,
        ),
    )
