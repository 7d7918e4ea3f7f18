"""Every format a digest can be written in."""

from collections.abc import Callable, Mapping

from sopbook.pages.digests.digest import Digest
from sopbook.pages.digests.html import html
from sopbook.pages.digests.markdown import markdown
from sopbook.pages.digests.slack import slack
from sopbook.pages.digests.teams import teams
from sopbook.pages.digests.text import text

FORMATS: Mapping[str, Callable[[Digest], str]] = {
    "markdown": markdown,
    "text": text,
    "html": html,
    "slack": slack,
    "teams": teams,
}
