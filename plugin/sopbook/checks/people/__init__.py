"""Rules about people: whether there is somebody to turn to."""

from sopbook.checks.people import (
    empty_role,
    escalation_circle,
    escalation_nowhere,
    escalation_time,
    forgotten_role,
    has_left,
    hours_nowhere,
    no_responsible,
    nobody_acts,
    own_deputy,
)

MODULES = (
    no_responsible,
    empty_role,
    has_left,
    own_deputy,
    escalation_circle,
    nobody_acts,
    escalation_time,
    escalation_nowhere,
    hours_nowhere,
    forgotten_role,
)
