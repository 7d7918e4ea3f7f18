"""A small department: two SOPs in use, a draft, a retired one, and the people behind them."""

import datetime as dt

from sopbook.core.library import Library
from sopbook.core.measures import Duration, parse_duration
from sopbook.core.model import (
    Approval,
    Bound,
    Card,
    Exit,
    Kind,
    Promise,
    Ref,
    Resource,
    Review,
    Sop,
    Status,
    Step,
    Target,
    Workflow,
)
from sopbook.core.organisation import (
    ROLES,
    Hours,
    Organisation,
    Person,
    Role,
    Shift,
    Team,
    Tool,
)
from sopbook.core.span import Span

HERE = Span("complaints/complaint-call.workflow.yml")
OFFICE = Hours("Mon-Fri 09:00-17:00", (Shift((0, 1, 2, 3, 4), 540, 1020),))


def ref(name: str) -> Ref:
    """Name something; where it was written does not matter here."""
    return Ref(name, HERE)


def time(text: str) -> Duration:
    """Read a time that is surely one."""
    found = parse_duration(text)
    if found is None:
        raise ValueError(text)
    return found


def to(*targets: str) -> tuple[Exit, ...]:
    """Write ways on as `target` or `label:target`."""
    return tuple(Exit(target.rpartition(":")[2], target.rpartition(":")[0]) for target in targets)


def organisation() -> Organisation:
    """Describe who works here."""
    ana = Person(
        "ana-ionescu", "Ana Ionescu", "Support team lead", "ana.ionescu@example.com",
        "+40 21 555 0100", "https://chat.example.com/ana", OFFICE, "Europe/Bucharest",
        ref("ion-marin"), dt.date(2027, 6, 30),
    )  # fmt: skip
    ion = Person(
        "ion-marin", "Ion Marin", "Senior agent", "ion.marin@example.com", "+40 21 555 0101",
        hours=OFFICE, time_zone="Europe/Bucharest",
    )  # fmt: skip
    eva = Person(
        "eva-holm", "Eva Holm", "Head of support", "eva.holm@example.com", "+46 8 555 010",
        hours=OFFICE, time_zone="Europe/Stockholm",
    )  # fmt: skip
    roles = (
        Role("agent", "Support agent", people=(ref("ion-marin"),), escalates_to=ref("team-lead")),
        Role("team-lead", "Team lead", people=(ref("ana-ionescu"),), escalates_to=ref("head")),
        Role("head", "Head of support", people=(ref("eva-holm"),)),
        Role("chatbot", "Chatbot", kind="system"),
    )
    finance = Team("finance", "Finance", "finance@example.com", lead=ref("head"))
    return Organisation(
        people={person.id: person for person in (ana, ion, eva)},
        roles={**ROLES, **{role.id: role for role in roles}},
        teams={finance.id: finance},
        tools={"crm": Tool("crm", "Customer records", "https://crm.example.com")},
    )


def steps() -> tuple[Step, ...]:
    """Write the steps of a complaint."""
    return (
        Step("start", Kind.START, 1, HERE, "Customer calls with a complaint", to("greet")),
        Step(
            "greet", Kind.DO, 2, HERE, "Pick up and greet the customer", to("open"),
            by=(ref("agent"),), within=time("30 s"), takes=time("1-2 min"),
            say="Thank you for calling, my name is **…**",
            note="Open the customer's *record* first.",
            uses=(Resource(ref("crm")), Resource(None, "The guide", "https://tone.example.com")),
            needs=("customer number",), gives=("case number",),
        ),
        Step(
            "open", Kind.DO, 3, HERE, "Open a case", to("accepts"), by=(ref("agent"),),
            when="there is none yet", automate="the telephone system could open it",
        ),
        Step(
            "accepts", Kind.ASK, 4, HERE, "Does the customer accept?",
            (Exit("solved", "yes", 0.7), Exit("lead", "no", 0.3)), by=(ref("customer"),),
        ),
        Step(
            "lead", Kind.ESCALATE, 5, HERE, "Hand the case over to a team lead", to("gone"),
            by=(ref("agent"),), to=ref("team-lead"), after=time("10 min"),
        ),
        Step("gone", Kind.END, 6, HERE, "Team lead has the case"),
        Step(
            "solved", Kind.SOP, 7, HERE, exits=to("both"), sop=ref("refund"), by=(ref("chatbot"),),
        ),
        Step(
            "both", Kind.TOGETHER, 8, HERE, "",
            to("customer is told:tell", "finance is told:book"),
        ),
        Step("tell", Kind.DO, 9, HERE, "Write to the customer", to("join"), by=(ref("agent"),)),
        Step("book", Kind.DO, 10, HERE, "Book it", to("join"), by=(ref("finance"),)),
        Step("join", Kind.JOIN, 11, HERE, "", to("end"), joins="both"),
        Step("end", Kind.END, 12, HERE, "Problem solved"),
    )  # fmt: skip


def complaint() -> Sop:
    """Write an SOP that uses everything."""
    card = Card(
        id="complaint-call", title="Complaint call",
        summary="What to do when a customer calls with a complaint.",
        responsible=ref("ana-ionescu"), status=Status.APPROVED,
        approved=Approval(ref("head"), dt.date(2026, 9, 1)), effective=dt.date(2026, 9, 15),
        review=Review(time("6 months"), dt.date(2026, 9, 1)),
        audience=(ref("agents"), ref("managers")), channels=(ref("phone"), ref("email")),
        reasons=(ref("complaint"),),
        promise=(
            Promise("First response", time("30 s"), HERE),
            Promise("Resolution", time("24 h"), HERE),
        ),
        measures=(Target(ref("csat"), Bound.AT_LEAST, "90 %", 90, "%"),),
        related=(ref("refund"),), replaces=ref("old-complaint"), tags=("returns",),
        aliases=("angry customer", "grievance"),
    )  # fmt: skip
    return Sop(
        "complaint-call", card, Workflow(steps()), "", "complaints/complaint-call.md",
        "complaints/complaint-call.workflow.yml", HERE,
    )  # fmt: skip


def bare(sop_id: str, **card: object) -> Sop:
    """Write an SOP that is a card and nothing else."""
    title = sop_id.replace("-", " ").capitalize()
    full = Card(id=sop_id, title=title, **card)  # type: ignore[arg-type]
    return Sop(sop_id, full, None, "", f"{sop_id}.md", "", HERE)


def library() -> Library:
    """Give the department's SOPs."""
    sops = (
        complaint(),
        bare("refund", status=Status.APPROVED, reasons=(ref("order"),), responsible=ref("finance")),
        bare("better-call", improves=ref("complaint-call"), decide_by=dt.date(2027, 1, 31)),
        bare("old-complaint", status=Status.RETIRED),
        bare("greeting", status=Status.REVIEW, responsible=ref("nobody")),
    )
    return Library({sop.id: sop for sop in sops}, organisation())
