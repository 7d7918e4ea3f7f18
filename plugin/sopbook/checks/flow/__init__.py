"""Rules about the flow itself: whether a workflow can be walked from its start to an end."""

from sopbook.checks.flow import (
    after_end,
    answers_alike,
    automate_words,
    circling_sops,
    dead_end,
    endless_sops,
    long_chain,
    long_words,
    no_way_out,
    one_answer,
    one_branch,
    same_place,
    second_start,
    shares,
    unreachable,
)

MODULES = (
    unreachable,
    dead_end,
    no_way_out,
    one_answer,
    answers_alike,
    same_place,
    after_end,
    endless_sops,
    long_chain,
    long_words,
    shares,
    second_start,
    automate_words,
    one_branch,
    circling_sops,
)
