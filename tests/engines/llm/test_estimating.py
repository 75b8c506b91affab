"""A dry run says what an article will take, and asks nobody."""

from tests.engines.llm.articles import MEETING, annotated
from timeline.engines.llm.engine import LlmEngine
from timeline.engines.llm.options import LlmOptions
from timeline.engines.llm.questions import load_prompts
from timeline.llm.scripted import ScriptedModel


def _engine(options: LlmOptions) -> LlmEngine:
    return LlmEngine(ScriptedModel([]), load_prompts(), options)


def test_the_prompt_and_the_article_are_counted() -> None:
    """One request for one chunk, within a fifth of what its characters come to."""
    estimate = _engine(LlmOptions(coverage=False)).estimate(MEETING)
    assert estimate.requests == 1
    assert 2500 < estimate.usage.input < 4500
    assert estimate.usage.output == 4 * 45


def test_each_chunk_has_the_prompt_again() -> None:
    """And a second look costs a request more for each."""
    article = annotated(*["Ada Brandt met Ivo Castell in Port Amsel and spoke of cables for hours." for _ in range(8)])
    one = _engine(LlmOptions(coverage=False)).estimate(article)
    two = _engine(LlmOptions(coverage=False, chunk_tokens=100)).estimate(article)
    covered = _engine(LlmOptions(chunk_tokens=100)).estimate(article)
    assert (one.requests, two.requests, covered.requests) == (1, 2, 4)
    assert two.usage.input > 1.9 * one.usage.input
    assert covered.usage.input > two.usage.input


def test_an_article_without_text_takes_nothing() -> None:
    """There is nothing to ask."""
    estimate = _engine(LlmOptions()).estimate(annotated())
    assert (estimate.requests, estimate.usage.input) == (0, 0)
