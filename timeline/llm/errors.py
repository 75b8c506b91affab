"""What goes wrong between here and a model.

ModelError (timeline.errors)
└── CallError               one request to a model did not give a reply
    ├── TransientError          408, 409, 429, 5xx, a connection that failed: worth another attempt
    ├── AccessError             401, 403, a spent quota, an unknown model: no request will do better
    ├── RequestRefusedError     any other 4xx: this request will not do better
    │   ├── UnknownModelError         the endpoint says that it has no such model
    │   ├── FormatNotSupportedError   the endpoint does not know this form of structured output
    │   └── PromptTooLongError        the messages do not fit the model's context
    ├── UnreadableBodyError     a reply that is no chat completion
    ├── DeadlineError           the time for the article was over
    ├── RequestsSpentError      the requests allowed for a piece of work were used up
    └── BudgetError             the next request could pass the spending cap

No message holds a key or text of an article.
"""

from timeline.domain.timeline import Usage
from timeline.domain.vocabulary import FailureKind
from timeline.errors import ModelError


class CallError(ModelError):
    """One request to a model did not give a reply. `kind` is what a timeline calls the failure."""

    kind = FailureKind.PROVIDER


class TransientError(CallError):
    """Another attempt may do better.

    `status` is None where no answer came, and `was_sent` says whether the model may have worked all the same.
    `retry_after` is the wait in seconds that the provider asked for.
    """

    def __init__(
        self, message: str, *, status: int | None = None, retry_after: float | None = None, was_sent: bool = False
    ) -> None:
        super().__init__(message)
        self.status = status
        self.retry_after = retry_after
        self.was_sent = was_sent


class AccessError(CallError):
    """No request to this endpoint with this key and model will do better. `status` is what the endpoint answered."""

    def __init__(self, message: str, *, status: int | None = None) -> None:
        super().__init__(message)
        self.status = status


class RequestRefusedError(CallError):
    """The provider does not take this request."""


class UnknownModelError(RequestRefusedError):
    """The endpoint says of this request, otherwise than by 404, that it has no such model."""


class FormatNotSupportedError(RequestRefusedError):
    """The endpoint does not know the form of structured output that was asked for."""


class PromptTooLongError(RequestRefusedError):
    """The messages do not fit the model's context."""

    kind = FailureKind.TRUNCATED


class UnreadableBodyError(CallError):
    """The endpoint answered something that is no chat completion. `usage` is what it says to have used."""

    kind = FailureKind.UNREADABLE_REPLY

    def __init__(self, message: str, *, usage: Usage | None = None) -> None:
        super().__init__(message)
        self.usage = usage


class DeadlineError(CallError):
    """The time for the article was over."""

    kind = FailureKind.DEADLINE


class RequestsSpentError(CallError):
    """The requests allowed for a piece of work were used up."""


class BudgetError(CallError):
    """The next request could pass the spending cap."""

    kind = FailureKind.BUDGET
