"""Every error the package raises on purpose.

TimelineError
├── InputError           the input cannot be used: empty, binary, no date, not a timeline
│   ├── UnreadableInputError     a file or stream that cannot be read as an article
│   ├── NoPublicationDateError   neither given nor found in the document
│   └── FetchError               a page that may not be fetched, or is not to be had
├── ConfigurationError   a setting is wrong or missing
├── ModelError           the model cannot be had: wrong key, unreachable, failing to the end
└── StoreError           the store cannot be had

The message names the offending value and what to do about it. `exit_code` is the command line's.
"""


class TimelineError(Exception):
    """The base of the tree."""

    exit_code = 2


class InputError(TimelineError):
    """The input cannot be used."""


class UnreadableInputError(InputError):
    """A file or stream that cannot be read as an article."""


class NoPublicationDateError(InputError):
    """Neither given nor found; it is never guessed."""


class FetchError(InputError):
    """A page that may not be fetched, or is not to be had."""


class ConfigurationError(TimelineError):
    """A setting is wrong or missing."""


class ModelError(TimelineError):
    """The model cannot be had."""

    exit_code = 3


class StoreError(TimelineError):
    """The store cannot be had."""

    exit_code = 3
