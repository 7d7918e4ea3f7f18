"""`sopbook explain`: the manual, a page for each code."""

from collections.abc import Iterator
from textwrap import indent

import click

from sopbook.checks.rule import FAILS, PASSES, Rule, page_of
from sopbook.checks.rules import RULES
from sopbook.cli.folders import Failed
from sopbook.core.diagnostic import Severity
from sopbook.core.fold import nearest

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}
_WEIGHTS = {
    Severity.ERROR: "An error: nothing is published until it is mended.",
    Severity.WARNING: "A warning: `sopbook check` and a strict build fail, other builds go on.",
    Severity.ADVICE: "Advice: it is told, and stops nothing.",
}
_FIXED = "No page can be made with it, so it can neither be waived nor weighed differently."
_DAY = (
    "It depends on the day: `sopbook check` takes today, or the day given as `--on`; building the\n"
    "site leaves it out."
)

_ALIKE = len("SOP21")  # Codes with these letters are about the same things.
_CHOICES = """\
Where it is meant to be, let it stand, with the reason. On the step, the card or the organisation's
entry that it is about, write:

    allow: {{{code}: why it is right here}}

A project can weigh it differently (error, warning, advice or off). In mkdocs.yml:

    plugins:
      - sopbook:
          checks: {{{code}: {other}}}"""


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Tell what stands behind CODE, with examples; without it, list all codes."""
    if code is None:
        click.echo("\n".join(_line(rule) for rule in RULES.values()))
    else:
        click.echo("\n\n".join(_parts(_rule(code))))


def _rule(written: str) -> Rule:
    """Find a rule by its code, in any case and with or without `SOP`."""
    digits = written.upper().removeprefix("SOP")
    code = f"SOP{digits}"
    if code not in RULES:
        alike = [each for each in RULES if each[:_ALIKE] == code[:_ALIKE]]
        near = nearest(code, alike or RULES)
        guess = f"Did you mean `{near}`?" if near else "`sopbook explain` lists all."
        message = f"`{written}` is not the code of a rule. {guess}"
        raise Failed(message)
    return RULES[code]


def _line(rule: Rule) -> str:
    severity = click.style(f"{rule.severity:8}", fg=_COLOURS[rule.severity])
    return f"{rule.code}  {severity} {page_of(rule).title}"


def _parts(rule: Rule) -> Iterator[str]:
    page = page_of(rule)
    yield click.style(f"{rule.code}: {page.title}", bold=True)
    yield page.text
    for heading, example in ((FAILS, page.fails), (PASSES, page.passes)):
        yield f"{click.style(heading, bold=True)}\n\n{indent(example, '    ')}"
    yield click.style(_WEIGHTS[rule.severity], fg=_COLOURS[rule.severity])
    if rule.needs_day:
        yield _DAY
    yield _FIXED if rule.is_fixed else _choices(rule)


def _choices(rule: Rule) -> str:
    """Say how a finding may stand, at one place or everywhere."""
    other = next(each for each in reversed(Severity) if each is not rule.severity)
    return _CHOICES.format(code=rule.code, other=other)
