"""The words under a picture."""

import pytest

from timeline.text.captions import ends_with_credit, opens_caption


@pytest.mark.parametrize(
    "line",
    [
        "FILE - The harbour of Port Ana.",
        "FILE PHOTO: The harbour.",
        "Photo: Jane Doe",
        "Image: Reuters",
        "File photo of the harbour.",
        "Photo by: Jane Doe",
        "Image caption The harbour",
    ],
)
def test_lines_that_say_that_they_are_captions(line: str) -> None:
    """A caption may name its kind."""
    assert opens_caption(line)


@pytest.mark.parametrize(
    "line", ["Photos of the harbour were shown.", "Image is everything, said Noor.", "Files were burnt."]
)
def test_sentences_about_pictures_are_no_captions(line: str) -> None:
    """A picture may be the subject of a sentence."""
    assert not opens_caption(line)


@pytest.mark.parametrize(
    "tail",
    [
        "on the quay. — AFP/File",
        "on the quay. - AFP",
        "on the quay. REUTERS/Jane Doe".replace(". R", " | R"),
        "on the quay. (AP Photo/Jane Doe)",
        "on the quay. (AP Photo/Jane Doe, File)",
        "on the quay [Photo: Jane Doe/Reuters]",
        "on the quay. Photograph: Jane Doe",
        "on the quay (Reuters)",
        "on the quay. Photo/Reuters",
    ],
)
def test_a_credit_at_the_end_is_told(tail: str) -> None:
    """A picture's maker stands behind a dash, a slash, a bar or in brackets."""
    assert ends_with_credit(tail)


@pytest.mark.parametrize(
    "tail", ["the ministry told Reuters.", "according to AFP.", "the deal (worth $3 bn).", "the bridge - and the road."]
)
def test_a_source_in_the_sentence_is_no_credit(tail: str) -> None:
    """An agency that is quoted made no picture."""
    assert not ends_with_credit(tail)
