from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.copies.credits import CreditKind, credited, credits_of, same_outlet, says_taken
from firsthand.domain import Reason
from firsthand.extract.plain import plain_article

BODY = "A ferry ran aground off Koper on Thursday, the harbour authority said."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"KOPER, Slovenia (Reuters) - {BODY}", "Reuters"),
        (f"{BODY}\n\nWith inputs from AFP", "AFP"),
        (f"{BODY}\n\n(dpa)\n\nRead our newsletter", "dpa"),
        (f"{BODY}\n\nThis article originally appeared in Karst Herald.", "Karst Herald"),
    ],
)
def test_a_credit_for_the_whole_text_is_found(text: str, name: str) -> None:
    assert name in credited(plain_article(text, item="x"))


@pytest.mark.parametrize(
    ("text", "name", "kind", "where"),
    [
        (f"KOPER, Slovenia (Reuters) - {BODY}", "Reuters", "dateline", "KOPER, Slovenia (Reuters)"),
        (f"Koper, Oct 3 (IANS) {BODY}", "IANS", "dateline", "Koper, Oct 3 (IANS)"),
        (f"KOPER (Kyodo) — {BODY}", "Kyodo", "dateline", "KOPER (Kyodo)"),
        (f"KOPER, Oct. 3 /PRNewswire/ -- {BODY}", "PRNewswire", "dateline", "KOPER, Oct. 3 /PRNewswire/"),
        (f"Sign up here.\n\nKOPER (AP) — {BODY}", "AP", "dateline", "KOPER (AP)"),
        (f"By AFP\n\n{BODY}", "AFP", "credit", "By AFP"),
        (f"{BODY}\n\n(Reuters)", "Reuters", "credit", "(Reuters)"),
        (f"{BODY}\n\n— AFP/Reuters", "Reuters", "credit", "— AFP/Reuters"),
        (f"{BODY}\n\n(With PTI inputs)", "PTI", "credit", "(With PTI inputs)"),
        (f"{BODY}\n\nWith inputs from PTI and ANI", "ANI", "credit", "With inputs from PTI and ANI"),
        (f"{BODY}\n\nXinhua", "Xinhua", "credit", "Xinhua"),
    ],
)  # fmt: skip
def test_a_credit_is_kept_with_its_kind_and_its_place(
    text: str, name: str, kind: str, where: str
) -> None:
    (found,) = [one for one in credits_of(plain_article(text, item="x")) if one.name == name]

    assert found.kind is CreditKind(kind)
    assert found.span is not None
    assert found.span.of(text) == where


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY} Senator Jo Reid (D-Nev.) — who was on board — waved.",
        f"Jo Reid (D-Nev.) — who was on board — waved. {BODY}",
        f"Photo: Ana Kos\n\n{BODY}\n\nNewsletter",
        BODY,
    ],
)
def test_what_is_no_credit_is_not_taken_for_one(text: str) -> None:
    assert credits_of(plain_article(text, item="x")) == ()


def test_what_extraction_moved_out_of_the_text_is_a_credit_without_a_place() -> None:
    article = replace(
        plain_article(BODY, item="x"),
        relayed_from=("Associated Press (AP)",),
        reasons=(Reason(feature="dateline names an agency: AP"),),
    )
    (found,) = credits_of(article)

    assert (found.name, found.kind) == ("Associated Press (AP)", CreditKind.DATELINE)
    assert found.span is None


def test_a_notice_says_that_a_text_was_taken_over_without_naming_anybody() -> None:
    notice = "This report has not been edited by our staff; it comes from a syndicated feed."

    assert says_taken(plain_article(f"{BODY}\n\n{notice}", item="x"))
    assert not says_taken(plain_article(BODY, item="x"))


def test_an_agency_named_inside_a_sentence_is_no_credit() -> None:
    text = f"{BODY} The captain told Reuters (the agency) that he was sorry.\n\nMore follows."
    assert credited(plain_article(text, item="x")) == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Skerry Press (SKP)", "SKP", True),
        ("The Associated Press", "AP", True),
        ("Press Trust of India", "PTI", True),
        ("The Karst Herald", "karst herald", True),
        ("Karst Herald", "Coast Herald", False),
    ],
)
def test_outlets_are_recognised_by_name_bracket_and_initials(
    one: str, other: str, same: bool
) -> None:
    assert same_outlet(one, other) is same
    assert same_outlet(other, one) is same
