"""One sentence with everything that its reading needs."""

from datetime import date
from typing import NamedTuple

from timeline.domain.annotated import Layout, Sentence
from timeline.engines.rules.dates import Dates
from timeline.engines.rules.places import Gazetteer
from timeline.engines.rules.references import References
from timeline.engines.rules.sources import SourceReader
from timeline.engines.rules.status import StatusReader
from timeline.engines.rules.syntax.clauses import Parse


class SentenceReading(NamedTuple):
    """A parsed sentence and its readers."""

    sentence: Sentence
    parse: Parse
    text: str
    published: date
    references: References
    gazetteer: Gazetteer
    dates: Dates
    sources: SourceReader
    status: StatusReader

    @property
    def number(self) -> int:
        """The number of the sentence."""
        return self.sentence.number

    @property
    def layout(self) -> Layout:
        """What part of the page the sentence is."""
        return self.sentence.layout
