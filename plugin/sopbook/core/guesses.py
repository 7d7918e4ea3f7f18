"""What was probably meant by a value that cannot be read, as the last sentence of the message."""

import re
from collections.abc import Iterable

from sopbook.core.fold import fold, nearest
from sopbook.core.measures import parse_duration

# Units and numbers as people write them who read no manual, in the languages of our departments.
_UNITS = {
    "s": "sec secs sekunde sekunden sekundes secunde saniye detik",
    "min": "mins minut minuten minute minuti minutes dakika menit",
    "h": "hr hrs std stunde stunden ora ore saat jam valanda stundas",
    "days": "tag tage zi zile gun hari diena dienos dienas",
    "working days": "business_day business_days workday workdays werktag werktage zile_lucratoare",
    "weeks": "woche wochen saptamana saptamani hafta minggu savaite savaites nedelas",
    "months": "monat monate luna luni ay bulan menuo menesiai menesi",
    "years": "jahr jahre an ani yil tahun metai gadi",
}
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words.split()}
_COUNTED = "one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {
    **{word: str(number) for number, word in enumerate(_COUNTED.split(), start=1)},
    "half an": "0.5",
    "half a": "0.5",
    "a": "1",
    "an": "1",
}
_PLAIN_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[./]([0-9]{1,2})[./]([0-9]{1,2})")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LAST_MONTH = 12


def perhaps(text: str) -> str:
    """Put a guess into words; nothing for no guess."""
    return f"Perhaps `{text}`?" if text else ""


def duration(text: str) -> str:
    """Guess a time: other languages' units, numbers as words, a comma for the point."""
    plain = fold(text).replace("–", "-")  # noqa: RUF001 - as people type it
    if _PLAIN_NUMBER.fullmatch(plain):
        return f"{plain} what? Write `{plain} s`, `{plain} min`, `{plain} h` or `{plain} days`."
    plain = re.sub(r"(?<=[0-9]),(?=[0-9])", ".", plain)
    for word in sorted(_NUMBERS, key=len, reverse=True):
        plain = re.sub(rf"^{word}\b", _NUMBERS[word], plain)
    number, _, unit = plain.partition(" ")
    unit = _UNIT_OF.get(unit.strip().replace(" ", "_").rstrip("."), unit)
    return perhaps(f"{number} {unit}" if parse_duration(f"{number} {unit}") else "")


def day(text: str) -> str:
    """Guess a day from the ways it is written elsewhere; 3/4/2026 could be two days, so none."""
    found = _YEAR_FIRST.fullmatch(text)
    if found:
        return perhaps(f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}")
    found = _DAY_FIRST.fullmatch(text)
    if not found or ("/" in text and int(found[1]) <= _LAST_MONTH):
        return ""
    return perhaps(f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}")


def email(text: str) -> str:
    """Find the address in a name with an address behind it."""
    found = _ADDRESS.search(text)
    return perhaps(found[0] if found and found[0] != text else "")


def one_among(text: str, known: Iterable[str]) -> str:
    """Guess the nearest of some known names."""
    near = nearest(text, known)
    return f"Did you mean `{near}`?" if near else ""


def several(text: str) -> str:
    """Say how several names are written, where one text seems to hold them."""
    parts = [part.strip() for part in re.split(r",| and | & ", text)]
    if len(parts) > 1 and all(parts):
        return f"One name only; where several are allowed, write `[{', '.join(parts)}]`."
    return ""
