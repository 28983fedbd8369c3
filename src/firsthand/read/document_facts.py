"""What office documents and PDF files say of themselves, names of files and of users passed over."""

from __future__ import annotations

import re

from firsthand.domain import Fact, Field
from firsthand.read.moments import moment_of
from firsthand.read.stating import Stating

__all__ = ["document_facts"]

_FILE = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel)|powerpoint|untitled|unbenannt|sans titre|dokument\s?\d*"
    r"|document\s?\d*|titel|title|print|layout|page \d+|seite \d+)(?:\s*[-–:].{0,200})?"
    r"|.{0,200}\.(?:docx?|indd|qxp|odt|rtf|pages|pdf|html?|tmp|ps|p65|txt)",
    re.IGNORECASE,
)
"""Titles that programs fill in by themselves: their own name, or the name of the file."""

_USER = re.compile(
    r"(?:unknown|unbekannt|user|usuario|utilisateur|benutzer|admin(?:istrator)?|owner|author|autor"
    r"|anonymous|root|default|guest|microsoft.*|python-docx|\S*[\d_@\\]\S*|[a-z]+)",
    re.IGNORECASE,
)
"""Authors that name an account, not a person: one word, or one with figures or signs in it."""


def document_facts(
    source: str,
    *,
    title: str = "",
    author: str = "",
    made: str = "",
    changed: str = "",
    language: str = "",
) -> tuple[Fact, ...]:
    """Weak facts from the properties of a document.

    When it was made counts as when it was published, when it was changed as an update if that
    was on another day.

    Args:
        source: The format, as in the table of trust.
        title: As the properties give it.
        author: Likewise.
        made: A moment in any machine form.
        changed: Likewise.
        language: A code.
    """
    say = Stating(source)
    if not _FILE.fullmatch(title.strip()):
        say.say(Field.TITLE, title)
    if not _USER.fullmatch(author.strip()):
        say.say_people([author])
    first, last = moment_of(made), moment_of(changed)
    if first is not None:
        say.say(Field.PUBLISHED, first)
        if last is not None and last[:10] != first[:10]:
            say.say(Field.UPDATED, last)
    say.say_language(language)
    return say.done()
