"""The rules engine: sentences are parsed, their verbs and nouns read, the mentions put together and linked."""

from collections.abc import Iterator, Sequence

from timeline.domain.annotated import AnnotatedArticle, Sentence
from timeline.domain.draft import Draft, DraftEvent, DraftParticipant, DraftRelation
from timeline.engines.rules.dates import Dates
from timeline.engines.rules.linking import Link, Linker
from timeline.engines.rules.mentions import Mention
from timeline.engines.rules.merging import put_together
from timeline.engines.rules.names import NameBook
from timeline.engines.rules.noun_mentions import NounReader
from timeline.engines.rules.places import Gazetteer
from timeline.engines.rules.records import Record
from timeline.engines.rules.references import References
from timeline.engines.rules.sentence import SentenceReading
from timeline.engines.rules.sources import SourceReader
from timeline.engines.rules.status import StatusReader
from timeline.engines.rules.syntax.capitals import Capitals
from timeline.engines.rules.syntax.clauses import Parse
from timeline.engines.rules.syntax.raw_words import Raw, raw_words
from timeline.engines.rules.syntax.tagging import tag_words
from timeline.engines.rules.syntax.words import Word
from timeline.engines.rules.verb_mentions import VerbReader


class RulesEngine:
    """Proposes events by tables of trigger words and a shallow parse: deterministic, without a model."""

    name = "rules"

    async def draft(self, article: AnnotatedArticle) -> Draft:
        """Return the proposal for one article."""
        return draft(article)


def draft(article: AnnotatedArticle) -> Draft:
    """Return the events that the rules find in an article."""
    records = put_together(_mentions(article))
    linker = Linker(records)
    linker.lend_dates(article.article.published)
    linker.turn_claims_into_accusations()
    return Draft(events=_events(records, linker.links()), engine=RulesEngine.name)


def _mentions(article: AnnotatedArticle) -> Iterator[Mention]:
    sentences = [sentence for sentence in article.sentences if sentence.is_evidence]
    raws = [raw_words(article, sentence) for sentence in sentences]
    capitals = Capitals(raws)
    tagged = list(_tagged(sentences, raws, capitals))
    text = article.article.text
    book = NameBook(tagged, text)
    parses = [Parse(words) for words in tagged]
    gazetteer = Gazetteer(parses, book, text)
    references = References(book)
    for sentence, parse in zip(sentences, parses, strict=True):
        dates = Dates(parse, article.article.published)
        reading = SentenceReading(
            sentence=sentence,
            parse=parse,
            text=text,
            published=article.article.published,
            references=references,
            gazetteer=gazetteer,
            dates=dates,
            sources=SourceReader(parse, references),
            status=StatusReader(parse, sentence.layout, dates),
        )
        yield from _sentence_mentions(reading)


def _tagged(sentences: Sequence[Sentence], raws: Sequence[Sequence[Raw]], capitals: Capitals) -> Iterator[list[Word]]:
    """Yield the words of each sentence; a quotation may go on through the sentences of a paragraph."""
    paragraph, quoted = -1, False
    for sentence, raw in zip(sentences, raws, strict=True):
        quoted = quoted and sentence.paragraph == paragraph
        words = tag_words(raw, capitals, sentence.layout, quoted=quoted)
        paragraph, quoted = sentence.paragraph, bool(words) and words[-1].quoted
        yield words


def _sentence_mentions(reading: SentenceReading) -> Iterator[Mention]:
    verbs = VerbReader(reading).mentions()
    taken = frozenset(mention.at.phrase for mention in verbs)
    yield from sorted(
        [*verbs, *NounReader(reading).mentions(taken)], key=lambda mention: (not mention.telling, mention.at)
    )


def _events(records: Sequence[Record], links: Sequence[Link]) -> tuple[DraftEvent, ...]:
    told = [index for index, record in enumerate(records) if record.is_telling]
    number = {index: position for position, index in enumerate(told)}
    relations: dict[int, list[DraftRelation]] = {index: [] for index in told}
    for link in links:
        if link.source in number and link.target in number:
            relations[link.source].append(DraftRelation(kind=link.kind, to=number[link.target]))
    return tuple(_event(records[index], relations[index]) for index in told)


def _event(record: Record, relations: Sequence[DraftRelation]) -> DraftEvent:
    return DraftEvent(
        title=record.lead.title(),
        type=record.type,
        status=record.status,
        evidence=record.evidence,
        trigger=record.lead.trigger,
        when=record.when.id if record.when else None,
        participants=tuple(DraftParticipant(name=one.party.name, role=one.role) for one in record.involved.values()),
        place=record.place,
        sources=record.sources,
        relations=tuple(relations),
    )
