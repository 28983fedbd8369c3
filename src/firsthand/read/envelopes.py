"""Whose mail it is: what headers, or the fields above a mail passed on, say of an article."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from firsthand.domain import Fact, Field
from firsthand.read.messages import Address
from firsthand.tables.mailwords import mail_words

__all__ = ["SOURCE", "Envelope", "list_name_in"]

SOURCE = "mail"

_PERSON = re.compile(r"(?:[^\W\d_][\w.'’-]*\s){1,3}[^\W\d_][\w'’-]*")
_LIST = re.compile(r"\A\s*\"?([^<>\"]{2,200}?)\"?\s*<")


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """What the headers of a mail say, or the fields above one that is passed on within it."""

    sender: Address = field(default_factory=lambda: Address(name="", host=""))
    subject: str = ""
    sent: str | None = None
    """ISO 8601."""

    list_name: str = ""
    """``List-Id``, its description."""

    organisation: str = ""
    language: str = ""
    archived: str = ""
    """Where the mail itself is to be found on the web, as its headers say."""

    def title(self) -> str:
        """The subject without "Re:", "Fwd:" and the name of a list in brackets."""
        match = mail_words().prefixes.match(self.subject)
        return (self.subject[match.end() :] if match else self.subject).strip() or self.subject

    def outlet_and_person(self) -> tuple[str | None, str | None]:
        """The outlet and the person that the sender's name holds.

        "Mira Solberg from Harbour Letter" names both; "Harbour Gazette via Listmaker" and "Harbour
        Gazette Newsletter" one outlet. A name that is a list's in other words is a person's.
        """
        words = mail_words()
        name = words.service.sub("", self.sender.name)
        if "@" in name:
            name = ""
        parts = words.division.split(name, maxsplit=1)
        if len(parts) == 2 and _PERSON.fullmatch(parts[0]) and parts[1][:1].isupper():
            return words.suffix.sub("", parts[1]) or parts[1], parts[0]
        listed = self.list_name
        outlet = words.suffix.sub("", name).strip() or listed or self.organisation
        return outlet or None, None

    def facts(self) -> tuple[Fact, ...]:
        """What this envelope states of the article within."""
        outlet, person = self.outlet_and_person()
        told = (
            (Field.TITLE, self.title()),
            (Field.OUTLET, outlet),
            (Field.AUTHOR, person),
            (Field.PUBLISHED, self.sent),
            (Field.LANGUAGE, self.language),
            (Field.URL, self.archived),
        )
        return tuple(Fact(field=name, value=value, source=SOURCE) for name, value in told if value)


def list_name_in(value: str) -> str:
    """The description in a ``List-Id`` header; empty where it holds only the identifier."""
    found = _LIST.match(value)
    return found.group(1).strip() if found else ""
