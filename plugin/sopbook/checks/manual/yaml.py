"""Pages about how a file is written: what the reader finds before it knows what is meant."""

PAGES = {
    "SOP101": """The file cannot be read from here on.

An SOP's workflow and card are written in YAML: a key, a colon, a space, a value. Here something
does not fit, and nobody can say what the rest of the file means. Mend this place first; what else
is wrong shows then. It helps most often to put a text with a colon in it in quotes, to indent the
keys of a step alike, and to indent with spaces.

Fails:
    steps:
      - start: Customer calls
      - do: Ask: what is wrong
        by: agent
      - end: Problem solved

Passes:
    steps:
      - start: Customer calls
      - do: "Ask: what is wrong"
        by: agent
      - end: Problem solved
""",
    "SOP102": """More than is read, or not a text at all.

A file of more than 2 MB, a text of more than 20,000 characters or more than 32 levels inside one
another is not read: no colleague could follow it, and it may be meant to do harm. The same is said
of a file that is not saved as UTF-8. Split it, put long texts into the Markdown file, or save it
again with the encoding UTF-8.

Fails:
    steps:
      - start: Customer calls
      - do: Open a case
        by: agent
        needs: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[customer number]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
      - end: Problem solved

Passes:
    steps:
      - start: Customer calls
      - do: Open a case
        by: agent
        needs: [customer number]
      - end: Problem solved
""",
    "SOP103": """A character that nobody sees.

It usually comes with a text copied from a letter or a web page. It can make a line read as what
it is not, and make two names differ that look the same. Delete it, and type the words around it
again.

Fails:
    steps:
      - start: Customer calls
      - do: "Pay back \\u202eEUR 100"
        by: agent
      - end: Problem solved

Passes:
    steps:
      - start: Customer calls
      - do: Pay back EUR 100
        by: agent
      - end: Problem solved
""",
    "SOP104": """A sign that would mean something else than the text.

At the beginning of a text, `!`, `&` and `*` are orders to a machine in YAML, and so are `<<` as a
key and `---` in the middle of a file. None of them is used here. Put a text that begins with such
a sign in quotes, and each SOP into a file of its own.

Fails:
    steps:
      - start: Customer calls
      - do: !important Call back today
        by: agent
      - end: Problem solved

Passes:
    steps:
      - start: Customer calls
      - do: "!important Call back today"
        by: agent
      - end: Problem solved
""",
    "SOP105": """The same key, or the same id, stands there twice.

Only one of the two could hold, and nobody can know which one is meant. Keep one. Where two people
act together, name both in one list.

Fails:
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: agent
        by: team-lead
      - end: Problem solved

Passes:
    steps:
      - start: Customer calls
      - do: Solve the problem
        by: [agent, team-lead]
      - end: Problem solved
""",
    "SOP121": """A text that would be cut at a number sign.

In YAML, everything behind a space and `#` is a remark that nobody reads. Readers would see half of
the text. Put the whole text in quotes; a remark that is meant has a space behind its `#`.

Fails:
    steps:
      - start: Customer calls
      - do: Open the form under menu #12 of the case tool
        by: agent
      - end: Problem solved

Passes:
    steps:
      - start: Customer calls
      - do: "Open the form under menu #12 of the case tool"  # it was menu 9 until May
        by: agent
      - end: Problem solved
""",
}
