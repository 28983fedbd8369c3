from __future__ import annotations

from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from firsthand.copies import copy_groups, copy_link, copy_links
from firsthand.copies.scale.index import CopyIndex
from firsthand.domain import Article, CopyRelation
from firsthand.extract.plain import plain_article
from tests.copies.wires import FIRE, OWN, article

ADDRESS = [
    (
        "Sign up for our free evening bulletin and be the first to hear what happens on your street. Local "
        "reporting costs money, and readers like you keep ours alive: you can back us from 2 pounds a month."
    ),
    (
        "If you are worried about anything you have read here, you can ring our listening line on 0800 555 "
        "0142 at any hour, free of charge and without giving a name. You will not be asked for an address."
    ),
]
MEMBER = (
    "This title belongs to the Fellside Media Alliance and keeps to the editors' code of conduct. Anybody "
    "who thinks that it has been broken may complain in writing within four months of publication, and "
    "the standards panel will answer within twenty-eight working days."
)
HOUSE = [*ADDRESS, MEMBER]
NEWS = """\
The parish hall at Brathay stays shut until June after surveyors found dry rot beneath the stage, trustee Maud Ellery said.
A lorry shed forty crates of live crabs on the slip road at Tebay, and gulls had most of them before the tow truck came.
Violinist Oskar Lindqvist cancelled both recitals in Harrogate with a broken wrist; tickets remain valid for November.
The last tram to Fleetwood will leave nine minutes earlier from Sunday so that the rails can be ground overnight.
Beekeepers near Hexham lost a third of their hives to hornets this autumn, a survey of ninety apiaries shows.
Goalkeeper Dele Adeyinka signed a second contract with Barrow and said he would rather play in rain than on a bench.
Volunteers have counted 212 red squirrels in Kielder, eleven more than last winter, despite an outbreak of leprosy pox.
An antique barometer stolen from a Lancaster auctioneer turned up in a skip behind a launderette, still showing storm.
Planners refused a drive-through bakery beside the cathedral in Ripon because queues would block the ambulance gate.
Magistrates fined a Whitby skipper 900 pounds for landing undersized lobsters and carrying no tachograph for his winch.
Archaeologists digging at Vindolanda lifted a leather tent panel with the stitching of a saddler named Victor.
The lending library in Alston has waived overdue penalties since a borrower posted back an atlas from 1961.
Nurses at the dialysis ward in Workington knitted a blanket of 365 squares, one for each session of a patient's year.
Glaciologist Renata Kovar told pupils in Penrith how ice carved the valley that their football pitch slopes into.
Bus passengers in Oldham were stranded when a swan sat down in the depot entrance and hissed at two inspectors.
A distillery on Islay has sold its oldest cask, filled in 1974, to a dentist from Osaka who does not drink.
Cyclists demand a lane along the viaduct at Stockport, where a courier was knocked from her saddle in March.
The clockmaker who winds the tower at Settle by hand hurt his shoulder, so the hour has been silent since Easter.
Cheesemaker Gwen Pritchard won a gold medal in Nantwich for a washed-rind wheel matured beneath a railway arch.
Hackers locked the booking system of a swimming pool in Bolton and asked for a ransom in vouchers.
The orchard society of Kirkby grafted a lost damson from a hedge whose owner had meant to burn it.
Two ospreys have settled on a pylon above Foulshaw Moss, and engineers agreed to leave the cable dead.
A fossil hunter at Saltwick found the jaw of an ichthyosaur with a smaller ichthyosaur between its teeth.
Rehearsals for the mystery plays in York begin beneath scaffolding, with a plumber from Selby as Pontius Pilate.
The chip shop at Seahouses will fry in rapeseed oil because dripping has trebled in price, owner Colin Rudd said.
Allotment holders in Gateshead face a lottery for plots after a sewer collapsed below the rhubarb beds.
Choristers from Durham recorded lullabies for premature babies, whose heartbeats slowed by a tenth, midwives found.
A retired welder from Jarrow has built a pipe organ out of drainpipes, and it plays in seven keys.
Lifeboat crews from Silloth freed a kitesurfer whose lines had wrapped round a wind turbine's ladder.
Geese grounded the air ambulance in Carlisle on four mornings, so a falconer now patrols the helipad.""".splitlines()
LEADS = [
    (
        "GDANSK, Poland (Baltic Newswire) - A pellet fire that shut the largest timber terminal of Gdansk "
        "was out on Friday, and the harbour master let the first freighters back to the quay."
    ),
    (
        "GDANSK, Poland (Baltic Newswire) - Prosecutors opened an inquiry into worn conveyor rollers on "
        "Friday after the fire at a Gdansk timber terminal, and searched Motlawa Wood Logistics."
    ),
]
BELOW = [[one, *HOUSE] for one in NEWS]
ABOVE = [[*HOUSE, one] for one in NEWS]
AROUND = [[*ADDRESS, one, MEMBER] for one in NEWS]


def articles(texts: list[list[str]]) -> list[Article]:
    return [article(text, outlet=f"Paper {at:02}") for at, text in enumerate(texts)]


def in_index(found: list[Article], folder: Path) -> int:
    with CopyIndex(folder) as index:
        index.add_all(found)
        return len(np.unique(index.groups()))


@pytest.mark.parametrize("count", [2, 5, 30])
@pytest.mark.parametrize("made", [BELOW, ABOVE, AROUND], ids=["below", "above", "around"])
def test_what_a_house_prints_with_each_text_makes_no_two_of_them_one(
    made: list[list[str]], count: int, tmp_path: Path
) -> None:
    found = articles(made[:count])
    links = copy_links(found)
    assert links == ()
    assert len(copy_groups(found, links)) == count
    assert in_index(found, tmp_path) == count


def test_no_two_of_many_texts_share_their_house_notice() -> None:
    for made in (BELOW, ABOVE):
        for one, other in combinations(articles(made[:12]), 2):
            assert copy_link(one, other) is None


def test_a_notice_that_addresses_nobody_links_nothing() -> None:
    found = articles([[one, MEMBER] for one in NEWS[:5]])
    assert copy_links(found) == ()


@pytest.mark.parametrize("count", [2, 5, 30])
def test_copies_with_their_house_notices_stay_one_text(count: int, tmp_path: Path) -> None:
    notes = [[*ADDRESS], [MEMBER], [NEWS[0]], []]
    found = articles([[*FIRE, *notes[at % 4], f"Edition {at}"] for at in range(count)])
    assert len(copy_groups(found, copy_links(found))) == 1
    assert in_index(found, tmp_path) == 1


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param([FIRE, [LEADS[0], *FIRE[1:]]], id="a new lead on the same text"),
        pytest.param([[lead, *FIRE[1:]] for lead in LEADS], id="two new leads on one text"),
        pytest.param([FIRE, [*LEADS, *FIRE[1:]]], id="two new paragraphs"),
        pytest.param([[*FIRE, OWN[1]], [*FIRE, NEWS[0]]], id="another foreign end under each"),
    ],
)
def test_a_wire_that_was_written_through_stays_one_text(
    texts: list[list[str]], tmp_path: Path
) -> None:
    one, other = found = articles(texts)
    link = copy_link(one, other)
    assert link is not None
    assert link.relation is CopyRelation.WHOLE
    assert in_index(found, tmp_path) == 1


def test_texts_on_two_subjects_that_share_one_texts_paragraphs_are_two() -> None:
    one, other = articles([FIRE, [*NEWS[:3], *FIRE[4:]]])
    link = copy_link(one, other)
    assert link is None or link.relation is CopyRelation.BLOCK


@pytest.mark.parametrize("title", [None, "Blaze at Gdansk timber quay"])
def test_a_headline_that_stands_beside_the_text_tells_its_subject(title: str | None) -> None:
    one, other = (
        plain_article("\n\n".join([*NEWS[at : at + 2], *FIRE[3:]]), item=f"{at}.txt", title=title)
        for at in (0, 4)
    )
    link = copy_link(one, other)
    assert (link is not None and link.relation is CopyRelation.WHOLE) == (title is not None)
