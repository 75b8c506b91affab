"""Verbs and participles that tell which way a clause looks: what is awaited, scheduled, refused, done."""

from typing import Final

from timeline.text.irregular_verbs import IRREGULAR_FORMS, RARER_PAST
from timeline.text.word_set import word_set

AWAITED: Final = word_set(
    "scheduled slated due expected planned set supposed poised likely bound prepared ready tentatively upcoming "
    "anticipated deadline proposed eligible"
)
"""Words after which "to do", "for" or a bare date speak of what is still to come."""

WANTING: Final = word_set(
    "plans planning hopes hoping expects expecting intends intending aims preparing prepares promises vows "
    "pledges wants "
    "proposes threatens urges"
)
"""Verbs in the present that speak of what is still to come, with or without "to do"."""

INTENDING: Final = WANTING | word_set(
    "agreed promised vowed pledged hoped intended threatened urged invited decided ordered calls"
)
"""Verbs after which "to do" speaks of what is still to come; a date beside a past form is the verb's own."""

FORETELLING: Final = word_set("expect expects forecast forecasts predict predicts foresee foresees")
"""Verbs whose object is still to come."""

SCHEDULED: Final = word_set(
    "opens begins starts ends expires closes resumes takes arrives leaves meets returns travels departs sails "
    "premieres convenes reconvenes reopens goes hears unveils announces delivers debuts flies kicks marks"
)
"""Verbs that with a date in the present tense speak of what is on the calendar."""

SCHEDULED_BY_MANY: Final = word_set("meet go arrive leave depart convene reconvene reopen resume begin")
"""The same with a plural subject: "voters go to the polls on [Friday]"."""

OPENING_BY_MANY: Final = word_set("open close start end expire premiere debut")
"""The same right after a plural, since they are nouns as often: "polls open on [Friday]"."""

OF_PRICES: Final = word_set("lower higher up down flat mixed weaker stronger sharply little slightly barely")
"""After "close" and the like these tell of a day's trading: "shares close lower on [Friday]"."""

NO_PLURAL: Final = word_set(
    "was has does goes stays remains keeps lies stands gets becomes this its his hers ours theirs yours always "
    "sometimes perhaps afterwards besides across plus minus versus news less unless"
)
"""Words in "s" that are no plural nouns."""

ARRANGED: Final = word_set("called invited declared summoned booked arranged convened proposed promised")
"""What has been done to set a date: "has called a strike on [Friday]"; a past form alone tells when."""

LETTING: Final = word_set("let lets letting help helps helped helping make makes made making see saw watch watched")
"""After these a plain verb is theirs: "he let them go on [Friday]"."""

STAYING: Final = word_set("remain stay keep get become")
"""Verbs that may stand between an auxiliary and the participle that it governs: "would remain shut"."""

STAYING_NOW: Final = word_set("remain remains stay stays keep keeps")
"""Before a participle these make a present: "which stay closed until [Friday]"."""

AT_FIRST: Final = word_set("originally initially first previously")
"""Before a participle of what is awaited: "originally set for [May]" leaves open whether May is over."""

SAYING: Final = word_set("say comment confirm discuss disclose elaborate identify name reveal speculate rule answer")
"""What "would not" refuses: "would not say on [Friday]"."""

BEFORE_A_LEAVE: Final = word_set("on paid unpaid sick medical maternity annual administrative")
"""Before "leave" the noun."""

NONE_OF_THEM: Final = word_set("neither nobody none")
"""Subjects that deny: "neither could be reached"."""

_AS_OFTEN_NOUNS: Final = word_set(
    "become bid cast come forecast input outbid overcome overrun run shed was been had did"
)
"""Past forms that are bases or nouns as often, and auxiliaries, which are told apart elsewhere."""

IRREGULAR_PAST: Final = RARER_PAST | word_set(" ".join(IRREGULAR_FORMS.values())) - _AS_OFTEN_NOUNS
NOT_PAST: Final = word_set(
    "need indeed hundred red bed speed feed seed exceed proceed succeed breed weed greed embed shed sacred "
    "hatred kindred unprecedented so-called united alleged led"
)
"""Words in "ed" that are no past forms."""
