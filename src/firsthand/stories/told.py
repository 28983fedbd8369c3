"""What a text tells of one mention: its head word, and who, what, where and when stand around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from firsthand.domain import Reading, Sentence, Span, Token
from firsthand.stories.slots import CONTENT, TokenTree, slots
from firsthand.tables.happenings import happening_words
from firsthand.tables.rarity import rarity

__all__ = ["Told", "told", "told_of_words"]

_AROUND = 300
"""Code points before and behind the sentence that colour its words. One sentence each way raised
the mean precision over pairs of ECB+ from .649 to .656, of the Gun Violence Corpus .505 to .514."""

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Told:
    """One mention and what its sentence says of it; all words are lemmas in small letters."""

    text: str
    """Which text it stands in: mentions of equal texts are one."""

    window: str
    """The sentence with what stands around it."""

    within: tuple[int, int]
    """Of the mention, in `window`."""

    lemma: str
    root: str
    """The lemma without derivation: one for "attack" and "attacker", "decide" and "decision"."""

    part: str
    """Universal part of speech of the head; empty where nothing was parsed."""

    own: frozenset[str]
    """Words of the mention."""

    kinds: frozenset[str]
    """Sets of words for one kind of happening that the mention stands in."""

    doers: frozenset[str] = frozenset()
    done_to: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    """Where, how, which: words of the phrases that hang on the head otherwise."""

    above: frozenset[str] = frozenset()
    """The word that the head hangs on, and the verbs of clauses that hang on it."""

    names: frozenset[str] = frozenset()
    """Of the sentence."""

    others: frozenset[str] = frozenset()
    """All content words of the sentence besides the mention's."""

    numbers: frozenset[str] = frozenset()
    days: frozenset[tuple[str, str]] = frozenset()
    """First and last day of each time that the sentence names."""

    sentence: int = 0
    """Its number in the text."""

    length: int = 0
    """Tokens of the sentence."""

    negated: bool = False
    uncertain: bool = False
    """Whether a modal verb stands with it ("will", "may")."""

    article: int = 0
    """0 no article or demonstrative, 1 indefinite, 2 definite."""


def told(tree: TokenTree, span: Span) -> Told:
    """What the reading tells of the mention at `span`.

    Where the text was not parsed, or holds no sentence there, only the words are known.
    """
    reading = tree.reading
    text = reading.article.text
    number = _sentence_at(reading.sentences, span)
    if number is None or not reading.tokens:
        return told_of_words(span.of(text), text=text)
    sentence = reading.sentences[number]
    tokens = reading.tokens
    held = [
        at
        for at in range(sentence.first, sentence.last)
        if tokens[at].start < span.end and tokens[at].end > span.start
    ]
    if not held:
        return told_of_words(span.of(text), text=text)
    head = _head(tokens, held)
    own = tree.words(held) or frozenset({span.of(text).lower()})
    window, start = _window(reading, number)
    kids = [tokens[at] for at in tree.kids.get(head, ())]
    near = {token.lemma.lower() for token in kids} | own
    lemma = tokens[head].lemma.lower()
    doers, done_to, beside, above = slots(tree, head, frozenset(held))
    inside = range(sentence.first, sentence.last)
    return Told(
        text=text,
        window=window,
        within=(max(0, span.start - start), min(len(window), span.end - start)),
        lemma=lemma,
        root=root(lemma),
        part=tokens[head].pos,
        own=own,
        kinds=happening_words().sets(lemma, near),
        doers=doers - own,
        done_to=done_to - own,
        beside=beside,
        above=above,
        names=frozenset(
            tokens[at].lemma.lower()
            for at in inside
            if tokens[at].pos == "PROPN" and len(tokens[at].lemma) > 1
        )
        - own,
        others=tree.words(inside) - own,
        numbers=frozenset(
            text[tokens[at].start : tokens[at].end].lower()
            for at in inside
            if tokens[at].pos == "NUM"
        ),
        days=_days(reading, sentence.span),
        sentence=number,
        length=sentence.last - sentence.first,
        negated=any(token.dep == "neg" for token in kids),
        uncertain=any(token.tag == "MD" for token in kids),
        article=_article(kids),
    )


def told_of_words(words: str, *, text: str) -> Told:
    """All that is known of a mention without its sentence: the rarest word stands for it."""
    found = [word.lower() for word in _WORD.findall(words)]
    lemma = max(found, key=lambda word: round(rarity(word), 3)) if found else words.lower()
    return Told(
        text=text,
        window=words,
        within=(0, len(words)),
        lemma=lemma,
        root=root(lemma),
        part="",
        own=frozenset(found) or frozenset({words.lower()}),
        kinds=happening_words().sets(lemma, found),
    )


def root(lemma: str) -> str:
    """The lemma without inflection and derivation, roughly; good enough to compare words of one story."""
    for ending, instead in happening_words().endings:
        if lemma.endswith(ending) and len(lemma) - len(ending) >= 3:
            lemma = lemma[: -len(ending)] + instead
            break
    if len(lemma) > 3 and lemma[-1] == lemma[-2] and lemma[-1] not in "aeiouls":
        lemma = lemma[:-1]
    return lemma.rstrip("ey")


def _sentence_at(sentences: Sequence[Sentence], span: Span) -> int | None:
    """The number of the first sentence that the span reaches into; sentences ascend."""
    at = bisect_right(sentences, span.start, key=lambda one: one.span.end)
    return at if at < len(sentences) and sentences[at].span.overlaps(span) else None


def _head(tokens: Sequence[Token], held: Sequence[int]) -> int:
    """The token of the mention that the others hang on; a content word before others."""
    inside = set(held)
    tops = [at for at in held if tokens[at].head == at or tokens[at].head not in inside]
    wanted = CONTENT | {"PRON"}
    return min(tops or held, key=lambda at: (tokens[at].pos not in wanted, at))


def _window(reading: Reading, number: int) -> tuple[str, int]:
    """The sentence with its neighbours, and where that begins."""
    sentences = reading.sentences
    here = sentences[number].span
    start = max(sentences[max(0, number - 1)].span.start, here.start - _AROUND)
    end = min(sentences[min(len(sentences) - 1, number + 1)].span.end, here.end + _AROUND)
    return reading.article.text[start:end], start


def _days(reading: Reading, sentence: Span) -> frozenset[tuple[str, str]]:
    return frozenset(
        (when.earliest[:10], (when.latest or when.earliest)[:10])
        for when in reading.times
        if when.earliest is not None
        and when.kind in {"DATE", "TIME"}
        and not (when.value or "").endswith("_REF")
        and sentence.overlaps(when.span)
    )


def _article(kids: Collection[Token]) -> int:
    lemmas = {token.lemma.lower() for token in kids if token.pos == "DET"}
    if lemmas & {"a", "an"}:
        return 1
    return 2 if lemmas & {"the", "this", "that", "these", "those"} else 0
