"""The library as its user sees it."""

import subprocess
import sys
from datetime import date

import pytest

import timeline
from timeline import Article, Timeline, aextract, extract
from timeline.errors import ConfigurationError, UnreadableInputError

TEXT = "Ana Silva met Per Holm in Oslo on Friday."


def test_an_article_becomes_a_timeline() -> None:
    """Two names and one call."""
    found = extract(Article(text=TEXT, published=date(2024, 5, 20)), engine="rules")
    assert isinstance(found, Timeline)
    (event,) = found.events
    assert event.when is not None
    assert event.when.edtf == "2024-05-17"


async def test_both_ways_to_call_agree() -> None:
    """The sync form works inside a running event loop too, as in a notebook."""
    article = Article(text=TEXT, published=date(2024, 5, 20))
    assert extract(article, engine="rules") == await aextract(article, engine="rules")


def test_what_is_listed_is_there() -> None:
    """Every public name can be had."""
    assert sorted(timeline.__all__) == ["Article", "Event", "Timeline", "aextract", "aextract_stream", "extract"]
    assert all(getattr(timeline, name) for name in timeline.__all__)


def test_importing_the_package_loads_no_model_and_no_server() -> None:
    """`import timeline` is cheap; what is heavy comes when it is used."""
    code = "import sys, timeline; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"openai", "fastapi", "tenacity", "pydantic", "trafilatura", "rich"} & set(loaded)


def test_the_rules_load_no_model() -> None:
    """Extraction by rules needs neither the SDK nor a server."""
    code = (
        "import sys, datetime; from timeline import Article, extract;"
        f"extract(Article(text={TEXT!r}, published=datetime.date(2024, 5, 20)), engine='rules');"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"openai", "fastapi", "tenacity"} & set(loaded)


def test_an_empty_article_is_refused() -> None:
    """There is nothing to read."""
    with pytest.raises(UnreadableInputError, match="no text"):
        extract(Article(text=" ", published=date(2024, 5, 20)), engine="rules")


def test_an_unknown_engine_is_refused() -> None:
    """The message lists the engines there are."""
    with pytest.raises(ConfigurationError, match="auto, llm, rules"):
        extract(Article(text=TEXT, published=date(2024, 5, 20)), engine="magic")


def test_half_a_surrogate_pair_is_refused() -> None:
    """Offsets are code points; half of one is none."""
    with pytest.raises(ValueError, match="surrogate"):
        Article(text="a\ud800", published=date(2024, 5, 20))


def test_the_text_of_an_article_stays_out_of_its_repr() -> None:
    """Logs carry no article text."""
    assert "Ana Silva" not in repr(Article(text=TEXT, published=date(2024, 5, 20)))
