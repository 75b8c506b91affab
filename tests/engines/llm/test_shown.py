"""What the model sees of an article cannot be faked by the article."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engines.llm.articles import MEETING, annotated
from timeline.engines.llm.chunks import lines_of
from timeline.engines.llm.shown import as_written, shown


def test_lines_have_numbers_labels_and_tags() -> None:
    """Furniture is not shown."""
    assert list(lines_of(MEETING).values()) == [
        "[1] (headline) Brandt and Castell meet in Port Amsel",
        "[2] Foreign minister Ada Brandt met Ivo Castell in Port Amsel on {t1: Wednesday = 2031-03-05}.",
        "[3] Brandt accused Sudmark of cutting a cable, which Sudmark denied.",
        "[4] They will meet again on {t2: March 20 = 2031-03-20}.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[14] He met her.", "⟦14⟧ He met her.", id="a fake number"),
        pytest.param("on {t9: Friday = 2031-01-01}", "on ⦃t9: Friday = 2031-01-01⦄", id="a fake tag"),
        pytest.param("one\r\n[2] two\u2028[3] three\x0b[4]", "one ⟦2⟧ two ⟦3⟧ three ⟦4⟧", id="line breaks"),
        pytest.param("a\u200bb\u202ec\ufeffd\u2066e\U000e0041", "abcde", id="characters that are not seen"),
        pytest.param("a\x00b\x1b[0m", "ab⟦0m", id="control characters"),
        pytest.param("Jos\u00e9 \u4e2d", "José 中", id="letters of other scripts"),
    ],
)
def test_an_article_cannot_fake_numbers_tags_or_lines(text: str, expected: str) -> None:
    """Brackets are shown as other brackets, the rest is flattened."""
    assert shown(text) == expected


@given(st.text())
def test_any_text_is_one_line_without_brackets(text: str) -> None:
    """Whatever an article holds."""
    line = shown(text)
    assert not re.search(r"[\[\]{}\r\n\u2028\u2029\u200b-\u200f\u202a-\u202e]", line)


def test_a_fake_tag_beside_a_real_one_stays_text() -> None:
    """Only code writes braces."""
    article = annotated("It said {t1: May 1 = 2031-05-01} on March 20.", times={"March 20": "2031-03-20"})
    [line] = lines_of(article).values()
    assert line == "[1] It said ⦃t1: May 1 = 2031-05-01⦄ on {t1: March 20 = 2031-03-20}."


def test_what_the_model_copies_gets_its_brackets_back() -> None:
    """So that it can be found in the article."""
    assert as_written(" ⟦sic⟧ ⦃a⦄ ") == "[sic] {a}"
