"""Words by which an article takes up someone it has named before."""

from timeline.text.word_set import word_set

HE = word_set("he him his himself")
SHE = word_set("she her herself")
IT = word_set("it itself")
THEY = word_set("they them")
DEFINITE = word_set("the his her their its")

PAIRS = word_set(
    """leaders men women presidents ministers countries sides nations parties governments neighbours neighbors allies
    companies teams"""
)
STATES = word_set("countries nations governments neighbours neighbors allies")
SIDES = word_set("sides parties companies teams")
OFFICES = word_set(
    """president minister leader premier chancellor king queen mayor governor chief secretary spokesman spokeswoman
    judge senator chairman chairwoman director envoy ambassador commissioner mediator"""
)
LEADERS = word_set("president premier chancellor king queen prime")
ORGANISATIONS = word_set(
    """company firm group airline bank carmaker manufacturer retailer club agency ministry university court commission
    council authority party union front coalition institute foundation"""
)
FIRMS = word_set("company firm group airline carmaker manufacturer retailer club")
