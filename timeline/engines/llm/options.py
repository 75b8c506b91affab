"""How the LLM engine works."""

from pydantic import Field

from timeline.domain.value import Value
from timeline.llm.messages import Parameters


class LlmOptions(Value):
    """Options of the LLM engine.

    `chunk_tokens` is how much of an article goes into one request, `overlap` how many sentences of the chunk
    before are shown again. `requests_per_chunk` bounds what one chunk may ask in all, `requests_when_split`
    where a truncated reply made it smaller ones. `deadline` is in seconds for one article, None for none.
    """

    parameters: Parameters = Parameters()
    chunk_tokens: int = Field(default=3000, ge=100)
    overlap: int = Field(default=3, ge=0)
    requests_per_chunk: int = Field(default=12, ge=1)
    requests_when_split: int = Field(default=40, ge=1)
    deadline: float | None = Field(default=None, gt=0)
    repair: bool = True
    coverage: bool = True
