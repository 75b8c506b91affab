"""The drawing to scale: forms, places, and labels that do not lie on each other."""

import re
from datetime import date
from itertools import combinations

import pytest

from timeline.domain.timeline import Event, Quote, When
from timeline.domain.vocabulary import EventStatus, EventType, Granularity
from timeline.render import Format, Rendered, render
from timeline.render.chart.chart import Chart, Drawing, Entry, chart_of
from timeline.render.chart.extent import Form, extent_of
from timeline.render.chart.label import Label, Place, Side, place_label, shortened

PUBLISHED = date(2025, 5, 17)
QUOTE = Quote(text="then", span=(0, 4))


def when(edtf: str, earliest: date | None, latest: date | None, granularity: Granularity) -> When:
    """Date something."""
    return When(
        edtf=edtf,
        earliest=earliest,
        latest=latest,
        granularity=granularity,
        expression=QUOTE,
        anchor=PUBLISHED,
        rule="by hand",
    )


def entry(number: int, dated: When | None, title: str = "Council votes on the budget") -> Entry:
    """Make an event to draw."""
    event = Event(
        id=f"evt_{number}",
        title=title,
        type=EventType.POLICY,
        status=EventStatus.OCCURRED,
        when=dated,
        participants=(),
        place=None,
        sources=(),
        trigger=QUOTE,
        evidence=(),
    )
    return Entry(f"#e{number}", number, event)


def day(value: date) -> When:
    """Date something by a day."""
    return when(value.isoformat(), value, value, Granularity.DAY)


def drawn(*entries: Entry, published: date | None = PUBLISHED) -> Chart:
    """Draw events, of which there are some."""
    chart = chart_of(entries, published=published)
    assert chart
    return chart


MAY, JUNE = date(2025, 5, 1), date(2025, 6, 30)


@pytest.mark.parametrize(
    ("dated", "form"),
    [
        pytest.param(day(MAY), Form.POINT, id="day"),
        pytest.param(when("2025-05-01T14:30:00", MAY, MAY, Granularity.TIME), Form.POINT, id="time"),
        pytest.param(when("2025-05", MAY, date(2025, 5, 31), Granularity.MONTH), Form.PERIOD, id="month"),
        pytest.param(when("2025", date(2025, 1, 1), date(2025, 12, 31), Granularity.YEAR), Form.PERIOD, id="year"),
        pytest.param(when("2025-05-01/2025-06-30", MAY, JUNE, Granularity.INTERVAL), Form.SPAN, id="from-to"),
        pytest.param(when("2025-05-01/..", MAY, None, Granularity.INTERVAL), Form.OPEN, id="since"),
        pytest.param(when("../2025-05-01", None, MAY, Granularity.INTERVAL), Form.OPEN, id="until"),
    ],
)
def test_a_date_has_the_form_of_its_kind(dated: When, form: Form) -> None:
    """Days, periods, intervals and open ends are told apart."""
    extent = extent_of(dated)
    assert extent
    assert extent.form is form
    assert drawn(entry(1, dated)).forms == (form,)


def test_a_clock_time_stands_within_its_day() -> None:
    """Half past two in the afternoon is later than noon."""
    noon, later = (
        extent_of(when(edtf, MAY, MAY, kind))
        for edtf, kind in (("2025-05-01", Granularity.DAY), ("2025-05-01T18:00:00", Granularity.TIME))
    )
    assert noon
    assert later
    assert (noon.first, later.first) == (MAY.toordinal() + 0.5, MAY.toordinal() + 0.75)


def test_what_goes_on_reaches_publication() -> None:
    """An open end is drawn up to the publication date, and beyond it as an arrow."""
    wide = drawn(entry(1, when("2022/..", date(2022, 1, 1), None, Granularity.INTERVAL))).drawings[1]
    spot = wide.spots[0]
    assert (spot.right, spot.opens_right, spot.opens_left) == (wide.published, True, False)


def test_a_deadline_is_drawn_by_its_end() -> None:
    """What has no beginning has an arrow there, however far the drawing goes."""
    entries = (entry(1, day(date(1990, 5, 1))), entry(2, when("../2025-06-30", None, JUNE, Granularity.INTERVAL)))
    spot = drawn(*entries).drawings[1].spots[1]
    assert spot.left == spot.right == spot.x
    assert spot.opens_left


def test_undated_events_are_apart() -> None:
    """They have no place on a scale."""
    chart = drawn(entry(1, day(MAY)), entry(2, None))
    assert [each.number for each in chart.undated] == [2]
    assert [spot.entry.number for spot in chart.drawings[0].spots] == [1]


def test_undated_events_alone_have_no_drawing() -> None:
    """There is nothing to draw to scale."""
    assert drawn(entry(1, None)).drawings == ()


def test_no_event_is_no_chart() -> None:
    """Nothing is drawn of nothing."""
    assert chart_of((), published=PUBLISHED) is None


def test_several_articles_have_no_line_of_publication() -> None:
    """Each has its own."""
    assert {drawing.published for drawing in drawn(entry(1, day(MAY)), published=None).drawings} == {""}


def test_many_events_have_marks_alone() -> None:
    """Three hundred titles or numbers would hide each other."""
    chart = drawn(*(entry(number, day(date(2025, 1 + number % 9, 1 + number % 28))) for number in range(300)))
    assert {(spot.label.number, spot.label.title) for spot in chart.drawings[1].spots} == {("", "")}
    assert chart.drawings[1].height < 600


def _ends(spot_x: str, label: Label, width: int) -> tuple[float, float]:
    mark = float(spot_x[:-1]) / 100 * width
    before, after = (label.width + 9, 9) if label.side is Side.BEFORE else (9, label.width + 9)
    return mark - before, mark + after


@pytest.mark.parametrize("number", [12, 90])
def test_nothing_lies_on_anything(number: int) -> None:
    """Marks and labels of days in the same row have room between them."""
    chart = drawn(*(entry(each, day(date(2025, 3 + each % 3, 1 + each * 7 % 28))) for each in range(number)))
    for drawing, width in zip(chart.drawings, (300, 600, 1040), strict=False):
        _assert_apart(drawing, width)


def _assert_apart(drawing: Drawing, width: int) -> None:
    for one, other in combinations(drawing.spots, 2):
        if one.y == other.y:
            first, second = sorted(_ends(each.x, each.label, width) for each in (one, other))
            assert first[1] <= second[0]


@pytest.mark.parametrize(
    ("place", "side"),
    [
        pytest.param(Place(0.1, 0.1, 0.1), Side.AFTER, id="room after"),
        pytest.param(Place(0.9, 0.9, 0.9), Side.BEFORE, id="at the right edge"),
        pytest.param(Place(0.1, 0.1, 0.9), Side.INSIDE, id="in a long bar"),
    ],
)
def test_a_label_stands_where_there_is_room(place: Place, side: Side) -> None:
    """After its mark, before it at the edge, or over a bar that is long enough."""
    assert place_label(shortened(1, "Council votes"), place, 760).label.side is side


def test_a_label_without_room_is_its_number() -> None:
    """The title gives way first."""
    fitted = place_label(shortened(1, "A title of some length"), Place(0.5, 0.05, 0.95, opens_right=True), 150)
    assert (fitted.label.number, fitted.label.title) == ("1", "")


def test_a_title_is_cut_at_a_word() -> None:
    """The whole title is in the name of the link."""
    title = "Parliament votes on a very long bill about the protection of undersea cables"
    label = shortened(3, title)
    assert label.title == "Parliament votes on a very long bill…"


def test_the_page_has_the_drawing(rendered: Rendered) -> None:
    """Every event is a link with its number, title, date and status, in every drawing or among the undated."""
    page = render([rendered], Format.HTML)
    names = re.findall(r'<a class="spot [^"]*" href="#a1-e[0-9]+" [^>]*aria-label="([^"]*)"', page)
    assert "3, Maren accuses Kostrava of shipping ballistic missiles to rebels, 14 May 2025, occurred" in names
    assert "7, Belsky denies that missiles were sent, undated, occurred" in names
    dated, undated = 7, 3
    assert len(names) == 3 * dated + undated


def test_the_card_tells_how_it_was_dated(rendered: Rendered) -> None:
    """Expression, anchor, value and rule stand together."""
    words = re.sub(r"<[^>]*>", "", render([rendered], Format.HTML))
    assert "Wednesday, read on 17 May 2025, is 2025-05-14 (rule by hand)" in words
