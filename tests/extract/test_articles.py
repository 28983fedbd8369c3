"""Captures without words are refused; short articles in any script are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import InputError
from firsthand.extract import articles_from
from firsthand.read import capture_from

WORDLESS = {
    "punctuation": "... --- !!! ??? . . . .\n\n*** *** *** ***. !!! ... ??? ... !!!",
    "emoji": "🎉 " * 20 + ".\n\n" + "🚢🚢 🌊🌊 👍 👍 👍.",
    "digits": "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16.\n\n42 43 44 45.",
    "percentages": "12.5 13.6 14.7 15.8 19% 20% 21% 22% 23% 24% 25% 26% 27% 28% 29%",
    "fractions": "½ ½ ¾ ¾ ² ³ Ⅷ Ⅸ.",
    "one word among numbers": "12 13 14 15 tonnes 16 17 18 19.",
    "a headline over numbers": "Harbour shut after storm\n\n12 13 14 15 16 17 18 19 20 21 22 23 24 25.",
    "a page of numbers": f"<html><body><article><p>{'12 ' * 40}.</p></article></body></html>",
}
SHORT = {
    "English": "Rain fell in Odda.",
    "a number for a word": "Odda beat Voss 3.",
    "Japanese": "首相は月曜日に辞任した。",
    "Arabic": "استقال رئيس الوزراء يوم الاثنين.",
    "Hindi": "प्रधानमंत्री ने सोमवार को इस्तीफा दिया।",
    "Bengali": "প্রধানমন্ত্রী সোমবার পদত্যাগ করেছেন।",
    "Thai": "นายกรัฐมนตรีลาออกเมื่อวันจันทร์",
    "Khmer": "នាយករដ្ឋមន្ត្រីបានលាលែងពីតំណែងនៅថ្ងៃច័ន្ទ។",
    "Amharic": "ጠቅላይ ሚኒስትሩ ሰኞ ዕለት ሥራ ለቀቁ።",
    "Chinese": "总理周一辞职。",
    "Greek": "Το λιμάνι έκλεισε τη Δευτέρα.",
}


@pytest.mark.parametrize("raw", WORDLESS.values(), ids=WORDLESS)
def test_a_text_without_words_is_refused_with_a_hint(raw: str) -> None:
    with pytest.raises(InputError, match=r"clip: holds no article text \(hand in .+\)"):
        articles_from(capture_from("clip", raw.encode()))


@pytest.mark.parametrize("raw", SHORT.values(), ids=SHORT)
def test_a_short_text_in_words_is_kept(raw: str) -> None:
    (found,) = articles_from(capture_from("clip", raw.encode()))

    assert found.text == raw


@given(st.text(alphabet="0123456789 \n.,:;!?%$()[]\"'“”—–-*•|½🎉🚢👍", min_size=1, max_size=300))
def test_no_arrangement_of_digits_signs_and_emoji_is_an_article(raw: str) -> None:
    with pytest.raises(InputError):
        articles_from(capture_from("clip", raw.encode()))
