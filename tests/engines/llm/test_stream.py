"""Parts of a draft come as the chunks are read; who stops listening stops the work."""

import asyncio
from contextlib import aclosing

from tests.engines.llm.articles import annotated
from tests.engines.llm.replies import item, reply
from timeline.engines.llm.engine import LlmEngine
from timeline.engines.llm.options import LlmOptions
from timeline.engines.llm.questions import load_prompts
from timeline.llm.account import Account
from timeline.llm.messages import ModelReply, ModelRequest

ARTICLE = annotated(*["Ada Brandt met Ivo Castell in Port Amsel and spoke of cables for hours." for _ in range(8)])
OPTIONS = LlmOptions(chunk_tokens=100, coverage=False)


class GatedModel:
    """Answers a request when its gate is opened, and remembers those that were cancelled."""

    name = "gated"

    def __init__(self) -> None:
        self.gates: list[asyncio.Event] = []
        self.cancelled = 0

    async def ask(self, request: ModelRequest, account: Account) -> ModelReply:
        """Wait for the gate."""
        gate = asyncio.Event()
        self.gates.append(gate)
        try:
            await gate.wait()
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        account.open_request(is_retry=False)
        first = int(request.messages[1].content.rpartition("\n\n[")[2].partition("]")[0])
        return ModelReply(text=reply(item(ev=[first], when=None)))


async def test_chunks_are_read_at_the_same_time_and_yielded_in_order() -> None:
    """The second may be ready first."""
    model = GatedModel()
    stream = LlmEngine(model, load_prompts(), OPTIONS).stream(ARTICLE)
    async with aclosing(stream):
        first = asyncio.ensure_future(anext(stream))
        while len(model.gates) < 2:
            await asyncio.sleep(0)
        model.gates[1].set()
        await asyncio.sleep(0)
        assert not first.done()
        model.gates[0].set()
        assert (await first).events[0].evidence == (1,)
        second = await anext(stream)
    assert second.events[0].evidence[0] > 1


async def test_work_stops_when_nobody_listens() -> None:
    """Requests under way are cancelled, so that they cost no more."""
    model = GatedModel()
    stream = LlmEngine(model, load_prompts(), OPTIONS).stream(ARTICLE)
    first = asyncio.ensure_future(anext(stream))
    while len(model.gates) < 2:
        await asyncio.sleep(0)
    model.gates[0].set()
    await first
    await stream.aclose()
    assert model.cancelled == 1
