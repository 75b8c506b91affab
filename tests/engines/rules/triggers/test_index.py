"""The trigger tables as a whole."""

from timeline.domain.vocabulary import EventType
from timeline.engines.rules.triggers.index import NOUN_TRIGGERS, VERB_FORMS, VERB_TRIGGERS


def test_every_type_has_a_trigger() -> None:
    """No type of the vocabulary is out of the rules' reach."""
    types = {row.type for rows in VERB_TRIGGERS.values() for row in rows} | {row.type for row in NOUN_TRIGGERS.values()}
    assert types == set(EventType)


def test_more_specific_rows_come_first() -> None:
    """A row with particles or objects is tried before one that always applies, which nothing follows."""
    for rows in VERB_TRIGGERS.values():
        general = [not row.tail and not row.objects for row in rows]
        assert general == sorted(general)


def test_forms_of_trigger_verbs_lead_to_them() -> None:
    """Each form is known under its lemma."""
    known = {"accused": "accuse", "denies": "deny", "fired": "fire", "met": "meet", "striking": "strike"}
    assert {form: VERB_FORMS[form].lemma for form in known} == known
