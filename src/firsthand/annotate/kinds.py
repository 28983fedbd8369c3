"""What kind of thing one occurrence of a name names, by label, tables, shape and surroundings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from firsthand.annotate.names import Name
from firsthand.domain import MentionKind, Token
from firsthand.tables.agencies import agency_named
from firsthand.tables.countries import country_of_name
from firsthand.tables.gazetteer import gazetteer
from firsthand.tables.namewords import name_words
from firsthand.tables.outlets import outlet_named
from firsthand.tables.regions import area_of_people, region_of_postal_code, region_of_word

__all__ = ["Weights", "kind_weights"]

Weights = dict[MentionKind, float]

_LABELS: Mapping[str, tuple[MentionKind, float]] = {
    "PERSON": (MentionKind.PERSON, 1.6),
    "ORG": (MentionKind.ORGANISATION, 1.0),
    "GPE": (MentionKind.PLACE, 1.5),
    "LOC": (MentionKind.PLACE, 1.3),
    "FAC": (MentionKind.PLACE, 0.9),
    "NORP": (MentionKind.NATIONALITY, 1.4),
    "PRODUCT": (MentionKind.OTHER, 0.5),
    "WORK_OF_ART": (MentionKind.OTHER, 0.9),
    "EVENT": (MentionKind.OTHER, 0.9),
    "LAW": (MentionKind.OTHER, 0.9),
}
"""How far each label is to be believed; weights set on the places dev set."""

_TABLE = 4.0
"""Weight of a word that a table knows: above every label and context together."""

_UNINTRODUCED = 0.7
"""Taken from the label PERSON for a single word that is nobody's surname in the article: news gives
the full name first, so such a word is often a town."""

_INITIALS = re.compile(r"(?:[A-Z]\.){3,}")

_PEOPLE_ENDINGS = (
    "an",
    "ans",
    "ish",
    "ese",
    "i",
    "is",
    "ic",
    "ics",
    "ist",
    "ists",
    "im",
    "ims",
    "s",
    "ch",
)
"""Endings of peoples and creeds; a word the recogniser calls one without them is doubtful."""

_COUNTIES = re.compile(r"(?:,? (?:and |or )?[A-Z][\w.]+(?: [A-Z]\w+)?){0,8},? counties\b")
"""What follows a county's name in a list: "Kent, Surrey and Essex counties"."""


def kind_weights(
    text: str, tokens: Sequence[Token], name: Name, surnames: frozenset[str]
) -> Weights:
    """What speaks for each kind at one occurrence.

    Args:
        text: The article's.
        tokens: The parse.
        name: One stretch that may be a name.
        surnames: Last words of the persons named in full in the article, in lower case.

    Returns:
        Weights, negative where something speaks against a kind; kinds that nothing speaks for lack.
    """
    weights: Weights = defaultdict(float)
    if name.label:
        kind, weight = _LABELS[name.label]
        weights[kind] += weight
    _by_table(name, weights)
    _by_shape(name, weights)
    _by_surroundings(text, tokens, name, weights)
    if name.title:
        weights[MentionKind.PERSON] += 2.5
    parts = name.text.casefold().split()
    if len(parts) == 1 and parts[0] in surnames:
        weights[MentionKind.PERSON] += 2.6
    elif len(parts) == 1 and name.label == "PERSON":
        weights[MentionKind.PERSON] -= _UNINTRODUCED
    if parts[0] in name_words().never_places and len(parts) == 1:
        weights[MentionKind.PLACE] -= 4.0
    return weights


def _by_table(name: Name, weights: Weights) -> None:
    """Weigh by what the tables of countries, regions and peoples say of the whole name."""
    known = country_of_name(name.text)
    if known is not None:
        kind = {
            "name": MentionKind.PLACE,
            "capital": MentionKind.PLACE,
            "demonym": MentionKind.NATIONALITY,
            "metonym": MentionKind.ORGANISATION,
        }[known[1]]
        weights[kind] += 1.0 if known[1] == "capital" else _TABLE
        return
    region = region_of_word(name.text)
    if region is not None:
        weights[MentionKind.PLACE if region[1] == "name" else MentionKind.NATIONALITY] += _TABLE - 1
    elif area_of_people(name.text) is not None:
        weights[MentionKind.NATIONALITY] += _TABLE - 1
    elif (
        name.text.casefold() in name_words().known_bodies
        or outlet_named(name.text) is not None
        or agency_named(name.text) is not None
    ):
        weights[MentionKind.ORGANISATION] += _TABLE - 1


def _by_shape(name: Name, weights: Weights) -> None:
    """Weigh by the name's own words: endings of bodies and places, initials, gazetteer entries."""
    words = name_words()
    parts = [part.strip(".,'’").casefold() for part in name.text.split()]
    if len(parts) > 1:
        if parts[-1] in words.body_endings or any(part in words.body_words for part in parts):
            weights[MentionKind.ORGANISATION] += 2.5
        elif parts[-1] in words.place_endings:
            weights[MentionKind.PLACE] += 1.2 if name.label == "ORG" else 2.0
        elif parts[0] in words.place_beginnings and name.label != "PERSON":
            weights[MentionKind.PLACE] += 0.4
    elif _INITIALS.fullmatch(name.text) is not None:
        weights[MentionKind.ORGANISATION] += 1.5
        weights[MentionKind.PLACE] -= 1.5
    elif name.text.isupper() and 1 < len(name.text) < 7 and "." not in name.text:
        weights[MentionKind.ORGANISATION] += 0.6
    if name.label == "NORP" and not name.text.casefold().endswith(_PEOPLE_ENDINGS):
        weights[MentionKind.NATIONALITY] -= 0.7
        weights[MentionKind.PLACE] += 0.3
    places = gazetteer().named(name.text) if len(name.text) > 2 else ()
    if places:
        best = max(place.people for place in places)
        own = any(not place.alternate for place in places)
        weights[MentionKind.PLACE] += (
            (0.7 if own else 0.2)
            + (0.5 if own and len(parts) > 1 else 0.0)
            + (_weight_of_size(best) if own else 0.0)
        )
    elif len(parts) == 1 and name.label in {"GPE", "LOC", "FAC"}:
        weights[MentionKind.PLACE] -= 1.0
        weights[MentionKind.PERSON] += 0.5
        weights[MentionKind.OTHER] += 0.2
    if len(parts) == 1 and parts[0] in words.place_endings | words.place_beginnings:
        weights[MentionKind.PLACE] -= 4.0
        weights[MentionKind.OTHER] += 0.3


def _weight_of_size(people: int) -> float:
    """A town that many live in is named more often than a person of its name."""
    return 0.5 if people >= 50_000 else 0.25 if people >= 10_000 else 0.0


def _by_surroundings(text: str, tokens: Sequence[Token], name: Name, weights: Weights) -> None:
    """Weigh by the words before and after."""
    words = name_words()

    def word(at: int) -> str:
        return text[tokens[at].start : tokens[at].end] if 0 <= at < len(tokens) else ""

    before = word(name.first - 1).lower()
    if before == "the":
        before = word(name.first - 2).lower()
    if before in words.place_prepositions:
        weights[MentionKind.PLACE] += 0.8
    head = tokens[tokens[name.last - 1].head]
    if (
        tokens[name.last - 1].dep == "nsubj"
        and head.lemma in words.speech_verbs
        and (country_of_name(name.text) or ("", ""))[1] != "capital"
    ):
        weights[MentionKind.PERSON] += 0.9
    if _COUNTIES.match(text, name.span.end) is not None:
        weights[MentionKind.PLACE] += 2.5
    if name.text.isupper() and word(name.last) in {"-", "–", "—", "--", "("} and len(name.text) > 3:
        previous = text[: name.span.start].rstrip()[-1:]
        if previous in {"", ".", ")", "\n"} and gazetteer().named(name.text):
            weights[MentionKind.PLACE] += 1.5
    if word(name.last) == ",":
        after = word(name.last + 1)
        stop = after if after.endswith(".") else after + "."
        if (
            region_of_postal_code(after)
            or region_of_word(after)
            or region_of_word(stop)
            or region_of_word(f"{after} {word(name.last + 2)}")
        ):
            weights[MentionKind.PLACE] += 1.5
        elif (country_of_name(after) or ("", ""))[1] == "name":
            weights[MentionKind.PLACE] += 1.0
    if before == "," and region_of_postal_code(name.text) and name.label != "PERSON":
        weights[MentionKind.PLACE] += 2.0
