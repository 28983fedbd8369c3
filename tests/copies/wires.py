"""Invented coverage for the tests of copies: agency texts, own reports, and what stands under all."""

from __future__ import annotations

from firsthand.domain import Article
from firsthand.extract.plain import plain_article

FIRE = [
    (
        "GDANSK, Poland (Baltic Newswire) - Firefighters fought through the night to contain a blaze at a "
        "timber terminal in the port of Gdansk on Wednesday after sparks from a conveyor belt set fire to "
        "a stack of pellets, the harbour master's office said."
    ),
    (
        "Some 140 firefighters with 32 engines were at the scene by midnight, and two tugs pumped water "
        "from the canal side. Nobody was seriously hurt, although three dockers were treated for smoke, "
        "fire service spokesman Piotr Zalewski said."
    ),
    (
        '"We have the front under control, but pellets burn from within and we will be here until the '
        'weekend," Zalewski told reporters behind the cordon. "Nobody should come to look at it."'
    ),
    (
        "The terminal, which handles a fifth of the wood that leaves the country by sea, was closed, and "
        "eleven ships were told to wait in the roads. Pilots said the smoke was so thick at dawn that the "
        "lamps on the outer mole could not be seen from the bridge of a freighter."
    ),
    (
        "Residents of the district of Nowy Port were asked to keep windows shut. Schools there stayed "
        "closed on Thursday, and the city put on buses for those who wanted to spend the day elsewhere."
    ),
    (
        "Inspectors had found worn rollers on the same belt in a routine check in February and gave the "
        "operator, Motlawa Wood Logistics, until the end of the year to replace them, according to a "
        "protocol seen by Baltic Newswire."
    ),
    (
        "The company said it had ordered the parts and that deliveries were late. It declined to say how "
        "much wood had been lost, but traders put the value of a full stack at about four million euros."
    ),
    (
        "It was the third fire at the port in six years. In the worst of them, in a warehouse for "
        "fertiliser, two firemen died when a roof gave way, and the terminal's manager was fined."
    ),
]
OWN = [
    (
        "When Halina Brzoska opened her shutters on Thursday morning, she closed them again at once. The "
        "sky over the canal was the colour of weak tea, and something soft lay on the geraniums."
    ),
    (
        "She has lived opposite the timber quay for forty-one years and can tell larch from spruce by the "
        "smell. This, she says, was neither of them. It was like a wet dog that somebody had set alight."
    ),
    (
        "On her staircase the neighbours are divided. The Nowaks took the city's bus to the zoo with both "
        "grandchildren. Old Mr. Lipski stayed and filled his bathtub, just in case."
    ),
    (
        "In the bakery on the corner they sold out before eight. People who cannot open a window want cake, "
        "the girl behind the counter explained, and took the last poppy-seed roll for herself."
    ),
    (
        "What annoys everybody is that nobody rang. The sirens on the school roof are tested on the first "
        "Monday of each month, punctually, so that the pigeons have learned to leave beforehand."
    ),
]
RIVAL = [
    (
        "GDANSK (Vistula Press) - Eleven freighters lay idle off Gdansk on Thursday as a smouldering heap "
        "of wood pellets kept the harbour's largest bulk quay shut, brokers said."
    ),
    (
        "Charterers began to look for berths in Gdynia and Szczecin, where dues rose by a tenth within "
        "hours. A trader who asked not to be named spoke of the most expensive bonfire of the season."
    ),
    (
        "Insurers have sent two surveyors. They were not let in, the port's duty officer said, because the "
        "ground beneath the belt was too hot for anybody's shoes."
    ),
]
QUOTE = FIRE[2]
NOTICE = (
    "Sign up for our free newsletter and get the stories that matter in your inbox every morning. By "
    "subscribing you accept our privacy policy. Follow us on Facebook and Twitter, and share this article."
)
LINKS = (
    "Deputy minister Ewa Sikora Ewa Maria SikoraPorts bill heads back to committee after tight vote Morning "
    "Briefing: Rail strike enters its second week Coalition weighs a new levy on grain MORE"
)


def article(
    paragraphs: list[str],
    *,
    outlet: str | None = None,
    title: str | None = None,
    published: str | None = None,
) -> Article:
    """Paragraphs as an article; the headline, if any, stands first in the text."""
    text = "\n\n".join(([title] if title else []) + paragraphs)
    return plain_article(
        text, item=outlet or "paste", outlet=outlet, title=title, published=published
    )
