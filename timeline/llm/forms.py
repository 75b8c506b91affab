"""The forms in which structured output is asked for, the most reliable first, and how a reply is read.

Endpoints differ in what they take: strict JSON Schema, a forced tool call, JSON mode, or nothing of the
kind. The prompt describes the reply in words too, so that the last two work without a schema.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from pydantic import JsonValue

from timeline.domain.timeline import Usage
from timeline.llm.errors import UnreadableBodyError
from timeline.llm.messages import Finish, ModelReply, ModelRequest, ReplySchema

Payload = Mapping[str, Any]
"""A chat completion as the provider sent it."""


class ReplyForm(StrEnum):
    """How the form of a reply is enforced."""

    STRICT_SCHEMA = "strict JSON Schema"
    TOOL_CALL = "tool call"
    JSON_OBJECT = "JSON mode"
    PLAIN = "plain text"

    @property
    def weaker(self) -> "ReplyForm | None":
        """The form to fall back on, or None."""
        forms = list(ReplyForm)
        following = forms.index(self) + 1
        return forms[following] if following < len(forms) else None


_FINISHES = {
    "stop": Finish.COMPLETE,
    "tool_calls": Finish.COMPLETE,
    "function_call": Finish.COMPLETE,
    "length": Finish.TRUNCATED,
    "content_filter": Finish.FILTERED,
}


def request_body(
    request: ModelRequest, *, model: str, form: ReplyForm, output_limit: tuple[str, int | None]
) -> dict[str, JsonValue]:
    """Return the body of a chat completion request.

    `output_limit` is what the provider calls the limit of output tokens, and the limit, or None for none.
    """
    body: dict[str, JsonValue] = {
        "model": model,
        "messages": [{"role": message.role, "content": message.content} for message in request.messages],
    }
    body |= request.parameters.model_dump(exclude_none=True, exclude={"max_output_tokens"})
    limit_name, limit = output_limit
    if limit is not None:
        body[limit_name] = limit
    if request.reply is not None:
        body |= _form_fields(request.reply, form)
    return body


def _form_fields(reply: ReplySchema, form: ReplyForm) -> dict[str, JsonValue]:
    named: dict[str, JsonValue] = {"name": reply.name, "strict": True}
    match form:
        case ReplyForm.STRICT_SCHEMA:
            return {"response_format": {"type": "json_schema", "json_schema": {**named, "schema": reply.definition}}}
        case ReplyForm.TOOL_CALL:
            choice: dict[str, JsonValue] = {"type": "function", "function": {"name": reply.name}}
            tool: dict[str, JsonValue] = {"type": "function", "function": {**named, "parameters": reply.definition}}
            return {"tools": [tool], "tool_choice": choice}
        case ReplyForm.JSON_OBJECT:
            return {"response_format": {"type": "json_object"}}
        case ReplyForm.PLAIN:
            return {}


def read_reply(payload: Payload) -> ModelReply:
    """Return what a chat completion says, its end and its tokens.

    Raises:
        UnreadableBodyError: It is none, or holds no choice or no text.
    """
    usage = usage_of(payload)
    choice = _first_choice(payload)
    message = choice.get("message")
    if not isinstance(message, dict):
        raise UnreadableBodyError("the reply holds no message", usage=usage)
    refusal = message.get("refusal")
    if isinstance(refusal, str) and refusal:
        return ModelReply(text=_encodable(refusal), finish=Finish.REFUSED, usage=usage)
    finish = _FINISHES.get(str(choice.get("finish_reason")), Finish.COMPLETE)
    text = _text_of(message)
    if text is None and finish is Finish.COMPLETE:
        raise UnreadableBodyError("the reply holds no text", usage=usage)
    return ModelReply(text=text or "", finish=finish, usage=usage)


def _first_choice(payload: Payload) -> dict[str, Any]:
    choices = payload.get("choices")
    if not isinstance(choices, list) or not choices or not isinstance(choices[0], dict):
        raise UnreadableBodyError("the reply holds no choice", usage=usage_of(payload))
    return choices[0]


def _text_of(message: Mapping[str, Any]) -> str | None:
    calls = message.get("tool_calls")
    if isinstance(calls, list) and calls and isinstance(calls[0], dict):
        function = calls[0].get("function")
        arguments = function.get("arguments") if isinstance(function, dict) else None
        if isinstance(arguments, str) and arguments:
            return _encodable(arguments)
    content = message.get("content")
    if isinstance(content, list):  # some servers send the text in pieces
        pieces = [piece.get("text") for piece in content if isinstance(piece, dict)]
        content = "".join(piece for piece in pieces if isinstance(piece, str))
    return _encodable(content) if isinstance(content, str) and content else None


def _encodable(text: str) -> str:
    """Replace halves of surrogate pairs, which JSON can escape and UTF-8 cannot hold."""
    return text.encode(errors="replace").decode()


def usage_of(payload: Payload) -> Usage:
    """Return the tokens that a chat completion reports, zero where it reports none."""
    usage = payload.get("usage")
    if not isinstance(usage, dict):
        return Usage()
    details = usage.get("prompt_tokens_details")
    return Usage(
        input=_count(usage.get("prompt_tokens")),
        cached=_count(details.get("cached_tokens")) if isinstance(details, dict) else 0,
        output=_count(usage.get("completion_tokens")),
    )


def _count(value: object) -> int:
    return value if isinstance(value, int) and value > 0 else 0
