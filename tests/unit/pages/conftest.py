"""What the tests of pages share."""

import pytest

from sopbook import assets
from sopbook.core.library import Library
from sopbook.core.names import Names
from sopbook.pages.render import Renderer
from sopbook.pages.site import Answers, Choices, Links, Site, site
from tests.unit.pages import department


@pytest.fixture
def library() -> Library:
    """Give the department's SOPs."""
    return department.library()


@pytest.fixture
def here(library: Library) -> Site:
    """Give what every page of the build shares, in English."""
    report = "https://git.example.com/new?title={subject}&labels={sop}"
    confirm = "mailto:quality@example.com?subject={sop}%20{revision}&body={title}"
    return site(Names(library, assets.words("en")), Choices(Answers(report, confirm)))


@pytest.fixture
def links() -> Links:
    """Give links as a page in a folder sees them."""
    return Links(
        sop=lambda name: f"../{name}/",
        vcard=lambda name: f"../contacts/{name}.vcf",
        edit=lambda path: f"https://git.example.com/edit/{path}",
    )


@pytest.fixture
def renderer() -> Renderer:
    """Give a renderer whose Markdown is marked paragraphs."""
    return Renderer(assets.words("en"), lambda text: f"<p>md:{len(text)}</p>")
