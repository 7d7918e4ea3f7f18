"""The page of the rule about waivers, which `checks/waivers.py` applies."""

CODE = "SOP290"
PAGE = """A waiver that nothing needs.

`allow:` lets a finding stand, at the place it is about, with the reason. Where there is no such
finding (any more), the waiver would hide the next one.

Fails:
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
        allow: {SOP210: it is reached by telephone}
      - end: Problem solved

Passes:
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
        then: done
      - do: Write to the customer
        by: agent
        allow: {SOP210: kept until the mail tool is back}
      - id: done
        end: Problem solved
"""
