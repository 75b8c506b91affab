"""How many tokens a text will be, without a tokenizer: their tables are downloads."""

import math

from timeline.domain.timeline import Usage
from timeline.domain.value import Value
from timeline.llm.messages import ModelRequest

CHARACTERS_PER_TOKEN = 4.0
"""Of English; other scripts take about one token for one and a half characters."""

_OTHER_CHARACTERS_PER_TOKEN = 1.5
_WEIGHT_OF_NEWEST = 0.2
_FIRST_OUTPUT = 1000.0


class Estimate(Value):
    """What a piece of work will take, by rule of thumb, before it is begun."""

    requests: int
    usage: Usage


def tokens_of(text: str) -> int:
    """Estimate the tokens of `text`."""
    english = len(text) if text.isascii() else len(text.encode("ascii", errors="ignore"))
    return math.ceil(english / CHARACTERS_PER_TOKEN + (len(text) - english) / _OTHER_CHARACTERS_PER_TOKEN)


def input_of(request: ModelRequest) -> int:
    """Estimate the input tokens of a request."""
    return sum(tokens_of(message.content) for message in request.messages)


class Estimator:
    """Corrects estimates of requests by what replies say they took."""

    def __init__(self) -> None:
        self._input_ratio = 1.0
        self._output = _FIRST_OUTPUT

    def input(self, estimate: int) -> int:
        """Return the estimate of a request's input tokens, corrected."""
        return math.ceil(estimate * self._input_ratio)

    def output(self) -> int:
        """Estimate the output tokens of the next reply."""
        return math.ceil(self._output)

    def correct(self, estimate: int, usage: Usage) -> None:
        """Learn from the tokens of a reply to a request of which that was the estimate."""
        if usage.input:
            self._input_ratio += _WEIGHT_OF_NEWEST * (usage.input / max(estimate, 1) - self._input_ratio)
        if usage.output:
            self._output += _WEIGHT_OF_NEWEST * (usage.output - self._output)
