"""Invented coverage for property tests: stories by several newsrooms, and files nobody should send.

Every name, outlet and event is invented; only the places are real.
"""

from dataclasses import dataclass, replace

from hypothesis import strategies as st

__all__ = ["HOSTILE", "Piece", "Told", "hostile", "mixes", "stories_told", "story_told"]


@dataclass(frozen=True)
class Told:
    """One newsroom's text before it is written into a file."""

    headline: str
    outlet: str
    stamp: str
    reporter: str
    place: str
    paragraphs: tuple[str, ...]
    as_page: bool = False
    agency: str | None = None
    """The agency that dateline and credit name."""

    def written(self) -> bytes:
        """As a file: a saved page with furniture, or a pasted dump."""
        mark = f" ({self.agency})" if self.agency else ""
        first, *rest = self.paragraphs
        body = [f"{self.place}{mark} - {first}", *rest]
        told = self._page(body) if self.as_page else self._dump(body)
        return told.encode()

    def _dump(self, body: list[str]) -> str:
        credit = [f"({self.agency})"] if self.agency else []
        head = f"{self.headline}\n\n{self.outlet}\n{self.stamp}\nBy {self.reporter}\nShare\n"
        return head + "\n" + "\n\n".join([*body, *credit]) + "\n"

    def _page(self, body: list[str]) -> str:
        credit = f'<p class="credit">({self.agency})</p>' if self.agency else ""
        paragraphs = "\n".join(f"<p>{one}</p>" for one in body)
        return (
            f"<!DOCTYPE html>\n<html lang='en'><head><title>{self.headline} - {self.outlet}</title>"
            f"<meta property='og:site_name' content='{self.outlet}'></head>\n<body>"
            "<nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav>\n"
            f"<article><h1>{self.headline}</h1><p class='byline'>By {self.reporter}</p>"
            f"<time>{self.stamp}</time>\n{paragraphs}\n{credit}</article>\n"
            "<aside><a href='/a'>Five things to know about ferries</a></aside>"
            "<footer>Terms of use</footer></body></html>"
        )


@dataclass(frozen=True)
class Piece:
    """A file of a coverage: its name and bytes."""

    name: str
    raw: bytes


_OUTLETS = ("Fjord Gazette", "Harbour Tribune", "Lowland Courier", "The Evening Lantern")
_REPORTERS = ("Kari Tveit", "Odd Brekke", "Mina Solheim", "Piers Aldous")
_SPEAKERS = (
    ("Jonas Lie", "police superintendent"),
    ("Ingrid Vold", "Transport Minister"),
    ("Harald Moe", "the mayor"),
)
_EVENTS = (
    ("Quarry wall falls on road near {place}", "a quarry wall collapsed and buried a road"),
    ("Ferry runs aground off {place}", "a ferry ran onto rocks with its lights out"),
    ("Warehouse fire burns through night in {place}", "a warehouse full of timber burned down"),
)
_PLACES = ("Larvik", "Bergen", "Tromso")


def _told(draw: st.DrawFn, event: int, number: int, *, outlet: int) -> Told:
    """One text on an event; numbers and speakers differ between texts."""
    place = _PLACES[event]
    headline, happened = _EVENTS[event]
    speaker, role = draw(st.sampled_from(_SPEAKERS))
    other, other_role = draw(st.sampled_from(_SPEAKERS))
    hurt = draw(st.integers(2, 60))
    day = draw(st.sampled_from(("Sunday", "Saturday")))
    verb = draw(st.sampled_from(("said", "told reporters", "said in a statement")))
    paragraphs = (
        f"On {day} {happened} close to {place}, the county police said.",
        f"“At least {hurt} people were hurt and nobody is missing,” {role} {speaker} {verb}.",
        draw(
            st.sampled_from(
                (
                    f"{other_role.capitalize()} {other} denied that anybody had been warned.",
                    f"According to {other}, {hurt + 1} people were taken to hospital on Monday.",
                    "Residents said they had heard a loud bang shortly before midnight.",
                )
            )
        ),
        f"The {happened.split()[1]} had been inspected in March, {speaker} said.",
    )
    return Told(
        headline=headline.format(place=place),
        outlet=_OUTLETS[outlet],
        stamp=f"Monday, 5 January 2026, {9 + number}:15 CET",
        reporter=_REPORTERS[outlet],
        place=place.upper(),
        paragraphs=paragraphs,
        as_page=draw(st.booleans()),
    )


@st.composite
def story_told(draw: st.DrawFn, *, event: int | None = None) -> tuple[Told, ...]:
    """Two or three newsrooms on one event."""
    event = draw(st.integers(0, len(_EVENTS) - 1)) if event is None else event
    return tuple(
        _told(draw, event, number, outlet=number) for number in range(draw(st.integers(2, 3)))
    )


@st.composite
def stories_told(draw: st.DrawFn) -> tuple[Told, ...]:
    """Coverage of two events."""
    return (*draw(story_told(event=0)), *draw(story_told(event=1)))


def copied(told: Told, agency: str) -> tuple[Told, Told]:
    """The agency's text at one outlet, and the same words at another that credits it too."""
    wired = replace(told, agency=agency)
    return wired, replace(wired, outlet="The Northern Mirror", reporter="Ada Krog", as_page=False)


_LINE = (
    "The mayor said on Monday that 12 people were hurt, and “we have no doubt of it,” he added. "
)
_GOOD = (
    "Quarry wall falls on road near Larvik\n\nFjord Gazette\nMonday, 5 January 2026, 10:15 CET\n\n"
    "LARVIK - A quarry wall collapsed on Sunday and buried a road, the county police said.\n\n"
    "“We have found nobody under the stones,” police superintendent Jonas Lie told reporters.\n"
)


def _page(body: str) -> str:
    return (
        "<html><head><title>Fire in Larvik</title></head><body><article>"
        f"<h1>Fire in Larvik</h1>{body}</article></body></html>"
    )


_HOSTILE: dict[str, str | bytes] = {
    "empty": b"",
    "binary": bytes(range(256)) * 8,
    "cut page": _page(f"<p>{_LINE}</p>" * 9)[:900],
    "cut inside a tag": _page(f"<p>{_LINE}</p>" * 9)[:600] + "<p class='x",
    "5,000 nested tags": _page("<div>" * 5000 + f"<p>{_LINE * 20}</p>" + "</div>" * 5000),
    "5,000 open tags": "<html><body>" + "<p><b><span>" * 5000 + _LINE * 9,
    "10,000 lines of a character": "\n".join("x" * 10_000),
    "article above 3,000 such lines": _GOOD + "\n\n".join("x" * 3000),
    "lone surrogates": _GOOD + "\ud800\udc00 he said, \udfff and left.\n",
    "damaged UTF-8": _GOOD.encode().replace(b"road", b"ro\xffad"),
    "control characters": _GOOD.replace("road", "ro\x0bad\x0c\x1b\x7f\x85\u2028\u2029\ufffe"),
    "right to left": _GOOD + "\n\u202eThe police, \u0634\u0631\u0637\u0629, said so.\u202c\n",
    "zero-width spaces": _GOOD.replace(" ", "\u200b "),
    "nothing but zero-width spaces": "\u200b\n" * 400,
    "combining marks": _GOOD.replace("a", "a\u0301\u0323"),
    "emoji": _GOOD.replace("Larvik", "\U0001f469\u200d\U0001f469\u200d\U0001f467\U0001f525"),
    "nothing but emoji": "\U0001f525\U0001f525 " * 300,
    "200 KB paragraph": "Fire in Larvik\n\n" + _LINE * 2100,
    "4 KB without a stop": "Fire in Larvik\n\n" + "people said that a wall fell and " * 120,
    "nothing but quotation marks": "“”" * 2000,
    "lines of quotation marks": '"\n\n' * 2000,
    "unclosed quotation marks": _GOOD.replace("”", "") + "\n“We shall see, he said.\n\n“So.\n",
    "no sentence end": "a wall fell on the road and the police said nobody was hurt " * 9,
    "German": "Brand in Larvik\n\n"
    + "Der Minister sagte am Montag, zwölf Menschen seien verletzt. „Das ist so“, sagte er.\n\n"
    * 6,
    "Arabic": "حريق في المدينة\n\n"
    + "قال الوزير يوم الاثنين إن اثني عشر شخصا أصيبوا في الحريق. وأضاف أن الشرطة تحقق.\n\n" * 6,
    "Chinese": "火灾\n\n" + "部长星期一表示,火灾造成十二人受伤。警方正在调查事故原因。\n\n" * 6,
    "script in the text": _GOOD.replace(
        "told", "<script>alert('Lie')</script> <img src=x onerror=alert(1)> told"
    )
    + "\nHe said <script>alert('so')</script> & left the town on Monday.\n",
    "script in a page": _page(
        f"<p>{_LINE} &lt;script&gt;alert('x')&lt;/script&gt; he said.</p>" * 5
    ),
    "impossible references": _page(f"<p>{_LINE}&#xD800; &#0; &#x1b; &#xFFFE;</p>" * 5),
    "many numbers": "Fire in Larvik\n\nThe count was " + "1 2 " * 600,
    "figures by the hundred": _GOOD + f"\nAbout {'7' * 400} people were moved, said Lie. "
    f"He was the {'7' * 5000}th to come.\n",
    "many dates": "Fire in Larvik\n\nThe mayor spoke " + "on 5 January 2026 " * 200,
}
HOSTILE = {
    name: told if isinstance(told, bytes) else told.encode("utf-8", "surrogatepass")
    for name, told in _HOSTILE.items()
}
"""Files that a reader may meet, by what is wrong with them."""


@st.composite
def hostile(draw: st.DrawFn) -> Piece:
    """A hostile file, or random bytes or characters."""
    name = draw(st.sampled_from(sorted(HOSTILE)))
    raw = draw(
        st.one_of(
            st.just(HOSTILE[name]),
            st.binary(max_size=400),
            st.text(max_size=300).map(lambda told: told.encode("utf-8", "surrogatepass")),
            st.text(alphabet=" \n\t\"'“”<>&-.,;:0aA()[]{}\u200b", max_size=300).map(
                lambda told: _GOOD.encode() + told.encode()
            ),
        )
    )
    return Piece(name=f"hostile {name}", raw=raw)


@st.composite
def mixes(draw: st.DrawFn) -> tuple[Piece, ...]:
    """Good and hostile files, each name once."""
    good = [
        Piece(name=f"good {number}", raw=told.written())
        for number, told in enumerate(draw(story_told()))
    ]
    bad = draw(st.lists(hostile(), min_size=1, max_size=5))
    numbered = [replace(one, name=f"{number} {one.name}") for number, one in enumerate(bad)]
    return tuple(draw(st.permutations([*good, *numbered])))
