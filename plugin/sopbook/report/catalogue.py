"""Every format of a report by its name, as it is chosen on the command line."""

from collections.abc import Mapping

from sopbook.report import data, github, gitlab, junit, rdjson, sarif, text
from sopbook.report.material import Render

TEXT, GITHUB = "text", "github"
FORMATS: Mapping[str, Render] = {
    TEXT: text.render,
    GITHUB: github.render,
    "gitlab": gitlab.render,
    "sarif": sarif.render,
    "junit": junit.render,
    "rdjson": rdjson.render,
    "json": data.render,
}
