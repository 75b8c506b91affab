"""A long article is packed into chunks that know what came before."""

from hypothesis import given
from hypothesis import strategies as st

from tests.engines.llm.articles import MEETING, annotated
from timeline.engines.llm.chunks import Chunk, chunks_of, lines_of
from timeline.llm.estimate import tokens_of


def test_a_short_article_is_one_chunk() -> None:
    """Nothing stands before it."""
    [chunk] = chunks_of(MEETING, lines_of(MEETING), tokens=1000, overlap=3)
    assert (chunk.numbers, chunk.context, chunk.people) == ((1, 2, 3, 4), {}, ())


def test_a_chunk_has_the_end_of_the_one_before_and_the_names_so_far() -> None:
    """The numbers are those of the article."""
    first, second, *_ = chunks_of(MEETING, lines_of(MEETING), tokens=30, overlap=1)
    assert first.numbers[-1] + 1 == second.numbers[0]
    assert list(second.context) == [first.numbers[-1]]
    assert "Port Amsel" in second.people


@given(st.lists(st.text("ab .", min_size=1, max_size=300), max_size=30), st.integers(10, 200), st.integers(0, 3))
def test_every_sentence_is_read_once_under_the_budget(texts: list[str], tokens: int, overlap: int) -> None:
    """A sentence that alone is longer goes alone."""
    article = annotated(*texts)
    chunks = chunks_of(article, lines_of(article), tokens=tokens, overlap=overlap)
    assert [number for chunk in chunks for number in chunk.numbers] == list(range(1, len(texts) + 1))
    for chunk in chunks:
        assert len(chunk.lines) == 1 or sum(map(tokens_of, chunk.lines.values())) <= tokens


def test_halves_read_every_line_once() -> None:
    """The second knows the end of the first."""
    lines = {number: f"[{number}] x" for number in range(1, 6)}
    first, second = Chunk(lines, people=("Ada Brandt",)).halves()
    assert [*first.lines.items(), *second.lines.items()] == list(lines.items())
    assert second.context == {2: lines[2]}
    assert second.people == ("Ada Brandt",)
