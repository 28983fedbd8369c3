"""Records: an article that a format hands over alone, with fields beside it."""

from __future__ import annotations

from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.domain import Article, Capture, Fact, Field, Form, Marked, OutletBasis, Span
from firsthand.errors import InputError
from firsthand.extract.record_article import MOST_LINES, record_articles


def capture(
    text: str,
    form: Form = Form.FRAGMENT,
    *,
    source: str = "rss",
    marks: tuple[Marked, ...] = (),
    url: str | None = None,
    **facts: str,
) -> Capture:
    raw = text.encode("utf-8", "surrogatepass")
    return Capture(
        item="record",
        raw=raw,
        form=form,
        sha256=sha256(raw).hexdigest(),
        text=text,
        encoding="utf-8",
        url=url,
        format=source,
        facts=tuple(
            Fact(field=Field(name), value=value, source=source) for name, value in facts.items()
        ),
        marks=marks,
    )


def article(text: str, form: Form = Form.FRAGMENT, **more: object) -> Article:
    (found,) = record_articles(capture(text, form, **more))  # type: ignore[arg-type]
    return found


def zones(found: Article) -> list[tuple[str, str]]:
    return [(zone.kind.value, zone.span.of(found.text)) for zone in found.zones]


def furniture(found: Article) -> list[tuple[str, str]]:
    return [(one.role, one.span.of(found.raw_text)) for one in found.furniture]


FERRY = (
    "<figure><img src='p.jpg'><figcaption>The pier. (Photo: Ada Nyberg/Norlicht)</figcaption>"
    "</figure><p>LARVIK, Norway (AP) &mdash; A ferry hit the pier on Monday, police said.</p>"
    "<h2>Three hurt</h2><p>Three people were hurt, the mayor said. <a href='x'>Read more</a></p>"
    "<p><a href='z'>Storm: what is known so far</a></p>"
    "<p>(Reporting by Mara Feld; Editing by Jo Ek)</p>"
    "<p>The post <a>Ferry hits pier</a> appeared first on <a>Harbour Gazette</a>.</p>"
)


def test_a_feeds_markup_becomes_paragraphs_and_its_tail_is_kept_apart() -> None:
    found = article(FERRY, title="Ferry hits pier", outlet="Harbour Gazette")

    assert zones(found) == [
        ("headline", "Ferry hits pier"),
        ("body", "LARVIK, Norway (AP) — A ferry hit the pier on Monday, police said."),
        ("body", "Three hurt"),
        ("body", "Three people were hurt, the mayor said."),
    ]
    assert furniture(found) == [
        ("caption", "The pier. (Photo: Ada Nyberg/Norlicht)"),
        ("related", "Read more"),
        ("related", "Storm: what is known so far"),
        ("reporting", "(Reporting by Mara Feld; Editing by Jo Ek)"),
        ("related", "The post Ferry hits pier appeared first on Harbour Gazette."),
    ]
    assert found.authors == ("Mara Feld",)
    assert found.wire == "Associated Press (AP)"
    assert found.syndicated
    assert found.dateline == "LARVIK, Norway"
    assert found.credits == ("Ada Nyberg", "Norlicht")


def test_a_headline_of_the_fields_stands_in_the_raw_text_too() -> None:
    found = article("<p>A ferry hit the pier on Monday.</p>", title="Ferry  hits pier")

    assert found.raw_text == "Ferry hits pier\nA ferry hit the pier on Monday."
    assert [(one.text.of(found.text)) for one in found.kept] == [
        one.raw.of(found.raw_text) for one in found.kept
    ]


def test_a_printed_headline_is_not_repeated() -> None:
    found = article("<h1>Ferry hits pier</h1><p>A ferry hit the pier.</p>", title="Ferry Hits Pier")

    assert zones(found) == [("headline", "Ferry hits pier"), ("body", "A ferry hit the pier.")]


def test_a_feeds_description_is_a_standfirst_unless_it_repeats_the_body() -> None:
    body = "<p>A ferry hit the pier on Monday, police said.</p><p>Nobody was hurt.</p>"
    own = article(body, standfirst="What went wrong in Larvik.")
    cut_off = article(body, standfirst="A ferry hit the pier on Monday, police […]")
    same = article(body, standfirst="A ferry hit the pier on Monday, police said.")
    searched = article(body, source="export", standfirst="What went wrong in Larvik.")

    assert zones(own)[0] == ("standfirst", "What went wrong in Larvik.")
    assert zones(cut_off)[0][0] == "body"
    assert zones(same)[0] == ("standfirst", "A ferry hit the pier on Monday, police said.")
    assert [kind for kind, _ in zones(searched)] == ["body", "body"]


@pytest.mark.parametrize(
    "tail",
    [
        "Read more",
        "Continue reading <span>Ferry hits pier</span> →",
        "Weiterlesen …",
        "Lire la suite",
        "[Читать далее]",
        "This article was originally published on Harbour Gazette.",
    ],
)
def test_a_call_to_read_on_is_no_text(tail: str) -> None:
    found = article(f"<p>A ferry hit the pier on Monday.</p><p>{tail}</p>")

    assert zones(found) == [("body", "A ferry hit the pier on Monday.")]
    assert len(found.furniture) == 1


def test_prose_that_opens_like_a_call_to_read_on_stays() -> None:
    found = article("<p>It rained.</p><p>Read more books, the mayor told pupils on Monday.</p>")

    assert zones(found)[-1] == ("body", "Read more books, the mayor told pupils on Monday.")


def test_lines_above_the_first_sentence_name_people_and_time() -> None:
    text = (
        "Ferry hits pier\nBy Mara Feld\n4 March 2024 10:00 GMT\n"
        "A ferry hit the pier on Monday, police said.\nNobody was hurt there.\n(dpa)"
    )
    found = article(text, Form.PARAGRAPHS, source="export", title="Ferry hits pier")

    assert found.authors == ("Mara Feld",)
    assert found.published == "2024-03-04T10:00:00+00:00"
    assert found.wire == "dpa"
    assert [role for role, _ in furniture(found)] == ["byline", "timestamp", "credit"]


def test_marks_of_the_format_decide() -> None:
    text = "Ferry hits pier\nA subtitle\nIt was Monday when it hit.\nHarbour Gazette, page 3"
    marks = (
        Marked(span=Span(0, 15), role="headline"),
        Marked(span=Span(16, 26), role="standfirst"),
        Marked(span=Span(54, len(text)), role="navigation"),
    )
    found = article(text, Form.PARAGRAPHS, source="pdf", marks=marks, title="Microsoft Word - x")

    assert found.title == "Ferry hits pier"
    assert [kind for kind, _ in zones(found)] == ["headline", "standfirst", "body"]
    assert furniture(found) == [("navigation", "Harbour Gazette, page 3")]


def test_a_mark_at_the_end_of_a_line_cuts_it() -> None:
    text = "A ferry hit the pier. (Photo: Ada Nyberg)"
    found = article(text, Form.PARAGRAPHS, marks=(Marked(span=Span(22, len(text)), role="credit"),))

    assert zones(found) == [("body", "A ferry hit the pier.")]
    assert furniture(found) == [("credit", "(Photo: Ada Nyberg)")]


def test_turns_are_kept_one_a_paragraph() -> None:
    found = article(
        "MS. FELD: Good morning.\nQ: Read more\nMS. FELD: No.", Form.TURNS, title="Briefing"
    )

    assert [words for _, words in zones(found)] == [
        "Briefing",
        "MS. FELD: Good morning.",
        "Q: Read more",
        "MS. FELD: No.",
    ]


def test_an_agency_of_the_fields_is_a_wire_and_no_author() -> None:
    found = article("<p>A ferry hit the pier.</p>", author="dpa", outlet="Harbour Gazette")

    assert found.authors == ()
    assert found.wire == "dpa"
    assert found.syndicated
    assert found.relayed_from == ("dpa",)


def test_an_agencys_own_record_is_not_syndicated() -> None:
    found = article("<p>A ferry hit the pier.</p>", wire="Reuters", outlet="Reuters")

    assert found.wire == "Reuters"
    assert not found.syndicated


def test_only_a_recorded_address_identifies_the_outlet() -> None:
    claimed = article("<p>A ferry hit the pier.</p>", outlet="X", url=None)
    recorded = article("<p>A ferry hit the pier.</p>", url="https://gazette.example/a")

    assert claimed.outlet_basis is OutletBasis.CLAIMED
    assert recorded.outlet_basis is OutletBasis.HOST
    assert recorded.url == "https://gazette.example/a"


@pytest.mark.parametrize("markup", ["", "<p></p>", "<img src=x>", "<p>Read more</p>"])
def test_a_record_without_text_is_refused(markup: str) -> None:
    with pytest.raises(InputError, match=r"no article text|without content"):
        record_articles(capture(markup))


def test_a_collection_is_refused() -> None:
    with pytest.raises(InputError, match="lines"):
        record_articles(capture("One.\n" * (MOST_LINES + 1), Form.PARAGRAPHS))


@given(
    st.text(alphabet="aB .\n<p>/h1&;:()\u2026\ud800é", max_size=200),
    st.sampled_from([Form.FRAGMENT, Form.PARAGRAPHS, Form.TURNS]),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=4),
)
def test_every_span_is_where_it_says(text: str, form: Form, places: list[tuple[int, int]]) -> None:
    marks, at = [], 0
    for gap, size in places:
        marks.append(Marked(span=Span(at + gap, at + gap + size), role="caption"))
        at += gap + size
    try:
        (found,) = record_articles(capture(text, form, marks=tuple(marks), title="A b"))
    except InputError:
        return

    for one in found.kept:
        assert one.text.of(found.text) == one.raw.of(found.raw_text)
    taken = sorted(
        [(one.raw.start, one.raw.end) for one in found.kept]
        + [(one.span.start, one.span.end) for one in found.furniture]
    )
    assert all(one[1] <= other[0] for one, other in pairwise(taken))
    assert all(end <= len(found.raw_text) for _, end in taken)
