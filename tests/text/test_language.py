"""Which texts count as English."""

import pytest

from timeline.text.language import looks_english

_ENGLISH = {
    "prose": "The ministers of six countries met in the capital on Tuesday to discuss the railway, and they agreed "
    "to meet again in two weeks.",
    "capitals": "GOVERNMENT FALLS AFTER VOTE. THE MINISTER SAID ON TUESDAY THAT HE WOULD STEP DOWN AFTER A VOTE.",
    "headline": "Minister says closer ties with ally top priority",
    "figures": "Acme Corp: revenue $3.2 billion, net income $120 million, shares up 4 percent. Beta Inc: revenue $2 "
    "billion, net loss $3 million, shares down 2 percent.",
    "foreign names": "Bundeskanzler Müller met José María de la Cruz and Jean-Pierre du Lac in São Paulo on Friday, "
    "and they will meet again in Zürich.",
    "one word": "Resigned",
    "a foreign quote": "He told the crowd “Non, je ne regrette rien” and left the hall with his wife, who had been "
    "waiting for an hour.",
}
_OTHER = {
    "German": "Die Minister der sechs Länder trafen sich am Dienstag in der Hauptstadt, um über die Bahn zu beraten. "
    "Sie wollen in zwei Wochen wieder zusammenkommen, was in Berlin begrüßt wurde.",
    "French": "Les ministres de six pays se sont réunis mardi dans la capitale pour discuter de l'avenir du chemin de "
    "fer. On a dit que la conférence sera suivie par une autre à Paris.",
    "Spanish": "Los ministros de seis países se reunieron el martes en la capital para hablar del ferrocarril, y no se "
    "sabe si habrá otra reunión en Madrid.",
    "Dutch": "De ministers van zes landen kwamen dinsdag in de hoofdstad bijeen om over het spoor te praten, en het "
    "was de eerste keer dat zij in zo'n groep bij elkaar waren.",
    "Polish": "Ministrowie sześciu krajów spotkali się we wtorek w stolicy, aby rozmawiać o kolei, i zgodzili się, że "
    "do następnego spotkania dojdzie za dwa tygodnie.",
    "Hungarian": "Hat ország miniszterei kedden találkoztak a fővárosban, hogy megvitassák a vasút jövőjét, majd "
    "megállapodtak abban, hogy két hét múlva ismét összeülnek. " * 4,
    "Russian": "Министры шести стран встретились во вторник в столице.",
    "Arabic": "اجتمع وزراء ست دول يوم الثلاثاء في العاصمة",
    "Chinese": "六国部长周二在首都举行会谈。",
    "German capitals": "DIE MINISTER DER SECHS LÄNDER TRAFEN SICH AM DIENSTAG IN DER HAUPTSTADT, UM ZU BERATEN.",
    "no words": "123 456 — 789",
}


@pytest.mark.parametrize("text", _ENGLISH.values(), ids=_ENGLISH.keys())
def test_english_is_recognised(text: str) -> None:
    """Prose, capitals, headlines and lists of figures count as English."""
    assert looks_english(text)


@pytest.mark.parametrize("text", _OTHER.values(), ids=_OTHER.keys())
def test_other_languages_are_told_apart(text: str) -> None:
    """Languages of other scripts and of the same one are not taken for English."""
    assert not looks_english(text)


@pytest.mark.parametrize(
    "text", [30 * _ENGLISH["prose"], _OTHER["German"] + 90 * _ENGLISH["prose"]], ids=["all", "body"]
)
def test_a_long_text_is_told_by_all_of_its_length(text: str) -> None:
    """What stands at its head does not decide."""
    assert looks_english(text)


@pytest.mark.parametrize(
    "text", [40 * _OTHER["German"], 10 * _ENGLISH["prose"] + 90 * _OTHER["German"]], ids=["all", "body"]
)
def test_a_long_text_below_an_english_head_is_told_too(text: str) -> None:
    """The head of a page may be in English where its article is not."""
    assert not looks_english(text)
