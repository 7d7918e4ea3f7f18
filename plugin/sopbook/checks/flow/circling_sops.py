"""SOPs that run one another in a circle.

To run an SOP means to do it and then to go on where one was. When an SOP runs another one and that
runs the first one again, a reader stands three levels deep and has to come back from each; hardly
anybody means that. Mostly “begin anew” is meant: within one SOP `then:` leads back to a step; of
two SOPs one ends, and says what to do next.

Where nobody could get out of the circle at all, SOP217 says so.

Fails:
    # call-back.workflow.yml
    title: Call back
    summary: How we call back.
    responsible: team-lead
    steps:
      - start: A call back was promised
      - do: Ring the customer
        by: agent
      - ask: Did the customer answer?
        by: agent
        answers:
          yes: next
          no:
            - wait: Until the next morning
            - sop: call-back
      - end: Customer was called

Passes:
    # call-back.workflow.yml
    title: Call back
    summary: How we call back.
    responsible: team-lead
    steps:
      - start: A call back was promised
      - id: ring
        do: Ring the customer
        by: agent
      - ask: Did the customer answer?
        by: agent
        answers:
          yes: next
          no:
            - wait: Until the next morning
              then: ring
      - end: Customer was called
"""

from collections.abc import Iterator

from sopbook.analysis.calls import calls, endless
from sopbook.analysis.circles import circles, round_trip
from sopbook.checks.flow.endless_sops import finding, told
from sopbook.checks.ground import Ground
from sopbook.core.diagnostic import Diagnostic, Severity

CODE = "SOP224"
SEVERITY = Severity.ADVICE


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per circle of SOPs that has a way out."""
    known = {way.sop.id: way for way in ground.live_ways()}
    ran = calls(known)
    for group in circles(ran):
        if not endless(group, ran, known):
            trip = round_trip(group[0], ran)
            hint = (
                "To begin anew, lead back to a step (`then:` with its id)."
                if len(group) == 1
                else "Let one of them end, and say there which SOP comes next."
            )
            yield finding(CODE, told(trip), hint, trip, known)
