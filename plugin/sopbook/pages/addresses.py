"""Addresses that are safe to follow: what an author typed, as the target of a link."""

import posixpath
import re
from collections.abc import Callable, Mapping
from urllib.parse import quote, unquote, urljoin, urlsplit

from sopbook.core.values import LINK_SCHEMES

SCHEMES = frozenset(LINK_SCHEMES)
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


def page_address(path: str, *, in_folders: bool) -> str:
    """Give the address of a page in its site, by the rules of the host, from its source's path.

    `in_folders` where each page lies in a folder of its own, so that its address has no ending.
    """
    folder, slash, name = path.removesuffix(".md").rpartition("/")
    is_first = name in {"index", "README"}
    if in_folders:
        return quote(f"{folder}{slash}" if is_first else f"{folder}{slash}{name}/")
    return quote(f"{folder}{slash}{'index' if is_first else name}.html")


def seen_from(source: str, link: str, address: Callable[[str], str]) -> str | None:
    """Send a relative link in the file `source` to where its target will be; None: nowhere.

    `address` gives the address of a source path as seen from the page, "" where there is none.
    """
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return link
    target = posixpath.normpath(posixpath.join(posixpath.dirname(source), unquote(parts.path)))
    found = address(target)
    return found + (f"#{parts.fragment}" if parts.fragment else "") if found else None


def edit_address(
    path: str, repository: str | None, folder: str | None, template: str | None
) -> str:
    """Write where a source file is edited, by the host's settings; "" where they say nothing."""
    if template:
        place = template.format(path=path, path_noext=posixpath.splitext(path)[0])
    elif folder:
        place = folder + path
    else:
        return ""
    if repository and not repository.endswith("/") and not place.startswith(("?", "#")):
        repository += "/"
    return urljoin(repository or "", place)
