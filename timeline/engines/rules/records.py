"""One event as its mentions tell it together."""

from timeline.domain.annotated import Layout, TimeTag
from timeline.domain.vocabulary import EventStatus, EventType, Role
from timeline.engines.rules.geography import COUNTRY_NAMES
from timeline.engines.rules.mentions import Involved, Mention
from timeline.engines.rules.terms import CANCELLED, POSTPONED
from timeline.text.tokens import fold

_CHANGED = (CANCELLED, POSTPONED)


class Record:
    """The mentions of one event, the leading one first. It grows while an article is read."""

    def __init__(self, mention: Mention) -> None:
        self.mentions = [mention]
        self.lead = mention
        """The mention that names the event: the first of the body that tells it."""
        self.type: EventType = mention.type
        self.status: EventStatus = mention.status
        self.when: TimeTag | None = mention.when
        self.place = mention.place
        self.is_telling = mention.telling
        self.involved: dict[str, Involved] = {one.party.key: one for one in mention.involved}
        self.topic = set(mention.topic)
        self.lemmas = {mention.lemma}

    def keys_of(self, role: Role) -> frozenset[str]:
        """Return the keys of those who take part in one role."""
        return frozenset(key for key, one in self.involved.items() if one.role is role)

    def absorb(self, mention: Mention) -> None:
        """Take in one more mention."""
        self.mentions.append(mention)
        if not _leads(self.lead) and _leads(mention):
            self.lead = mention
        self.is_telling = self.is_telling or _leads(mention)
        if self.when is None or (mention.when is not None and _is_finer(mention.when, self.when)):
            self.when = mention.when or self.when
        self.place = _fuller(self.place, mention.place)
        self.topic |= mention.topic
        self.lemmas.add(mention.lemma)
        if mention.status in _CHANGED:
            self.status = mention.status
        for one in mention.involved:
            self.involved.setdefault(one.party.key, one)

    @property
    def evidence(self) -> tuple[int, ...]:
        """The numbers of the sentences, that of the leading mention first."""
        lead = self.lead.at.sentence
        body = [one.at.sentence for one in self.mentions if one.layout is Layout.BODY]
        rest = [one.at.sentence for one in self.mentions]
        return tuple(dict.fromkeys([lead, *body, *rest]))

    @property
    def sources(self) -> tuple[str, ...]:
        """Who is said to report the event; nobody if the article itself tells it anywhere in its body."""
        telling = [one for one in self.mentions if one.telling and one.layout is Layout.BODY] or self.mentions[:1]
        if any(not one.sources for one in telling):
            return ()
        return tuple(dict.fromkeys(source for one in telling for source in one.sources))


def _leads(mention: Mention) -> bool:
    return mention.telling and mention.layout is Layout.BODY


def _is_finer(one: TimeTag, other: TimeTag) -> bool:
    """Say whether one date lies within another that is coarser."""
    a, b = one.expression, other.expression
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return False
    return b.earliest <= a.earliest and a.latest <= b.latest and (a.latest - a.earliest) < (b.latest - b.earliest)


def _fuller(one: str | None, other: str | None) -> str | None:
    if one is None or other is None:
        return one or other
    if one in COUNTRY_NAMES:
        return other
    return other if fold(one) in fold(other) else one
