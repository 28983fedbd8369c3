"""News-like texts with everything in them that a finder of statements may trip over, and parses
that no sentence ever had.

All words are invented. A text is paragraphs; a paragraph is pieces of speech in any marks, well
or badly paired, bare words, marks alone, lists and lines without a stop.
"""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from firsthand.domain import (
    Article,
    Mention,
    MentionKind,
    Reading,
    Sentence,
    Span,
    Token,
    ZoneKind,
)
from firsthand.extract import plain_article

__all__ = ["messy_texts", "parsed_anyhow"]

_MARKS = (
    ("“", "”"),
    ('"', '"'),
    ("‘", "’"),
    ("'", "'"),
    ("„", "“"),
    ("«", "»"),
    ("»", "«"),
    ("``", "''"),
    ("“", ""),
    ("", "”"),
    ("”", "“"),
    ('"', ""),
    ("", '"'),
    ("“‘", "”"),
    ("“", "’”"),
    ("’", ""),
    ("''", "''"),
    ("“ ", " ”"),
    ("＂", "＂"),
    ("‹", "›"),
    ("「", "」"),
    ("", ""),
)
_SPEAKERS = (
    "Lena Ostrow",
    "Harbour master Lena Ostrow, 61,",
    "She",
    "he",
    "They",
    "It",
    "who",
    "The ministry",
    "Ministry of Fisheries spokesman Tomas Keller",
    "A senior official who asked not to be named",
    "The Fjord Gazette",
    "Keller's lawyer",
    "the “K Battalion”",
    "Ostrow & Sons",
    "Dr. A. B. Nyqvist-Hale Jr.",
    "Nobody",
    "",
)
_CUES = (
    "said",
    "told the Fjord Gazette",
    "has denied",
    "did not rule out",
    "was quoted as saying",
    "is reported to have said",
    "declined to comment on",
    "believes",
    "tweeted",
    "added",
    "said, adding,",
    "went on to warn",
    "said said",
    "according to",
    "reportedly",
    "’s claim",
    ":",
    "—",
    "",
)
_WORDS = (
    "that the quay was shut",
    "The pumps failed twice",
    "we will not pay",
    "nobody rang the bell, as Keller had said she claimed",
    "he said she said they said",
    "to leave before dawn",
    "the “biggest” of “lies”",
    "it's the boats' fault, rock 'n' roll in the '90s",
    "5'11\" tall, 12″ wide",
    "Well.",
    "No",
    "[inaudible] … (laughs)",
    "see https://example.org/“a”?b='c'",
    "",
)
_LONELY = (
    "“",
    "”",
    '"',
    "'",
    "…",
    "—",
    ".",
    "?!",
    "***",
    "“”",
    "“ ”",
    "(((",
    "• ",
    "1.",
    "Said.",
    "said",
    "He said.",
    "According to",
    "According to.",
    "Reportedly,",
    "Q: Why? A: Because.",
    "KELLER: No.",
    "OSTROW:",
    "\u200b",
    "\u00a0",
    "\ufeff",
    "e\u0301\u0323\u0301",
    "🙃🙃",
    "قال الوزير",
    "\u202esaid\u202c",
    "\x0b",
    "\t",
    "\r",
    "\u2028",
)


@st.composite
def _utterance(draw: st.DrawFn) -> str:
    opening, closing = draw(st.sampled_from(_MARKS))
    marked = f"{opening}{draw(st.sampled_from(_WORDS))}{draw(st.sampled_from(',.?!'))}{closing}"
    frame = f"{draw(st.sampled_from(_SPEAKERS))} {draw(st.sampled_from(_CUES))}"
    orders = (
        f"{marked} {frame}.",
        f"{frame} {marked}",
        f"{frame}{marked}{frame}",
        f"{marked} {frame}, {marked}",
        f"{frame} {draw(st.sampled_from(_WORDS))}",
        f"{frame} {frame} {marked} {frame}",
        marked,
        frame,
    )
    return draw(st.sampled_from(orders))


_letters = st.text(
    alphabet=st.sampled_from("ab said.“”\"'‘’„«»—:,?!()[]\n\t\u00a0\u200bß1"), max_size=60
)
_pieces = st.one_of(_utterance(), _utterance(), st.sampled_from(_LONELY), _letters)


@st.composite
def _paragraph(draw: st.DrawFn) -> str:
    pieces = draw(st.lists(_pieces, min_size=0, max_size=4))
    made = draw(st.sampled_from((" ", " ", "", "\n", "  "))).join(pieces)
    if draw(st.integers(0, 19)) == 0:
        made = (made + " ") * draw(st.integers(5, 40))
    return made


messy_texts = (
    st.lists(_paragraph(), min_size=1, max_size=5)
    .map("\n\n".join)
    .filter(lambda text: text.strip())
)
"""Texts of one to five paragraphs, some of them empty, few of them well formed."""


_VOCABULARY: Sequence[tuple[str, str, str]] = (
    ("said", "say", "VERB"),
    ("told", "tell", "VERB"),
    ("quoted", "quote", "VERB"),
    ("believes", "believe", "VERB"),
    ("denied", "deny", "VERB"),
    ("called", "call", "VERB"),
    ("expected", "expect", "VERB"),
    ("respond", "respond", "VERB"),
    ("was", "be", "AUX"),
    ("did", "do", "AUX"),
    ("not", "not", "PART"),
    ("to", "to", "PART"),
    ("that", "that", "SCONJ"),
    ("as", "as", "ADP"),
    ("according", "accord", "VERB"),
    ("to", "to", "ADP"),
    ("by", "by", "ADP"),
    ("of", "of", "ADP"),
    ("in", "in", "ADP"),
    ("statement", "statement", "NOUN"),
    ("claim", "claim", "NOUN"),
    ("spokesman", "spokesman", "NOUN"),
    ("ministry", "ministry", "NOUN"),
    ("Keller", "Keller", "PROPN"),
    ("Ostrow", "Ostrow", "PROPN"),
    ("Gazette", "Gazette", "PROPN"),
    ("he", "he", "PRON"),
    ("she", "she", "PRON"),
    ("who", "who", "PRON"),
    ("it", "it", "PRON"),
    ("we", "we", "PRON"),
    ("the", "the", "DET"),
    ("reportedly", "reportedly", "ADV"),
    ("and", "and", "CCONJ"),
    ("Monday", "Monday", "PROPN"),
    ("“", "“", "PUNCT"),
    ("”", "”", "PUNCT"),
    ('"', '"', "PUNCT"),
    (",", ",", "PUNCT"),
    (":", ":", "PUNCT"),
    (".", ".", "PUNCT"),
)
_LABELS = [
    "ROOT",
    "acl",
    "advcl",
    "advmod",
    "agent",
    "amod",
    "appos",
    "aux",
    "auxpass",
    "ccomp",
    "cc",
    "conj",
    "csubj",
    "csubjpass",
    "dative",
    "det",
    "dobj",
    "mark",
    "neg",
    "nmod",
    "npadvmod",
    "nsubj",
    "nsubjpass",
    "oprd",
    "parataxis",
    "pcomp",
    "pobj",
    "poss",
    "prep",
    "prt",
    "punct",
    "relcl",
    "xcomp",
]
_KINDS = tuple(MentionKind)


@st.composite
def parsed_anyhow(draw: st.DrawFn) -> Reading:
    """A reading whose sentences hang together as trees, but as no parser would hang them."""
    sentences = draw(
        st.lists(st.lists(st.sampled_from(_VOCABULARY), min_size=1, max_size=14), max_size=4)
    )
    text = " ".join(" ".join(word for word, _, _ in sentence) for sentence in sentences)
    article: Article = plain_article(text or "Nothing.", item="messy")
    tokens: list[Token] = []
    made: list[Sentence] = []
    at = 0
    for sentence in sentences:
        first = len(tokens)
        begin = at
        order = draw(st.permutations(range(len(sentence))))
        heads = [0] * len(sentence)
        for rank, child in enumerate(order):
            heads[child] = order[draw(st.integers(0, rank - 1))] if rank else child
        for number, (word, lemma, pos) in enumerate(sentence):
            root = heads[number] == number
            tokens.append(
                Token(
                    at,
                    at + len(word),
                    lemma=lemma,
                    pos=pos,
                    tag="",
                    dep="ROOT" if root else draw(st.sampled_from(_LABELS[1:])),
                    head=first + heads[number],
                    entity="PERSON" if word in {"Keller", "Ostrow"} else "",
                )
            )
            at += len(word) + 1
        made.append(
            Sentence(
                span=Span(begin, at - 1),
                zone=ZoneKind.BODY,
                paragraph=0,
                first=first,
                last=len(tokens),
            )
        )
    named = tuple(
        Mention(
            span=Span(token.start, token.end),
            kind=draw(st.sampled_from(_KINDS)),
            name=token.lemma,
        )
        for token in tokens
        if token.pos == "PROPN"
    )
    return Reading(article=article, tokens=tuple(tokens), sentences=tuple(made), mentions=named)
