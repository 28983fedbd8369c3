"""Look-ups over one settled story: statements, actors, texts and their outlets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from firsthand.domain import (
    Actor,
    Article,
    ArticleId,
    CopyLink,
    CopyRelation,
    Passage,
    Reading,
    SettledStory,
    Span,
    SpeakerKind,
    Statement,
    StatementId,
)
from firsthand.text.folding import fold

__all__ = ["Coverage", "coverage_of", "key_of", "name_forms"]


def key_of(name: str) -> str:
    """Fold a name for comparison: case, white space and a leading article do not tell bodies apart."""
    words = name.casefold().replace("’", "'").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


_SHORT = re.compile(r"\s*\(([^)]+)\)")


def name_forms(name: str) -> set[str]:
    """The folded forms of an outlet's name: whole, without the abbreviation it gives, that alone."""
    forms = {key_of(name), key_of(_SHORT.sub("", name)), *map(key_of, _SHORT.findall(name))}
    return {form for form in forms if len(form) > 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """One story's texts, ready to be asked about."""

    readings: dict[ArticleId, Reading]
    statements: dict[StatementId, Statement]
    actors: dict[str, Actor]
    """By folded name and alias."""

    outlets: frozenset[str]
    """Folded names of outlets and wires that the texts name as such."""

    roots: dict[ArticleId, ArticleId]
    """The article that stands for the text an article is a whole copy of; itself otherwise."""

    makers: dict[ArticleId, str | None]
    """Whose text an article is: the wire or outlet of the root of its copy group."""

    links: dict[ArticleId, tuple[CopyLink, ...]] = field(default_factory=dict)
    """Whole and block links by the copying article."""

    texts: dict[str, tuple[ArticleId, ...]] = field(default_factory=dict)
    """An outlet's or wire's own texts, by every folded form of its name."""

    name_words: frozenset[str] = frozenset()
    """Folded words of the names of bodies and people."""

    contents: dict[ArticleId, tuple[tuple[frozenset[str], Passage, Statement | None], ...]] = field(
        default_factory=dict
    )
    """Content words of a text's statements and sentences, filled as texts are looked into."""

    def words(self, passage: Passage) -> str:
        """The words at `passage`."""
        return passage.span.of(self.readings[passage.article].article.text)

    def article(self, name: ArticleId) -> Article:
        """The article called `name`."""
        return self.readings[name].article

    def day(self, statement: Statement | None, article: ArticleId) -> str | None:
        """The day of an utterance; failing that, of the article's publication; None when neither is known."""
        if statement is not None and statement.said_on is not None:
            return statement.said_on
        published = self.article(article).published
        return None if published is None else published[:10]

    def is_outlet(self, name: str) -> bool:
        """Whether `name` is an outlet or wire, going by the texts."""
        actor = self.actors.get(key_of(name))
        if actor is not None and actor.kind is not SpeakerKind.UNKNOWN:
            return actor.kind is SpeakerKind.OUTLET or key_of(name) in self.outlets
        return key_of(name) in self.outlets

    def sentence(self, passage: Passage) -> Span:
        """The sentences that hold `passage`; its line where the text has not been cut into sentences."""
        reading = self.readings[passage.article]
        holding = [s.span for s in reading.sentences if s.span.overlaps(passage.span)]
        if holding:
            return Span(holding[0].start, holding[-1].end)
        text = reading.article.text
        start = text.rfind("\n", 0, passage.span.start) + 1
        end = text.find("\n", passage.span.end)
        return Span(start, len(text) if end == -1 else end)


def _outlet_names(settled: SettledStory) -> frozenset[str]:
    names: set[str] = set()
    for reading in settled.readings:
        article = reading.article
        for name in (article.outlet, article.wire, *article.relayed_from):
            if name is not None:
                names.add(key_of(name))
    bodies = {
        key_of(name)
        for actor in settled.actors
        if actor.kind in {SpeakerKind.BODY, SpeakerKind.PERSON}
        for name in (actor.name, *actor.aliases)
    }
    named = {
        key_of(alias)
        for actor in settled.actors
        if actor.kind is SpeakerKind.OUTLET
        for alias in (actor.name, *actor.aliases)
    }
    # A company that hands in its own press release is both "outlet" and body: the body counts.
    return frozenset((names - bodies) | named)


def coverage_of(settled: SettledStory) -> Coverage:
    """Index `settled`.

    Where a group's root is not in the collection, its first article by id stands for the text.
    """
    readings = {reading.article.id: reading for reading in settled.readings}
    roots: dict[ArticleId, ArticleId] = {name: name for name in readings}
    makers: dict[ArticleId, str | None] = {
        name: reading.article.wire or reading.article.outlet for name, reading in readings.items()
    }
    for group in settled.groups:
        members = [name for name in group.articles if name in readings]
        if not members:
            continue
        root = group.root if group.root in readings else min(members)
        assert root is not None
        maker = group.wire or (
            readings[root].article.wire or readings[root].article.outlet
            if group.root in readings
            else next((readings[m].article.wire for m in members if readings[m].article.wire), None)
        )
        for name in members:
            roots[name] = root
            makers[name] = maker or makers[name]
    actors = {
        key_of(alias): actor
        for actor in reversed(settled.actors)
        for alias in (*actor.aliases, actor.name)
    }
    for name, maker in makers.items():
        known = actors.get(key_of(maker)) if maker is not None else None
        makers[name] = maker if known is None else known.name
    links: dict[ArticleId, list[CopyLink]] = {}
    for link in settled.links:
        if link.relation is not CopyRelation.QUOTATION and link.original in readings:
            links.setdefault(link.copy, []).append(link)
    texts: dict[str, set[ArticleId]] = {}
    for name, reading in readings.items():
        article = reading.article
        own = (article.outlet, None if article.syndicated else article.wire)
        for outlet in own:
            for form in name_forms(outlet or ""):
                if roots[name] == name and article.issuer is None:
                    texts.setdefault(form, set()).add(name)
    return Coverage(
        readings=readings,
        statements={s.id: s for reading in settled.readings for s in reading.statements},
        actors=actors,
        outlets=_outlet_names(settled),
        roots=roots,
        makers=makers,
        links={
            name: tuple(sorted(found, key=lambda link: link.original))
            for name, found in links.items()
        },
        name_words=frozenset(
            word
            for actor in settled.actors
            for name in (actor.name, *actor.aliases)
            if name != name.lower()
            for word in fold(name).split()
        ),
        texts={form: tuple(sorted(found)) for form, found in texts.items()},
    )
