"""Talking: meetings, visits, deals, and what is done by words."""

from timeline.domain.vocabulary import EventType as T
from timeline.engines.rules.triggers.rows import ACTS, ACTS_ON, GIVES, MUTUAL, SPEAKS, SPEAKS_TO, NounRow, VerbRow

_DEAL = (
    """
        deal agreement treaty pact accord truce ceasefire memorandum contract settlement compromise protocol
        declaration charter convention partnership
    """
    "consensus understanding arrangement merger swap"
)
_CHARGE = """
    accusation allegation charge claim report suggestion rumour rumor assertion account version involvement
    wrongdoing responsibility blame
"""
_PROPOSAL = (
    """
        proposal offer request demand plan bid call invitation ultimatum resignation deal idea compromise
        terms term draft motion amendment
    """
    "suggestion conditions appeal talks referendum candidacy"
)

VERBS = (
    VerbRow(T.MEETING, "meet", MUTUAL),
    VerbRow(
        T.MEETING,
        "sit_down confer convene huddle hold_talks speak_by phone telephone consult see_each_other meet_with",
        MUTUAL,
    ),
    VerbRow(T.MEETING, "discuss", ACTS),
    VerbRow(T.VISIT, "visit tour", ACTS_ON),
    VerbRow(T.VISIT, "travel_to fly_to pay_a_visit", ACTS),
    VerbRow(T.NEGOTIATION, "negotiate bargain mediate broker haggle", MUTUAL),
    VerbRow(T.NEGOTIATION, "resume restart reopen", MUTUAL, "talk talks negotiation negotiations dialogue"),
    VerbRow(T.INVITATION, "invite", ACTS_ON),
    VerbRow(T.INVITATION, "offer", ACTS_ON, "visit trip membership seat"),
    VerbRow(
        T.AGREEMENT,
        "sign ratify conclude finalise finalize seal strike reach initial clinch ink renew extend",
        MUTUAL,
        _DEAL,
    ),
    VerbRow(T.AGREEMENT, "accept approve endorse back join", ACTS, _DEAL + " proposal offer invitation terms"),
    VerbRow(T.AGREEMENT, "agree settle", MUTUAL),
    VerbRow(T.AGREEMENT, "say_yes sign", ACTS),
    VerbRow(T.AGREEMENT, "accept", ACTS),
    VerbRow(T.ACCUSATION, "accuse blame fault implicate", ACTS_ON),
    VerbRow(T.ACCUSATION, "allege", ACTS),
    VerbRow(T.ACCUSATION, "condemn denounce", ACTS_ON),
    VerbRow(T.ACCUSATION, "attribute", SPEAKS),
    VerbRow(T.ACCUSATION, "make level", ACTS, "accusation allegation charge claim"),
    VerbRow(T.DENIAL, "deny refute rebut", ACTS),
    VerbRow(T.DENIAL, "reject dismiss dispute contest", ACTS, _CHARGE),
    VerbRow(T.DENIAL, "call_false call_baseless", ACTS),
    VerbRow(T.REJECTION, "reject refuse spurn rebuff turn_down veto snub decline rule_out block", ACTS_ON, _PROPOSAL),
    VerbRow(T.REJECTION, "reject spurn rebuff turn_down refuse rule_out object", ACTS),
    VerbRow(T.DEMAND, "urge implore beg", SPEAKS_TO),
    VerbRow(T.DEMAND, "call_on appeal_to call_upon press pressure", SPEAKS_TO),
    VerbRow(T.DEMAND, "demand call_for appeal_for petition seek request insist_on", ACTS),
    VerbRow(T.DEMAND, "ask order instruct summon", SPEAKS_TO),
    VerbRow(T.THREAT, "threaten", SPEAKS_TO),
    VerbRow(T.THREAT, "vow_to_retaliate vow_revenge vow_retaliation", ACTS),
    VerbRow(T.PLEDGE, "pledge promise vow commit undertake", SPEAKS),
    VerbRow(T.PLEDGE, "offer", GIVES),
    VerbRow(T.STATEMENT, "announce declare unveil", ACTS),
    VerbRow(
        T.STATEMENT,
        """
            describe praise hail welcome congratulate thank apologise apologize criticise criticize warn
            caution confirm acknowledge admit stress
        """
        """
            emphasise emphasize reiterate lament regret complain express voice predict argue insist maintain
            caution concede disclose
        """
        "reveal joke assure pray",
        SPEAKS,
    ),
    VerbRow(T.STATEMENT, "tell", SPEAKS_TO),
    VerbRow(
        T.STATEMENT,
        "say reply add note remark state explain comment respond write answer testify recall suggest tweet quip",
        SPEAKS,
    ),
    VerbRow(
        T.STATEMENT,
        "speak address deliver",
        SPEAKS,
        "speech address conference reporters parliament assembly nation crowd rally",
    ),
    VerbRow(T.SANCTION, "sanction", ACTS_ON),
    VerbRow(
        T.SANCTION,
        "impose slap",
        ACTS_ON,
        "sanction ban tariff duty embargo restriction curb penalty fine blockade curfew levy",
    ),
    VerbRow(T.SANCTION, "ban bar expel blacklist suspend embargo deport outlaw prohibit", ACTS_ON),
    VerbRow(
        T.SANCTION,
        "sever cut_ties recall freeze",
        ACTS_ON,
        "tie relation ambassador diplomat envoy asset assets",
    ),
    VerbRow(T.SANCTION, "lift ease tighten", ACTS_ON, "sanction ban tariff embargo restriction curb blockade"),
)

NOUNS = (
    NounRow(T.MEETING, "meeting encounter consultations debate", telling=True),
    NounRow(T.SUMMIT, "summit conference forum congress convention gathering symposium", telling=True),
    NounRow(T.SUMMIT, "session plenary"),
    NounRow(T.VISIT, "visit trip tour", telling=True),
    NounRow(T.NEGOTIATION, "talks negotiation negotiations mediation bargaining", telling=True),
    NounRow(T.NEGOTIATION, "round"),
    NounRow(T.INVITATION, "invitation"),
    NounRow(T.AGREEMENT, "agreement deal treaty pact accord truce ceasefire memorandum armistice settlement"),
    NounRow(T.STATEMENT, "speech address press-conference apology"),
    NounRow(T.ACCUSATION, "accusation allegation"),
    NounRow(T.DENIAL, "denial"),
    NounRow(T.DEMAND, "ultimatum demand appeal petition"),
    NounRow(T.THREAT, "threat"),
    NounRow(T.PLEDGE, "pledge promise vow"),
    NounRow(T.SANCTION, "sanctions ban embargo tariffs expulsion"),
)
