"""An outlet's own report of a happening, from what had been said by the time it was written."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tests.coverage.drafts import Line, Told
from tests.coverage.grammar import AMERICAN, Template, filled, sentence
from tests.coverage.kinds import Both, phrases
from tests.coverage.loose import mixed, number_word
from tests.coverage.naming import Naming
from tests.coverage.outlets import Outlet
from tests.coverage.people import Person, named
from tests.coverage.phrases import remark, scene
from tests.coverage.slots import weekday
from tests.coverage.world import Claim, Happening, Utterance, shown

__all__ = ["Report"]

_WITNESSED = 0.12
"""Share of the reports on what can be seen that say that their reporter saw it."""


class Report:
    """What one outlet writes about a happening at a given minute.

    Args:
        told: The happening.
        outlet: Who writes.
        minute: When; nothing said later is known.
        number: Of the article, for what only this outlet heard.
        relay: An outlet whose report this one leans on; None: its reporters were there.
    """

    def __init__(
        self, told: Happening, outlet: Outlet, minute: int, number: int, *, relay: str | None = None
    ) -> None:
        self.told, self.outlet, self.minute, self.number, self.relay = (
            told,
            outlet,
            minute,
            number,
            relay,
        )
        self.draw = told.chance.random
        self.spelling = outlet.spelling
        values = dict(told.values[outlet.spelling])
        for name in told.totals:
            values[name] = number_word(told.count_at(name, minute))
        values["outlet"] = outlet.name
        values["day"] = self._day(minute)
        self.values = values
        self.naming = Naming(self.draw, values)
        self._people = 0

    def _day(self, minute: int) -> str:
        name = weekday(minute)
        return name if self.spelling == AMERICAN and self.draw() < 0.5 else f"on {name}"

    def headline(self) -> str:
        """A headline in the house's style."""
        template = self.told.fresh(self.told.kind.headlines[self.spelling], self.draw)
        text = sentence(filled(template, self.values, self.draw, self.told.number))
        return titled(text) if self.outlet.title_case else text

    def paragraphs(self, lines: int) -> list[list[Line]]:
        """The text: what happened first, then what is said of it, then what surrounds it."""
        told, draw = self.told, self.draw
        claims = [one for one in told.claims if one.latest(self.minute)]
        told.chance.shuffle(claims)
        body: list[Callable[[], list[Line]]] = []
        for claim in claims[: 2 + int(draw() * 3)]:
            body += self.claim(claim)
        heard = [one for one in told.quotes if one.minute < self.minute]
        if heard and draw() < 0.75:
            for quote in told.chance.sample(heard, min(len(heard), 1 + int(draw() * 2))):
                body.append(
                    partial(
                        self._alone,
                        partial(self.quotation, quote, words=self._shortened(quote.words or "")),
                    )
                )
        while len(body) < lines - 3:
            chance = draw()
            if chance < 0.36:
                body.append(partial(self._alone, partial(self.plain, told.kind.details)))
            elif chance < 0.66:
                body.append(partial(self._alone, self.scenery))
            elif self.relay is None:
                body.append(self.street)
        told.chance.shuffle(body)
        text = [self.lead(), *(line for make in body for line in make())]
        if draw() < 0.7:
            text.append(self.plain(phrases().closing))
        if draw() < 0.5:
            text.append(self.plain(phrases().about))
        if draw() < 0.35:
            text.append(self.plain(phrases().earlier))
        return grouped(text, draw)

    def _alone(self, make: Callable[[], Line]) -> list[Line]:
        return [make()]

    def lead(self) -> Line:
        """What happened, in the outlet's own voice."""
        template = self.told.fresh(self.told.kind.leads[self.spelling], self.draw)
        text = sentence(filled(template, self.values, self.draw, self.told.number))
        told = []
        for claim in self.told.claims:
            if claim.fact.count and claim.said and self.values[claim.fact.count] in text.lower():
                value = self.told.count_at(claim.fact.count, self.minute)
                told.append(Told(claim.id, None, value))
        return Line(text, tuple(told), again=self.lead)

    def plain(self, options: Both) -> Line:
        """A sentence in the outlet's own voice that puts no claim anybody keeps account of."""
        template = self.told.fresh(options[self.spelling], self.draw)
        return self._plain(template)

    def _plain(self, template: Template) -> Line:
        text = sentence(filled(template, self.values, self.draw, self.told.number))
        return Line(text, again=partial(self._plain, template))

    def scenery(self) -> Line:
        """What was to be seen by those who were there."""
        self._people += 1
        return Line(
            scene(
                self.told.kind.mood,
                self.values,
                self.draw,
                mixed(self.told.number + self.number, 50 + self._people),
            )
        )

    def street(self) -> list[Line]:
        """Somebody this outlet's reporter met, and mostly what they said."""
        told, draw = self.told, self.draw
        self._people += 1
        number = mixed(self.told.number + self.number, self._people)
        country = told.setting.town.country
        given, family, he = named(country, told.chance)
        age = 19 + int(draw() * 62)
        values = self.values | {
            "p": f"{given} {family}",
            "he": he,
            "his": "his" if he == "he" else "her",
            "age": str(age),
        }
        values["did"] = filled(told.fresh(phrases().did[self.spelling], draw), values, draw, number)
        met = sentence(filled(told.fresh(phrases().met[self.spelling], draw), values, draw, number))
        if draw() < 0.4:
            return [Line(met)]
        said = remark(told.kind.resident[self.spelling], "clauses", values, draw, number)
        tail = (
            f"{he} said"
            if draw() < 0.5
            else f"{family} said"
            if draw() < 0.7
            else f"{family} told {self.outlet.name}"
        )
        who = Person(
            f"{given} {family}", family, he, age, "resident", "", None, f"person:{given} {family}"
        )
        heard = Utterance(
            f"{told.key}-i{number:x}",
            who,
            None,
            "asserts",
            None,
            self.minute - 20,
            "",
            self.outlet.name,
            said,
        )
        return [Line(f"{met} “{said},” {tail}.", quote=heard, quoted=said)]

    def claim(self, claim: Claim) -> list[Callable[[], list[Line]]]:
        """What is said of one claim, one or two voices of it."""
        if claim.scenario == "bare" or (claim.fact.count and self.draw() < 0.06):
            return [partial(self._alone, partial(self.bare, claim))]
        if claim.fact.seen and self.relay is None and self.draw() < _WITNESSED:
            return [partial(self._alone, partial(self.witnessed, claim))]
        known = claim.latest(self.minute)
        if len(known) > 2 or self.draw() < 0.3:
            known = self.told.chance.sample(known, min(2, len(known)))
        known = sorted(known, key=lambda one: one.minute)
        if self.draw() < 0.5:
            return [lambda: [self.voice(one) for one in known]]
        return [partial(self._alone, partial(self.voice, one)) for one in known]

    def _clause(self, claim: Claim, value: int | None) -> str:
        template = self.told.fresh(claim.fact.clauses[self.spelling], self.draw)
        return filled(template, self.values | {"n": shown(value)}, self.draw, self.told.number)

    def bare(self, claim: Claim) -> Line:
        """The claim in the outlet's own voice, on nobody's word."""
        value = self.told.count_at(claim.fact.count, self.minute) if claim.fact.count else None
        text = sentence(self._clause(claim, value)) + "."
        return Line(text, (Told(claim.id, None, value),), again=partial(self.bare, claim))

    def witnessed(self, claim: Claim) -> Line:
        """What this outlet's own reporter saw."""
        frame = self.told.fresh(phrases().frames["witnessed"][self.spelling], self.draw)
        values = self.values | {"clause": self._clause(claim, None)}
        text = sentence(filled(frame, values, self.draw, self.told.number))
        return Line(
            text,
            (Told(claim.id, None, None, witness=self.outlet.name),),
            again=partial(self.witnessed, claim),
        )

    def voice(self, said: Utterance) -> Line:
        """One speaker on one claim."""
        claim = said.claim
        assert claim is not None
        relayed = self.relay is not None and said.stance == "asserts" and said.relies_on is None
        frames = phrases().frames["relayed" if relayed else said.stance][self.spelling]
        if said.relies_on is not None:
            frames = frames[:2]
        mid, end = self.naming.forms(said.speaker)
        clause = self._clause(claim, said.value)
        values = self.values | {
            "who": mid, "whoend": end, "clause": clause, "that": "that " if self.draw() < 0.6 else "", "day": self._day(said.minute),
            "occasion": said.occasion, "relay": self.relay or "", "clock": self.values["clock2"],
        }  # fmt: skip
        values["audience"] = self._words("audience")
        text = sentence(
            filled(self.told.fresh(frames, self.draw), values, self.draw, self.told.number)
        )
        if said.relies_on is not None:
            _, other = self.naming.forms(said.relies_on)
            text = f"{text[:-1]}, citing {other}."
        relay = self.relay if relayed else None
        return Line(
            text, (Told(claim.id, said.id, said.value, relay),), again=partial(self.voice, said)
        )

    def _shortened(self, words: str) -> str:
        """A quotation as printed: mostly whole, sometimes up to its first comma."""
        head, comma, _ = words.partition(",")
        return head if comma and len(head.split()) >= 5 and self.draw() < 0.12 else words

    def quotation(self, said: Utterance, *, words: str | None = None) -> Line:
        """Words of a speaker between marks."""
        words = words or said.words
        assert words is not None
        frames = phrases().frames["quoted" if self.relay is None else "quoted_relayed"][
            self.spelling
        ]
        mid, end = self.naming.forms(said.speaker)
        values = self.values | {
            "who": mid, "whoend": end, "day": self._day(said.minute), "occasion": said.occasion, "relay": self.relay or "", "quote": "\x00",
        }  # fmt: skip
        values["audience"] = self._words("audience")
        text = sentence(
            filled(self.told.fresh(frames, self.draw), values, self.draw, self.told.number)
        )
        return Line(
            text.replace("\x00", words),
            quote=said,
            quoted=words,
            again=partial(self.quotation, said, words=words),
        )

    def _words(self, name: str) -> str:
        options = phrases().words[name]
        return filled(
            options[int(self.draw() * len(options))], self.values, self.draw, self.told.number
        )


def grouped(lines: list[Line], draw: Callable[[], float]) -> list[list[Line]]:
    """Lines as paragraphs of one to three."""
    found: list[list[Line]] = []
    at = 0
    while at < len(lines):
        size = 1 if not at else 1 + int(draw() * 2.4)
        found.append(lines[at : at + size])
        at += size
    return found


_SMALL = frozenset(
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "over", "the", "to"]
)


def titled(text: str) -> str:
    """A headline with large first letters."""
    words = text.split(" ")
    return " ".join(
        word if at and word in _SMALL else word[:1].upper() + word[1:]
        for at, word in enumerate(words)
    )
