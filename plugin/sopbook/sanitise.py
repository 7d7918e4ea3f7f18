"""The last pass over authors' HTML: what is not known to be harmless is taken out."""

import re

import nh3

from sopbook.pages.addresses import SCHEMES

# Ids that are ours, or the theme's: an author's element must not pass for one of them.
OURS = ("sopbook-", "__")
# But the tabs of the Markdown extension work by such ids.
_TABS = "__tabbed_"

TAGS = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "input",
        "ins",
        "kbd",
        "label",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "section",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "u",
        "ul",
        "var",
        "wbr",
    ]
)
_ANYWHERE = {"class", "id", "title", "lang", "dir", "role", "aria-label", "aria-hidden", "tabindex"}
ATTRIBUTES = {
    "*": _ANYWHERE,
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height", "loading"},
    "input": {"type", "checked", "disabled", "name"},
    "label": {"for"},
    "ol": {"start", "type", "reversed"},
    "li": {"value"},
    "td": {"colspan", "rowspan", "align", "headers"},
    "th": {"colspan", "rowspan", "align", "headers", "scope", "abbr"},
    "col": {"span"},
    "colgroup": {"span"},
    "details": {"open"},
    "time": {"datetime"},
    "blockquote": {"cite"},
    "q": {"cite"},
    "del": {"datetime"},
    "ins": {"datetime"},
}
# Tables say their alignment as a style, which a strict policy forbids; the old attribute is fine.
_ALIGNMENT = re.compile(r'(<t[hd]\b[^>]*?) style="text-align: (left|right|center);"')
_HARMLESS_INPUTS = {"radio", "checkbox"}


def sanitise(html: str, reserved: frozenset[str] = frozenset()) -> str:
    """Clean finished HTML; `reserved` are ids on the page that are ours.

    Links may lead to relative addresses and `SCHEMES`; images are local.
    """

    def kept(tag: str, attribute: str, value: str) -> str | None:
        if attribute == "id":
            return value if _is_free(value, reserved) else None
        if attribute in {"name", "for"}:
            return value if value.startswith(_TABS) else None
        if (tag, attribute) == ("img", "src"):
            return value if _is_local(value) else None
        if (tag, attribute) == ("input", "type"):
            return value if value in _HARMLESS_INPUTS else "checkbox"
        if attribute == "tabindex":
            return value if value in {"0", "-1"} else None
        return value

    return nh3.clean(
        _ALIGNMENT.sub(r'\1 align="\2"', html),
        tags=set(TAGS),
        attributes=ATTRIBUTES,
        attribute_filter=kept,
        url_schemes=set(SCHEMES),
        link_rel=None,
    )


def _is_free(name: str, reserved: frozenset[str]) -> bool:
    return name.startswith(_TABS) or (name not in reserved and not name.startswith(OURS))


def _is_local(address: str) -> bool:
    return ":" not in address.partition("/")[0] and not address.lstrip().startswith(
        ("//", "\\", "/\\")
    )
