import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.quotation import quotations

CASES = [
    ('"We heard it," said Ona Brandt.', ["We heard it,"]),
    ("“We heard it,” she said. “Twice.”", ["We heard it,", "Twice."]),
    ("‘We heard the workers’ shouts,’ she said.", ["We heard the workers’ shouts,"]),
    ("'It's over,' she said. The workers' tents stood.", ["It's over,"]),
    ("She said: „Wir gehen.“ Then she left.", ["Wir gehen."]),
    ("Il dit «bonjour» et part.", ["bonjour"]),
    ("Er sagte »nein« und ging.", ["nein"]),
    ("“He told me ‘run’ and I ran,” she said.", ["He told me ‘run’ and I ran,"]),
    ("“One,” she said.\n\n“Two and\n\n“three.”", ["One,", "Two and", "three."]),
    ('"One goes on\n\n"and ends," she said.', ["One goes on", "and ends,"]),
    ("``We heard it,'' she said.", ["We heard it,"]),
    # never closed: left out
    ('She said "we never\n\nThe next day came.', []),
    ("“Lost at the end", []),
    ('"Stop!"—he ran. "Go," she said.', ["Stop!", "Go,"]),
    ('He asked ("why?") and left.', ["why?"]),
    # apostrophes only
    ("The '90s weren't the workers' years, and rock 'n' roll didn't help.", []),
    ("The so-called “corridor” (“no man's land”) opened.", ["corridor", "no man's land"]),
    ("He is 6'2\" tall.", []),
    ("", []),
    # pairs of two kinds, and marks used the wrong way round
    ('“It broke," she said. "Twice.“', ["It broke,", "Twice."]),
    ("”Vi går,” sade han. »Nej.»", ["Vi går,", "Nej."]),
    ("‟Gone,” she said.", ["Gone,"]),
    ("＂Gone,＂ she said.", ["Gone,"]),
    ("「あ『い』う」と", ["あ『い』う"]),
    ("« Bonjour », dit-elle.", [" Bonjour "]),
    ("‚einfach‘ gesagt", ["einfach"]),
    ("''It broke,'' she said. ''It's 'fine'.''", ["It broke,", "It's 'fine'."]),
    ("''She said 'no.'''", ["She said 'no.'"]),
    # lone marks are passed over, what stands around them pairs as if they were not there
    ('"We never, he said. "We try," he added. "Really."', ["We try,", "Really."]),
    ("“A " + "“B,” he said.", ["B,"]),
    ('We never," he said. "We try," he added.', ["We try,"]),
    ('“It was a "gamble all along,” she said.', ['It was a "gamble all along,']),
    ("'We never, he said. 'We try,' he added.", ["We try,"]),
    # one and the same mark inside and outside
    ('"It was a "gamble" all along," she said.', ['It was a "gamble" all along,']),
    ("“It was a “gamble” all along,” she said.", ["It was a “gamble” all along,"]),
    # measures and dropped letters
    ('“The 6" pipe broke,” he said.', ['The 6" pipe broke,']),
    ('"The 6" pipe broke," he said.', ['The 6" pipe broke,']),
    ("'goin' home,' he said", ["goin' home,"]),
    # stray spaces, dashes, no space at all
    ('" We go , " she said . " Never . "', [" We go , ", " Never . "]),
    ('"Wait—" she broke off. He said—"go"—and left.', ["Wait—", "go"]),
    ('He said."Go,"and left.', ["Go,"]),
    # markup left in the text
    ('<a href="x" rel="y">She said "go" twice.', ["go"]),
    # rows of paragraphs
    ("“A\n“B\n“C.” he said", ["A", "B", "C."]),
    ("He: “A\n\n“B\n\n“C", ["A", "B"]),
    ("He: “A\n\n“B", []),
    ('"We go, she said.\n\n"Stay," he said.', ["Stay,"]),
    ("“A\n\nb\n\n“C,” he said.", ["C,"]),
    ("‘A\n\n‘B,’ he said.", ["A", "B,"]),
    ('"A "b" c\n\n"D," he said.', ['A "b" c', "D,"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_words_between_the_marks(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in quotations(text)] == expected


def test_a_stretch_longer_than_believable_is_left_out() -> None:
    assert quotations('"' + "a " * 50 + 'b" he said.', at_most=20) == ()


def test_two_lone_marks_far_apart_do_not_swallow_what_stands_between() -> None:
    text = '"Gone. ' + "The sea was calm. " * 400 + '"We go," she said. ' + 'The end" came.'

    assert [span.of(text) for span in quotations(text)] == ["We go,"]


MARKS = "\"'“”‘’„«»‹›`‚「」『』＂"
any_text = st.text(alphabet="ab s.,:\n" + MARKS, max_size=120)


class TestQuotationsOfAnyText:
    """However marks stand: nothing aborts, and spans are ordered, apart and within paragraphs."""

    @given(any_text)
    def test_spans_lie_inside_the_text_in_order_and_apart(self, text: str) -> None:
        found = quotations(text)

        assert all(span.end <= len(text) for span in found)
        assert all(a.end <= b.start for a, b in pairwise(found))

    @given(any_text)
    def test_no_span_crosses_a_blank_line(self, text: str) -> None:
        assert all("\n\n" not in span.of(text) for span in quotations(text))

    @given(any_text)
    def test_a_mark_stands_before_every_span(self, text: str) -> None:
        assert all(text[span.start - 1] in MARKS for span in quotations(text))

    @given(any_text)
    def test_paragraphs_before_do_not_matter_where_nothing_is_left_open(self, text: str) -> None:
        before = "The crew left.\n\n"
        shifted = [
            (span.start - len(before), span.end - len(before)) for span in quotations(before + text)
        ]

        assert shifted == [(span.start, span.end) for span in quotations(text)]


@pytest.mark.parametrize(
    "pattern", ['"', "“", "”", '" ', "s' a ", '“a ”b " c', "‘a “b ", "\n\n“a", "\n“a", "'a\" "]
)
def test_fifty_thousand_marks_take_linear_time(pattern: str) -> None:
    def seconds(marks: int, runs: int) -> float:
        best = []
        for _ in range(runs):
            start = time.perf_counter()
            quotations(pattern * (marks // len(pattern)))
            best.append(time.perf_counter() - start)
        return min(best)

    # sixteen times the marks: a square would take 256 times as long
    assert seconds(50_000, 1) < 100 * max(seconds(50_000 // 16, 3), 0.001)
