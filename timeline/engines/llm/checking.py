"""What is cheap to check of a draft against its article, and worth asking the model about again."""

from collections.abc import Callable

from timeline.domain.annotated import AnnotatedArticle
from timeline.domain.draft import DraftEvent
from timeline.text.search import SearchableText

Checker = Callable[[DraftEvent], str | None]
"""Says what is wrong with a draft, or None."""

CheckerFactory = Callable[[AnnotatedArticle], Checker]
"""Makes the checker for an article."""


def pointer_checker(article: AnnotatedArticle) -> Checker:
    """Check that a draft cites sentences that are there, a tag that is there, and a trigger that stands in them."""
    text = SearchableText(article.article.text)

    def check(draft: DraftEvent) -> str | None:
        return (
            _unknown_sentence(article, draft)
            or _missing_trigger(article, text, draft)
            or _unknown_date(article, text, draft)
        )

    return check


def _unknown_sentence(article: AnnotatedArticle, draft: DraftEvent) -> str | None:
    if not draft.evidence:
        return "ev: cites no sentence"
    known = article.sentence_by_number
    unknown = [number for number in draft.evidence if number not in known or not known[number].is_evidence]
    return f"ev: there is no sentence {unknown[0]}" if unknown else None


def _missing_trigger(article: AnnotatedArticle, text: SearchableText, draft: DraftEvent) -> str | None:
    cited = (article.sentence_by_number[number].span for number in draft.evidence)
    if any(text.find(draft.trigger, within=span) for span in cited):
        return None
    return f"trig: {draft.trigger!r} does not stand in the cited sentences; copy it letter by letter"


def _unknown_date(article: AnnotatedArticle, text: SearchableText, draft: DraftEvent) -> str | None:
    when = draft.when
    if when is None or when in article.time_by_id or text.find(when):
        return None
    return f"when: {when!r} is neither a tag nor a phrase of the article"
