"""What the host's theme loads and prints for us; elsewhere nothing knows Material's templates."""

import re

from jinja2 import ChoiceLoader, DictLoader, Environment, TemplateNotFound
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig

from sopbook import assets
from sopbook.core.words import Words

_BASE = "base.html"
_BOX = "partials/search.html"
_WORKER = re.compile(r"""(["'])assets/javascripts/workers/search\.\w+\.min\.js\1""")
_OURS = '"assets/sopbook/search/worker.js"'
# Material sets the links of a page while it starts: what that trips over is mended before.
_BUNDLE = re.compile(r"""<script src="\{\{ (["'])assets/javascripts/bundle\.\w+\.min\.js\1""")
_LINKS = """{% if "navigation.instant" in features %}\
<script src="{{ 'assets/sopbook/material/links.js' | url }}"></script>
      {% endif %}"""


def add_assets(config: MkDocsConfig) -> None:
    """Link our styles on every page, and the scripts that run on every page."""
    for path, _ in assets.static_files():
        if path.endswith(".css"):
            config.extra_css.append(path)
        elif assets.is_for_every_page(path):
            script = ExtraScriptValue(path)
            script.defer = True
            config.extra_javascript.append(script)


def words_of(config: MkDocsConfig) -> Words:
    """Read the interface's words in the theme's language."""
    return assets.words(language_of(config))


def language_of(config: MkDocsConfig) -> str:
    """Read the theme's language, which the interface may not speak."""
    return str(config.theme.get("language") or assets.DEFAULT_LANGUAGE)


def with_search(environment: Environment, words: Words, way: str) -> Environment:
    """Let Material's search box ask our index, and put the button for our own search beside it.

    Where scripts do not run, the button is a link to the page at `way`.
    """
    base, box = _source(environment, _BASE), _source(environment, _BOX)
    environment.globals |= {"sopbook_words": words, "sopbook_way": way}
    if environment.loader and box:
        begun = _BUNDLE.sub(lambda bundle: _LINKS + bundle[0], base)
        mended = {_BASE: _WORKER.sub(_OURS, begun), _BOX: box + assets.search_button()}
        environment.loader = ChoiceLoader([DictLoader(mended), environment.loader])
    return environment


def _source(environment: Environment, template: str) -> str:
    """Read a template of the theme; "" where it has none, for it is another theme."""
    try:
        loader = environment.loader
        return loader.get_source(environment, template)[0] if loader else ""
    except TemplateNotFound:
        return ""
