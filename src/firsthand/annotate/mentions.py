"""Names of persons, bodies, places and peoples: the recogniser's labels, weighed anew for news.

A small recogniser calls a town a body in one sentence and a person in the next. Every occurrence is
therefore weighed by what stands around it and what tables know, and all occurrences of one name in
the article vote together (one sense per discourse; Gale, Church and Yarowsky 1992).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from firsthand.annotate.names import Name, names
from firsthand.domain import Article, Mention, MentionKind, Reason, Sentence, Token
from firsthand.tables.agencies import agency_named
from firsthand.tables.countries import country_of_name
from firsthand.tables.gazetteer import gazetteer
from firsthand.tables.namewords import name_words
from firsthand.tables.outlets import outlet_named
from firsthand.tables.regions import area_of_people, region_of_postal_code, region_of_word

__all__ = ["mentions"]

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

_OWN = 0.4
"""Weight of the occurrence itself against 1 for the mean of all: one name is one thing."""

_NEEDED = 1.05
"""Least weight for a name that the recogniser passed over."""


def mentions(
    article: Article, tokens: Sequence[Token], sentences: Sequence[Sentence]
) -> tuple[Mention, ...]:
    """Find the names in an article.

    Args:
        article: Whose text the tokens' offsets count in.
        tokens: The parse, with the recogniser's entity labels.
        sentences: Names never reach over the end of one.

    Returns:
        Ascending, not overlapping; empty when the text names nobody.
    """
    found = [name for one in sentences for name in names(article.text, tokens, one)]
    surnames = _surnames(found)
    weighed = [_weights(article.text, tokens, name, surnames) for name in found]
    votes: dict[str, list[Weights]] = defaultdict(list)
    for name, weights in zip(found, weighed, strict=True):
        votes[name.text.casefold()].append(weights)
    mentioned = []
    for name, weights in zip(found, weighed, strict=True):
        together = votes[name.text.casefold()]
        total = {
            kind: _OWN * weights.get(kind, 0.0)
            + sum(one.get(kind, 0.0) for one in together) / len(together)
            for kind in MentionKind
        }
        kind = max(total, key=lambda one: (total[one], one.value))
        if total[kind] <= (_NEEDED if name.label == "" else 0.0):
            continue
        mentioned.append(
            Mention(span=name.span, kind=kind, name=name.text, reasons=_reasons(name, total, kind))
        )
    return tuple(sorted(mentioned, key=lambda one: one.span))


def _reasons(name: Name, total: Weights, kind: MentionKind) -> tuple[Reason, ...]:
    label = f"recogniser: {name.label}" if name.label else "proper noun the recogniser passed over"
    share = total[kind] / sum(max(0.0, weight) for weight in total.values())
    return (
        Reason(feature=label, score=1.0 if name.label else 0.0),
        Reason(
            feature=f"context, tables and other occurrences: {kind.value}", score=round(share, 3)
        ),
    )


def _surnames(found: Sequence[Name]) -> frozenset[str]:
    """Last words of the persons that are named in full."""
    return frozenset(
        name.text.split()[-1].casefold()
        for name in found
        if name.label == "PERSON" and " " in name.text and country_of_name(name.text) is None
    )


def _weights(text: str, tokens: Sequence[Token], name: Name, surnames: frozenset[str]) -> Weights:
    """What speaks for each kind at one occurrence."""
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
        weights[MentionKind.PERSON] += 2.0
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
    elif outlet_named(name.text) is not None or agency_named(name.text) is not None:
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
            + (0.5 if best >= 100_000 and own else 0.0)
        )
    elif len(parts) == 1 and name.label in {"GPE", "LOC", "FAC"}:
        weights[MentionKind.PLACE] -= 1.0
        weights[MentionKind.PERSON] += 0.5
        weights[MentionKind.OTHER] += 0.2
    if len(parts) == 1 and parts[0] in words.place_endings | words.place_beginnings:
        weights[MentionKind.PLACE] -= 4.0
        weights[MentionKind.OTHER] += 0.3


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
