"""An SOP that new colleagues do not come across.

It is approved and made for an audience that has an onboarding path, but no path of its audience
names it. Add it to one, or change the audience. A path that is `for` a role counts for the audience
of the same name (`agent` and `agents`); one that is for a role with no such audience, or for nobody
in particular, counts for all.

Fails:
    # organisation.yml
    roles:
      team-lead: {title: Team lead, email: lead@example.com}
    paths:
      new-agent: {title: New agent, for: agents, sops: [mail]}
    # call.md
    ---
    title: Call
    summary: How we speak on the phone.
    responsible: team-lead
    status: approved
    approved: {by: team-lead, on: 2026-05-15}
    audience: [agents]
    ---
    Stay calm.
    # mail.md
    ---
    title: Mail
    summary: How we write.
    responsible: team-lead
    ---
    Answer every question.

Passes:
    # organisation.yml
    roles:
      team-lead: {title: Team lead, email: lead@example.com}
    paths:
      new-agent: {title: New agent, for: agents, sops: [call, mail]}
    # call.md
    ---
    title: Call
    summary: How we speak on the phone.
    responsible: team-lead
    status: approved
    approved: {by: team-lead, on: 2026-05-15}
    audience: [agents]
    ---
    Stay calm.
    # mail.md
    ---
    title: Mail
    summary: How we write.
    responsible: team-lead
    ---
    Answer every question.
"""

from collections.abc import Iterator

from sopbook.analysis.learners import audiences_of
from sopbook.checks.ground import Ground
from sopbook.core.diagnostic import Diagnostic, Related, Severity
from sopbook.core.model import Status

CODE = "SOP249"
SEVERITY = Severity.ADVICE


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Yield a finding per approved SOP that no path of its audience names."""
    who = ground.organisation
    if not ground.knows_people or not who.paths:
        return
    audiences = {path.id: audiences_of(path, who) for path in who.paths.values()}
    for sop in ground.live():
        meant = {ref.target for ref in sop.card.audience}
        paths = [path for path in who.paths.values() if audiences[path.id] & meant]
        if sop.card.status is not Status.APPROVED or not paths:
            continue
        anywhere = [path for path in who.paths.values() if not audiences[path.id]]
        named = {ref.target for path in (*paths, *anywhere) for ref in path.sops}
        if sop.id not in named:
            path = paths[0]
            message = f"New colleagues do not meet `{sop.id}`: no onboarding path for them names it"
            hint = f"Add it to the `sops` of a path, such as `{path.id}`."
            related = (Related("that path", path.span),)
            yield Diagnostic(CODE, message, sop.card.places["audience"], hint, related=related)
