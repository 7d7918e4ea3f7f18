"""Pages about the files of the folder: their names, and what is published of them."""

PAGES = {
    "SOP119": """A file whose name or place is not safe.

Either the name is nearly that of a workflow or of the organisation, so that the file would be
left out in silence; or it is reserved for translations; or two names differ by capitals alone and
are one file on other computers; or the file is a link to another place on this computer and could
publish anything. Rename it, or put the file itself there.

Fails:
    # call.ro.md
    ---
    title: Call
    summary: What to do when a customer calls.
    responsible: team-lead
    ---
    Stay calm.

Passes:
    # call.md
    ---
    title: Call
    summary: What to do when a customer calls.
    responsible: team-lead
    ---
    Stay calm.
""",
    "SOP122": """A file that is neither read nor published.

Only SOPs, pages, pictures and documents reach the site. A copy of a workflow or of the
organisation could show people's phone numbers to everybody, and a web page or a picture with a
program in it could do harm in readers' browsers. Rename the file, save it in another way, or move
it out of the folder of the SOPs.

Fails:
    # call-old-copy.yml
    title: Call
    steps:
      - start: Customer calls

Passes:
    # call.workflow.yml
    title: Call
    summary: What to do when a customer calls.
    responsible: team-lead
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
      - end: Problem solved
""",
}
