"""Steps that came, went or moved, and ways that lead elsewhere, as sentences."""

from collections.abc import Callable, Iterator

from sopbook.core.model import Exit, Kind, Step
from sopbook.core.span import Span
from sopbook.history.changes.kinds import Added, Cause, Moved, Removed, Renamed, WayChanged
from sopbook.history.changes.say_facts import state
from sopbook.history.changes.sentence import Sentence, Sign, line, sign_of
from sopbook.history.changes.voice import Voice
from sopbook.history.changes.weight import ruled, weight_of, weight_of_label

_NOWHERE = (Step("", Kind.DO, 0, Span("")), Exit(""))


def say_added(change: Added, voice: Voice, *, is_led_to: bool) -> Sentence:
    """Tell of a new step; `is_led_to` where another sentence says how it is come to."""
    step = change.step
    source, way = voice.after.leading.get(step.id, _NOWHERE)
    text = voice.say(
        f"step.added_{_form(source, way)}" if way.label and not is_led_to else "step.added",
        number=step.number,
        what=_what(step, voice),
        label=voice.quoted(way.label),
        source=source.number,
    )
    return Sentence(text + voice.ways(step), Sign.ADDED, weight_of(change), (step.id,))


def say_removed(change: Removed, voice: Voice) -> Sentence:
    """Tell of a step that is gone."""
    step = change.step
    text = voice.say("step.removed", number=step.number, what=_what(step, voice))
    return Sentence(text, Sign.REMOVED, weight_of(change), gone=step.id)


def _what(step: Step, voice: Voice) -> str:
    """Say what a step is: its words, who does it, and when."""
    box = voice.names.words
    facts = {
        "to": voice.names.actor(step.to.target) if step.to else "",
        "after": step.after.text if step.after else "",
        "within": step.within.text if step.within else "",
        "when": step.when,
    }
    said = [box(f"chart.box.{key}", text=text) for key, text in facts.items() if text]
    if step.by:
        said.insert(0, voice.actors(ref.target for ref in step.by))
    if step.kind not in {Kind.DO, Kind.TOGETHER, Kind.JOIN}:
        said.insert(0, box(f"kind.{step.kind}"))
    caption = voice.caption(step)
    return voice.part("step.what", caption=caption, facts=", ".join(said)) if said else caption


def say_moved(change: Moved, voice: Voice) -> Sentence:
    """Tell of steps that are done earlier or later."""
    first = change.steps[0]
    was = next(old for old, now in voice.kept.items() if now == first)
    after = _place(voice.after.leading.get(first), voice.step, voice)
    before = _place(voice.before.leading.get(was), voice.former, voice)
    key = "step.moved" if before not in {"", after} else "step.placed"
    text = voice.say(
        key if after else "step.first",
        count=len(change.steps),
        steps=voice.steps(change.steps),
        after=after,
        before=before,
    )
    return Sentence(text, Sign.MOVED, weight_of(change), change.steps)


def _place(leading: tuple[Step, Exit] | None, name: Callable[[Step], str], voice: Voice) -> str:
    """Say behind what a step stands: `step 4 (…), if “no”`; "" where nothing leads to it."""
    if leading is None:
        return ""
    source, way = leading
    if not way.label:
        return name(source)
    label = voice.quoted(way.label)
    return voice.part(f"step.place_{_form(source, way)}", step=name(source), label=label)


def say_renamed(change: Renamed, voice: Voice) -> Sentence:
    """Tell of a new id: links that people keep lead to it no more."""
    text = voice.say("step.link", step=voice.step(voice.after.steps[change.after]))
    return Sentence(text, Sign.CHANGED, weight_of(change), (change.after,))


def say_way(change: WayChanged, voice: Voice) -> Iterator[Sentence]:
    """Tell of a way that leads elsewhere, and of its words and share where they changed."""
    before, after, steps = change.before, change.after, (change.step,)
    if change.cause is Cause.OWN:
        yield Sentence(_led(change, voice), _sign(change), weight_of(change), steps)
    if before is None or after is None or change.cause is Cause.KIND:
        return
    if before.label != after.label:
        words = line(before.label, after.label)
        weight = weight_of_label(before.label, after.label)
        text = _relabelled(change.step, before, after, voice)
        yield Sentence(text, Sign.CHANGED, weight, steps, wording=words)
    if before.share != after.share:
        text = _shared(change.step, before, after, voice)
        yield Sentence(text, Sign.CHANGED, ruled("share"), steps)


def _led(change: WayChanged, voice: Voice) -> str:
    """Say where a way leads, and where it led."""
    step, before, after = voice.after.steps[change.step], change.before, change.after
    way = after or before or _NOWHERE[1]
    return voice.say(
        f"way.{_form(step, way)}_{state(before, after)}",
        step=voice.step(step),
        label=voice.quoted(way.label),
        now=voice.goes(after) if after else "",
        before=voice.instead(before, after) if before and after else "",
    )


def _relabelled(name: str, before: Exit, after: Exit, voice: Voice) -> str:
    labels = voice.quoted(before.label), voice.quoted(after.label)
    step = voice.step(voice.after.steps[name])
    return voice.say("way.words", step=step, before=labels[0], after=labels[1])


def _shared(name: str, before: Exit, after: Exit, voice: Voice) -> str:
    shares = ["" if way.share is None else f"{way.share * 100:g}" for way in (before, after)]
    step, label = voice.step(voice.after.steps[name]), voice.quoted(after.label)
    key = f"way.share_{state(*shares)}"
    return voice.say(key, step=step, label=label, before=shares[0], after=shares[1])


def _sign(change: WayChanged) -> Sign:
    if change.before and change.after:
        return Sign.REROUTED
    return sign_of(change.before, change.after)


def _form(step: Step, way: Exit) -> str:
    """Say what a way on is, as the keys of messages do."""
    if not way.label:
        return "plain"
    return "branch" if step.kind is Kind.TOGETHER else "answer"
