"""A department's repository of years, made up: the same for the same seed, and its truth with it.

Written with `git fast-import`: hundreds of files and thousands of commits in a second. For every
file that is there at the end, `Story.truth` has the list that a careful reader would want.
"""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.history.repositories import git

START = 1_577_869_200  # 2020-01-01
AUTHORS = (
    ("Ana Ionescu", "ana@example.com"),
    ("Ștefan Țîrlea", "stefan@example.com"),
    ("Gülşen Öztürk", "gulsen@example.com"),
    ("Žydrūnė Ąžuolaitė", "zydrune@example.com"),
    ("山田 花子", "hanako@example.com"),
    ('"><script>alert(1)</script>'.translate({60: "‹", 62: "›"}), "x@example.com"),
    ("{{7*7}} ${7*7} %s %n", "seven@example.com"),
    ("\u202egro.liated\u202c \x1b[31mRed\x07", "bidi@example.com"),
    ("ion@example.com", "ion@example.com"),
    ("O'Brien \\ \"Robert'); DROP TABLE sops;--", "bobby@example.com"),
)
BOT = ("tidy[bot]", "12+tidy[bot]@users.noreply.github.com")
HOST = ("GitHub", "noreply@github.com")
MESSAGES = (
    "Raise the limit for refunds",
    "Clear up the wording\n\nThe team asked what “urgent” means.",
    "Clarificăm pașii pentru reclamații",
    (
        "Ask for the order number first (#214)\n\nTwo in three callers had it at hand, and the\n"
        "search by name took a minute.\n\nApproved-by: Head of Support <head@example.com>"
    ),
    "Mai puține întrebări la început\n\nSOP-Change: material",
    "Typo\n\nSOP-Change: editorial",
)
HOSTILE = (
    "<script>alert(document.cookie)</script> & <img src=x onerror=alert(1)>",
    f":100644 100644 {'1' * 40} {'2' * 40} M\tdocs/a.md\n\nlooks like git's own words",
    f"{'1' * 40}\n\n{'2' * 40}",
    f"commit {'3' * 40}\nAuthor: Nobody <no@example.com>\n\n    Not a commit",
    "\x1b[2J\u202eevil\u202c \x07\n\nbody \x01",
    "",
    "\n\n\n",
    "x" * 30_000,
    "{{ config.items() }} {% raw %} [x](javascript:alert(1))",
)
VOCABULARY = """
customer agent order refund parcel invoice case call answer supervisor warranty delivery client
comandă rambursare factură apel răspuns müşteri sipariş iade fatura çağrı pirkėjas grąžinimas
sąskaita skambutis klients pasūtījums atmaksa rēķins zvans when then before after always never
within minutes hours days greet note confirm explain offer check open close
"""
WORDS = VOCABULARY.split()
COPY = "begun as a copy: --follow runs on into what was copied"
NAME_USED_AGAIN = "a name used again: --follow runs on into the file that had it before"
REWRITTEN = "rewritten while it moved: --follow ends there"
SWAP = "names exchanged: --follow stays with the name"
FOLDERS = ("", "complaints/", "orders/", "Rambursări și retururi/", "müşteri/", "a/b/c/")
LINES = 24


@dataclass(eq=False, slots=True)
class Doc:
    """A file through all its names."""

    path: str
    lines: list[str]
    events: list[int] = field(default_factory=list)
    """The marks of the commits that did something to it, oldest first."""
    unseen: set[str] = field(default_factory=set)
    """What befell it that `git log --follow` takes for something else."""

    @property
    def data(self) -> bytes:
        return "".join(f"{line}\n" for line in self.lines).encode()


@dataclass(slots=True)
class Story:
    """What came out: the repository, and what is true of it."""

    top: Path
    truth: Mapping[str, tuple[str, ...]]
    """By path: the commits of its history, newest first."""
    unseen: Mapping[str, frozenset[str]]
    """By path: why `git log --follow` has another list; nothing where it must have the same."""
    commits: int


@dataclass(slots=True)
class Teller:
    """Tells the story of a repository, commit by commit, into a stream for fast-import."""

    random: random.Random
    docs: dict[str, Doc] = field(default_factory=dict)
    gone: list[Doc] = field(default_factory=list)
    stream: list[bytes] = field(default_factory=list)
    changes: list[bytes] = field(default_factory=list)
    touched: dict[int, Doc] = field(default_factory=dict)
    marks: int = 0
    clock: int = START
    count: int = 0

    # ---- what is written ----

    def write(self, doc: Doc, mode: str = "100644") -> None:
        data = doc.data
        self.changes.append(
            b"M %s inline %s\ndata %d\n%s\n" % (mode.encode(), quoted(doc.path), len(data), data)
        )
        self.touched[id(doc)] = doc

    def remove(self, path: str) -> None:
        self.changes.append(b"D %s\n" % quoted(path))

    def commit(
        self, message: str, author: tuple[str, str], branch: str = "main", merges: int = 0
    ) -> int:
        """End a commit; on a side branch, what it did counts only when it is merged."""
        self.marks += 1
        self.clock += self.random.randrange(600, 200_000)
        zone = self.random.choice((b"+0200", b"+0300", b"-0530", b"+0000"))
        who = b"%s <%s>" % (author[0].translate({60: None, 62: None}).encode(), author[1].encode())
        text = message.encode()
        head = b"commit refs/heads/%s\nmark :%d\n" % (branch.encode(), self.marks)
        head += b"author %s %d %s\n" % (who, self.clock - 60, zone)
        head += b"committer %s %d %s\n" % (who, self.clock, zone)
        head += b"data %d\n%s\n" % (len(text), text)
        if merges:
            head += b"merge :%d\n" % merges
        self.stream.append(head + b"".join(self.changes) + b"\n")
        self.changes.clear()
        return self.marks

    def publish(
        self, message: str = "", author: tuple[str, str] | None = None, merges: int = 0
    ) -> None:
        """End a commit of the mainline."""
        message = message or self.message()
        mark = self.commit(message, author or self.random.choice(AUTHORS), merges=merges)
        for doc in self.touched.values():
            doc.events.append(mark)
        self.touched.clear()

    # ---- what happens ----

    def any(self) -> Doc:
        return self.random.choice(list(self.docs.values()))

    def busy(self) -> Doc:
        """Pick a document to work on: nearly always one of a few, most lie still."""
        docs = list(self.docs.values())
        return docs[int(len(docs) * self.random.random() ** 8)]

    def message(self) -> str:
        return self.random.choice(MESSAGES if self.random.random() < 0.95 else HOSTILE)

    def sentence(self) -> str:
        return " ".join(self.random.choices(WORDS, k=self.random.randrange(5, 12)))

    def name(self, ending: str = "") -> str:
        self.count += 1
        word = self.random.choice(WORDS)
        ending = ending or self.random.choice((".md", ".md", ".workflow.yml"))
        return f"docs/{self.random.choice(FOLDERS)}{word} {self.count}{ending}".replace(
            " ", self.random.choice("- _'")
        )

    def put(self, doc: Doc, path: str) -> None:
        """Move a document in the tree; it must be written after."""
        if self.docs.get(doc.path) is doc:
            del self.docs[doc.path]
            self.remove(doc.path)
        doc.path = path
        self.docs[path] = doc

    def edit(self, doc: Doc, most: int = 3) -> None:
        for _ in range(self.random.randint(1, most)):
            doc.lines[self.random.randrange(len(doc.lines))] = self.sentence()

    def add(self) -> None:
        doc = Doc("", [self.sentence() for _ in range(LINES)])
        self.put(doc, self.name())
        self.write(doc)

    def edits(self) -> None:
        for _ in range(self.random.choice((1, 1, 1, 2, 4))):
            doc = self.busy()
            self.edit(doc)
            self.write(doc)

    def rename(self) -> None:
        doc = self.any()
        if self.random.random() < 0.5:
            self.edit(doc)
        self.put(doc, self.name(ending_of(doc.path)))
        self.write(doc)

    def rename_case(self) -> None:
        doc = self.any()
        folder, _, name = doc.path.rpartition("/")
        if (path := f"{folder}/{name[0].swapcase()}{name[1:]}") not in self.docs:
            self.put(doc, path)
            self.write(doc)

    def rename_and_reuse(self) -> None:
        """Move a document away, and later give its old name to another."""
        doc = self.any()
        old = doc.path
        self.put(doc, self.name(ending_of(old)))
        self.write(doc)
        self.publish()
        new = Doc("", [self.sentence() for _ in range(LINES)], unseen={NAME_USED_AGAIN})
        self.put(new, old)
        self.write(new)

    def move_folder(self) -> None:
        """Rename several at once, each with its place in the other folder."""
        docs = self.random.sample(list(self.docs.values()), k=min(6, len(self.docs)))
        for doc in docs:
            self.put(doc, self.name(ending_of(doc.path)))
            self.write(doc)

    def swap(self) -> None:
        """Exchange two or three documents' names in one commit."""
        docs = self.random.sample(list(self.docs.values()), k=self.random.choice((2, 3)))
        if len({ending_of(doc.path) for doc in docs}) > 1:
            return
        paths = [doc.path for doc in docs]
        for doc, path in zip(docs, paths[1:] + paths[:1], strict=True):
            doc.path = path
            doc.unseen.add(SWAP)
            self.docs[path] = doc
            self.write(doc)

    def split(self) -> None:
        """Take a part of a document into one of its own."""
        doc = self.any()
        lines = doc.lines[LINES // 4 :] + [self.sentence() for _ in range(4)]
        new = Doc("", lines, unseen={COPY})
        doc.lines = doc.lines[: LINES * 3 // 4] + [self.sentence() for _ in range(LINES // 4)]
        self.put(new, self.name(ending_of(doc.path)))
        self.write(doc)
        self.write(new)

    def copy(self) -> None:
        """Begin a document as a copy of another."""
        doc = self.any()
        new = Doc("", list(doc.lines), unseen={COPY})
        if self.random.random() < 0.5:
            self.edit(new)
        self.put(new, self.name(ending_of(doc.path)))
        self.write(new)

    def delete(self) -> None:
        doc = self.any()
        del self.docs[doc.path]
        self.remove(doc.path)
        self.touched[id(doc)] = doc
        self.gone.append(doc)

    def restore(self) -> None:
        if not self.gone:
            return
        doc = self.gone.pop(self.random.randrange(len(self.gone)))
        if doc.path not in self.docs:
            if self.random.random() < 0.5:
                self.edit(doc)
            self.docs[doc.path] = doc
            self.write(doc)

    def rewrite_elsewhere(self) -> None:
        """Write an SOP anew in another folder: its id is the same, its text is not."""
        doc = self.any()
        if doc.path.endswith(".workflow.yml"):
            doc.lines = [self.sentence() for _ in range(LINES)]
            doc.unseen.add(REWRITTEN)
            folder, _, name = doc.path.rpartition("/")
            self.put(doc, f"{folder}/anew/{name}")
            self.write(doc)

    def respace(self) -> None:
        doc = self.any()
        doc.lines = [line.replace(" ", "  ", 1) for line in doc.lines]
        self.write(doc)

    def other_file(self) -> None:
        self.changes.append(b"M 100644 inline src/code.py\ndata 9\n# %06d\n\n" % self.marks)

    def nothing(self) -> None:
        """An empty commit, as those that set off a build."""

    def merge(self) -> None:
        """Work on a side branch for some commits, and merge it."""
        self.side("feature")
        merge = "Merge branch 'feature' into 'main'"
        titles = (merge, f"{merge}\n\nRaise the limit\n\nSee merge request sops/sops!12")
        self.publish(self.random.choice(titles), merges=self.marks)

    def squash(self) -> None:
        self.edits()
        self.publish(
            "Shorten the call (#12)\n\n* wip\n\n* more\n\n"
            "Co-authored-by: Mara Pop <mara@example.com>\n"
            "Co-authored-by: GitHub <noreply@github.com>",
        )

    def side(self, branch: str) -> None:
        """Do some commits on a branch, and leave their sum to be committed on the mainline."""
        self.stream.append(b"reset refs/heads/%s\nfrom refs/heads/main\n\n" % branch.encode())
        total: list[bytes] = []
        for _ in range(self.random.randint(1, 3)):
            self.random.choice((self.edits, self.edits, self.add, self.rename))()
            total += self.changes
            self.commit(self.message(), self.random.choice(AUTHORS), branch)
        self.changes[:] = total

    def reformat(self) -> None:
        """Write every file in another form, as a machine does once in years."""
        for doc in self.docs.values():
            doc.lines[0] = doc.lines[0].swapcase()
            self.write(doc)
        self.publish("Format all files", BOT)


HAPPENINGS: tuple[tuple[int, Callable[[Teller], None]], ...] = (
    (600, Teller.edits),
    (25, Teller.add),
    (40, Teller.rename),
    (6, Teller.rename_case),
    (6, Teller.rename_and_reuse),
    (4, Teller.move_folder),
    (6, Teller.swap),
    (8, Teller.split),
    (8, Teller.copy),
    (15, Teller.delete),
    (12, Teller.restore),
    (6, Teller.rewrite_elsewhere),
    (10, Teller.respace),
    (30, Teller.other_file),
    (6, Teller.nothing),
    (100, Teller.merge),
    (30, Teller.squash),
)


def tell(top: Path, *, seed: int = 2026, commits: int = 400, files: int = 60) -> Story:
    """Make a repository in `top`."""
    teller = Teller(random.Random(seed))
    for _ in range(files):
        teller.add()
    teller.publish("Begin")
    weights, happenings = zip(*HAPPENINGS, strict=True)
    is_formatted = False
    while teller.marks < commits:
        if not is_formatted and teller.marks > commits // 4:
            teller.reformat()
            is_formatted = True
        teller.random.choices(happenings, weights)[0](teller)
        if teller.changes or teller.random.random() < 0.1:
            teller.publish()
    marks = _import(top, teller.stream)
    truth = {
        path.removeprefix("docs/"): tuple(marks[mark] for mark in reversed(doc.events))
        for path, doc in teller.docs.items()
    }
    unseen = {
        path.removeprefix("docs/"): frozenset(doc.unseen) for path, doc in teller.docs.items()
    }
    return Story(top, truth, unseen, teller.marks)


def _import(top: Path, stream: list[bytes]) -> Mapping[int, str]:
    """Give git the stream; the ids of the commits come back by their marks."""
    top.mkdir(parents=True, exist_ok=True)
    git(top, "init", "--quiet", "--initial-branch=main")
    git(top, "fast-import", "--quiet", "--export-marks=.git/marks", given=b"".join(stream))
    git(top, "reset", "--quiet", "--hard", "main")
    lines = (top / ".git/marks").read_text(encoding="ascii").splitlines()
    return {int(mark[1:]): commit for mark, commit in (line.split() for line in lines)}


def quoted(path: str) -> bytes:
    """Write a path as fast-import reads it."""
    return b'"%s"' % path.encode().replace(b"\\", b"\\\\").replace(b'"', b'\\"')


def ending_of(path: str) -> str:
    return ".workflow.yml" if path.endswith(".workflow.yml") else ".md"
