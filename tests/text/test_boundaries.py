"""Where sentences end inside a paragraph."""

import time
from itertools import pairwise

import pytest

from timeline.text.boundaries import sentence_ends

_TABLE = {
    "D.C. before an opener": ["He lived in Washington D.C.", "Then he left."],
    "U.S. inside a name": ["The U.S. Senate voted.", "U.S. officials agreed."],
    "U.S. at the end": ["He flew to the U.S.", "The visit lasted two days."],
    "U.S. in capitals": ["THE U.S. AND U.K. AGREED.", "MR. ROE SAID NO."],
    "ranks and months": ["Lt. Gen. John Roe met Mr. Doe on Jan. 5.", "They spoke."],
    "a time and a day": ["They met at 10 a.m. Friday.", "It ended at 5 p.m.", "Noor left."],
    "a time and a zone": ["It opens at 9 a.m. EST Monday.", "It closes at 4 p.m. (2100 GMT)."],
    "number signs": ["The No. 5 seed won.", "He said no.", "Then he left."],
    "initials": ["J. K. Roe and George W. Doe met.", "Vitamin C.", "It helps."],
    "decimals": ["Growth was 3.5 percent.", "It had been .5 percent."],
    "ellipses": ["He waited ... and waited.", "“I … do not know.”", "She left…", "He stayed."],
    "an end inside quotes": ["“We will win.", "We must,” he said.", "‘Fine.’", "She agreed."],
    "a question with its speaker": ["“Why?” Roe asked.", "“Go!” he shouted.", "“Is it over?”", "The crowd roared."],
    "straight quotes": ['"We will win."', "He left.", "'No.'", "She said so."],
    "company suffixes": ["Acme Inc. Chief Executive Jane Roe left.", "He works for Acme Corp.", "The firm is big."],
    "a state at the end": ["He was born in Fresno, Calif.", "Police said so."],
    "a state and an office": ["They met Calif. Gov. Jane Roe.", "She spoke."],
    "brackets": ["It was sold (in Jan. 2020) for cash.", "(He left.)", "Then he came."],
    "a missing space": ["The city fell.", "The mayor fled.", "See acme.com for more."],
    "numbers and currencies": ["It rose to $5.2 bn.", "$3 bn was lost.", "12 people died."],
    "lower-case names": ["He met al-Noor.", "al-Noor denied it.", "iPhone sales rose."],
    "footnote marks": ["War began in 1939.[1]", "It ended in 1945.[2][3]", "Then peace."],
    "a law case": ["Roe v. Doe was decided.", "It took years."],
    "months without a day": ["It ended in Dec.", "Officials left on Sept. 11."],
    "run-together exclamations": ["Will he come?", "Yes!", "What?!", "Really..."],
    "sloppy lower case": ["he said hello.", "then he left."],
    "an agency dateline": ["PORT ANA (AP) — The bridge fell.", "It is closed."],
    "a dated dateline": ["PARIS, Oct. 3 (Reuters) - The minister left.", "He is 60."],
    "a capital with a state": ["WASHINGTON, D.C. (AP) - The president spoke.", "He left."],
    "a party and a state": ["Sen. Roe (D-N.Y.) spoke.", "Rep. Doe, R-Ky., left."],
    "no stop at all": ["the talks went on until Friday"],
    "an agency after a dash": ["The talks ended. — Reuters"],
}


@pytest.mark.parametrize("expected", _TABLE.values(), ids=_TABLE.keys())
def test_a_paragraph_is_split_at_its_sentence_ends(expected: list[str]) -> None:
    """Abbreviations, quotes and numbers do not end sentences; what does, does."""
    paragraph = " ".join(expected).replace("fell. The mayor", "fell.The mayor")
    starts = [0, *sentence_ends(paragraph, 0, len(paragraph))]
    pieces = [paragraph[start:end].strip() for start, end in pairwise(starts)]
    assert pieces == expected


@pytest.mark.parametrize("unit", [".", ". ", "X. ", ".[1]", '?" A ', "a.b.", "((", "word "], ids=repr)
def test_pathological_text_takes_linear_time(unit: str) -> None:
    """A third of a million characters, which would take hours if each were looked at from each other, take seconds."""
    text = unit * (300_000 // len(unit))
    begun = time.perf_counter()
    *_, last = sentence_ends(text, 0, len(text))
    assert last == len(text)
    assert time.perf_counter() - begun < 30
