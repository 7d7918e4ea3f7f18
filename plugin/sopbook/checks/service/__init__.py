"""Rules about service: what a customer would stumble over."""

from sopbook.checks.service import (
    asked_twice,
    left_open,
    no_person,
    only_yes,
    passed_on,
    promise,
    too_short,
)

MODULES = (no_person, only_yes, promise, too_short, passed_on, asked_twice, left_open)
