import pytest

from firsthand.brief.wording import listed, proposition, short_name, stands_alone


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("the pump had failed,", "The pump had failed"),
        ('It was not the pump," the agency said', "It was not the pump"),
        ("calling the report “wholly unfounded", "Calling the report “wholly unfounded”"),
        ("“Nobody told us about the pump", "Nobody told us about the pump"),
        ("injuring 23 people, the harbour office said", "Injuring 23 people"),
        ("LUBLIN, Poland, 3 May (TNP) -- The pump had failed", "The pump had failed"),
        ("the alarm rang at 8:15 a.m.", "The alarm rang at 8:15 a.m."),
        ("the pump “failed” twice.", "The pump “failed” twice"),
    ],
)  # fmt: skip
def test_a_claim_reads_as_a_sentence_without_dangling_marks(text: str, shown: str) -> None:
    assert proposition(text) == shown


def test_a_clause_that_leans_on_another_does_not_stand_alone() -> None:
    assert stands_alone("The pump had failed twice")
    assert not stands_alone("which had failed twice before")
    assert not stands_alone("the pump")


def test_names_are_listed_as_they_are_said() -> None:
    assert [listed(names) for names in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == [
        "", "A", "A and B", "A, B and C",
    ]  # fmt: skip
    assert short_name("Tatra News Post (TNP)") == "TNP"
    assert short_name("Tatra News Post") == "Tatra News Post"
