"""The public benchmarks from a folder to a table of figures."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from evals.errors import RunError
from evals.progress import progress_bar
from evals.public.entity_timelines import ExtractedDocument, entity_timeline
from evals.public.timeline_files import (
    EntityTimeline,
    NumberedDocument,
    read_documents,
    read_timelines,
    write_timeline,
)
from evals.public.timeline_scores import TimelineCounts, add_timelines, count_timeline
from evals.public.timeml import read_folder
from evals.public.timexes import add_counts, count_timexes, prediction_line, tag_document, timex_scores
from evals.report.tables import Table
from timeline.engines.rules.engine import RulesEngine
from timeline.pipeline import extract_timeline
from timeline.temporal import tag


def score_timexes(folder: Path, predictions: Path | None) -> Table:
    """Tag every TimeML document of a folder and score the expressions found; they go to `predictions` too."""
    documents = read_folder(folder)
    counts, lines = [], []
    with progress_bar("tagging", len(documents)) as tick:
        for document in documents:
            found = tag_document(document, tag)
            counts.append(count_timexes(document.timexes, found))
            lines.append(prediction_line(document, found))
            tick()
    if predictions is not None:
        predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")
    total = add_counts(counts)
    rows = tuple((name, *(f"{figure:.2f}" for figure in prf)) for name, prf in timex_scores(total).items())
    caption = f"{len(documents)} documents, {total.gold} labelled, {total.predicted} found"
    return Table(caption, ("match", "precision", "recall", "F1"), rows)


def score_timelines(folder: Path, answers: Path | None, out: Path | None, *, order_only: bool) -> Table:
    """Score the timelines in `answers`, or those extracted from the documents in `folder`, which go to `out` too."""
    gold = read_timelines(folder)
    found = _stored(answers, gold) if answers else _extracted(read_documents(folder), gold)
    if out is not None:
        for timeline in found:
            write_timeline(timeline, out)
    by_name = {timeline.name: timeline for timeline in found}
    counts = {
        each.name: count_timeline(each, by_name[each.name], order_only=order_only)
        for each in gold
        if each.name in by_name
    }
    rows = [_row(name, found) for name, found in {**counts, "all": add_timelines(counts.values())}.items()]
    return Table("Timelines", ("timeline", "precision", "recall", "F1"), tuple(rows))


def _stored(answers: Path, gold: Sequence[EntityTimeline]) -> list[EntityTimeline]:
    wanted = {timeline.name for timeline in gold}
    found = [timeline for timeline in read_timelines(answers) if timeline.name in wanted]
    if not found:
        raise RunError(f"{answers}: none of the timelines {', '.join(sorted(wanted))} is in this folder")
    return found


def _extracted(documents: Sequence[NumberedDocument], gold: Sequence[EntityTimeline]) -> list[EntityTimeline]:
    engine = RulesEngine()
    extracted = []
    with progress_bar("extracting", len(documents)) as tick:
        for document in documents:
            timeline = asyncio.run(extract_timeline(document.article, engine))
            extracted.append(ExtractedDocument(document, timeline))
            tick()
    return [entity_timeline(each, extracted) for each in gold]


def _row(name: str, counts: TimelineCounts) -> tuple[str, ...]:
    return (name, f"{counts.precision:.2f}", f"{counts.recall:.2f}", f"{counts.f1:.2f}")
