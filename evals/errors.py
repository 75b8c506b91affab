"""Every error the evals raise on purpose.

EvalError
├── GoldError               labels that break the codebook
├── RunError                a run, baseline or data folder that cannot be read
├── RegressedError          a score below its floor
└── NotComparableError      two things that must not be compared
    └── StaleError          recordings that no longer answer what is asked

`exit_code` is the command line's: 1 regressed, 2 usage, 3 not comparable.
"""

from pathlib import Path

from timeline.errors import TimelineError


class EvalError(TimelineError):
    """The base of the tree."""

    exit_code = 2


class GoldError(EvalError):
    """Labels that break the codebook.

    Attributes:
        path: The refused file.
        reasons: What is wrong with it, each in words.
    """

    def __init__(self, path: Path, reasons: list[str]) -> None:
        self.path = path
        self.reasons = reasons
        super().__init__("\n".join(f"{path}: {reason}" for reason in reasons))


class RunError(EvalError):
    """A run, baseline or data folder that cannot be read."""


class RegressedError(EvalError):
    """A score below its floor."""

    exit_code = 1


class NotComparableError(EvalError):
    """Two things that must not be compared."""

    exit_code = 3


class StaleError(NotComparableError):
    """Recordings that no longer answer what is asked."""
