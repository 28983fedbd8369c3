from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from firsthand.brief.anchors import anchors
from firsthand.brief.citing import citing
from firsthand.brief.evidence import paragraphs
from firsthand.domain import Brief, Line, Passage, Section, Span
from tests.brief.ferry_story import OBSERVER, ferry_brief

LENGTH = len(citing(ferry_brief()).by_id[OBSERVER].text)

spans = st.lists(
    st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 200)).map(
        lambda pair: Span(pair[0], min(LENGTH, pair[0] + pair[1]))
    ),
    max_size=12,
)


def _citing_only(found: list[Span]) -> Brief:
    full = ferry_brief()
    line = Line(text="x", citations=tuple(Passage(OBSERVER, span) for span in found))
    return replace(full, sections=(Section(title="s", lines=(line,)), *full.sections))


@given(spans)
@settings(max_examples=40, deadline=None)
def test_marks_add_and_lose_no_character(found: list[Span]) -> None:
    brief = _citing_only(found)
    cite = citing(brief)
    article = cite.by_id[OBSERVER]
    printed = paragraphs(article, anchors(brief, cite))

    plain = []
    for one in printed:
        root = html.fragment_fromstring(str(one.html), create_parent="p")
        plain.append(root.text_content())
    assert "\n\n".join(plain) == article.text


@given(spans)
@settings(max_examples=40, deadline=None)
def test_every_passage_has_one_place_and_all_its_words_are_marked(found: list[Span]) -> None:
    brief = _citing_only(found)
    cite = citing(brief)
    article = cite.by_id[OBSERVER]
    page = "".join(f"<p>{one.html}</p>" for one in paragraphs(article, anchors(brief, cite)))
    root = html.fragment_fromstring(page, create_parent="div")
    for span in found:
        name = f"p-{OBSERVER}-{span.start}-{span.end}"
        if not span.of(article.text).strip("\n"):
            continue
        parts = root.xpath(f"//mark[@id='{name}' or @data-p='{name}']")
        words = "".join(part.text_content() for part in parts)

        assert len(root.xpath(f"//*[@id='{name}']")) == 1
        assert words == span.of(article.text).replace("\n\n", "").strip("\n")


def test_details_are_marked_less_than_what_the_brief_rests_on() -> None:
    brief = ferry_brief()
    cite = citing(brief)
    printed = "".join(
        str(one.html) for one in paragraphs(cite.by_id[OBSERVER], anchors(brief, cite))
    )

    assert 'class="minor">Hvar' in printed
    assert 'class="minor">counted' not in printed
