"""The plugin's settings in `mkdocs.yml`."""

from mkdocs.config import config_options as opt
from mkdocs.config.base import Config

from sopbook.engines import ENGINES, GRAPHLAY


class SopbookConfig(Config):
    """What the person who runs the site may choose."""

    report = opt.Type(str, default="")
    """Where readers report a problem: an address (`https://…` or `mailto:…`) with any of
    `{subject}`, `{sop}`, `{title}`, `{step}` and `{file}` in it. Empty: no such link."""

    engine = opt.Choice(ENGINES, default=GRAPHLAY)
    """Who works out the places in charts. `graphviz` needs `pip install sopbook[graphviz]`."""
