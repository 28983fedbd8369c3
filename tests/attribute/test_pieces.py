"""Word pieces with their features, and the windows they are read in."""

from __future__ import annotations

from firsthand.annotate import Annotator
from firsthand.attribute.branches import anchor_of, branches
from firsthand.attribute.pieces import CASES, DEPS, EDGES, QUOTES, Pieces, pieces_of, windows
from firsthand.domain import Reading
from firsthand.extract import plain_article
from firsthand.tables.attributions import attribution_networks


def _read(text: str) -> Reading:
    return Annotator().read(plain_article(text, item="a"))


def _pieces(reading: Reading) -> Pieces:
    tokenizer = attribution_networks().tokenizer
    return pieces_of(reading.article.text, reading.tokens, reading.sentences, tokenizer)


def test_a_piece_knows_its_place_its_letters_and_its_quotation() -> None:
    text = 'NATO said the "Ærø ferry" sank.\n\nIt was late.'
    reading = _read(text)
    pieces = _pieces(reading)
    words = [text[a:b] for a, b in zip(pieces.start, pieces.end, strict=True)]

    first = words.index("NATO")
    assert CASES[pieces.case[first]] == "upper"
    assert EDGES[pieces.edge[first]] == "paragraph"
    quoted = [word for word, kind in zip(words, pieces.quote, strict=True) if kind == 1]
    assert "".join(quoted) == "Ærøferry"
    assert [
        QUOTES[kind] for word, kind in zip(words, pieces.quote, strict=True) if word == '"'
    ] == [
        "mark",
        "mark",
    ]
    assert EDGES[pieces.edge[words.index("It")]] == "paragraph"
    assert set(pieces.paragraph.tolist()) == {0, 1}
    for at, token in enumerate(pieces.token.tolist()):
        assert reading.tokens[token].start <= pieces.start[at] < reading.tokens[token].end


def test_windows_ask_for_every_piece_once_and_are_never_too_long() -> None:
    long = " ".join(f"The harbour master said ferry {number} was late." for number in range(90))
    text = f"A short one.\n\n{long}\n\nAnother.\n\nAnd one more."
    pieces = _pieces(_read(text))

    asked: list[int] = []
    for window in windows(pieces, longest=100):
        assert window.first <= window.begin < window.stop <= window.last
        assert window.last - window.first <= 100
        asked.extend(range(window.begin, window.stop))

    assert asked == list(range(len(pieces.ids)))


def test_nothing_to_read_gives_no_window() -> None:
    tokenizer = attribution_networks().tokenizer

    assert list(windows(pieces_of("", (), (), tokenizer))) == []


def test_branches_tell_subject_from_clause() -> None:
    reading = _read("The harbour master said that the ferry was late. Nobody answered.")
    tokens = reading.tokens
    said = next(at for at, token in enumerate(tokens) if token.lemma == "say")

    above, branch = branches(tokens, 0, len(tokens), said)

    def of(word: str) -> tuple[int, str]:
        at = next(
            at
            for at, token in enumerate(tokens)
            if reading.article.text[token.start : token.end] == word
        )
        return above[at], DEPS[branch[at]] if branch[at] < len(DEPS) else "-"

    assert of("master") == (0, "nsubj")
    assert of("harbour") == (0, "nsubj")
    assert of("ferry") == (0, "ccomp")
    assert of("Nobody") == (5, "-")
    assert of("said") == (0, "-")


def test_the_anchor_of_a_cue_is_the_word_the_others_hang_on() -> None:
    reading = _read("The harbour master declined to say when it would sail.")
    words = [reading.article.text[token.start : token.end] for token in reading.tokens]
    cue = [words.index("declined"), words.index("to"), words.index("say")]

    assert anchor_of(reading.tokens, cue) == words.index("declined")
