"""What an article will take, before it is read: by rule of thumb, for a dry run."""

import json

from timeline.domain.annotated import AnnotatedArticle
from timeline.domain.timeline import Usage
from timeline.engines.llm.chunks import Chunk, chosen, chunks_of, lines_of
from timeline.engines.llm.options import LlmOptions
from timeline.engines.llm.questions import Questions
from timeline.engines.llm.records import Records
from timeline.llm.estimate import Estimate, tokens_of
from timeline.llm.messages import ModelRequest

OUTPUT_TOKENS_PER_LINE = 45
"""News has about two events in five sentences, and one takes about 110 tokens."""

_ASKED_AGAIN = 3
"""One line in so many is asked about in the coverage pass, which seldom finds much in it."""


def estimate(article: AnnotatedArticle, questions: Questions, options: LlmOptions) -> Estimate:
    """Return the requests and tokens to expect, without retries and repairs."""
    lines = lines_of(article)
    chunks = chunks_of(article, lines, tokens=options.chunk_tokens, overlap=options.overlap)
    requests = [questions.read(article, chunk) for chunk in chunks]
    output = len(lines) * OUTPUT_TOKENS_PER_LINE
    if options.coverage:
        asked = (Chunk(chosen(chunk.lines, chunk.numbers[::_ASKED_AGAIN])) for chunk in chunks)
        requests += [questions.cover(article, Records(()), chunk) for chunk in asked]
        output += output // _ASKED_AGAIN // 2
    return Estimate(requests=len(requests), usage=Usage(input=sum(map(_input_of, requests)), output=output))


def _input_of(request: ModelRequest) -> int:
    schema = tokens_of(json.dumps(request.reply.definition)) if request.reply is not None else 0
    return schema + sum(tokens_of(message.content) for message in request.messages)
