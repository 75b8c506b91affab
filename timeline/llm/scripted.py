"""A model whose replies are written beforehand: for tests, demonstrations and attacks on the pipeline."""

from collections.abc import Callable, Iterable

from timeline.llm.account import Account
from timeline.llm.errors import CallError
from timeline.llm.messages import ModelReply, ModelRequest

Step = ModelReply | CallError | str
"""A reply, an error to raise, or the text of a complete reply."""

Script = Iterable[Step] | Callable[[ModelRequest], Step]


class ScriptedModel:
    """Answers with the steps of its script in order, or with what the script says to each request.

    It remembers the requests it was asked, and fails loudly when the script is over.
    """

    def __init__(self, script: Script, *, name: str = "scripted") -> None:
        self.requests: list[ModelRequest] = []
        self._name = name
        self._answer = script if callable(script) else _in_order(script)

    @property
    def name(self) -> str:
        """The name it goes by."""
        return self._name

    async def ask(self, request: ModelRequest, account: Account) -> ModelReply:
        """Give the next step of the script."""
        account.open_request(is_retry=False)
        self.requests.append(request)
        step = self._answer(request)
        if isinstance(step, CallError):
            raise step
        reply = ModelReply(text=step) if isinstance(step, str) else step
        account.add(reply.usage)
        return reply


def _in_order(steps: Iterable[Step]) -> Callable[[ModelRequest], Step]:
    remaining = iter(list(steps))

    def answer(_: ModelRequest) -> Step:
        try:
            return next(remaining)
        except StopIteration:
            raise AssertionError("the script is over: the model was asked once more than it says") from None

    return answer
