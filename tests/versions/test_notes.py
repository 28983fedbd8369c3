from __future__ import annotations

import pytest

from firsthand.domain import Furniture, Span
from firsthand.versions import noted
from firsthand.versions.notes import notes_of, tells
from tests.versions.printings import FIRST, printing

WITHDRAWALS = (
    "This story has been withdrawn because its author could not be reached.",
    "Editor's note: This article has been retracted. The photographs were not taken in Larvik.",
    "We have retracted this story after Ms Moen told us she had not spoken to our reporter.",
    "Adria Newswire has withdrawn its story on the wall in Larvik. A substitute story will follow.",
    "MANDATORY KILL: Larvik wall story, slugged BC-Norway-Wall.",
    "Editors, please kill the story slugged Norway-Wall. The toll cannot be confirmed.",
    "Dieser Artikel wurde zurückgezogen, weil die Aussagen eines Zeugen nicht belegt sind.",
    "Die Redaktion hat diesen Beitrag nach Hinweisen aus Larvik zurückgezogen.",
    "Depublikation: Das Gespräch ist auf Wunsch der Befragten nicht mehr abrufbar.",
    "Cet article a été dépublié le 6 janvier à la demande de la famille.",
    "La rédaction a retiré cet entretien.",
    "ANNULATION - La dépêche « Un mur s'effondre » est annulée.",
    "Este artículo ha sido retirado porque una fuente no pudo verificarse.",
    "Hemos retirado esta nota por errores en las cifras.",
)

CORRECTIONS = (
    "Correction: An earlier version of this story gave the wrong number of injured.",
    "An earlier version of this article misspelled the name of the fire chief.",
    "This article was amended on 6 January 2026 to give the right age of Ida Moen.",
    "(Corrects spelling of fire chief's name in paragraph 3)",
    "BC-Norway-Wall, 2nd Ld-Writethru, 480 words",
    "EDS: UPDATES with toll in first paragraph.",
    "Korrektur: In der ersten Fassung stand, es seien 14 Menschen verletzt worden.",
    "In einer früheren Version war von vierzehn Verletzten die Rede.",
    "Dieser Text wurde am Montagabend um eine Stellungnahme der Gemeinde ergänzt.",
    "Rectificatif : le bilan est de 17 blessés et non de 14.",
    "Une première version de cet article évoquait 14 blessés.",
    "ANNULE ET REMPLACE la dépêche précédente, bilan corrigé.",
    "Fe de errores: los heridos son 17 y no 14, como se publicó.",
    "Una versión anterior de esta noticia hablaba de 14 heridos.",
)

NO_NOTES = (
    "This story begins with a crack in a wall above the harbour road.",
    "The ministry withdrew its report on the slope last year.",
    "This article was edited by Tone Haugland and Per Solberg in Larvik.",
    "Our report was last updated Tuesday, February 3, 2026 at 11:47 PM Eastern Time.",
    "An earlier version of the order would have closed the harbour road for good.",
    "The original version of this proposal did not allow for a wall of that height.",
    "In einer früheren Fassung des Gesetzes war von Mauern keine Rede gewesen.",
    "Une première version de cette loi ne parlait pas des murs de la ville.",
    "The council corrected its figures on Monday.",
    "Kill the engine, the fire chief told drivers.",
    "Dieser Weg wurde schon oft gesperrt.",
    "Der Bericht der Gemeinde wurde im Herbst zurückgezogen.",
    "Cet homme a été retiré des décombres.",
    "Esta mujer fue retirada de los escombros.",
    "Corrections officers at the prison nearby helped to clear the road.",
    "Updates from the town hall are expected in the evening, officials said.",
)


@pytest.mark.parametrize("note", WITHDRAWALS)
def test_a_withdrawal_is_found_at_the_head_of_the_text(note: str) -> None:
    found = noted(printing("a.html", (FIRST[0], note, *FIRST[1:])))

    assert found.corrections == (note,)
    assert found.withdrawn


@pytest.mark.parametrize("note", CORRECTIONS)
def test_a_correction_is_found_and_withdraws_nothing(note: str) -> None:
    found = noted(printing("a.html", (*FIRST, note)))

    assert found.corrections == (note,)
    assert not found.withdrawn


@pytest.mark.parametrize("line", NO_NOTES)
def test_news_of_withdrawals_and_corrections_is_no_note(line: str) -> None:
    for paragraphs in ((FIRST[0], line, *FIRST[1:]), (*FIRST, line)):
        assert notes_of(printing("a.html", paragraphs)).corrections == ()


def test_a_withdrawal_in_the_middle_tells_of_another_text() -> None:
    inside = "This article has been removed from the shelves of the town's library, it said."
    paragraphs = (*FIRST[:3], inside, *FIRST[3:])

    assert not notes_of(printing("a.html", paragraphs)).withdrawn


def test_notes_are_found_in_what_was_left_out_and_not_in_links() -> None:
    note = "An earlier version of this article gave another number of injured."
    text = "\n\n".join(FIRST)
    span = Span(len(text) + 2, len(text) + 2 + len(note))
    found = [
        notes_of(
            printing(
                "a.html", raw_text=f"{text}\n\n{note}", furniture=(Furniture(span=span, role=role),)
            )
        ).corrections
        for role in ("correction", "other", "related")
    ]

    assert found == [(note,), (note,), ()]


def test_a_headline_may_say_it() -> None:
    found = noted(printing("a.html", ("CORRECTED-Wall falls on harbour road, 17 hurt", *FIRST[1:])))

    assert found.corrections == ("CORRECTED-Wall falls on harbour road, 17 hurt",)


def test_what_extraction_found_is_not_added_twice() -> None:
    note = CORRECTIONS[0]
    article = printing("a.html", (*FIRST, note), corrections=(f"  {note.upper()} ",))

    assert noted(article) is article


@pytest.mark.parametrize(
    "stamp",
    ["Updated 4 January 2026, 10:15", "Our report was last updated Tuesday, February 3, 2026 at 11:47 PM EST.", "This article was last updated on Monday 5 January.", "Aktualisiert am 4.1.2026 um 10:15 Uhr"],
)  # fmt: skip
def test_a_time_stamp_tells_nothing(stamp: str) -> None:
    assert not tells(stamp)


def test_a_note_tells() -> None:
    assert all(tells(note) for note in (*CORRECTIONS[:4], *CORRECTIONS[6:]))
