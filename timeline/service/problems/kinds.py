"""Every kind of problem the service answers with: its address, status, and what a client can do about it."""

from http import HTTPStatus
from typing import NamedTuple


class Kind(NamedTuple):
    """One kind of problem. `meaning` and `remedy` are what its page says."""

    name: str
    status: HTTPStatus
    title: str
    meaning: str
    remedy: str

    @property
    def type(self) -> str:
        """The `type` of the problem: a reference to its page; a kind without a name says no more than its status."""
        return f"/problems/{self.name}" if self.name else "about:blank"


MALFORMED_JSON = Kind(
    "malformed-json",
    HTTPStatus.BAD_REQUEST,
    "The body is not JSON",
    "The body of the request could not be read as JSON in UTF-8.",
    "Send one JSON object; `detail` says where reading stopped.",
)
KEY_REQUIRED = Kind(
    "key-required",
    HTTPStatus.UNAUTHORIZED,
    "An API key is required",
    "This server answers clients with an API key only, and the request has none that is valid.",
    "Send `Authorization: Bearer KEY` or `X-API-Key: KEY`. `timeline keys create NAME` makes a key.",
)
MISDIRECTED = Kind(
    "misdirected",
    HTTPStatus.MISDIRECTED_REQUEST,
    "Not a name of this server",
    "Without an API key the server is open to this machine alone, and answers only under this machine's own names.",
    "Ask `localhost` or `127.0.0.1`, or make a key with `timeline keys create NAME` to serve under other names.",
)
NOT_FOUND = Kind(
    "not-found",
    HTTPStatus.NOT_FOUND,
    "Not found",
    "There is nothing at this address, or it was deleted.",
    "Check the id; `GET /v1/articles` lists what is stored.",
)
METHOD_NOT_ALLOWED = Kind(
    "method-not-allowed",
    HTTPStatus.METHOD_NOT_ALLOWED,
    "Method not allowed",
    "The address exists, but not for this method.",
    "Use a method that the header `Allow` lists.",
)
NOT_ACCEPTABLE = Kind(
    "not-acceptable",
    HTTPStatus.NOT_ACCEPTABLE,
    "Not acceptable",
    "The header `Accept` names no media type that this address can answer with.",
    "Ask for a type that `detail` lists, or send no `Accept`.",
)
TOO_LARGE = Kind(
    "too-large",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "Too large",
    "The body of the request, or the text of an article, is longer than this server takes.",
    "Split it, or raise `TIMELINE_MAX_BODY` or `TIMELINE_MAX_TEXT` on the server.",
)
UNSUPPORTED_MEDIA_TYPE = Kind(
    "unsupported-media-type",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    "Unsupported media type",
    "The body is not declared as JSON.",
    "Send `Content-Type: application/json`.",
)
INVALID_REQUEST = Kind(
    "invalid-request",
    HTTPStatus.UNPROCESSABLE_ENTITY,
    "The request is not valid",
    "A field or a parameter is missing, unknown, or has a value that it cannot have.",
    "`errors` lists every fault with the `pointer` into the body or the `parameter` that it is about.",
)
UNUSABLE_DOCUMENT = Kind(
    "unusable-document",
    HTTPStatus.UNPROCESSABLE_ENTITY,
    "The document cannot be used",
    "The document is empty, no text, holds no article, or could not be fetched.",
    "Give the text or the page of one news article; `detail` says what is wrong with this one.",
)
NO_PUBLICATION_DATE = Kind(
    "no-publication-date",
    HTTPStatus.UNPROCESSABLE_ENTITY,
    "No publication date",
    "The document does not say when it was published, and relative dates are resolved against that day alone.",
    "Give `published`, as `2024-10-12`.",
)
NOT_CONFIGURED = Kind(
    "not-configured",
    HTTPStatus.UNPROCESSABLE_ENTITY,
    "Not configured on this server",
    "The request asks for something that this server is not set up for, such as a model or fetching URLs.",
    "Ask without it, or set the server up as `detail` says.",
)
TOO_MANY_REQUESTS = Kind(
    "too-many-requests",
    HTTPStatus.TOO_MANY_REQUESTS,
    "Too many requests",
    "The key, or the client's address where there is none, sent more requests a minute than `TIMELINE_RATE` allows.",
    "Wait for as many seconds as the header `Retry-After` says.",
)
INTERNAL_ERROR = Kind(
    "internal-error",
    HTTPStatus.INTERNAL_SERVER_ERROR,
    "The service failed",
    "The service has a fault.",
    "Look for `request_id` in the server's log, and report what it says.",
)
MODEL_FAILED = Kind(
    "model-failed",
    HTTPStatus.BAD_GATEWAY,
    "The model cannot be had",
    "The model's provider refused the request or answered with errors to the end.",
    "`detail` has the provider's reason; a wrong key or model name is for who runs this server to mend.",
)
MODEL_BUSY = Kind(
    "model-busy",
    HTTPStatus.SERVICE_UNAVAILABLE,
    "The model has no room",
    "The provider turned requests away for their number, or the spending cap is reached.",
    "Try again later, or with the engine `rules`.",
)
STORE_UNAVAILABLE = Kind(
    "store-unavailable",
    HTTPStatus.SERVICE_UNAVAILABLE,
    "The store cannot be had",
    "The database does not answer.",
    "Try again later; `GET /readyz` says when the service is ready.",
)
NOT_READY = Kind(
    "not-ready",
    HTTPStatus.SERVICE_UNAVAILABLE,
    "Not ready",
    "The process is alive, but the store or the model cannot be had now.",
    "`detail` names what fails; ask again after as many seconds as the header `Retry-After` says.",
)
STOPPING = Kind(
    "stopping",
    HTTPStatus.SERVICE_UNAVAILABLE,
    "The service is stopping",
    "The service was told to stop, and gave up this request at the end of its time of grace.",
    "Send the request again: another process answers, or this one when it is back.",
)
TOO_SLOW = Kind(
    "too-slow",
    HTTPStatus.GATEWAY_TIMEOUT,
    "The time was over",
    "The model, or the whole request, took longer than this server allows.",
    "Send a shorter article, or raise `TIMELINE_TIME_LIMIT` or `TIMELINE_DEADLINE` on the server.",
)

KINDS: tuple[Kind, ...] = (
    MALFORMED_JSON,
    KEY_REQUIRED,
    MISDIRECTED,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    NOT_ACCEPTABLE,
    TOO_LARGE,
    UNSUPPORTED_MEDIA_TYPE,
    INVALID_REQUEST,
    UNUSABLE_DOCUMENT,
    NO_PUBLICATION_DATE,
    NOT_CONFIGURED,
    TOO_MANY_REQUESTS,
    INTERNAL_ERROR,
    MODEL_FAILED,
    MODEL_BUSY,
    STORE_UNAVAILABLE,
    NOT_READY,
    STOPPING,
    TOO_SLOW,
)


def kind_of_status(status: int) -> Kind | None:
    """Return the first kind that has a status, or None."""
    return next((kind for kind in KINDS if kind.status == status), None)
