"""What stands around one occurrence of a name and tells what is named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.annotate.nametables import entry_of
from firsthand.annotate.nametrims import Name
from firsthand.annotate.wording import Wording
from firsthand.tables.countries import country_of_name
from firsthand.tables.namecues import name_cues, words_of
from firsthand.tables.namewords import name_words
from firsthand.tables.regions import region_of_postal_code, region_of_word

__all__ = ["surrounding_features"]

_COUNTIES = re.compile(r"(?:,? (?:and |or )?[A-Z][\w.]+(?: [A-Z]\w+)?){0,8},? counties\b")
"""What follows a county's name in a list: "Kent, Surrey and Essex counties"."""

_AGE = re.compile(r",? (?:\(?[1-9]\d?\)?(?:,|\.|;|\)| and| of|-year-old)|aged \d)")
"""What follows a person's name: ", 23,", " (45),"."""

_PERSON_AFTER = re.compile(r",? who(?:se|m)?\b|,? (?:himself|herself)\b")
_SAYING = frozenset({"said", "says", "added", "asked", "told", "replied", "explained", "recalled"})
_LONGEST_REACH = 7
"""Words after "," that are looked through for what somebody or something is."""

_PREFIX = re.compile(r"[A-Z]{2,5}")


def surrounding_features(wording: Wording, name: Name) -> Iterator[str]:
    """What the words before and after a name say, as names of features in the table of weights."""
    yield from _before(wording, name)
    yield from _after(wording, name)
    yield from _what_it_is(wording, name)
    if name.title:
        yield "title before"


def _before(wording: Wording, name: Name) -> Iterator[str]:
    """Words before the name."""
    cues, words = name_cues(), name_words()
    lower = wording.lower
    at = name.first - 1
    if at < 0 or wording.broken_before(name.first):
        return
    the = lower(at) == "the"
    if the:
        yield "article before"
        at -= 1
    before, second = lower(at), lower(at - 1)
    if f"{second} {before}" in cues.place_phrases or (before in cues.place_phrases and not the):
        yield "place by a phrase before"
    elif before in words.place_prepositions:
        yield "preposition of place before"
        if before in {"in", "near", "outside"} and not the and not name.text.isupper():
            yield "in or near before"
    if before == "state" and second == "of":
        yield "title before"
    elif (
        (before == "of" and second in cues.place_nouns)
        or (before in cues.place_nouns and not the and wording.word(at).islower())
        or (before in {"called", "named"} and second in cues.place_nouns)
    ):
        yield "place by a noun before"
    elif before in cues.ship_nouns:
        yield "ship by a noun before"
    elif before in cues.kin and not the:
        yield "relative before"
    elif before in cues.person_nouns and not the:
        yield "noun of persons before"
    if lower(at) == "," and wording.word(name.last) in {",", ".", ""}:
        if lower(at - 1) in cues.kin:
            yield "relative before"
        elif lower(at - 1) in cues.person_nouns and wording.word(at - 1).islower():
            yield "noun of persons before"
    if f"{second} {before}" in cues.firm_phrases and not the:
        yield "firm by a phrase before"
    if second == "of" and lower(at - 2) in cues.office_heads and wording.word(at)[:1].isupper():
        yield "title before"
    if before == "of" and second in {"treaty", "accord", "accords", "peace"}:
        yield "treaty before"
    if before == "as" and second in {"identified", "known", "named"}:
        yield "noun of persons before"
    if before in cues.storms:
        yield "storm before"
    if before in _SAYING and wording.word(at - 1) in {'"', "”", ",", "''", "’"}:
        yield "verb of saying before"
    if before == "," and entry_of(wording.word(at - 1)).own:
        yield "behind a place and a comma"
    if before == "," and region_of_postal_code(name.text) and name.label != "PERSON":
        yield "postal code"
    if before == "x" or _PREFIX.fullmatch(wording.word(at)) is None:
        return
    if before in cues.ship_prefixes:
        yield "ship by a noun before"


def _after(wording: Wording, name: Name) -> Iterator[str]:
    """Words after the name."""
    cues, words = name_cues(), name_words()
    word, lower = wording.word, wording.lower
    text, end, last = wording.text, name.span.end, name.last
    token = wording.tokens[name.last - 1]
    head = wording.tokens[token.head]
    if (
        token.dep == "nsubj"
        and head.lemma in words.speech_verbs
        and (country_of_name(name.text) or ("", ""))[1] != "capital"
    ):
        yield "speaks"
    if _AGE.match(text, end) is not None:
        yield "age after"
    if _PERSON_AFTER.match(text, end) is not None:
        yield "who after"
    if _COUNTIES.match(text, end) is not None:
        yield "counties after"
    after = lower(last)
    if after in {"'s", "’s"}:
        if lower(last + 1) == "day" and word(last + 1)[:1].isupper():
            yield "day after"
        if lower(last + 1) in cues.firm_nouns or lower(last + 2) in cues.firm_nouns:
            yield "firm after"
        if lower(last + 1) in cues.kin:
            yield "relative after"
        after = ""
    if after in cues.media_nouns or (after == "news" and lower(last + 1) == "agency"):
        yield "medium after"
    if lower(last) in cues.case_nouns:
        yield "case after"
    if after in cues.place_tails and word(last).islower():
        yield "noun of places after"
    if after in cues.disease_nouns or (
        lower(last + 1) in cues.disease_nouns
        and word(last).islower()
        and after != "virus"
        and after in cues.disease_kinds
    ):
        yield "disease after"
    model = word(last)
    if (
        wording.lower(name.last - 1) in cues.makes
        and name.last - name.first == 1
        and model[:1].isupper()
        and wording.tokens[last].pos == "PROPN"
        and after not in words_of("body_endings", "office_heads", "firm_endings")
        and not wording.broken_before(last)
    ):
        yield "make and model"
    if after in words_of("office_heads", "person_nouns") and word(last).islower():
        following = word(last + 1)
        if following[:1].isupper() and wording.tokens[last + 1].pos == "PROPN":
            yield "office and person after"
    if (
        name.text.isupper()
        and len(name.text) > 3
        and word(last) != ","
        and wording.opens_dateline(name.first, last)
        and name.text.casefold() not in cues.page_words
    ):
        if entry_of(name.text).kinds:
            yield "dateline"
        elif word(last) != ":" and word(last + 1)[:1].isupper():
            yield "dateline of an unknown place"
    if word(last) == ",":
        yield from _after_comma(wording, name)


def _after_comma(wording: Wording, name: Name) -> Iterator[str]:
    """A region or country named behind a comma."""
    word = wording.word
    after = word(name.last + 1)
    stop = after if after.endswith(".") else after + "."
    if (
        region_of_postal_code(after)
        or region_of_word(after)
        or region_of_word(stop)
        or region_of_word(f"{after} {word(name.last + 2)}")
    ):
        yield "region after a comma"
    elif (country_of_name(after) or country_of_name(f"{after} {word(name.last + 2)}") or ("", ""))[
        1
    ] == "name":
        owner = word(name.last + 2) in {"'s", "’s"}
        yield "owner after a comma" if owner else "country after a comma"
    elif entry_of(after).own and wording.tokens[name.last + 1].entity in {"GPE", "LOC"}:
        yield "place after a comma"


def _what_it_is(wording: Wording, name: Name) -> Iterator[str]:
    """An apposition or "is a" behind the name: ", a farming town", " is a rural township"."""
    cues = name_cues()
    at = name.last
    if wording.word(at) not in {",", "is", "was", "(", "—", "–"}:
        return
    if wording.lower(at + 1) not in {"a", "an", "the", "one", "then", "former", "now", "once"} and (
        wording.lower(at + 1) not in words_of("person_nouns", "place_nouns")
    ):
        return
    for ahead in range(at + 1, min(at + 1 + _LONGEST_REACH, len(wording.words))):
        word, lower = wording.word(ahead), wording.lower(ahead)
        if word in {",", ".", ";", "of", "in", "who", "which", "that", "and"}:
            return
        following = wording.word(ahead + 1)
        if wording.tokens[ahead].pos not in {"NOUN", "PROPN"} or (
            wording.tokens[ahead + 1].pos == "NOUN" if ahead + 1 < len(wording.tokens) else False
        ):
            continue
        if lower in cues.place_nouns and following != "'s":
            yield "is said to be a place"
            return
        if lower in words_of("person_nouns", "kin"):
            yield "is said to be a person"
            return
        if lower in cues.body_descriptions:
            yield "is said to be a body"
            return
