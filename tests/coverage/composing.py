"""Which outlets cover a happening, when, and which of them only take over what others wrote."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from tests.coverage.copying import block_of, copied
from tests.coverage.drafts import Draft, Line
from tests.coverage.grammar import Draw, compiled, filled
from tests.coverage.loose import DATA
from tests.coverage.outlets import Agency, Outlet, agencies, outlet, outlets, unseen_agencies
from tests.coverage.slots import DAY
from tests.coverage.telling import Report, titled
from tests.coverage.truth import Basis, CopyKind
from tests.coverage.world import Happening

__all__ = ["Mix", "composed"]

_START = date(1970, 1, 1)
_MONTHS = (
    "Jan.",
    "Feb.",
    "March",
    "April",
    "May",
    "June",
    "July",
    "Aug.",
    "Sept.",
    "Oct.",
    "Nov.",
    "Dec.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mix:
    """How coverage is made up, as shares of one unless said otherwise."""

    copies: float = 0.6
    """Of what follows the first texts: whole copies; with those first texts, half of all articles."""

    blocks: float = 0.1
    """Of own texts: those with paragraphs of another."""

    relays: float = 0.15
    """Of own texts: those whose outlet was not there and quotes another."""

    slips: float = 0.25
    """Of copies: those with a mistake."""

    unseen: float = 0.4
    """Of wires: those whose own text is not in the collection."""

    corrections: float = 0.04
    """Of own texts: those with a note that an earlier version was wrong."""

    days: float = 2.5
    """Over which a story is covered."""


_HOW = (
    (CopyKind.VERBATIM, 0.30), (CopyKind.EDITED, 0.58), (CopyKind.ABRIDGED, 0.80), (CopyKind.EXPANDED, 0.95), (CopyKind.REWORDED, 1.0),
)  # fmt: skip


@cache
def _credits() -> dict[str, list[str]]:
    found: dict[str, list[str]] = tomllib.loads((DATA / "outlets.toml").read_text())["credits"]
    return found


def composed(told: Happening, count: int, mix: Mix) -> list[Draft]:
    """All articles on a happening, in order of publication; exactly `count`."""
    return _Composer(told, count, mix).drafts()


class _Composer:
    def __init__(self, told: Happening, count: int, mix: Mix) -> None:
        self.told, self.count, self.mix = told, count, mix
        self.draw: Draw = told.chance.random
        self.done: list[Draft] = []
        self.wires: list[Draft] = []
        self.taken: set[str] = set()
        self.written = 0

    def drafts(self) -> list[Draft]:
        told, draw = self.told, self.draw
        spread = self.mix.days * DAY
        for at in range((self.count >= 4 and draw() < 0.75) + (self.count >= 12 and draw() < 0.7)):
            self._wire(at)
        wanted = self.count - len(self.done)
        minutes = sorted(told.minute + 75 + int(spread * draw() ** 2.4) for _ in range(wanted))
        for minute in minutes:
            roots = [one for one in (*self.wires, *self.done) if one.minute < minute - 4]
            share = self.mix.copies * (1.25 if self.wires else 0.9)
            if roots and draw() < share:
                self._copy(roots, minute)
            else:
                self._own(minute)
        return sorted(self.done, key=lambda one: (one.minute, one.key))

    def _key(self) -> str:
        return f"{self.told.key}-a{len(self.done):02d}"

    def _report(self, house: Outlet, minute: int, relay: str | None = None) -> Report:
        self.written += 1
        return Report(self.told, house, minute, self.written, relay=relay)

    def _outlet(self) -> Outlet:
        every = outlets()
        while True:
            found = every[int(self.draw() * len(every))]
            if found.name not in self.taken:
                self.taken.add(found.name)
                return found

    def _wire(self, at: int) -> None:
        """An agency's text, in the collection or not."""
        draw = self.draw
        unseen = draw() < self.mix.unseen
        pool = unseen_agencies() if unseen and draw() < 0.6 else agencies()
        agency = pool[int(draw() * len(pool))]
        if agency.name in self.taken:
            return
        self.taken.add(agency.name)
        house = outlet(agency.name, agency.short)
        minute = self.told.minute + 65 + int(draw() * 300) + at * int(draw() * DAY)
        report = self._report(house, minute)
        key = f"{self.told.key}-w{at}" if unseen else self._key()
        text = report.paragraphs(9 + int(draw() * 7))
        draft = Draft(
            key, self.told.key, house, minute, report.headline(), text, CopyKind.WIRE, key,
            wire=agency.name, wire_seen=not unseen, opening=self._printed("openings", agency, minute),
        )  # fmt: skip
        self.wires.append(draft)
        if not unseen:
            self.done.append(draft)

    def _printed(self, name: str, agency: Agency, minute: int) -> str:
        options = _credits()[name]
        values = self.told.values[0] | {
            "name": agency.name,
            "short": agency.short,
            "month": _month(minute),
            "date": str(_date(minute)),
        }
        return filled(compiled(options[int(self.draw() * len(options))]), values, self.draw)

    def _own(self, minute: int) -> None:
        draw = self.draw
        house = self._outlet()
        others = [
            one
            for one in self.done
            if one.minute < minute - 30 and one.kind in {CopyKind.OWN, CopyKind.WIRE}
        ]
        relay = (
            others[int(draw() * len(others))].outlet.name
            if others and draw() < self.mix.relays
            else None
        )
        report = self._report(house, minute, relay)
        key = self._key()
        text = report.paragraphs(7 + int(draw() * 8))
        kind, source = CopyKind.OWN, None
        borrowed: list[Line] = []
        roots = [
            one
            for one in (*self.wires, *self.done)
            if one.minute < minute - 4 and len(one.paragraphs) > 3
        ]
        if roots and draw() < self.mix.blocks:
            source, kind = roots[int(draw() * len(roots))], CopyKind.BLOCK
            text, borrowed = block_of(source, text, draw)
        self.done.append(
            Draft(
                key,
                self.told.key,
                house,
                minute,
                report.headline(),
                text,
                kind,
                key,
                source=source,
                borrowed=borrowed,
                basis=None if source is None else self._block_basis(source),
                correction=self._correction(),
            )
        )

    def _correction(self) -> str:
        """A note that something was put right; mostly none."""
        if self.draw() >= self.mix.corrections:
            return ""
        options = _credits()["corrections"]
        return filled(
            compiled(options[int(self.draw() * len(options))]),
            self.told.values[0],
            self.draw,
            self.told.number,
        )

    def _block_basis(self, source: Draft) -> Basis:
        return (
            Basis.UNSEEN
            if source.wire is not None and not source.wire_seen and source.kind is CopyKind.WIRE
            else Basis.CLOCK
        )

    def _copy(self, roots: list[Draft], minute: int) -> None:
        """A whole copy: mostly of a wire, else of any text that is there, copies included."""
        draw = self.draw
        wires = [one for one in roots if one.kind is CopyKind.WIRE]
        pool = wires if wires and draw() < 0.8 else roots
        source = pool[int(draw() * len(pool))]
        chance = draw()
        kind = next(one for one, below in _HOW if chance < below)
        house = self._outlet()
        report = self._report(house, minute)
        text = copied(kind, source, report, draw, self.mix.slips)
        title = source.title if kind is CopyKind.VERBATIM and draw() < 0.6 else report.headline()
        draft = Draft(
            self._key(), self.told.key, house, minute, titled(title) if house.title_case else title, text, kind, source.group,
            source=source, wire=source.wire, wire_seen=source.wire_seen,
        )  # fmt: skip
        self._credit(draft, source)
        self.done.append(draft)

    def _credit(self, draft: Draft, source: Draft) -> None:
        draw, printed = self.draw, False
        if source.wire is not None and draw() < 0.75:
            agency = next(
                one for one in (*agencies(), *unseen_agencies()) if one.name == source.wire
            )
            if draw() < 0.5:
                draft.opening = self._printed("openings", agency, source.minute)
            else:
                draft.closing = self._printed("closings", agency, source.minute)
            printed = True
        elif source.wire is None and draw() < 0.15:
            draft.closing = f"This article originally appeared in {source.outlet.name}."
            printed = True
        if source.wire is not None and not source.wire_seen:
            draft.basis = Basis.UNSEEN
        else:
            draft.basis = Basis.CREDIT if printed else Basis.CLOCK


def _date(minute: int) -> int:
    return _calendar(minute)[1]


def _month(minute: int) -> str:
    return _MONTHS[_calendar(minute)[0] - 1]


def _calendar(minute: int) -> tuple[int, int]:
    found = _START + timedelta(days=minute // DAY)
    return found.month, found.day
