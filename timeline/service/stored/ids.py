"""The ids that stand in paths."""

from typing import Annotated

from fastapi import Path

ARTICLE_EXAMPLE = "sha256:7d2f6c9b3e0f4c2a8a5a6b1f0c9d8e7f6a5b4c3d2e1f00112233445566778899"
EVENT_EXAMPLE = "evt_3f1c0a5e3b7d4c6f"

ArticleId = Annotated[
    str,
    Path(
        pattern="^sha256:[0-9a-f]{64}$",
        description="`sha256:` and the SHA-256 of the text.",
        examples=[ARTICLE_EXAMPLE],
    ),
]
EventId = Annotated[
    str, Path(pattern="^evt_[0-9A-Za-z_-]{1,80}$", description="The event's `id`.", examples=[EVENT_EXAMPLE])
]
