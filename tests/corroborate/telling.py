"""Small settled stories told in a few lines: who says what in which article."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from firsthand.domain import (
    Actor,
    Aligned,
    Article,
    ArticleId,
    Claim,
    ClaimId,
    ClaimKind,
    ClaimMention,
    ClaimStory,
    CopyGroup,
    CopyLink,
    CopyRelation,
    DateBasis,
    Manner,
    Passage,
    Polarity,
    Reading,
    Sentence,
    SettledStory,
    Span,
    SpeakerKind,
    Stance,
    Statement,
    StatementId,
    Story,
    StoryId,
    Zone,
    ZoneKind,
)


@dataclass
class Telling:
    """Collects articles, statements and one claim's mentions."""

    texts: dict[str, str] = field(default_factory=dict)
    outlets: dict[str, str] = field(default_factory=dict)
    wires: dict[str, str] = field(default_factory=dict)
    days: dict[str, str] = field(default_factory=dict)
    statements: dict[str, list[Statement]] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    mentions: list[ClaimMention] = field(default_factory=list)
    links: list[CopyLink] = field(default_factory=list)

    def article(
        self,
        name: str,
        text: str,
        *,
        outlet: str | None = None,
        day: str = "2031-05-06",
        wire: str | None = None,
    ) -> None:
        self.texts[name] = text
        self.outlets[name] = outlet or f"{name.title()} Post"
        self.days[name] = day
        if wire is not None:
            self.wires[name] = wire
        self.statements.setdefault(name, [])

    def span(self, article: str, words: str) -> Span:
        start = self.texts[article].index(words)
        return Span(start, start + len(words))

    def actor(
        self,
        name: str,
        kind: SpeakerKind,
        *,
        authority: str | None = None,
        state: str | None = None,
        aliases: tuple[str, ...] = (),
        roles: tuple[str, ...] = (),
    ) -> None:
        self.actors[name] = Actor(
            name=name,
            kind=kind,
            authority=authority,
            state=state,
            roles=roles,
            aliases=(name, *aliases),
        )

    def said(
        self,
        article: str,
        words: str,
        speaker: str,
        *,
        kind: SpeakerKind = SpeakerKind.BODY,
        authority: str | None = None,
        polarity: Polarity = Polarity.AFFIRMS,
        stance: Stance = Stance.ASSERTS,
        manner: Manner = Manner.INDIRECT,
        relays: tuple[str, ...] = (),
        on: str | None = None,
        mention: bool = True,
    ) -> StatementId:
        span = self.span(article, words)
        name = StatementId(f"s{article}{span.start}")
        body = authority or (speaker if kind is SpeakerKind.BODY else None)
        self.statements[article].append(
            Statement(
                id=name, article=ArticleId(article), content=(span,), speaker=speaker, speaker_kind=kind,
                authority=body, manner=manner, relays=relays, said_on=on, stance=stance,
            )
        )  # fmt: skip
        if speaker not in self.actors:
            self.actor(speaker, kind, authority=body)
        if body is not None and body not in self.actors:
            self.actor(body, SpeakerKind.BODY, authority=body)
        if mention:
            self.mentions.append(
                ClaimMention(
                    passage=Passage(ArticleId(article), span),
                    statement=name,
                    stance=stance,
                    polarity=polarity,
                )
            )
        return name

    def bare(self, article: str, words: str, *, witnessed: bool = False) -> None:
        self.mentions.append(
            ClaimMention(
                passage=Passage(ArticleId(article), self.span(article, words)),
                statement=None,
                witnessed=witnessed,
            )
        )

    def copy(self, original: str, name: str, *, outlet: str | None = None) -> None:
        """Add a whole copy of an article, with its statements and mentions."""
        self.article(name, self.texts[original], outlet=outlet, day=self.days[original])
        moved = {}
        for statement in self.statements[original]:
            new = StatementId(f"s{name}{statement.content[0].start}")
            moved[statement.id] = new
            self.statements[name].append(
                Statement(
                    id=new, article=ArticleId(name), content=statement.content, speaker=statement.speaker,
                    speaker_kind=statement.speaker_kind, authority=statement.authority, manner=statement.manner,
                    relays=statement.relays, said_on=statement.said_on, stance=statement.stance,
                )
            )  # fmt: skip
        for mention in list(self.mentions):
            if mention.passage.article == original:
                self.mentions.append(
                    ClaimMention(
                        passage=Passage(ArticleId(name), mention.passage.span),
                        statement=moved.get(mention.statement) if mention.statement else None,
                        stance=mention.stance, polarity=mention.polarity, witnessed=mention.witnessed,
                    )
                )  # fmt: skip
        whole = Span(0, len(self.texts[original]))
        self.links.append(
            CopyLink(
                original=ArticleId(original), copy=ArticleId(name), relation=CopyRelation.WHOLE, share=1.0,
                direction_basis="credit", passages=(Aligned(a=whole, b=whole),),
            )
        )  # fmt: skip

    def without(self, article: str) -> Telling:
        """The same telling with one article left out."""

        def keep(name: str) -> bool:
            return name != article

        return Telling(
            texts={n: t for n, t in self.texts.items() if keep(n)},
            outlets={n: t for n, t in self.outlets.items() if keep(n)},
            wires={n: t for n, t in self.wires.items() if keep(n)},
            days={n: t for n, t in self.days.items() if keep(n)},
            statements={n: t for n, t in self.statements.items() if keep(n)},
            actors=dict(self.actors),
            mentions=[m for m in self.mentions if keep(m.passage.article)],
            links=[link for link in self.links if keep(link.original) and keep(link.copy)],
        )

    def settled(self) -> SettledStory:
        readings = []
        for name in sorted(self.texts):
            text = self.texts[name]
            ends = [
                n + 1
                for n, c in enumerate(text)
                if c == "." and text[n + 1 : n + 2] in {" ", "\n", ""}
            ]
            cuts = [0, *ends]
            sentences = []
            for first, last in pairwise(cuts):
                start = first + len(text[first:last]) - len(text[first:last].lstrip())
                if start < last:
                    sentences.append(
                        Sentence(
                            span=Span(start, last), zone=ZoneKind.BODY, paragraph=0, first=0, last=0
                        )
                    )
            readings.append(
                Reading(
                    article=Article(
                        id=ArticleId(name), item=name, text=text,
                        zones=(Zone(span=Span(0, len(text)), kind=ZoneKind.BODY),), raw_text=text, sha256="0" * 64,
                        outlet=self.outlets[name], published=self.days[name], published_basis=DateBasis.STATED,
                        wire=self.wires.get(name),
                    ),
                    sentences=tuple(sentences),
                    statements=tuple(sorted(self.statements[name], key=lambda s: s.content)),
                )
            )  # fmt: skip
        roots = {name: name for name in self.texts}
        for link in self.links:
            roots[str(link.copy)] = roots[str(link.original)]
        groups = [
            CopyGroup(
                id=f"g{root}", root=ArticleId(root), wire=self.wires.get(root),
                articles=tuple(sorted(ArticleId(n) for n, r in roots.items() if r == root)),
            )
            for root in sorted(set(roots.values()))
        ]  # fmt: skip
        return SettledStory(
            story=Story(
                id=StoryId("t1"), title="", articles=tuple(sorted(ArticleId(n) for n in self.texts))
            ),
            readings=tuple(readings),
            actors=tuple(sorted(self.actors.values(), key=lambda actor: actor.name)),
            links=tuple(self.links),
            groups=tuple(groups),
        )

    def claim(self, kind: ClaimKind = ClaimKind.FACT) -> ClaimStory:
        mentions = tuple(sorted(self.mentions, key=lambda m: m.passage))
        return ClaimStory(claims=(Claim(id=ClaimId("c1"), text="", kind=kind, mentions=mentions),))
