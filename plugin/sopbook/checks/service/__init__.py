"""Rules about service: what a customer would stumble over."""

from sopbook.checks.service import asked_twice, left_open, no_person, only_yes

MODULES = (no_person, only_yes, asked_twice, left_open)
