"""Choose among overlapping atoms and join neighbours into whole expressions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from firsthand.domain import Span
from firsthand.text.tense import Parsed
from firsthand.text.when_atoms import Atom

__all__ = ["Expression", "apart", "expressions"]

CLOCKS = frozenset({"clock", "point", "military"})
DAYS = frozenset(
    {"weekday", "weekdays", "month-day", "day-month", "day-word", "iso", "slash", "holiday"}
)
_DATED = frozenset({"month-day", "day-month", "iso", "slash"})
_PARTLY = frozenset({"month", "month-day", "day-month", "season", "quarter", "part"})
_FAMILIES = (DAYS, CLOCKS, frozenset({"month"}), frozenset({"year"}), frozenset({"decade"}))

_DAY_TO_DATE = re.compile(r"\s?,?\s+(?:the\s+)?|\s*[(,]\s*", re.IGNORECASE)
_TIME_TO_DAY = re.compile(r",?\s+(?:(?:early|late)\s+)?(?:on|of|in|the|,|\s)*\s*", re.IGNORECASE)
_DAY_TO_TIME = re.compile(
    r",?\s+(?:(?:at|around|about|in|the|by|from|shortly|before|after|during|,|\s)*)", re.IGNORECASE
)
_TO_YEAR = re.compile(r"\s+(?:of\s+)?", re.IGNORECASE)
_RANGE = re.compile(
    r"\s*(?:-|–|—|\bto\b|\buntil\b|\btill\b|\bthrough\b)\s*(?:the\s+)?", re.IGNORECASE
)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_MOD = re.compile(
    r"\b(?:the\s+)?(?:(?P<mod>early|earlier|late|later|mid)(?:\s+(?:on|in)(?:\s+the)?)?|"
    r"(?P<edge>beginning|start|end|middle|close|week)\s+of(?:\s+the)?)[\s-]+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """Atoms that say one time together, a range's end apart."""

    start: int
    end: int
    atoms: tuple[Atom, ...]
    mod: str = ""
    """early, late, mid, earlier, later, end, start, week; empty for none."""

    until: Expression | None = field(default=None)
    """The last time of a range."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    def atom(self, *kinds: str) -> Atom | None:
        """The first of its atoms that is of one of these kinds."""
        return next((atom for atom in self.atoms if atom.kind in kinds), None)


def expressions(
    text: str, atoms: Sequence[Atom], parsed: Parsed, *, since: int
) -> list[Expression]:
    """Whole expressions of one sentence that begins at `since`, in reading order."""
    chosen = apart([atom for atom in atoms if _is_time(text, atom, parsed)])
    joined: list[Expression] = []
    for atom in chosen:
        alone = Expression(start=atom.start, end=atom.end, atoms=(atom,))
        if joined and (both := _joined(text, joined[-1], alone)) is not None:
            joined[-1] = both
        else:
            joined.append(alone)
    kept: list[Expression] = []
    for expression in joined:
        free = kept[-1].end if kept else since
        if not _is_bare_part(expression):
            kept.append(_with_mod(text, expression, free))
    return _ranges(text, kept, since)


def apart(atoms: Sequence[Atom]) -> list[Atom]:
    """Atoms that do not overlap: the longest first, then the earlier pattern, then the earlier."""
    order = sorted(range(len(atoms)), key=lambda n: (atoms[n].start - atoms[n].end, n))
    taken: list[Atom] = []
    for number in order:
        atom = atoms[number]
        if all(atom.end <= other.start or other.end <= atom.start for other in taken):
            taken.append(atom)
    return sorted(taken, key=lambda atom: atom.start)


def _joined(text: str, before: Expression, after: Expression) -> Expression | None:
    """Both as one expression, when what stands between them says so."""
    gap = text[before.end : after.start]
    if "\n\n" in gap or len(gap) > 30:
        return None
    last, first = before.atoms[-1], after.atoms[0]
    kinds = {atom.kind for atom in before.atoms}
    whole = replace(before, end=after.end, atoms=before.atoms + after.atoms)
    if last.kind == "weekday" and first.kind in _DATED and _DAY_TO_DATE.fullmatch(gap):
        closing = gap.strip().startswith("(") and text[after.end : after.end + 1] == ")"
        return replace(whole, end=after.end + closing)
    if last.kind in CLOCKS | {"part"} and first.kind in DAYS and not kinds & DAYS:
        return whole if _TIME_TO_DAY.fullmatch(gap) else None
    if last.kind in DAYS | {"weekdays"} and first.kind in CLOCKS | {"part"}:
        if first.kind == "part" and (first.pieces.get("near") or not kinds <= DAYS):
            return None
        return whole if _DAY_TO_TIME.fullmatch(gap) and not kinds & CLOCKS else None
    if last.kind in CLOCKS and first.kind == "part" and _DAY_TO_TIME.fullmatch(gap):
        return whole
    if last.kind in _PARTLY and first.kind == "near-unit" and first.pieces["unit"] == "Y":
        return whole if _TO_YEAR.fullmatch(gap) and not last.pieces.get("year") else None
    return None


def _with_mod(text: str, expression: Expression, since: int) -> Expression:
    """Take in "early", "late on", "the end of" before an expression that names a time."""
    kind = expression.atoms[0].kind
    if kind in {"duration", "set", "reference", "units", "open-span", "span-of", "every-unit"}:
        return expression
    found = _MOD.search(text, max(since, expression.start - 40), expression.start)
    if found is None:
        return expression
    mod = (found.group("mod") or found.group("edge")).lower()
    mod = {"beginning": "start", "middle": "mid", "close": "end"}.get(mod, mod)
    return replace(expression, start=found.start(), mod=mod)


def _ranges(text: str, found: list[Expression], since: int) -> list[Expression]:
    """Join "from Monday to Wednesday" and "between 2001 and 2004" into one expression each."""
    ranges: list[Expression] = []
    for expression in found:
        before = ranges[-1] if ranges else None
        if before is not None and before.until is None and _one_family(before, expression):
            gap = text[before.end : expression.start]
            lead = text[max(since, before.start - 12) : before.start].lower().split()
            opened = lead[-1] if lead else ""
            if (_RANGE.fullmatch(gap) and (opened == "from" or gap.strip() in "-–—")) or (
                _AND.fullmatch(gap) and opened == "between"
            ):
                ranges[-1] = replace(before, end=expression.end, until=expression)
                continue
        ranges.append(expression)
    return ranges


def _one_family(one: Expression, other: Expression) -> bool:
    return any(
        one.atoms[-1].kind in family and other.atoms[0].kind in family for family in _FAMILIES
    )


def _is_bare_part(expression: Expression) -> bool:
    """Whether only "the morning" or "night" is left, which says no time by itself."""
    if len(expression.atoms) > 1 or expression.atoms[0].kind != "part":
        return False
    pieces = expression.atoms[0].pieces
    said = pieces.get("near") or pieces.get("that", "") not in {"", "the"}
    return not said and pieces["part"] != "overnight"


def _is_time(text: str, atom: Atom, parsed: Parsed) -> bool:
    """Whether words that may mean something else mean a time here."""
    written = text[atom.start : atom.end]
    tags = parsed.tags(atom.span)
    dated = bool(tags & {"DATE", "TIME"})
    pieces = atom.words
    match atom.kind:
        case "month":
            name = re.search(r"[^\W\d_]+\.?$|[^\W\d_]+\.?(?=[,\s])", written)
            if not any(word[0].isupper() for word in written.split()):
                return False
            if pieces["month"].rstrip(".") in {"may", "march", "mar", "august", "april", "june"}:
                return ("year" in pieces or dated) and "MD" not in tags
            short = len(pieces["month"].rstrip(".")) <= 4 and pieces["month"] not in {
                "june",
                "july",
            }
            return bool(name) and (not short or written.endswith(".") or dated or "year" in pieces)
        case "month-day" | "day-month":
            return _capital_month(written, pieces["month"]) and not _is_nothing(pieces)
        case "weekday" | "weekdays" | "holiday":
            return any(letter.isupper() for letter in written)
        case "season":
            named = {"near", "the", "year", "mod"} & set(pieces)
            return dated or (bool(named) and pieces["season"] not in {"spring", "fall"})
        case "year":
            if pieces["year"].isdigit():
                return _is_year(text, atom, parsed, dated=dated)
            if text[atom.end : atom.end + 1] == "-":
                return False
            told = written.lower().startswith("the year")
            return told or (dated and parsed.next_tag(atom.span) not in {"NOUN", "ADJ", "NUM"})
        case "duration":
            return _is_duration(text, atom, parsed, dated=dated)
        case "decade":
            return dated or written[-2:-1].isdigit() or pieces["decade"].endswith("ties")
        case "clock":
            return "hour24" not in pieces or dated or "zone" in pieces
        case "reference":
            return _is_reference(text, atom, parsed)
        case "point":
            return not (pieces["point"] == "midnight" and "PROPN" in tags and not dated)
        case "slash":
            return len(pieces["year"]) == 4 or dated
        case "part" | "quarter":
            return True
        case _:
            return True


def _capital_month(written: str, month: str) -> bool:
    at = written.lower().find(month.split(maxsplit=1)[0])
    return written[at].isupper()


def _is_nothing(pieces: dict[str, str]) -> bool:
    """Whether the day is none ("May 45")."""
    digits = re.sub(r"\D", "", pieces["day"])
    return bool(digits) and not 1 <= int(digits) <= 31


_YEAR_LEADS = frozenset(
    [
        "in",
        "since",
        "from",
        "by",
        "until",
        "till",
        "before",
        "after",
        "of",
        "during",
        "for",
        "late",
        "early",
        "mid",
        "and",
        "to",
        "through",
        "the",
        "around",
        "between",
        "(",
        "-",
        "–",
        "year",
        "spring",
        "summer",
        "fall",
        "autumn",
        "winter",
        "circa",
        "about",
        ",",
        "back",
    ]
)


def _is_year(text: str, atom: Atom, parsed: Parsed, *, dated: bool) -> bool:
    """Whether a figure between 1000 and 2099 names a year."""
    before = text[max(0, atom.start - 15) : atom.start]
    after = text[atom.end : atom.end + 3]
    if re.search(r"[$€£#.,/:\w-]$", before) and not re.search(r"mid-$|[-–]$", before):
        return False
    if re.match(r"['’]?s?[-–]\d{4}\b", after) or re.match(r"[%,.:]\d|%|\w", after):
        return False
    lead = re.search(r"(\w+|[(,–-])\s*$", before)
    following = parsed.next_fine_tag(atom.span)
    if lead is not None and lead.group(1).lower() in _OWNERS and following in {"NN", "NNP", "JJ"}:
        return True
    if lead is None or lead.group(1).lower() not in _YEAR_LEADS:
        return dated and parsed.next_tag(atom.span) != "NOUN"
    return dated or parsed.next_tag(atom.span) not in {"NOUN", "ADJ"}


_OWNERS = frozenset(
    {"a", "an", "its", "his", "her", "their", "our", "my", "this", "that", "s", "the"}
)
"""Before a year that says which one is meant ("its 1990 invasion"); a count would need a plural."""

_DURATION_LEADS = re.compile(
    r"\b(?:for|in|within|after|over|than|took|takes?|taking|lasts?|lasted|lasting|spent|spend|"
    r"during|of|every|least|almost|nearly|about|up\s+to|another|just|only|some|by|be|is|was|been)\s+$",
    re.IGNORECASE,
)


def _is_duration(text: str, atom: Atom, parsed: Parsed, *, dated: bool) -> bool:
    """Whether a count of units is a time: not a rate ("a day"), an ordinal ("a second") or an age."""
    pieces = atom.words
    unit, count = pieces["unit"], pieces["count"]
    following = text[atom.end : atom.end + 12].lower()
    if (
        re.match(r"[\s-]+old\b|\s+of\s+age\b|\s+sentence", following)
        and "sentence" not in following
    ):
        return False
    if unit.rstrip("s") in {"second", "quarter"} and count in {"a", "an", "one", "some"}:
        return False
    if re.search(r"\b(?:third|fifth|quarter|three-quarter)s?$", count) or (
        unit == "quarters" and count in {"three", "one"} and following.startswith(" of")
    ):
        return False
    if unit.endswith("s") and count in {"a", "an"}:
        return False
    if count in {"some", "many", "few"} and not unit.endswith("s"):
        return False
    if count in {"a", "an"} and re.match(r"\s+(?:after|before|or\s+(?:so|two))\b", following):
        return True
    if count in {"a", "an"} and "half" not in pieces and "about" not in pieces:
        return bool(_DURATION_LEADS.search(text, max(0, atom.start - 14), atom.start))
    return dated or not parsed.tags(atom.span) & {"MONEY", "PERCENT"}


def _is_reference(text: str, atom: Atom, parsed: Parsed) -> bool:
    words = atom.words["reference"]
    before = text[max(0, atom.start - 6) : atom.start].lower()
    if words in {"the time", "that time", "this time"}:
        return before.endswith("at ") and parsed.next_tag(atom.span) not in {"ADP", "NOUN"}
    if words in {"current", "recent", "future"}:
        return parsed.next_tag(atom.span) in {"NOUN", "ADJ", "PROPN"}
    if words == "soon":
        following = text[atom.end : atom.end + 8].lower().split()
        return not before.endswith("as ") and following[:1] not in (["after"], ["as"])
    if words == "the past":
        return parsed.next_tag(atom.span) not in {"NOUN", "NUM", "ADJ"}
    return True
