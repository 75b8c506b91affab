"""From what a client sends to an article: read, or fetched and read, within the limits."""

import asyncio

from timeline.domain.article import Article
from timeline.errors import ConfigurationError
from timeline.reading.documents import DocumentKind, read_document
from timeline.service.models.submission import Submission
from timeline.service.problems import ProblemError, kinds
from timeline.service.services import Services


async def read_submission(submission: Submission, services: Services) -> Article:
    """Return the article of a submission.

    Raises:
        InputError: The document is empty, holds no article, has no date, or cannot be fetched.
        ConfigurationError: A URL is given, and this server does not fetch.
        ProblemError: The article is too long.
    """
    check_length(submission.text or "", services.settings.max_text)
    article = await (_fetch(submission.url, submission, services) if submission.url is not None else _read(submission))
    check_length(article.text, services.settings.max_text)
    return article


def check_length(text: str, most: int) -> None:
    """Refuse the text of an article of more than `most` characters.

    Raises:
        ProblemError: It is longer.
    """
    if len(text) > most:
        detail = f"the article has {len(text)} characters; at most {most} are taken"
        raise ProblemError(kinds.TOO_LARGE, detail)


async def _fetch(url: str, submission: Submission, services: Services) -> Article:
    if services.fetcher is None:
        raise ConfigurationError("this server fetches no URL; send the page as 'html', or set TIMELINE_FETCH=1 on it")
    page = await services.fetcher.fetch(url)
    return await asyncio.to_thread(
        page.read, published=submission.published, title=submission.title, source=submission.source
    )


async def _read(submission: Submission) -> Article:
    return await asyncio.to_thread(
        read_document,
        submission.html or submission.text or "",
        published=submission.published,
        title=submission.title,
        source=submission.source,
        kind=DocumentKind.TEXT if submission.html is None else DocumentKind.HTML,
    )
