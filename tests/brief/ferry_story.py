"""An invented story of three articles, built by hand: a ferry aground off Vis.

One wire text printed twice (the second time cut, undated and syndicated), one outlet's own
report a day later. It has an utterance that comes through a relay, a denial that is conceded,
an open difference of numbers, a changed quotation, an own witness, an anonymous voice, a forecast,
a rejected input and a warning, so that every part of a brief has something to print.
"""

from __future__ import annotations

from firsthand.domain import (
    Actor,
    Affiliation,
    AffiliationBasis,
    Alias,
    Aligned,
    Article,
    ArticleId,
    BodyKind,
    Brief,
    Candidate,
    Change,
    Claim,
    ClaimFinding,
    ClaimId,
    ClaimKind,
    ClaimMention,
    CopyGroup,
    CopyLink,
    CopyRelation,
    DateBasis,
    DateBound,
    Discrepancy,
    DiscrepancyState,
    DiscrepancyType,
    Edge,
    Findings,
    Furniture,
    Grade,
    Independent,
    Line,
    Lint,
    MadeWith,
    Manner,
    Merge,
    Node,
    Note,
    Origin,
    OriginKind,
    OutletBasis,
    Passage,
    PlaceEntry,
    Polarity,
    Precision,
    Quantity,
    Quotation,
    QuotationVariant,
    Reading,
    Reason,
    Rejected,
    Role,
    SaidOnBasis,
    Section,
    SettledStory,
    Side,
    Span,
    SpeakerKind,
    Stance,
    Statement,
    StatementId,
    Status,
    Step,
    StepBasis,
    Story,
    StoryId,
    Tenure,
    TimelineEntry,
    Value,
    When,
    Zone,
    ZoneKind,
)

GAZETTE = ArticleId("a000000000001")
LEDGER = ArticleId("a000000000002")
OBSERVER = ArticleId("a000000000003")

_WIRE = (
    (
        "SPLIT, Croatia (Adria Newswire) - The car ferry Kornat Star ran aground off the island of "
        "Vis before dawn on Tuesday, injuring 41 people, the harbour master's office said."
    ),
    (
        "“She was doing nineteen knots where twelve are allowed,” harbour master Ivo Radman told "
        "reporters in Split."
    ),
    (
        "The operator, Lanterna Lines, denied that the ship had been speeding. “At no point did the "
        "vessel exceed the limit,” it said in a statement."
    ),
    "A tug from Ancona was on its way, the Italian coast guard said.",
)

_TEXTS = {
    GAZETTE: ("Ferry runs aground off Vis, 41 hurt", *_WIRE),
    LEDGER: _WIRE[:3],
    OBSERVER: (
        "Ferry company admits Kornat Star was too fast",
        (
            "Lanterna Lines said on Wednesday that its ferry was doing “about seventeen knots” when it "
            "struck the rocks off Vis, a day after it had ruled out speeding."
        ),
        (
            "“Our first statement was wrong and we regret it,” chief executive Petra Sorić told the "
            "Observer."
        ),
        (
            "The harbour master, Ivo Radman, said on Tuesday that the ship was “doing nineteen knots” "
            "in a twelve-knot zone, Adria Newswire reported."
        ),
        (
            "A reporter for the Observer counted 38 injured passengers on the quay at Hvar. A person "
            "familiar with the inquiry said that the bridge alarm may have been switched off."
        ),
        "The ship will be towed to Rijeka on Friday, Radman said.",
        "In London, the insurer Hale & Brook declined to comment.",
    ),
}


def _article(key: ArticleId, **known: object) -> Article:
    paragraphs = _TEXTS[key]
    text = "\n\n".join(paragraphs)
    zones, start = [], 0
    for number, paragraph in enumerate(paragraphs):
        kind = ZoneKind.HEADLINE if number == 0 and key != LEDGER else ZoneKind.BODY
        zones.append(Zone(span=Span(start, start + len(paragraph)), kind=kind))
        start += len(paragraph) + 2
    return Article(
        id=key,
        text=text,
        zones=tuple(zones),
        raw_text=text + "\n\nRead more\n\nShip's bell auction",
        furniture=(
            Furniture(span=Span(len(text) + 2, len(text) + 11), role="related"),
            Furniture(span=Span(len(text) + 13, len(text) + 32), role="promotion"),
        ),
        **known,  # type: ignore[arg-type]
    )


def at(key: ArticleId, words: str, *, nth: int = 0) -> Passage:
    """The passage of the article's text where `words` stand for the `nth` time."""
    text, start = "\n\n".join(_TEXTS[key]), -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Passage(key, Span(start, start + len(words)))


def _articles() -> tuple[Article, ...]:
    return (
        _article(
            GAZETTE,
            item="coverage/gazette.html",
            sha256="1" * 64,
            url="https://gazette.example/news/ferry",
            outlet="Coastal Gazette",
            outlet_basis=OutletBasis.HOST,
            title="Ferry runs aground off Vis, 41 hurt",
            published="2025-03-11T14:20:00+01:00",
            published_basis=DateBasis.STATED,
            dateline="SPLIT, Croatia",
            relayed_from=("Adria Newswire",),
            wire="Adria Newswire",
            credits=("Lucija Perak / Adria Newswire",),
            reasons=(
                Reason(
                    feature="dateline names the wire", evidence=(at(GAZETTE, "(Adria Newswire)"),)
                ),
            ),
        ),
        _article(
            LEDGER,
            item="coverage/ledger.txt",
            sha256="2" * 64,
            outlet="Northern Ledger",
            published="2025-03-11",
            published_basis=DateBasis.INFERRED,
            published_bound=DateBound.NOT_BEFORE,
            published_evidence=at(LEDGER, "before dawn on Tuesday"),
            syndicated=True,
            relayed_from=("Adria Newswire",),
            wire="Adria Newswire",
            notice="This text comes from a syndicated feed and has not been edited.",
        ),
        _article(
            OBSERVER,
            item="coverage/observer.html",
            sha256="3" * 64,
            url="https://observer.example/kornat-star",
            outlet="Split Observer",
            outlet_basis=OutletBasis.PAGE,
            title="Ferry company admits Kornat Star was too fast",
            authors=("Dunja Vlahov",),
            published="2025-03-12T09:05:00+01:00",
            published_basis=DateBasis.STATED,
            updated="2025-03-12T11:40:00+01:00",
            corrections=("An earlier version gave the wrong day of the towing.",),
        ),
    )


def _said(
    number: int, passage: Passage, cue: str, source: str, speaker: str | None, **more: object
) -> Statement:
    return Statement(
        id=StatementId(f"s00000000000{number}"),
        article=passage.article,
        content=(passage.span,),
        cue=(at(passage.article, cue).span,),
        source=(at(passage.article, source).span,),
        speaker=speaker,
        **{"manner": Manner.INDIRECT, **more},  # type: ignore[arg-type]
    )


SPEEDING_GAZETTE = at(GAZETTE, "She was doing nineteen knots where twelve are allowed")
SPEEDING_LEDGER = at(LEDGER, "She was doing nineteen knots where twelve are allowed")
SPEEDING_OBSERVER = at(OBSERVER, "the ship was “doing nineteen knots” in a twelve-knot zone")
DENIAL = at(GAZETTE, "At no point did the vessel exceed the limit")
CONCESSION = at(OBSERVER, "its ferry was doing “about seventeen knots”")
HURT_GAZETTE = at(GAZETTE, "injuring 41 people")
HURT_LEDGER = at(LEDGER, "injuring 41 people")
HURT_OBSERVER = at(OBSERVER, "counted 38 injured passengers on the quay at Hvar")
ALARM = at(OBSERVER, "the bridge alarm may have been switched off")
TOW = at(OBSERVER, "The ship will be towed to Rijeka on Friday")


def _statements() -> tuple[Statement, ...]:
    harbour = {"authority": "Split harbour master's office", "speaker_kind": SpeakerKind.PERSON}
    day = {"said_on": "2025-03-11", "said_on_basis": SaidOnBasis.INFERRED}
    return (
        _said(
            1, SPEEDING_GAZETTE, "told", "harbour master Ivo Radman", "Ivo Radman",
            manner=Manner.DIRECT, medium="reporters", **harbour, **day,
        ),
        _said(
            2, DENIAL, "it said in a statement", "Lanterna Lines", "Lanterna Lines",
            manner=Manner.DIRECT, medium="statement", stance=Stance.DENIES,
            authority="Lanterna Lines", speaker_kind=SpeakerKind.BODY,
        ),
        _said(
            3, SPEEDING_LEDGER, "told", "harbour master Ivo Radman", "Ivo Radman",
            manner=Manner.DIRECT, medium="reporters", relays=("Adria Newswire",), **harbour,
        ),
        _said(
            4, CONCESSION, "said", "Lanterna Lines", "Lanterna Lines",
            manner=Manner.MIXED, stance=Stance.ACKNOWLEDGES, said_on="2025-03-12",
            said_on_basis=SaidOnBasis.STATED, authority="Lanterna Lines",
            speaker_kind=SpeakerKind.BODY,
        ),
        _said(
            5, SPEEDING_OBSERVER, "said", "The harbour master, Ivo Radman", "Ivo Radman",
            manner=Manner.MIXED, relays=("Adria Newswire",), **harbour, **day,
        ),
        _said(
            6, ALARM, "said", "A person familiar with the inquiry", None, hedged=True,
            speaker_kind=SpeakerKind.ANONYMOUS,
        ),
        _said(7, TOW, "Radman said", "Radman", "Ivo Radman", stance=Stance.EXPECTS, **harbour),
    )  # fmt: skip


def _actors() -> tuple[Actor, ...]:
    office = "Split harbour master's office"
    master = at(OBSERVER, "The harbour master, Ivo Radman")
    return (
        Actor(
            name="Ivo Radman",
            kind=SpeakerKind.PERSON,
            authority=office,
            roles=("harbour master",),
            aliases=("Ivo Radman", "Radman"),
            written=(
                Alias(form="Ivo Radman", passages=(at(OBSERVER, "Ivo Radman"),)),
                Alias(form="Radman", passages=(at(OBSERVER, "Radman"),)),
            ),
            held=(
                Role(
                    title="harbour master",
                    tenure=Tenure.ACTING,
                    body=office,
                    since="2024-06",
                    first="2025-03-11",
                    last="2025-03-12",
                    passages=(master,),
                ),
            ),
            affiliations=(
                Affiliation(body=office, basis=AffiliationBasis.ROLE, passages=(master,)),
            ),
            ids=("Q900100",),
        ),
        Actor(
            name="Lanterna Lines",
            kind=SpeakerKind.BODY,
            authority="Lanterna Lines",
            body=BodyKind.COMPANY,
            written=(Alias(form="Lanterna Lines", passages=(at(GAZETTE, "Lanterna Lines"),)),),
        ),
        Actor(name="Ana Krpan", kind=SpeakerKind.PERSON, heard=False),
    )


def _origin(name: str, kind: OriginKind, *articles: ArticleId, **more: object) -> Origin:
    side = {"side": Side.FOR} | more
    return Origin(name=name, kind=kind, articles=tuple(sorted(articles)), **side)  # type: ignore[arg-type]


def _findings() -> Findings:
    office = "Split harbour master's office"
    speeding = ClaimFinding(
        claim=Claim(
            id=ClaimId("c000000000001"),
            text="The ferry was going faster than the limit of twelve knots",
            kind=ClaimKind.FACT,
            mentions=(
                ClaimMention(
                    passage=SPEEDING_GAZETTE, statement=StatementId("s000000000001")
                ),
                ClaimMention(
                    passage=DENIAL,
                    statement=StatementId("s000000000002"),
                    stance=Stance.DENIES,
                    polarity=Polarity.DENIES,
                ),
                ClaimMention(passage=SPEEDING_LEDGER, statement=StatementId("s000000000003")),
                ClaimMention(
                    passage=CONCESSION,
                    statement=StatementId("s000000000004"),
                    stance=Stance.ACKNOWLEDGES,
                ),
                ClaimMention(passage=SPEEDING_OBSERVER, statement=StatementId("s000000000005")),
            ),
            values=(
                Value(
                    kind="number",
                    number=Quantity(
                        span=at(GAZETTE, "nineteen knots").span, low=19, high=19, unit="knot"
                    ),
                    passage=at(GAZETTE, "nineteen knots"),
                ),
                Value(
                    kind="date",
                    date=When(
                        span=at(GAZETTE, "Tuesday").span,
                        kind="DATE",
                        value="2025-03-11",
                        earliest="2025-03-11",
                        latest="2025-03-11",
                        precision=Precision.DAY,
                    ),
                    passage=at(GAZETTE, "Tuesday"),
                ),
            ),
            reasons=(Reason(feature="same ship, same measure", score=0.91),),
        ),
        status=Status.CONCEDED,
        origins=(
            _origin(
                "Lanterna Lines", OriginKind.BODY, OBSERVER, chain=("Split Observer", "Lanterna Lines"),
            ),
            _origin(
                office, OriginKind.BODY, GAZETTE, LEDGER, OBSERVER,
                chain=("Adria Newswire", "Ivo Radman", office), relays=("Adria Newswire",),
                reasons=(
                    Reason(
                        feature="the text names who the speaker speaks for",
                        evidence=(at(GAZETTE, "harbour master Ivo Radman"),),
                    ),
                ),
            ),
        ),
        independent=Independent(low=2, high=2),
        history=(
            Step(
                date="2025-03-11", state="reported", by=office, basis=StepBasis.OWN_WORDS,
                passage=SPEEDING_GAZETTE,
            ),
            Step(
                date="2025-03-11", state="denied", by="Lanterna Lines", basis=StepBasis.OWN_WORDS,
                passage=DENIAL,
            ),
            Step(
                date="2025-03-12", state="acknowledged", by="Lanterna Lines",
                basis=StepBasis.CHARACTERISED, passage=CONCESSION,
            ),
        ),
        relays=("Adria Newswire",),
        grade=Grade(ceiling=2, rule="two independent origins, nobody against any more"),
        reasons=(
            Reason(feature="a party that denied it later affirms it", evidence=(DENIAL, CONCESSION)),
        ),
    )  # fmt: skip
    hurt = ClaimFinding(
        claim=Claim(
            id=ClaimId("c000000000002"),
            text="People were injured when the Kornat Star ran aground",
            kind=ClaimKind.FACT,
            mentions=(
                ClaimMention(passage=HURT_GAZETTE, statement=None),
                ClaimMention(passage=HURT_LEDGER, statement=None),
                ClaimMention(passage=HURT_OBSERVER, statement=None, witnessed=True),
            ),
        ),
        status=Status.SEVERAL_VOICES,
        origins=(
            _origin("Split Observer", OriginKind.OUTLET, OBSERVER),
            _origin(office, OriginKind.BODY, GAZETTE, LEDGER, relays=("Adria Newswire",)),
        ),
        independent=Independent(low=1, high=2),
        merges=(
            Merge(
                a="Split Observer",
                b=office,
                reason=Reason(
                    feature="the count on the quay may rest on the office's list",
                    score=0.5,
                    evidence=(HURT_OBSERVER,),
                ),
            ),
        ),
        grade=Grade(ceiling=3, rule="independence not shown"),
    )
    alarm = ClaimFinding(
        claim=Claim(
            id=ClaimId("c000000000003"),
            text="the bridge alarm may have been switched off",
            kind=ClaimKind.FACT,
            mentions=(ClaimMention(passage=ALARM, statement=StatementId("s000000000006")),),
        ),
        status=Status.SINGLE_ORIGIN,
        origins=(
            _origin("anonymous (Split Observer)", OriginKind.ANONYMOUS, OBSERVER, hedged=True),
            _origin("Hale & Brook", OriginKind.BODY, OBSERVER, side=Side.NO_POSITION),
        ),
        independent=Independent(low=1, high=1),
        grade=Grade(ceiling=6, rule="an unnamed origin"),
    )
    tow = ClaimFinding(
        claim=Claim(
            id=ClaimId("c000000000004"),
            text="The ship will be towed to Rijeka on Friday",
            kind=ClaimKind.FORECAST,
            mentions=(ClaimMention(passage=TOW, statement=StatementId("s000000000007"), stance=Stance.EXPECTS),),
        ),
        status=Status.SINGLE_ORIGIN,
        origins=(_origin(office, OriginKind.BODY, OBSERVER),),
        independent=Independent(low=1, high=1),
        grade=Grade(ceiling=3, rule="one origin, consistent with the rest"),
    )  # fmt: skip
    quotation = Quotation(
        speaker="Ivo Radman",
        canonical="She was doing nineteen knots where twelve are allowed",
        variants=(
            QuotationVariant(passage=SPEEDING_GAZETTE, change=Change.VERBATIM),
            QuotationVariant(passage=SPEEDING_LEDGER, change=Change.VERBATIM),
            QuotationVariant(passage=at(OBSERVER, "doing nineteen knots"), change=Change.TRUNCATED),
        ),
    )
    return Findings(
        claims=(speeding, hurt, alarm, tow),
        discrepancies=(
            Discrepancy(
                type=DiscrepancyType.NUMBER,
                state=DiscrepancyState.OPEN,
                text="41 injured by the harbour master's office, 38 counted on the quay",
                a=HURT_GAZETTE,
                b=HURT_OBSERVER,
                reasons=(Reason(feature="same counted noun, different number"),),
            ),
            Discrepancy(
                type=DiscrepancyType.DENIAL,
                state=DiscrepancyState.SUPERSEDED,
                text="Lanterna Lines denied speeding and conceded it a day later",
                a=DENIAL,
                b=CONCESSION,
            ),
        ),
        quotations=(quotation,),
    )


def _sections() -> tuple[Section, ...]:
    return (
        Section(
            title="Several voices, independence not shown",
            lines=(
                Line(
                    text="People were hurt: harbour master's office, own count of the Split Observer.",
                    citations=(HURT_GAZETTE, HURT_LEDGER, HURT_OBSERVER),
                    claim=ClaimId("c000000000002"),
                    aside="2 voices, 1-2 origins",
                ),
                Line(
                    text="  Why not more: the count on the quay may rest on the office's list.",
                    citations=(HURT_OBSERVER,),
                ),
            ),
        ),
        Section(
            title="One origin",
            lines=(
                Line(
                    text="Unnamed person (hedged): the bridge alarm may have been switched off.",
                    citations=(ALARM,),
                    claim=ClaimId("c000000000003"),
                    aside="1 origin, unnamed",
                ),
            ),
        ),
        Section(
            title="Forecast",
            lines=(
                Line(
                    text="Harbour master's office: towed to Rijeka on Friday. No outcome reported.",
                    citations=(TOW,),
                    claim=ClaimId("c000000000004"),
                    aside="due 14 Mar 2025",
                ),
            ),
        ),
        Section(
            title="Shift",
            lines=(
                Line(
                    text="Lanterna Lines: denied speeding on 11 Mar, acknowledged it on 12 Mar.",
                    citations=(DENIAL, CONCESSION),
                    claim=ClaimId("c000000000001"),
                    aside="conceded",
                ),
            ),
        ),
        Section(
            title="Do not use as printed",
            lines=(
                Line(text="The headline's “admits” is in nobody's words.", citations=(at(OBSERVER, "admits"),)),
            ),
        ),
        Section(
            title="Get next",
            lines=(
                Line(
                    text="Lanterna Lines: both statements in full.",
                    citations=(at(GAZETTE, "it said in a statement"),),
                ),
            ),
        ),
    )  # fmt: skip


def _place(
    name: str, number: int, kind: str, country: str, *, lat: float, lon: float, mention: Passage
) -> PlaceEntry:
    place = Candidate(
        geonameid=number, name=name, kind=kind, country=country, lat=lat, lon=lon, score=0.9
    )
    return PlaceEntry(name=name, place=place, mentions=(mention,))


def _edge(from_: str, to: str, kind: str, basis: str = "stated", evidence: Passage | None = None) -> Edge:  # fmt: skip
    return Edge(from_=from_, to=to, kind=kind, basis=basis, evidence=evidence)


def ferry_brief() -> Brief:
    """The brief of the invented story, with every field in use."""
    articles = _articles()
    statements = _statements()
    readings = tuple(
        Reading(
            article=article,
            statements=tuple(one for one in statements if one.article == article.id),
        )
        for article in articles
    )
    shared = at(GAZETTE, "\n\n".join(_WIRE[:3]))
    link = CopyLink(
        original=GAZETTE,
        copy=LEDGER,
        relation=CopyRelation.WHOLE,
        share=1.0,
        direction_basis="credit",
        unseen_wire="Adria Newswire",
        passages=(Aligned(a=shared.span, b=at(LEDGER, "\n\n".join(_WIRE[:3])).span),),
        reasons=(Reason(feature="credit names the wire"),),
    )
    quote = CopyLink(
        original=GAZETTE,
        copy=OBSERVER,
        relation=CopyRelation.QUOTATION,
        share=0.04,
        passages=(
            Aligned(
                a=at(GAZETTE, "doing nineteen knots").span,
                b=at(OBSERVER, "doing nineteen knots").span,
            ),
        ),
    )
    settled = SettledStory(
        story=Story(
            id=StoryId("t000000000001"),
            title="Ferry runs aground off Vis, 41 hurt",
            articles=(GAZETTE, LEDGER, OBSERVER),
        ),
        readings=readings,
        actors=_actors(),
        links=(link, quote),
        groups=(
            CopyGroup(id="g000000000001", articles=(GAZETTE, LEDGER), root=None, wire="Adria Newswire"),
            CopyGroup(id="g000000000002", articles=(OBSERVER,), root=OBSERVER),
        ),
    )  # fmt: skip
    return Brief(
        as_of="2025-03-13",
        made_with=MadeWith(
            version="2026.11.0",
            models=("attribution-en-1 0f3a", "places 77c1"),
            rules=("origins 3", "grades 1"),
            plan="p000000000001",
        ),
        settled=settled,
        findings=_findings(),
        sections=_sections(),
        timeline=(
            TimelineEntry(
                date="2025-03-11", date_end=None, precision="day", kind="event",
                text="The Kornat Star ran aground off Vis", passage=at(GAZETTE, "before dawn on Tuesday"),
            ),
            TimelineEntry(
                date="2025-03-11T14:20:00+01:00", date_end=None, precision="minute", kind="report",
                text="Coastal Gazette: Ferry runs aground off Vis, 41 hurt", passage=at(GAZETTE, "Ferry runs aground off Vis"),
            ),
            TimelineEntry(
                date="2025-03-12", date_end=None, precision="day", kind="event",
                text="Lanterna Lines acknowledged speeding", passage=at(OBSERVER, "on Wednesday"),
            ),
            TimelineEntry(
                date="2025-03-12T09:05:00+01:00", date_end=None, precision="minute", kind="report",
                text="Split Observer: Ferry company admits Kornat Star was too fast", passage=at(OBSERVER, "Ferry company admits"),
            ),
            TimelineEntry(
                date="2025-03-14", date_end=None, precision="day", kind="event",
                text="The ship will be towed to Rijeka", passage=at(OBSERVER, "on Friday"),
            ),
        ),
        places=(
            _place("Vis", 3187297, "area", "HR", lat=43.0617, lon=16.1828, mention=at(GAZETTE, "Vis")),
            _place("Split", 3190261, "city", "HR", lat=43.5089, lon=16.4392, mention=at(GAZETTE, "Split")),
            _place("Ancona", 3183089, "city", "IT", lat=43.5942, lon=13.5034, mention=at(GAZETTE, "Ancona")),
            _place("Hvar", 3198365, "city", "HR", lat=43.1729, lon=16.4411, mention=at(OBSERVER, "Hvar")),
            _place("Rijeka", 3191648, "city", "HR", lat=45.3427, lon=14.4092, mention=at(OBSERVER, "Rijeka")),
            _place("London", 2643743, "city", "GB", lat=51.5085, lon=-0.1257, mention=at(OBSERVER, "London")),
        ),
        nodes=(
            Node(id=GAZETTE, kind="article", label="Coastal Gazette"),
            Node(id=LEDGER, kind="article", label="Northern Ledger"),
            Node(id=OBSERVER, kind="article", label="Split Observer"),
            Node(id="n4", kind="wire", label="Adria Newswire"),
            Node(id="n5", kind="speaker", label="Ivo Radman"),
            Node(id="n6", kind="authority", label="Split harbour master's office"),
            Node(id="n7", kind="authority", label="Lanterna Lines"),
            Node(id="n8", kind="speaker", label="Petra Sorić"),
            Node(id="n9", kind="speaker", label="A person familiar with the inquiry"),
            Node(id="n10", kind="photo", label="Lucija Perak / Adria Newswire"),
        ),
        edges=(
            _edge(GAZETTE, "n4", "copied", evidence=at(GAZETTE, "(Adria Newswire)")),
            _edge(LEDGER, "n4", "copied", "inferred"),
            _edge(OBSERVER, "n4", "relayed", evidence=at(OBSERVER, "Adria Newswire reported")),
            _edge("n4", "n5", "said", evidence=at(GAZETTE, "told")),
            _edge("n5", "n6", "said", evidence=at(GAZETTE, "harbour master")),
            _edge("n4", "n7", "said", evidence=at(GAZETTE, "it said in a statement")),
            _edge(OBSERVER, "n8", "said", evidence=at(OBSERVER, "told")),
            _edge("n8", "n7", "said", evidence=at(OBSERVER, "chief executive Petra Sorić")),
            _edge(OBSERVER, "n9", "said", evidence=at(OBSERVER, "A person familiar with the inquiry")),
            _edge(GAZETTE, "n10", "photo"),
        ),
        lint=(
            Lint(
                rule="headline beyond the body",
                text="The headline says “admits”; the body has “said”.",
                passage=at(OBSERVER, "admits"),
            ),
            Lint(
                rule="unnamed-plural",
                text="“passengers” are counted, not named",
                passage=at(OBSERVER, "passengers"),
            ),
        ),
        notes=(
            Note(article=LEDGER, stage="settle", text="publication date inferred from the text"),
        ),
        rejected=(
            Rejected(
                item="coverage/empty.txt", stage="read", reason="is empty", hint="hand in a text"
            ),
        ),
        article_letters=((GAZETTE, "C"), (LEDGER, "N"), (OBSERVER, "S")),
    )  # fmt: skip
