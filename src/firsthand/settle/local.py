"""What a short name stands for in one article: whom the article names in full, or else the story.

A surname that two people of the story bear, a ministry without its country, "the police": the
article's own full names decide, then title and form of address. What they leave open stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from firsthand.domain import ArticleId, Span
from firsthand.settle.houses import Identity, IdentityKind, identity_of
from firsthand.settle.names import Names, key
from firsthand.settle.people import Bearers, is_short, name_tokens
from firsthand.settle.sightings import Sighting, Sightings
from firsthand.tables.countries import country_of_name
from firsthand.tables.genders import pronoun_of
from firsthand.tables.titleclasses import gender_of_title, title_class

__all__ = ["Address", "address_of", "addresses", "with_local"]

_TITLE = re.compile(r"(?:\b[A-Za-z][A-Za-z-]*\.?\s){1,2}$")
"""One or two words before a surname: its title, if it is one."""


@dataclass(frozen=True, slots=True)
class Address:
    """How a person is addressed beside a name."""

    classes: frozenset[str] = frozenset()
    """Classes of callings, by their titles."""

    genders: frozenset[str] = frozenset()
    titles: tuple[str, ...] = ()
    """As written, the first in the text first."""

    def joined(self, other: Address) -> Address:
        """Both."""
        return Address(
            self.classes | other.classes,
            self.genders | other.genders,
            tuple(dict.fromkeys((*self.titles, *other.titles))),
        )

    def against(self, other: Address) -> bool:
        """Whether the two can hardly be of one person."""
        return any(
            mine and theirs and not mine & theirs
            for mine, theirs in (
                (self.classes, other.classes),
                (self.genders, other.genders),
            )
        )

    def speaks_for(self, other: Address) -> bool:
        """Whether both have a calling or a form of address in common."""
        return bool(self.classes & other.classes or self.genders & other.genders)


def address_of(words: str) -> Address:
    """How the words before a name address its bearer ("Mrs. Lind")."""
    titles = [
        word
        for word in words.split()
        if gender_of_title(word) is not None or title_class(word) is not None
    ]
    return Address(
        frozenset(found for title in titles if (found := title_class(title)) is not None),
        frozenset(found for title in titles if (found := gender_of_title(title)) is not None),
        tuple(titles),
    )


def _titles(text: str, span: Span) -> Iterator[str]:
    """Titles right before a name."""
    before = _TITLE.search(text[max(0, span.start - 40) : span.start])
    if before is None or "\n\n" in before.group():
        return
    words = before.group().split()
    last = words[-1]
    if gender_of_title(last) is not None or title_class(last) is not None:
        yield last


def _address(text: str, told: Iterable[Sighting]) -> Address:
    titles = dict.fromkeys(title for one in told for title in _titles(text, one.span))
    return address_of(" ".join(titles))


def addresses(
    names: Names, sightings: Sightings, texts: Mapping[ArticleId, str]
) -> dict[str, Address]:
    """How the articles that name a person in full address that person."""
    found: dict[str, Address] = {}
    for article, told in sightings.by_article.items():
        full = {names.canonical(one.form) for one in told if not is_short(one.form)}
        by_person: dict[str, list[Sighting]] = {}
        for one in told:
            person = names.canonical(one.form, article)
            if person is not None and person in full and names.is_person(person):
                by_person.setdefault(person, []).append(one)
        for person, places in by_person.items():
            mine = _address(texts[article], places)
            found[person] = found.get(person, Address()).joined(mine)
    return {person: _with_gender(person, address) for person, address in found.items()}


def _with_gender(person: str, address: Address) -> Address:
    """How a person is addressed; where no form of address tells, the given name tells "Mr." from "Ms."."""
    tokens = name_tokens(person)
    told = pronoun_of(tokens[0]) if len(tokens) > 1 and not address.genders else None
    return address if told is None else address.joined(Address(genders=frozenset({told})))


class _Article:
    """One article's names, as far as they help with its short ones."""

    def __init__(
        self, names: Names, article: ArticleId, told: tuple[Sighting, ...], text: str
    ) -> None:
        self.names, self.id, self.text = names, article, text
        self.by_form: dict[str, list[Sighting]] = {}
        for one in told:
            self.by_form.setdefault(key(one.form), []).append(one)
        self.people = {
            person
            for one in told
            if not is_short(one.form)
            and (person := names.canonical(one.form)) is not None
            and names.is_person(person)
        }
        self.bodies = {
            body
            for one in told
            if key(one.form) not in names.open
            and (body := names.canonical(one.form)) is not None
            and not names.is_person(body)
        }

    @cached_property
    def words(self) -> frozenset[str]:
        """The folded words of the text."""
        return frozenset(key(self.text).split())

    @cached_property
    def countries(self) -> frozenset[str]:
        """Codes of the countries that the article names, by name, people, capital or metonym."""
        found = set()
        for match in re.finditer(r"[A-Z][\w.]*(?:\s[A-Z][\w.]*)?", self.text):
            for word in (match.group(), *match.group().split()):
                known = country_of_name(re.sub(r"['’]s?$", "", word.strip(".")))
                if known is not None:
                    found.add(known[0])
        return frozenset(found)


def _person(
    short: str, here: _Article, bearers: Bearers, known: Mapping[str, Address]
) -> tuple[bool, str | None]:
    """Whether the article settles whom a short form names, and whom (None: nobody for sure)."""
    found, surname = bearers.of(short)
    if not found:
        return False, None
    near = [full for full in found if full in here.people]
    if len(near) == 1:
        return True, near[0]
    mine = _address(here.text, here.by_form.get(key(short), ()))
    pool = near or (list(found) if surname else [])
    fits = [full for full in pool if not mine.against(known.get(full, Address()))]
    if len(pool) == 1:
        if fits and not near and any(_given(short, full) for full in here.people):
            return True, None  # "Grant" of an article that names Grant Adler, not Jon Grant
        if fits:
            return False, None  # the one bearer in the story, and nothing speaks against it
        title = mine.titles[0] if mine.titles else ""
        return True, f"{title} {short}".strip() if title else None
    meant = [full for full in fits if mine.speaks_for(known.get(full, Address()))]
    if len(meant) == 1:
        return True, meant[0]
    return True, None


def _given(short: str, full: str) -> bool:
    """Whether a word is the first of a person's names."""
    first, *rest = name_tokens(full) or ("",)
    return bool(rest) and rest[-1][:1].isupper() and key(first) == key(short)


def _body(short: str, here: _Article) -> str | None:
    """The body that an open form stands for in an article; None where the article does not tell."""
    pool = here.names.open[key(short)]
    near = [name for name in pool if name in here.bodies]
    if not near:
        return _by_country(short, pool, here)
    least = min(near, key=lambda name: (len(key(name)), name))
    # "Harbour Club" beside "Harbour Club Cork" and "Harbour Club Cork Youth" is the shorter one.
    nested = all(key(name).startswith(key(least)) for name in near)
    return least if len(near) == 1 or nested else None


def _by_country(short: str, pool: tuple[str, ...], here: _Article) -> str | None:
    """The one ministry or force of the story whose country or place an article names."""
    identity = identity_of(short)
    if identity is None and short[:1].islower() and len(pool) == 1:
        # "the prosecutor's office" of an article that names the town of the only one in the story
        added = set(key(pool[0]).split()) - set(key(short).split()) - {"in", "of", "the"}
        return pool[0] if added and added <= here.words else None
    if identity is None:
        return None
    fits = [name for name in pool if _at_home(identity_of(name), here)]
    if identity.kind is IdentityKind.MINISTRY and len(pool) > 1:
        # Both countries are named as a rule where both have a say: only a text of one country tells.
        return fits[0] if len(fits) == 1 and len(here.countries) == 1 else None
    return fits[0] if len(fits) == 1 else None


def _at_home(whole: Identity | None, here: _Article) -> bool:
    """Whether an article names the country or the place of an organ."""
    if whole is None:
        return False
    if whole.kind is IdentityKind.POLICE:
        places = set(whole.what.split())
        codes = {word for word in places if word in here.countries}
        return bool(places) and places - codes <= here.words
    return whole.country in here.countries


def with_local(
    names: Names,
    sightings: Sightings,
    texts: Mapping[ArticleId, str],
    known: Mapping[str, Address] | None = None,
) -> Names:
    """Settle, article by article, what the short forms stand for.

    Args:
        names: The story's names.
        sightings: Where their forms stand.
        texts: The articles' texts.
        known: How people are addressed where they are named in full; None: not known yet, and a
            short form is left alone where the article itself does not name anybody.

    Returns:
        The names with `local`, and with those whom only a title tells from a namesake.
    """
    bearers = Bearers(
        {
            full: [form for form in forms if not is_short(form)]
            for full, forms in names.people.items()
            if not is_short(full)
        }
    )
    local: dict[tuple[str, str], str | None] = {}
    people = dict(names.people)
    by_form = dict(names.by_form)
    for article in sorted(sightings.by_article):
        here = _Article(names, article, sightings.by_article[article], texts[article])
        for form in sorted(here.by_form):
            told = here.by_form[form][0].form
            global_name = names.by_form.get(form)
            person = global_name is None or names.is_person(global_name)
            if is_short(told) and person and (global_name or form in names.open):
                settled, who = _person(told, here, bearers, known or {})
                if settled and (who is not None or known is not None):
                    local[article, form] = who
                    if who is not None and who not in people:
                        people[who] = (who,)
                        by_form[key(who)] = who
            elif form in names.open:
                meant = _body(told, here)
                if meant is not None:
                    local[article, form] = meant
    return replace(names, local=local, people=people, by_form=by_form)
