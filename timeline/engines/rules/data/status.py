"""How words about an event say whether it has happened: governing verbs, modals, leads, adjectives."""

from timeline.domain.vocabulary import EventStatus as S
from timeline.text.word_set import word_set

LEADS = word_set("""
        due set expected scheduled poised ready likely going slated about planned bound supposed expected
        thought believed said reported
    """)
"""Words between a form of "be" and an infinitive."""

LEAD_STATUS = {
    **dict.fromkeys(word_set("due set scheduled poised ready slated about planned going bound"), S.PLANNED),
    **dict.fromkeys(word_set("expected likely supposed"), S.PROPOSED),
    **dict.fromkeys(word_set("thought believed said reported"), S.ALLEGED),
}

GOVERNORS = {
    **dict.fromkeys(
        word_set("""
            plan agree decide vow pledge promise undertake commit arrange prepare intend schedule set order
            announce resolve elect vote approve authorise authorize opt confirm
        """),
        S.PLANNED,
    ),
    **dict.fromkeys(
        word_set("""
            hope want wish seek aim consider offer propose ask urge call press expect like request recommend
            invite advise encourage appeal beg demand suggest try attempt need require tell instruct mull
            weigh petition lobby push discuss apply
        """),
        S.PROPOSED,
    ),
    **dict.fromkeys(word_set("threaten fear warn risk caution"), S.HYPOTHETICAL),
    **dict.fromkeys(word_set("accuse blame allege suspect charge claim implicate"), S.ALLEGED),
    **dict.fromkeys(word_set("deny"), S.DENIED),
    **dict.fromkeys(word_set("postpone delay defer reschedule adjourn"), S.POSTPONED),
    **dict.fromkeys(word_set("cancel scrap abandon scotch"), S.CANCELLED),
    **dict.fromkeys(word_set("begin start continue keep resume"), S.ONGOING),
}
"""What becomes of the verb that depends on one of these."""

NON_ACTS = word_set(
    "fail refuse decline neglect stop avoid prevent forget halt bar forbid prohibit ban dissuade stop block"
)
"""What depends on one of these does not happen."""

OBJECT_CONTROL = word_set(
    """
    invite ask urge order tell force allow help expect want call warn persuade accuse blame suspect charge
    convict stop prevent bar ban forbid request appeal press instruct require authorise authorize permit cause
    lead enable encourage advise implore beg acquit see cite quote
    """
)
"""Verbs whose object does what the infinitive or the -ing form says."""

MODALS = {
    **dict.fromkeys(word_set("will shall"), S.PLANNED),
    **dict.fromkeys(word_set("would"), S.PLANNED),
    **dict.fromkeys(word_set("could may might can"), S.HYPOTHETICAL),
    **dict.fromkeys(word_set("should must"), S.PROPOSED),
}

ADJECTIVES = {
    **dict.fromkeys(word_set("planned scheduled upcoming forthcoming coming future next"), S.PLANNED),
    **dict.fromkeys(word_set("proposed possible potential expected prospective likely suggested"), S.PROPOSED),
    **dict.fromkeys(word_set("alleged suspected supposed reported purported"), S.ALLEGED),
    **dict.fromkeys(word_set("threatened feared looming"), S.HYPOTHETICAL),
    **dict.fromkeys(word_set("postponed delayed"), S.POSTPONED),
    **dict.fromkeys(word_set("cancelled canceled aborted"), S.CANCELLED),
    **dict.fromkeys(word_set("ongoing continuing current"), S.ONGOING),
}
"""What a word before an event's noun says of it."""

HOLDING = word_set("""
        hold host attend have conduct stage carry launch open reach sign make give begin start organise
        organize convene lead join perform mount wage strike pay deliver impose seal conclude complete finish
        suffer cause trigger spark undergo face survive order call enter
    """)
"""Verbs that add to an event's noun only that it takes place, with their subject in it."""

HAPPENING = word_set("""
        be take happen occur begin start open end close continue resume collapse break follow last erupt come
        hit strike kill leave destroy injure damage tear sweep rip engulf spread force trap derail hold
        produce bring mark fail conclude go run shake rattle cause wound displace
    """)
"""Verbs that say of an event's noun, their subject, that it takes place."""

STATIVE = word_set(
    """
    be have know believe think want need like love hate seem appear remain belong contain include consist depend
    deserve exist mean matter own possess prefer resemble suppose understand feel see hear look hope fear expect
    regard consider cost weigh live lie stand sit stay wait face involve concern relate represent reflect
    stretch show suggest indicate tend use lack serve work allow enable help require last cover spend keep hold
    get go come let try plan aim intend wish wonder worry doubt run make do put bring turn give take enjoy
    suffer struggle play carry rely focus follow cast hang overlook surround feature measure estimate total
    range rank vary continue grow developing begin start end stop become lead set leave emerge happen occur mark
    draw act prove pose argue pass rest gather watch listen speak talk smile cry weep laugh sleep eat drink read
    write walk think remember forget recall lean tie base name call know shake stem strengthen deepen counter
    respond support oppose back
    """
)
"""Verbs too general or too static to make a record of their own."""

SHARING = word_set(", and after by while in on before")
"""What joins an -ing form to a verb whose status it shares."""

LINKS = word_set("of for from as to -ing")
"""What joins it to a verb that settles its status."""

PHASES = word_set("begin start continue manage help go keep resume")
"""Verbs that add nothing but a phase to the verb that depends on them."""

FACTS = dict.fromkeys(
    word_set("convict find cite quote praise condemn fine criticise criticize see sentence jail acquit"), S.OCCURRED
)
"""Verbs that take what follows "of" or "for" as a fact."""

STATES = word_set(
    """be have know believe think want need like love hate seem appear remain belong contain include consist depend
    exist mean matter own possess live lie stand sit stay wait face concern last cost weigh chair serve lack
    total range"""
)
"""Those of them that stay static even with a date."""

AWAITED = word_set("expect schedule plan slate")
"""Verbs whose passive, without an infinitive, announces its subject ("a report is expected in May")."""

SILENCES = word_set("comment say name give disclose elaborate specify answer speak discuss identify reply respond tell")
"""What is not done by those who keep silent."""

CHANGES = {
    **dict.fromkeys(word_set("postpone delay reschedule defer"), S.POSTPONED),
    **dict.fromkeys(word_set("cancel scrap"), S.CANCELLED),
}
"""What becomes of an event's noun that one of these has for its object."""

ANNOUNCING = word_set("announce schedule plan arrange propose expect seek demand condemn")
"""Verbs that say that an event's noun, their object, lies ahead, without holding it."""

NEARNESS = word_set("close near ready poised")
"""What stands before "to" and an -ing form that has nearly come about."""

CALLING = word_set("demand urge call invite offer propose seek want request")
"""Verbs that wish for the event which a noun beside them names ("invited her to talks", "called for a ban")."""

WISHED_BY = word_set("for to on")
"""The prepositions by which they do so."""

COURTS = word_set("court judge judges jury tribunal magistrate magistrates")
"""What they do is part of a trial."""

PUBLISHERS = word_set(
    "newspaper daily paper magazine study survey report poll researchers scientists authors broadcaster"
)
"""What they say is published."""

UNTRUE = word_set("untrue false baseless unfounded lie lies fabricated wrong nonsense")
"""What those say who deny."""
