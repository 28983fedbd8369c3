"""Say through whom a statement reached the article: outlets told, quoting or reporting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.attribute.names import Name, Names
from firsthand.attribute.outlet_names import outlet_noun, outlets_in, short_name, shown_name
from firsthand.attribute.relation import Relation
from firsthand.attribute.speaker import Speaker
from firsthand.attribute.speakers import Speakers
from firsthand.attribute.tree import Tree
from firsthand.domain import MentionKind, Reason, SpeakerKind, Stance
from firsthand.tables.relaying import relaying

__all__ = ["Relayed", "Told", "outlets_told", "relays_of", "superseded"]

_ALONG = frozenset({"compound", "nmod", "appos", "conj", "amod"})
"""Labels by which a name hangs on the noun that stands for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One outlet that the words passed through on their way to the article."""

    name: str
    words: tuple[int, ...]
    """The tokens that name it."""

    how: str
    """As a phrase a reader can be shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relayed:
    """Everybody between a speaker and the article."""

    names: tuple[str, ...] = ()
    """Outermost last."""

    reasons: tuple[Reason, ...] = ()
    """One for each name, in the same order."""


def superseded(
    tree: Tree,
    found: Sequence[Relation],
    above: Sequence[int | None],
) -> set[int]:
    """Relations of nobody that only hand on another one: "was quoted as saying", "it was reported …".

    An outlet's own relation stays, with the one it hands on below it.
    """
    gone = set()
    anchors = {each.anchor for each in found}
    sources = [each.source for each in found]
    for number, one in enumerate(found):
        quoted = one.reading.lemma == "quote" and one.passive
        if quoted and any(one.content | one.cue <= source for source in sources):
            gone.add(number)  # "the mayor, quoted by the Gazette, said": only who is meant
        named_in = {at for at in one.content if tree.tokens[at].dep == "pcomp"} & anchors
        if one.reading.lemma == "quote" and one.source_head is None and named_in:
            gone.add(number)  # "was quoted as saying": the saying counts
    for parent in above:
        if parent is None or found[parent].source_head is not None:
            continue
        if found[parent].reading.lemma == "quote":
            gone.add(parent)
    return gone


def _leads_from(tree: Tree, name: Name, clause: set[int], prepositions: frozenset[str]) -> bool:
    """Whether the words of a reporting clause say that something was told to, in or by `name`.

    "An editor at the Gazette" and "the Gazette's office" name an outlet without telling it.
    """
    table = relaying()
    at = name.last - 1
    while True:
        token = tree.tokens[at]
        if token.head == at or token.head not in clause:
            return token.dep in {"dobj", "dative", "iobj", "pobj", "nsubj"}
        press = tree.tokens[token.head].lemma.lower() in table.press
        owner = tree.tokens[token.head].lemma.lower() in table.owned
        programme = tree.tokens[token.head].lemma.lower() in table.headed | table.kinds
        if token.dep == "poss" and not (press or programme):
            return False
        if token.dep == "compound" and owner:
            return False
        if token.dep in {"poss", *_ALONG}:
            at = token.head
            continue
        if token.dep != "pobj":
            return token.dep in {"dobj", "dative", "iobj"}
        prep = token.head
        governor = tree.tokens[prep].head
        if tree.tokens[governor].lemma.lower() in table.press and governor in clause:
            at = governor  # "told a correspondent of the Gazette"
            continue
        object_of = tree.tokens[governor].pos == "NOUN" and tree.tokens[governor].dep == "dobj"
        if object_of and tree.lower(prep) == "by":
            return False  # "denied reports by the Gazette"
        return tree.lower(prep) in prepositions


def _papers(tree: Tree, found: Relation, clause: Sequence[int]) -> set[int]:
    """Who handled the papers that speak: "documents seen by the Gazette", "… provided to AP".

    The phrase hangs on the source, or on the paper that the clause names ("warned in a letter, a
    copy of which was obtained by the Gazette").
    """
    words: set[int] = set()
    papers = (set(clause) | found.source) - found.content
    for noun in sorted(papers):
        for at in tree.kids(noun, "acl", "relcl"):
            lemma = tree.tokens[at].lemma.lower()
            if lemma not in relaying().handling | relaying().speaking:
                continue
            for prep in tree.kids(at, "agent", "prep", "dative"):
                if tree.lower(prep) in relaying().prepositions:
                    words |= tree.subtree(prep)
            for named in tree.kids(at, "oprd"):
                words |= tree.subtree(named)
    return words


def outlets_told(
    tree: Tree, names: Names, resolver: Speakers, found: Relation, clause: Sequence[int]
) -> list[Told]:
    """Outlets that the speaker told, or that handled the paper which speaks.

    Args:
        tree: Of the article.
        names: Of the article.
        resolver: Tells which outlet "the newspaper" is.
        found: Whose words.
        clause: The tokens of its reporting clause (`circumstances.reporting_clause`).

    Returns:
        In text order, each outlet once.
    """
    words = set(clause) - found.content - found.source
    prepositions = relaying().prepositions
    if found.reading.stance is Stance.DECLINES:
        # "did not respond to a request from the Gazette": what was asked is what is told of
        words |= found.content
        prepositions = relaying().asked
    told = [
        Told(
            name=shown_name(tree, name),
            words=tuple(range(name.first, name.last)),
            how="the reporting words say which outlet was told",
        )
        for name in outlets_in(tree, names, words)
        if _leads_from(tree, name, words, prepositions)
    ]
    told += [
        Told(
            name=shown_name(tree, name),
            words=tuple(range(name.first, name.last)),
            how="an outlet heard the speaker, or had the paper that speaks",
        )
        for name in outlets_in(tree, names, _papers(tree, found, clause))
    ]
    if not told:
        told += _told_by_noun(tree, resolver, found, words)
    told += _issuers(tree, names, words)
    return list({one.name: one for one in reversed(told)}.values())[::-1]


def _told_by_noun(tree: Tree, resolver: Speakers, found: Relation, words: set[int]) -> list[Told]:
    """The outlet meant by "he told the newspaper", where one was named before."""
    spots = [at for at in sorted(words) if outlet_noun(tree, at)]
    for at in spots:
        token = tree.tokens[at]
        definite = any(tree.lower(kid) == "the" for kid in tree.kids(at, "det"))
        via = token.dep == "pobj" and tree.lower(token.head) in relaying().prepositions
        if not definite or not (via or token.dep in {"dobj", "dative", "iobj"}):
            continue
        meant = resolver.resolve(at, frozenset(tree.subtree(at)) - found.content, found.anchor)
        if meant.kind is SpeakerKind.OUTLET and meant.name is not None:
            return [Told(name=meant.name, words=(at,), how="the outlet told was named before")]
    return []


def _issuers(tree: Tree, names: Names, words: set[int]) -> list[Told]:
    """Who put out the text in which somebody else speaks: "in a statement by the ministry, she …"."""
    found = []
    for at in sorted(words):
        if tree.tokens[at].lemma.lower() not in relaying().issued or tree.tokens[at].dep != "pobj":
            continue
        preps = [*tree.kids(at, "prep")] + [
            prep
            for kid in tree.kids(at, "acl")
            if tree.tokens[kid].lemma.lower() in relaying().issuing
            for prep in tree.kids(kid, "agent", "prep")
        ]
        for prep in preps:
            if tree.lower(prep) not in {"by", "from"}:
                continue
            for kid in tree.kids(prep, "pobj"):
                name = names.at(kid)
                if name is not None and name.kind is MentionKind.ORGANISATION:
                    told = Told(
                        name=shown_name(tree, name),
                        words=tuple(range(name.first, name.last)),
                        how="somebody else put the statement out",
                    )
                    found.append(told)
    return found


def _handing_on(outer: Relation, speaker: Speaker) -> list[Told]:
    """The outlets that a relation hands another one on for; none where it tells of its own work.

    A person who tells what another said is no relay: `Statement.parent` says so.
    """
    quoting = outer.reading.lemma == "quote" and speaker.kind is not SpeakerKind.UNKNOWN
    if outer.reading.lemma in relaying().own:
        return []
    words = tuple(sorted(outer.source | outer.cue))
    return [
        Told(name=short_name(part.name), words=words, how="an outlet hands the statement on")
        for part in speaker.parts or (speaker,)
        if part.name is not None and (quoting or part.kind is SpeakerKind.OUTLET)
    ]


def relays_of(
    number: int,
    *,
    tree: Tree,
    found: Sequence[Relation],
    speakers: Sequence[Speaker],
    above: Sequence[int | None],
    told: Sequence[Sequence[Told]],
    own_outlet: str | None,
) -> Relayed:
    """Everybody between the speaker and the article, nearest first.

    Args:
        number: Which relation.
        tree: Of the article.
        found: All relations of the article.
        speakers: Who makes each.
        above: The relation each is part of.
        told: Outlets each speaker told directly.
        own_outlet: The article's own outlet, which is no relay.
    """
    chain = list(told[number])
    at = above[number]
    via = found[number].via
    if via is not None:
        at = next(n for n, one in enumerate(found) if one.anchor == via)
    seen = {number}
    while at is not None and at not in seen:
        seen.add(at)
        if speakers[at].name != speakers[number].name:
            chain += _handing_on(found[at], speakers[at])
        chain += told[at]
        at = above[at]
    own = {_key(own_outlet or "")}
    if speakers[number].kind is not SpeakerKind.DOCUMENT:
        own.add(_key(speakers[number].name or ""))
    kept: dict[str, Told] = {}
    for one in chain:
        if _key(one.name) not in own:
            kept.setdefault(_key(one.name), one)
    return Relayed(
        names=tuple(one.name for one in kept.values()),
        reasons=tuple(
            Reason(feature=one.how, evidence=tree.passages(one.words), field="relays")
            for one in kept.values()
        ),
    )


def _key(name: str) -> str:
    return name.casefold().removeprefix("the ")
