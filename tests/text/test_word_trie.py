import re

from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.number_words import alternatives
from firsthand.text.word_trie import any_of

WORDS = st.lists(st.text(alphabet="ab. ", min_size=1, max_size=5).filter(str.strip), max_size=8)


@given(WORDS, st.text(alphabet="ab. ", max_size=20))
def test_it_finds_what_a_list_of_the_words_finds(words: list[str], text: str) -> None:
    plain = [found.span() for found in re.finditer(alternatives(words), text)]

    assert [found.span() for found in re.finditer(any_of(words), text)] == plain


def test_the_longest_is_found_and_a_shorter_where_it_does_not_go_on() -> None:
    pattern = re.compile(rf"(?:{any_of(['ten', 'tens', 'ten of'])})!")

    assert [found.group() for found in pattern.finditer("ten! tens! ten  of! tenth!")] == [
        "ten!",
        "tens!",
        "ten  of!",
    ]


def test_of_no_words_nothing_is_found() -> None:
    assert re.search(any_of([]), "anything") is None
