"""Parameters that would be left out in silence are faults instead."""

from collections import Counter

from fastapi import Request

from timeline.service.problems import Fault, ProblemError, kinds


def each_once(request: Request) -> None:
    """Refuse a parameter that stands in the query twice: only one of its values could be used.

    Raises:
        ProblemError: There is one.
    """
    counts = Counter(name for name, _ in request.query_params.multi_items())
    faults = [
        Fault(detail=f"stands in the query {count} times; give it once", parameter=name)
        for name, count in counts.items()
        if count > 1
    ]
    if faults:
        said = "; ".join(f"{fault.parameter}: {fault.detail}" for fault in faults)
        raise ProblemError(kinds.INVALID_REQUEST, said, errors=faults)
