"""Every closed list of the project, with the definition of each value.

The prompt, the JSON Schema, the help texts and the docs are rendered from here, so a value is
defined once. The event types carry the code of PLOVER, the political event ontology
(https://github.com/openeventdata/PLOVER), where one corresponds.
"""

from enum import StrEnum
from typing import Self


class Term(StrEnum):
    """A value of a closed list that carries its own definition."""

    definition: str

    def __new__(cls, value: str, definition: str) -> Self:
        """Make the string and keep its definition beside it."""
        term = str.__new__(cls, value)
        term._value_ = value
        term.definition = definition
        return term

    __hash__ = str.__hash__  # that of `Enum` is a function in Python, and terms are looked up all the time


class EventType(StrEnum):
    """What kind of event a record tells of."""

    definition: str
    plover: str | None

    def __new__(cls, value: str, plover: str | None, definition: str) -> Self:
        """Make the string and keep its definition and PLOVER code beside it."""
        term = str.__new__(cls, value)
        term._value_ = value
        term.plover = plover
        term.definition = definition
        return term

    __hash__ = str.__hash__  # as above

    MEETING = "meeting", "CONSULT", "two or more parties talk, in person or by call"
    SUMMIT = "summit", "CONSULT", "a convened gathering with its own name or host: summit, conference, forum, session"
    VISIT = "visit", "CONSULT", "someone travels to a host for a purpose"
    NEGOTIATION = "negotiation", "CONSULT", "bargaining towards a deal, a round or a process"
    INVITATION = "invitation", "REQUEST", "asks another to come or to join"
    AGREEMENT = "agreement", "AGREE", "a deal, treaty, truce or memorandum is reached, signed or takes effect"
    STATEMENT = "statement", None, "public words that fit no other type: announces, describes, hopes, praises"
    ACCUSATION = "accusation", "ACCUSE", "blames, alleges, attributes wrongdoing"
    DENIAL = "denial", "REJECT", "rejects an accusation or a report"
    DEMAND = "demand", "REQUEST", "calls on, urges, asks for, gives an ultimatum"
    THREAT = "threat", "THREATEN", "announces harm on a condition or in revenge"
    PLEDGE = "pledge", "SUPPORT", "promises, commits, declares support"
    REJECTION = "rejection", "REJECT", "refuses a proposal, request, resignation or offer"
    ATTACK = "attack", "ASSAULT", "violence by armed or hostile actors, cyberattacks too"
    MOBILIZATION = "mobilization", "MOBILIZE", "deploys, exercises, arms, evacuates by order"
    PROTEST = "protest", "PROTEST", "demonstrations, riots, strikes by workers"
    ARREST = "arrest", "COERCE", "detains, charges, indicts, raids"
    TRIAL = "trial", None, "court proceedings, rulings, sentences, acquittals, lawsuits"
    INVESTIGATION = "investigation", "ACCUSE", "probes, inquiries, searches, audits"
    SANCTION = "sanction", "SANCTION", "sanctions, bans, restrictions, expulsions, severed ties"
    ELECTION = "election", None, "votes of the public, referendums, their results"
    APPOINTMENT = "appointment", None, "takes office, is named, hired, elected to a post"
    DEPARTURE = "departure", None, "resigns, retires, is removed"
    POLICY = "policy", None, "laws, decisions, votes of a parliament, regulations, approvals"
    TRANSACTION = "transaction", "COOPERATE", "buys, sells, invests, supplies, transfers money, goods or arms"
    AID = "aid", "AID", "relief, rescue, humanitarian or military assistance given"
    PUBLICATION = "publication", None, "reports, findings, data, results, records are released"
    LAUNCH = "launch", None, "starts a product, project, mission, service, construction, operation"
    MOVEMENT = "movement", None, "people or things arrive, leave, land, are carried or flee (a hosted trip is a visit)"
    DISASTER = "disaster", None, "natural events and their toll"
    ACCIDENT = "accident", None, "unintended harm: crashes, fires, leaks"
    DEATH = "death", None, "a death, injury or illness told as its own event"
    CONTEST = "contest", None, "sports, prizes, competitions and their results"
    OTHER = "other", None, "a real event that none of these covers"


class EventStatus(Term):
    """How the article holds the event, as of its publication."""

    OCCURRED = (
        "occurred",
        (
            "the article states it, or an undisputed source reports it (police, an agency, the actor), "
            "with that source named"
        ),
    )
    ONGOING = "ongoing", "under way at publication"
    PLANNED = "planned", "decided or scheduled for after publication: agreed, announced, due, set to"
    PROPOSED = "proposed", "wished, offered, expected, considered, invited to, not decided"
    POSTPONED = "postponed", "was planned, and is moved"
    CANCELLED = "cancelled", "was planned, and will not happen"
    ALLEGED = "alleged", "claimed by a party that blames or suspects, and not stated as fact by the article"
    DENIED = "denied", "a source says that it did not happen, and nobody in the article claims it did"
    HYPOTHETICAL = "hypothetical", "conditional, feared, threatened, possible"


class Role(Term):
    """How a participant takes part."""

    ACTOR = "actor", "does it (accuses, hosts, attacks, signs alone)"
    TARGET = "target", "has it done to them (accused, attacked, invited)"
    PARTICIPANT = "participant", "takes part on equal terms (meets, agrees, competes)"


class RelationKind(Term):
    """How one event of an article bears on another."""

    ALLEGES = "alleges", "accusation → what is alleged"
    DENIES = "denies", "denial → accusation (or alleged event)"
    ABOUT = "about", "statement, pledge, invitation, proposal → the event it speaks of"
    RESPONDS_TO = "responds_to", "reaction → what it reacts to"
    PART_OF = "part_of", "sub-event → the larger event"
    UPDATES = "updates", "a change of plan → the plan"


class Granularity(Term):
    """How fine a date is."""

    TIME = "time", "a clock time on a day"
    DAY = "day", "one day"
    WEEK = "week", "a week, or a part of one"
    MONTH = "month", "one month"
    SEASON = "season", "spring, summer, autumn or winter of a year"
    QUARTER = "quarter", "a quarter of a year"
    HALF = "half", "a half of a year"
    YEAR = "year", "one year"
    DECADE = "decade", "ten years"
    CENTURY = "century", "a hundred years"
    INTERVAL = "interval", "from one date to another, or open at one end"


class RejectionReason(Term):
    """Why a proposed record is not on the timeline."""

    INVALID_ITEM = "invalid_item", "the item does not have the form of a record"
    NO_EVIDENCE = "no_evidence", "the record cites no sentence"
    UNKNOWN_SENTENCE = "unknown_sentence", "no cited sentence number exists, or they are page furniture"
    TRIGGER_NOT_IN_EVIDENCE = "trigger_not_in_evidence", "no cited sentence holds the trigger"
    DATE_NOT_IN_TEXT = "date_not_in_text", "the date is neither a time tag of the article nor a phrase of it"
    NAME_NOT_IN_TEXT = "name_not_in_text", "a participant is not named in the article"
    SOURCE_NOT_IN_TEXT = "source_not_in_text", "a source is not named in the article"
    PLACE_NOT_IN_TEXT = "place_not_in_text", "the place is not named in the article"
    ROLES_SWAPPED = "roles_swapped", "the cited sentence has actor and target the other way round"
    POLARITY = "polarity", "the cited sentence says that it did not happen, and the record says that it did"


class WarningCode(Term):
    """What a reader should know about an accepted record."""

    EVIDENCE_DROPPED = "evidence_dropped", "a sentence number that does not exist, or is page furniture, is left out"
    UNDATED = "undated", "the text gives no date; placed at the publication date"
    TITLE_REPLACED = (
        "title_replaced",
        "the proposed title was not licensed by the evidence; made from the record instead",
    )
    NAME_NOT_IN_EVIDENCE = "name_not_in_evidence", "a name stands in the article, but in no cited sentence"
    PLACE_NOT_IN_EVIDENCE = "place_not_in_evidence", "the place stands in the article, but in no cited sentence"
    DATE_NOT_IN_EVIDENCE = "date_not_in_evidence", "the date stands in the article, but in no cited sentence"
    DATE_RESOLVED_FROM_PHRASE = "date_resolved_from_phrase", "the date is a phrase that the tagger had passed over"
    DATE_NOT_RESOLVED = "date_not_resolved", "the phrase pointed at as the date stands for no calendar date"
    DATE_AFTER_PUBLICATION = "date_after_publication", "the record is told as past, but its date lies after publication"
    RELATION_DROPPED = "relation_dropped", "a link to a record that was rejected, or does not exist, is left out"
    NOT_ENGLISH = "not_english", "the text does not look like English, which is the only language read so far"


class FailureKind(Term):
    """What part of the work could not be done."""

    PROVIDER = "provider", "the model could not be reached, or kept failing"
    TRUNCATED = "truncated", "the reply was cut off and could not be completed"
    REFUSAL = "refusal", "the model refused to answer"
    CONTENT_FILTER = "content_filter", "the provider withheld the reply"
    UNREADABLE_REPLY = "unreadable_reply", "the reply was not the JSON asked for"
    DEADLINE = "deadline", "the time for the article was over"
    BUDGET = "budget", "the spending cap was reached"
