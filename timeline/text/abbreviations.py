"""Words whose full stop need not end a sentence, and the words that tell whether it does.

All entries are folded and without their last stop, except where noted.
"""

from timeline.text.word_set import word_set

TITLES = word_set(
    """adm amb asst assoc atty brig capt cdr cmdr col cpl det dr fr gen gens gov govs hon insp lt maj mlle mme mr mrs ms
    messrs mt mx pfc pres prof pvt rep reps rev sec sen sens sgt spc ste supt vs"""
)
"""They stand before a name, so their stop never ends a sentence."""

NAMES_AND_UNITS = word_set(
    """al approx assn ave blvd bros ca cf co corp cos dept ed eds esq est etc ext ft govt hwy inc intl jr llc ltd mfg
    natl plc rd sq sr st univ"""
)
"""Their stop ends a sentence only before a word that opens one."""

CAPITALISED = word_set(
    """Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ont Ore Pa
    Penn Que Tenn Tex Va Vt Wash Wis Wyo Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun"""
)
"""States and days, only when written so: `ill.` and `SUN.` are words. A comma follows them inside a sentence, so their
stop ends one before a capital, unless that is of an office (`Calif. Gov.`)."""

BEFORE_A_NUMBER = word_set(
    """art ch fig no nos op p para pp sec vol jan feb mar apr jun jul aug sep sept oct nov dec"""
)
"""Their stop ends a sentence unless a number follows."""

NEVER_LAST = frozenset({"e.g", "i.e", "cf", "v", "viz"})
"""They introduce something, or part two names."""

CLOCK = frozenset({"a.m", "p.m"})
"""Their stop ends a sentence before a capital, unless it belongs to one of `AFTER_CLOCK`."""

ALL = TITLES | NAMES_AND_UNITS | {word.casefold() for word in CAPITALISED} | BEFORE_A_NUMBER | NEVER_LAST | CLOCK
"""Every one of them, folded."""

AFTER_CLOCK = word_set(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur
    thurs fri sat sun gmt utc et est edt ct cst cdt mt mst mdt pt pst pdt bst cet cest eet eest ist jst kst msk hkt
    aest aedt eastern pacific central mountain moscow beijing london local"""
)
"""What goes on after a time of day: a day, a month, a time zone."""

OPENERS = word_set(
    """a according after all also although an and another as at because before both but by critics despite
    during each earlier even every few for from he her here his how however i if in instead it its later many
    meanwhile more most my neither no nobody none nor not now of on once one only or other others our
    she since so some still such than that the their then there these they this those though three to
    today tomorrow two until we what when where whether which while who why with without yesterday yet
    you your"""
)
"""Words that open a sentence after an abbreviation and are no second part of a name."""

JOINTS = word_set("and as at by for from in of on or than that to who with")
"""Those of them that in capitals (`THE U.S. AND CHINA`) more often go on."""

CONTINUERS = word_set(
    """a an and are as at be between but by during for from has have his her in into is its not of on or over
    said says than that the their this to under until was were which who will with would"""
)
"""Words with which no line of its own ends."""
