"""What each step of the pipeline costs the processor by itself, for one article and its reply."""

import asyncio
import time
from collections.abc import Callable
from typing import NamedTuple

from evals.bench.harbour import REPLY, edition
from timeline.assembly import assemble
from timeline.assembly.proof import proof_checker
from timeline.domain.annotated import AnnotatedArticle
from timeline.domain.draft import DraftEvent
from timeline.engines.llm.chunks import chunks_of, lines_of
from timeline.engines.llm.engine import LlmEngine
from timeline.engines.llm.options import LlmOptions
from timeline.engines.llm.parsing import parse_reply
from timeline.engines.llm.questions import Questions, load_prompts
from timeline.llm.forms import ReplyForm, request_body
from timeline.llm.messages import ModelReply, ModelRequest
from timeline.llm.scripted import ScriptedModel
from timeline.reading.annotation import annotate
from timeline.text.language import looks_english

RUNS = 60


class Step(NamedTuple):
    """Milliseconds of processor time, at the median."""

    name: str
    milliseconds: float


def request_for(article: AnnotatedArticle, questions: Questions, options: LlmOptions) -> ModelRequest:
    """Return what the model is asked about an article that fits one chunk."""
    chunks = chunks_of(article, lines_of(article), tokens=options.chunk_tokens, overlap=options.overlap)
    return questions.read(article, chunks[0])


def steps() -> list[Step]:
    """Measure the steps that need no provider, in the order in which an article takes them."""
    options = LlmOptions(coverage=False)
    questions = Questions(load_prompts(), options.parameters)
    text = REPLY.read_text(encoding="utf-8")
    drafts = [item.draft for item in parse_reply(ModelReply(text=text)).items if item.draft]
    engine = LlmEngine(ScriptedModel(lambda _: text), load_prompts(), options, checker=proof_checker)
    draft = asyncio.run(engine.draft(annotate(edition(RUNS))))

    editions = [annotate(edition(number)) for number in range(RUNS)]

    def ask(number: int) -> None:
        request_body(
            request_for(editions[number], questions, options),
            model="stub",
            form=ReplyForm.STRICT_SCHEMA,
            output_limit=("max_tokens", None),
        )

    return [
        _measured("number and tag", lambda number: annotate(edition(number))),
        _measured("tell the language", lambda number: looks_english(edition(number).text)),
        _measured("write the prompt", ask),
        _measured("parse the reply", lambda _: parse_reply(ModelReply(text=text))),
        _measured("prove", lambda number: _prove(editions[number], drafts)),
        _measured("assemble what is proved", lambda number: assemble(editions[number], draft)),
    ]


def _prove(annotated: AnnotatedArticle, drafts: list[DraftEvent]) -> None:
    check = proof_checker(annotated)
    for draft in drafts:
        check(draft)


def _measured(name: str, work: Callable[[int], object]) -> Step:
    taken = []
    for number in range(RUNS):
        started = time.process_time()
        work(number)
        taken.append(time.process_time() - started)
    return Step(name, 1000 * sorted(taken)[RUNS // 2])
