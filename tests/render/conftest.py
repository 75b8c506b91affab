"""An invented article and its timeline, made by hand: what all renderers are shown."""

from collections.abc import Callable
from datetime import date

import pytest

from timeline.domain.article import Article
from timeline.domain.span import Offsets
from timeline.domain.timeline import (
    ArticleReference,
    Counts,
    Event,
    Evidence,
    Failure,
    Participant,
    Place,
    Provenance,
    Quote,
    Rejection,
    Relation,
    Source,
    Timeline,
    Usage,
    When,
)
from timeline.domain.vocabulary import (
    EventStatus,
    EventType,
    FailureKind,
    Granularity,
    RejectionReason,
    RelationKind,
    Role,
    WarningCode,
)
from timeline.render.rendered import Rendered

PUBLISHED = date(2025, 5, 17)
TITLE = "Varenia and Kostrava agree to reopen border as missile row simmers"
TEXT = f"""{TITLE}

By Lena Hart

LEDNA, Kostrava (Harbor Wire) — The presidents of Varenia and Kostrava met on Friday for the first time in four \
years and agreed to reopen two crossings on their shared border, even as an old quarrel over arms hung over the table.

President Ilya Maren of Varenia and President Tomas Dovrek of Kostrava talked for three hours at a lakeside residence \
in Ledna, Kostrava. Their ministers signed a transit agreement at 14:30 on Friday that lets lorries pass without \
unloading.

The mood was a long way from that of Wednesday, when Maren accused Kostrava of shipping ballistic missiles to rebels \
in the Sarn valley. “We have photographs of the convoys,” he told the newspaper Dnevnik.

Kostrava's foreign minister, Anna Belsky, denied that any missiles had been sent. “Not one crate has crossed that \
river,” she said.

Dovrek is to host the leaders of six countries at a summit in Port Selka on June 3-5, and he has invited Maren to \
come. The office of the Varenian president did not say whether he would accept.

Varenia has kept its embassy in Ledna closed since 2022. Belsky said that she hoped it would reopen in the first \
quarter of 2026. A visit by Kostrava's army chief, planned for late April, was cancelled without a word of explanation.

“If one more truck goes up that valley, we will close the border again,” Maren warned.
"""


def where(phrase: str, text: str = TEXT) -> Offsets:
    """Find the first place where a phrase stands."""
    start = text.index(phrase)
    return Offsets(start, start + len(phrase))


def quote(phrase: str, text: str = TEXT) -> Quote:
    """Quote a phrase."""
    return Quote(text=phrase, span=where(phrase, text))


def evidence(phrase: str, text: str = TEXT) -> Evidence:
    """Cite a sentence by its words."""
    start, end = where(phrase, text)
    return Evidence(
        span=Offsets(start, end), exact=phrase, prefix=text[max(0, start - 32) : start], suffix=text[end : end + 32]
    )


def when(
    edtf: str, first: date | None, last: date | None, granularity: Granularity, phrase: str, text: str = TEXT
) -> When:
    """Date an event by a phrase of the text."""
    return When(
        edtf=edtf,
        earliest=first,
        latest=last,
        granularity=granularity,
        expression=quote(phrase, text),
        anchor=PUBLISHED,
        rule="by hand",
    )


def person(name: str, role: Role) -> Participant:
    """Name someone who takes part."""
    return Participant(name=name, role=role, span=where(name))


LEAD = TEXT[TEXT.index("LEDNA, Kostrava (") : TEXT.index("\n\nPresident Ilya")]
TALKS = TEXT[TEXT.index("President Ilya Maren") : TEXT.index(" Their ministers")]
SIGNING = TEXT[TEXT.index("Their ministers") : TEXT.index("\n\nThe mood")]
CHARGE = TEXT[TEXT.index("The mood") : TEXT.index(" “We have")]
CONVOYS = TEXT[TEXT.index("“We have") : TEXT.index("\n\nKostrava's foreign")]
DENIAL = TEXT[TEXT.index("Kostrava's foreign") : TEXT.index(" “Not one")]
CRATE = TEXT[TEXT.index("“Not one") : TEXT.index("\n\nDovrek is")]
SUMMIT = TEXT[TEXT.index("Dovrek is") : TEXT.index(" The office")]
EMBASSY = TEXT[TEXT.index("Varenia has kept") : TEXT.index(" Belsky said")]
HOPE = TEXT[TEXT.index("Belsky said") : TEXT.index(" A visit")]
VISIT = TEXT[TEXT.index("A visit") : TEXT.index("\n\n“If one")]
WARNING = TEXT[TEXT.index("“If one") :].strip()

MAREN, DOVREK = "Ilya Maren", "Tomas Dovrek"
FRIDAY, WEDNESDAY = date(2025, 5, 16), date(2025, 5, 14)


def _events() -> tuple[Event, ...]:
    day, status, kind = Granularity.DAY, EventStatus, EventType
    return (
        Event(
            id="evt_embassy",
            title="Varenia keeps its embassy in Ledna closed",
            type=kind.SANCTION,
            status=status.ONGOING,
            when=when("2022/..", date(2022, 1, 1), None, Granularity.INTERVAL, "since 2022"),
            participants=(person("Varenia", Role.ACTOR),),
            place=Place(name="Ledna", span=where("Ledna")),
            sources=(),
            trigger=quote("closed"),
            evidence=(evidence(EMBASSY),),
        ),
        Event(
            id="evt_visit",
            title="Visit by Kostrava's army chief is cancelled",
            type=kind.VISIT,
            status=status.CANCELLED,
            when=when("2025-04~", date(2025, 4, 1), date(2025, 4, 30), Granularity.MONTH, "late April"),
            participants=(person("Kostrava's army chief", Role.ACTOR),),
            place=None,
            sources=(),
            trigger=quote("visit"),
            evidence=(evidence(VISIT),),
        ),
        Event(
            id="evt_charge",
            title="Maren accuses Kostrava of shipping ballistic missiles to rebels",
            type=kind.ACCUSATION,
            status=status.OCCURRED,
            when=when("2025-05-14", WEDNESDAY, WEDNESDAY, day, "Wednesday"),
            participants=(person(MAREN, Role.ACTOR), person("Kostrava", Role.TARGET)),
            place=None,
            sources=(Source(name="Dnevnik", span=where("Dnevnik")),),
            trigger=quote("accused"),
            evidence=(evidence(CHARGE), evidence(CONVOYS)),
            warnings=(WarningCode.NAME_NOT_IN_EVIDENCE,),
        ),
        Event(
            id="evt_talks",
            title="Presidents Maren and Dovrek meet in Ledna",
            type=kind.MEETING,
            status=status.OCCURRED,
            when=when("2025-05-16", FRIDAY, FRIDAY, day, "Friday"),
            participants=(person(MAREN, Role.PARTICIPANT), person(DOVREK, Role.PARTICIPANT)),
            place=Place(name="Ledna, Kostrava", span=where("Ledna, Kostrava")),
            sources=(),
            trigger=quote("met"),
            evidence=(evidence(LEAD), evidence(TALKS)),
        ),
        Event(
            id="evt_signing",
            title="Ministers sign a transit agreement",
            type=kind.AGREEMENT,
            status=status.OCCURRED,
            when=when("2025-05-16T14:30:00", FRIDAY, FRIDAY, Granularity.TIME, "14:30 on Friday"),
            participants=(person("Varenia", Role.PARTICIPANT), person("Kostrava", Role.PARTICIPANT)),
            place=Place(name="Ledna, Kostrava", span=where("Ledna, Kostrava")),
            sources=(),
            trigger=quote("signed"),
            evidence=(evidence(SIGNING), evidence(LEAD)),
        ),
        Event(
            id="evt_shipping",
            title="Kostrava ships ballistic missiles to rebels in the Sarn valley",
            type=kind.TRANSACTION,
            status=status.ALLEGED,
            when=None,
            participants=(person("Kostrava", Role.ACTOR),),
            place=Place(name="Sarn valley", span=where("Sarn valley")),
            sources=(Source(name=MAREN, span=where(MAREN)), Source(name="Dnevnik", span=where("Dnevnik"))),
            trigger=quote("shipping"),
            evidence=(evidence(CHARGE),),
            warnings=(WarningCode.UNDATED,),
        ),
        Event(
            id="evt_denial",
            title="Belsky denies that missiles were sent",
            type=kind.DENIAL,
            status=status.OCCURRED,
            when=None,
            participants=(person("Anna Belsky", Role.ACTOR),),
            place=None,
            sources=(),
            trigger=quote("denied"),
            evidence=(evidence(DENIAL), evidence(CRATE)),
            warnings=(WarningCode.UNDATED,),
        ),
        Event(
            id="evt_threat",
            title="Border may close again, Maren warns",
            type=kind.THREAT,
            status=status.HYPOTHETICAL,
            when=None,
            participants=(person(MAREN, Role.ACTOR),),
            place=None,
            sources=(),
            trigger=quote("warned"),
            evidence=(evidence(WARNING),),
            warnings=(WarningCode.UNDATED,),
        ),
        Event(
            id="evt_summit",
            title="Dovrek hosts the leaders of six countries in Port Selka",
            type=kind.SUMMIT,
            status=status.PLANNED,
            when=when("2025-06-03/2025-06-05", date(2025, 6, 3), date(2025, 6, 5), Granularity.INTERVAL, "on June 3-5"),
            participants=(person(DOVREK, Role.ACTOR),),
            place=Place(name="Port Selka", span=where("Port Selka")),
            sources=(),
            trigger=quote("summit"),
            evidence=(evidence(SUMMIT),),
        ),
        Event(
            id="evt_reopening",
            title="Varenia's embassy may reopen",
            type=kind.LAUNCH,
            status=status.PROPOSED,
            when=when(
                "2026-33", date(2026, 1, 1), date(2026, 3, 31), Granularity.QUARTER, "in the first quarter of 2026"
            ),
            participants=(),
            place=None,
            sources=(Source(name="Anna Belsky", span=where("Anna Belsky")),),
            trigger=quote("would reopen"),
            evidence=(evidence(HOPE), evidence(EMBASSY)),
        ),
    )


@pytest.fixture
def rendered() -> Rendered:
    """Return the timeline with everything in it that a renderer can meet."""
    article = Article(
        text=TEXT, published=PUBLISHED, title=TITLE, source="Harbor Wire", url="https://news.example/border"
    )
    proposal = {"title": "Maren visits Kostrava in July", "when": "July", "evidence": [9]}
    timeline = Timeline(
        article=ArticleReference(
            id=article.id, title=article.title, published=PUBLISHED, source=article.source, url=article.url
        ),
        events=_events(),
        relations=(
            Relation(kind=RelationKind.ALLEGES, source="evt_charge", target="evt_shipping"),
            Relation(kind=RelationKind.DENIES, source="evt_denial", target="evt_charge"),
            Relation(kind=RelationKind.PART_OF, source="evt_signing", target="evt_talks"),
        ),
        rejected=(
            Rejection(
                reason=RejectionReason.DATE_NOT_IN_TEXT, message="'July' stands nowhere in the article", draft=proposal
            ),
            Rejection(reason=RejectionReason.NO_EVIDENCE, draft={"title": "Rebels seize the Sarn valley"}),
        ),
        failures=(Failure(kind=FailureKind.TRUNCATED, message="the reply ended within a record", sentences=(14, 15)),),
        provenance=Provenance(
            engine="llm",
            model="press-small-2",
            prompts={"extract": "sha256:" + "4f" * 32},
            version="0.1.0",
            counts=Counts(proposed=13, accepted=10, merged=1, rejected=2),
            requests=2,
            retries=1,
            usage=Usage(input=2480, cached=1024, output=731, cost_usd=0.00196),
        ),
    )
    return Rendered(timeline, TEXT)


@pytest.fixture
def empty() -> Rendered:
    """Return a timeline without an event, of an article of which little is known."""
    text = "Nothing happened."
    article = Article(text=text, published=PUBLISHED)
    counts = Counts(proposed=0, accepted=0, merged=0, rejected=0)
    provenance = Provenance(engine="rules", model=None, prompts={}, version="0.1.0", counts=counts)
    reference = ArticleReference(id=article.id, title=None, published=PUBLISHED, source=None, url=None)
    return Rendered(Timeline(article=reference, events=(), provenance=provenance), text)


@pytest.fixture
def hostile() -> Callable[[str], Rendered]:
    """Return a maker of timelines in which every free string of the article is the given one."""

    def make(words: str) -> Rendered:
        sentence = f"{words} met {words} on Friday."
        text = f"{words}\n\n{sentence}\n"
        span = where(words, text)
        event = Event(
            id="evt_hostile",
            title=words,
            type=EventType.MEETING,
            status=EventStatus.OCCURRED,
            when=when("2025-05-16", FRIDAY, FRIDAY, Granularity.DAY, "Friday", text),
            participants=(Participant(name=words, role=Role.ACTOR, span=span),),
            place=Place(name=words, span=span),
            sources=(Source(name=words, span=span),),
            trigger=quote("met", text),
            evidence=(evidence(sentence, text),),
        )
        timeline = Timeline(
            article=ArticleReference(
                id=Article(text=text, published=PUBLISHED).id,
                title=words,
                published=PUBLISHED,
                source=words,
                url=f"javascript:{words}",
            ),
            events=(event,),
            relations=(Relation(kind=RelationKind.ABOUT, source=event.id, target=event.id),),
            rejected=(Rejection(reason=RejectionReason.INVALID_ITEM, message=words, draft={words: words}),),
            failures=(Failure(kind=FailureKind.PROVIDER, message=words),),
            provenance=Provenance(
                engine="llm",
                model=words,
                prompts={words: words},
                version="0.1.0",
                counts=Counts(proposed=2, accepted=1, merged=0, rejected=1),
                requests=1,
            ),
        )
        return Rendered(timeline, text)

    return make
