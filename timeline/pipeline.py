"""The way of an article through the program: numbered and tagged, drafted by an engine, proved and assembled."""

from timeline.assembly import assemble
from timeline.domain.article import Article
from timeline.domain.timeline import Timeline
from timeline.domain.vocabulary import WarningCode
from timeline.engines.engine import Engine
from timeline.errors import UnreadableInputError
from timeline.reading.annotation import annotate
from timeline.text.language import looks_english


async def extract_timeline(article: Article, engine: Engine) -> Timeline:
    """Return the proved timeline of `article`.

    Raises:
        UnreadableInputError: The article has no text.
        ModelError: The engine's model cannot be had at all.
    """
    if not article.text.strip():
        raise UnreadableInputError("the article has no text; give the text of a news article")
    annotated = annotate(article)
    draft = await engine.draft(annotated)
    warnings = () if looks_english(article.text) else (WarningCode.NOT_ENGLISH,)
    return assemble(annotated, draft, warnings)
