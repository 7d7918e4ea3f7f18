"""Hours without a time zone.

“09:00-17:00” is another time in Jakarta than in Vilnius. Without `time_zone` the page cannot tell
readers whether somebody can be reached now, and says nothing. Round the clock (`24/7`) needs none.
Where nobody has a time zone yet, one finding stands for all.

Fails:
    # organisation.yml
    people:
      ana: {name: Ana Ionescu, phone: "+40 21 555 0100", hours: Mon-Fri 09:00-17:00}

Passes:
    # organisation.yml
    people:
      ana:
        name: Ana Ionescu
        phone: "+40 21 555 0100"
        hours: Mon-Fri 09:00-17:00
        time_zone: Europe/Bucharest
"""

from collections.abc import Iterator

from sopbook.analysis.people import Actor
from sopbook.checks.ground import Ground
from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.hours import ALWAYS

CODE = "SOP314"
SEVERITY = Severity.ADVICE


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per entry with hours and no time zone; one where none has any."""
    if not ground.knows_people:
        return
    who = ground.organisation
    everybody: list[Actor] = [*who.people.values(), *who.groups()]
    lost = [one for one in everybody if one.hours and not one.time_zone and one.hours != ALWAYS]
    is_first = not any(one.time_zone for one in everybody)
    for one in lost[:1] if is_first else lost:
        others = f" and of {len(lost) - 1} more" if is_first and len(lost) > 1 else ""
        message = f"The hours of `{one.id}`{others} have no time zone"
        hours = one.places["hours"]
        in_braces = hours.line == one.span.line
        hint = (
            "Add `, time_zone: Europe/Bucharest`, for example, behind the hours, inside the braces."
            if in_braces
            else "Add `time_zone:` below, such as `time_zone: Europe/Bucharest`."
        )
        yield Diagnostic(CODE, message, hours, hint)
