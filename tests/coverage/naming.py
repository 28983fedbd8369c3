"""How a text names who speaks: in full at first, briefly afterwards."""

from __future__ import annotations

from tests.coverage.grammar import Draw, Values
from tests.coverage.people import Person

__all__ = ["Naming"]


_WITH_ARTICLE = ("police", "Union", "Institute", "Centre", "Foundation", "group")
"""Last words of bodies that take an article."""


class Naming:
    """The speakers a text has introduced so far."""

    def __init__(self, draw: Draw, values: Values) -> None:
        self.draw, self.values = draw, values
        self.known: set[str] = set()

    def forms(self, person: Person) -> tuple[str, str]:
        """The words that name the speaker: before a verb, and before a full stop."""
        first = person.name not in self.known
        self.known.add(person.name)
        if person.role == "anonymous":
            if not first:
                return "the official", "the official"
            return (
                (f"{person.name},", person.name)
                if "," in person.name
                else (person.name, person.name)
            )
        if person.is_body:
            short = (
                "the ministry"
                if person.name.endswith("Ministry") and not first
                else f"the {person.name}"
            )
            return short, short
        if not first:
            brief = (
                person.family
                if self.draw() < 0.75
                else f"the {person.title}"
                if person.title[:1].islower()
                else person.family
            )
            return brief, brief
        if person.role == "resident":
            return (
                f"{person.name}, {person.age}, who lives in {self.values['near']},",
                f"{person.name}, {person.age}, who lives in {self.values['near']}",
            )
        return self._introduced(person)

    def _introduced(self, person: Person) -> tuple[str, str]:
        """Name, office and body in one of several orders; sometimes without the body."""
        body, title, name = person.authority or "", person.title, person.name
        town, chance = self.values["town"], self.draw()
        if "Minister" in title:
            plain = f"{title} {name}"
            behind = f"{name}, {self.values['demonym']} {title.lower()}"
            return (plain, plain) if chance < 0.7 else (f"{behind},", behind)
        if title in {"lawyer", "barrister"}:
            long = f"{title} {name}, who speaks for the {body}"
            return (f"{long},", long)
        local = (title.startswith("police") and body.endswith("police")) or "mayor" in title
        public = body.endswith(("office", "council", "service"))
        the = "the " if public or body.endswith(_WITH_ARTICLE) else ""
        if chance < 0.3 or (public and chance < 0.8):
            plain = f"{town} {title} {name}" if local else f"{title} {name} of {the}{body}"
            return plain, plain
        if chance < 0.4:
            return f"{title} {name}", f"{title} {name}"
        if chance < 0.6:
            behind = (
                f"{name}, {_indefinite(title)} {'for' if 'spokes' in title else 'at'} {the}{body}"
            )
        elif chance < 0.8:
            behind = (
                f"{the}{_possessive(body)} {title}, {name}"
                if not local
                else f"the {title} of {town}, {name}"
            )
        else:
            behind = f"{name} of {the}{body}"
            return (
                (behind, behind)
                if not local
                else (
                    f"{name}, {_possessive(town)} {title},",
                    f"{name}, {_possessive(town)} {title}",
                )
            )
        if local and chance < 0.6:
            behind = f"{name}, the {town} {title}"
        return f"{behind},", behind


def _possessive(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _indefinite(title: str) -> str:
    if title.endswith(("executive", "chief", "director", "leader", "president", "head")):
        return f"the {title}"
    return f"{'an' if title[0] in 'aeio' else 'a'} {title}"
