"""Power: elections, posts, laws."""

from timeline.domain.vocabulary import EventType as T
from timeline.engines.rules.triggers.rows import ACTS, ACTS_ON, COMPETES, NounRow, VerbRow

_LAW = (
    """
        law bill budget act legislation decree regulation rule measure resolution amendment reform plan motion
        package constitution ordinance
    """
    """
        order tax tariff levy emergency vaccine drug treatment merger takeover bailout ban curfew moratorium
        rate rates directive statute quota
    """
)
_VOTE = "election referendum vote presidency runoff poll ballot seat seats majority primary"

VERBS = (
    VerbRow(T.ELECTION, "win lose call hold contest concede", ACTS, _VOTE),
    VerbRow(
        T.ELECTION, "elect re-elect reelect", ACTS_ON, "president parliament mayor senate governor assembly council"
    ),
    VerbRow(T.ELECTION, "go_to_the_polls come_to_power re-elect reelect", ACTS_ON),
    VerbRow(
        T.APPOINTMENT,
        "appoint name nominate elect hire swear_in inaugurate reinstate promote choose pick crown recruit",
        ACTS_ON,
    ),
    VerbRow(T.APPOINTMENT, "take_office take_over become succeed take_up assume_office take_charge", ACTS),
    VerbRow(T.DEPARTURE, "resign retire step_down quit step_aside stand_down abdicate", ACTS),
    VerbRow(T.DEPARTURE, "sack fire oust dismiss remove depose impeach topple unseat suspend lay_off replace", ACTS_ON),
    VerbRow(T.DEPARTURE, "leave", ACTS, "post office job company firm party government cabinet coalition"),
    VerbRow(
        T.POLICY,
        """
            approve pass adopt enact repeal ratify sign introduce issue amend veto vote_for vote_to scrap
            overturn extend impose lift
        """,
        ACTS,
        _LAW,
    ),
    VerbRow(
        T.POLICY, "vote legalise legalize nationalise nationalize decree legislate ratify authorise authorize", ACTS
    ),
    VerbRow(
        T.POLICY,
        "raise cut lower hold keep leave",
        ACTS,
        "rate rates tax taxes tariff duty benchmark price fare fee toll wage pension age",
    ),
    VerbRow(T.POLICY, "declare", ACTS, "emergency curfew mourning holiday independence bankruptcy"),
    VerbRow(T.POLICY, "approve decide dissolve licence license take_effect come_into_force enter_into_force", ACTS),
    VerbRow(T.CONTEST, "win beat defeat lose_to draw_with thrash edge overcome", COMPETES),
    VerbRow(
        T.CONTEST, "score compete qualify_for play finish_first finish_second finish_third retain clinch", COMPETES
    ),
    VerbRow(T.CONTEST, "award", ACTS_ON, "prize medal award trophy honour honor oscar"),
)

NOUNS = (
    NounRow(T.ELECTION, "election elections referendum by-election runoff ballot", telling=True),
    NounRow(T.APPOINTMENT, "appointment nomination inauguration coronation"),
    NounRow(T.DEPARTURE, "resignation ouster dismissal retirement abdication impeachment"),
    NounRow(T.POLICY, "vote decision approval decree budget moratorium"),
    NounRow(
        T.CONTEST, "match final semi-final semifinal race tournament championship marathon derby game", telling=True
    ),
)
