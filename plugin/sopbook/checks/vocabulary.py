"""The few words that rules know, in the languages of our departments.

Rules go by the form of a flow wherever they can; only where words alone tell do they look here.
Words are folded (`core/fold.py`): small letters without marks. A word that is missing makes a rule
silent, so a list may be short, but no word may stand in it that means something else elsewhere.
"""

import re
from collections.abc import Iterable

from sopbook.core.fold import fold

_WORD = re.compile(r"[^\W_]+")


def words(*texts: str) -> list[str]:
    """Take texts apart into folded words."""
    return [word for text in texts for word in _WORD.findall(fold(text))]


def begins(found: Iterable[str], stems: tuple[str, ...]) -> bool:
    """Say whether one of the words begins with one of the stems."""
    return any(word.startswith(stems) for word in found)


def _all(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


YES = _all(
    "yes yeah sure ok okay accepts agrees",  # en
    "da accepta sigur",  # ro
    "taip sutinka gerai",  # lt
    "evet tamam kabul",  # tr
    "ya iya setuju",  # id
    "ja piekrit",  # lv
    "ja gern gerne einverstanden",  # de, nl
    "oui accepte",  # fr
    "si acepta accetta sim aceita tak",  # es, it, pt, pl
)
"""With what an answer begins that is a yes."""

NO = _all(
    "no not none nothing never nobody neither",  # en
    "nu niciun niciuna nimic",  # ro
    "ne nei nieko",  # lt
    "hayir degil yok",  # tr
    "tidak bukan belum",  # id
    "ne nav neviens",  # lv
    "nein nicht kein keine keiner nichts nee niet geen",  # de, nl
    "non pas aucun aucune rien",  # fr
    "ninguno nessuno niente nao nie",  # es, it, pt, pl
)
"""What makes an answer more than a yes, wherever it stands: `yes, or none`."""

CUSTOMER = (
    "customer", "client", "caller", "visitor",  # en, ro, fr, es, it, pt
    "klient", "pirkej", "musteri", "pelanggan", "pircej", "kunde", "kundin", "klant",
)  # fmt: skip
"""Beginnings of words for the customer."""

TALKING = (
    "chat", "voice", "ivr", "assist", "asist", "asyst",
    "vocal", "voce", "pokalbi", "balso", "sohbet", "sesli", "obrolan", "suara",
    "terzesan", "balss", "sprach",
)  # fmt: skip
"""Beginnings of words for machines that talk: chatbots, voice assistants, phone menus."""
BOT = ("bot", "bots", "botul", "botas")
"""Ends of words for them: `chatbot`, `lead-bot`."""

CASES = _all(
    "case cases ticket tickets",  # en
    "caz cazul cazului tichet tichetul tichetului sesizare sesizarea sesizarii",  # ro
    "byla bylos kreipinys kreipinio uzklausa uzklausos",  # lt
    "vaka vakanin talep talebi",  # tr
    "tiket kasus",  # id
    "pieteikums pieteikuma lieta lietas",  # lv
    "fall fallnummer vorgang vorgangsnummer ticketnummer",  # de
    "dossier cas",  # fr
)
"""What a department opens for a customer, and has to close."""

CLOSING = (
    "close", "closing", "archiv",  # en
    "inchi", "inchei",  # ro
    "uzdar", "uzbaig",  # lt
    "kapat", "kapan",  # tr
    "tutup", "ditutup", "menutup", "selesaikan",  # id
    "slegt", "slegs", "aizver", "noslegt",  # lv
    "schliess", "geschlossen", "abschliess", "abgeschlossen",  # de
    "ferme", "clotur", "clore",  # fr
)  # fmt: skip
"""Beginnings of words for closing one. Here a word too many only makes the rule silent."""

FIRST = _all(
    "first initial time to the a an of until",  # en
    "primul prima timp pana la",  # ro
    "pirmas pirma pirmasis laikas iki",  # lt
    "ilk suresi",  # tr
    "pertama waktu",  # id
    "pirma pirmais laiks lidz",  # lv
    "erste erster ersten zeit bis zur",  # de
    "eerste premiere premier prima primera",  # nl, fr, it, es
)
"""What may stand beside an answer without making it another one than the first."""

ANSWERS = _all(
    "response responses answer answers answered reply replies reaction contact",  # en
    "raspuns raspunsul reactie",  # ro
    "atsakymas atsakas",  # lt
    "yanit yaniti cevap cevabi",  # tr
    "respons tanggapan jawaban balasan",  # id
    "atbilde atbildes reakcija",  # lv
    "antwort reaktion ruckmeldung antwoord",  # de, nl
    "reponse respuesta risposta resposta",  # fr, es, it, pt
)
"""Words for the answer a customer gets."""
