"""The command: `python -m evals --help`. Results on stdout, everything else on stderr."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from evals.agreement import agreement_table, agreements, load_scorer
from evals.assessment import Assessment, assess
from evals.distort import DISTORTIONS
from evals.engines import SystemName
from evals.errors import RegressedError, RunError
from evals.gate import BASELINE, check, describe, measured_scores, read_baseline, update, write_baseline
from evals.gold import ARTICLES, load_corpus
from evals.measuring import Measuring, measure, measure_what_is_recorded
from evals.progress import progress_bar
from evals.public.benchmarks import score_timelines, score_timexes
from evals.replies import RECORDINGS
from evals.report.comparison import comparison
from evals.report.figures import figures_json
from evals.report.markdown import markdown
from evals.report.page import page
from evals.report.tables import all_scores
from evals.report.text import table_text
from evals.runs import read_run, write_run
from timeline.errors import TimelineError
from timeline.llm.recordings import RecordingMode

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=__doc__)

ArticlesOption = Annotated[Path, typer.Option("--articles", help="folder of labelled articles")]
RecordingsOption = Annotated[Path, typer.Option("--recordings", help="folder of a model's recorded replies")]
JsonOption = Annotated[bool, typer.Option("--json", help="print the scores as JSON")]


@app.command()
def run(  # noqa: PLR0913 - one argument for every option
    engine: Annotated[SystemName, typer.Option(help="what to run")] = SystemName.RULES,
    *,
    replay: Annotated[bool, typer.Option("--replay", help="replay recorded replies (the default)")] = False,
    record: Annotated[bool, typer.Option("--record", help="ask the model and record what is not recorded yet")] = False,
    live: Annotated[bool, typer.Option("--live", help="ask the model")] = False,
    model: Annotated[str | None, typer.Option(help="model, where it is asked; else as configured")] = None,
    out: Annotated[Path | None, typer.Option(help="folder to store the run in")] = None,
    articles: ArticlesOption = ARTICLES,
    recordings: RecordingsOption = RECORDINGS,
    at_once: Annotated[int, typer.Option(min=1, help="articles under way at the same time")] = 8,
    as_json: JsonOption = False,
) -> None:
    """Run a system over the labelled articles and score it."""
    corpus = load_corpus(articles)
    mode = _mode(replay=replay, record=record, live=live)
    found = measure(engine, corpus, Measuring(mode=mode, model=model, recordings=recordings, at_once=at_once))
    if out is not None:
        write_run(found.run, out)
    _tell([f"{one.article}: {failure}" for one in found.run.predictions for failure in one.failures])
    _show(found, as_json=as_json)


@app.command()
def score(folder: Path, articles: ArticlesOption = ARTICLES, *, as_json: JsonOption = False) -> None:
    """Score a stored run."""
    _show(assess(read_run(folder), load_corpus(articles)), as_json=as_json)


@app.command()
def compare(first: Path, second: Path, articles: ArticlesOption = ARTICLES) -> None:
    """Compare two stored runs article by article, with the interval of the difference."""
    corpus = load_corpus(articles)
    typer.echo(table_text(comparison(assess(read_run(first), corpus), assess(read_run(second), corpus))))


@app.command()
def report(
    runs: Annotated[list[Path] | None, typer.Argument(help="stored runs; else all are replayed")] = None,
    out: Annotated[Path | None, typer.Option(help="folder for report.md and report.html")] = None,
    articles: ArticlesOption = ARTICLES,
    recordings: RecordingsOption = RECORDINGS,
) -> None:
    """Write the report: markdown on stdout, and both forms into a folder."""
    corpus = load_corpus(articles)
    assessments: list[Assessment] = [assess(read_run(folder), corpus) for folder in runs or []]
    if not runs:
        assessments, notes = measure_what_is_recorded(tuple(SystemName), corpus, recordings)
        _tell(notes)
    text = markdown(corpus, assessments)
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
        (out / "report.md").write_text(text, encoding="utf-8")
        (out / "report.html").write_text(page(corpus, assessments), encoding="utf-8")
    typer.echo(text)


@app.command()
def gate(
    *,
    update_floors: Annotated[bool, typer.Option("--update", help="make the scores of now the floors")] = False,
    reason: Annotated[
        str | None, typer.Option("--allow-regression", metavar="REASON", help="allow lower floors, and say why")
    ] = None,
    baseline: Annotated[Path, typer.Option(help="file of floors")] = BASELINE,
    articles: ArticlesOption = ARTICLES,
    recordings: RecordingsOption = RECORDINGS,
) -> None:
    """Compare rules and the recorded model with their floors: 0 pass, 1 regressed, 2 usage, 3 not comparable."""
    corpus = load_corpus(articles)
    floors = read_baseline(baseline)
    assessments, notes = measure_what_is_recorded(
        (SystemName.RULES, SystemName.LLM), corpus, recordings, needed=floors.floors if floors else ()
    )
    _tell(notes)
    scores = measured_scores(assessments)
    if update_floors:
        write_baseline(update(floors, corpus, scores, reason=reason), baseline)
        typer.echo(f"floors of {', '.join(sorted(scores))} written to {baseline.name}")
        return
    verdicts = check(floors, corpus, scores)
    for verdict in verdicts:
        typer.echo(describe(verdict))
    compared = {verdict.engine for verdict in verdicts}
    _tell(
        [f"{engine}: has no floors yet; set them with `gate --update`" for engine in sorted(scores.keys() - compared)]
    )
    worse = [verdict for verdict in verdicts if verdict.has_regressed]
    if worse:
        raise RegressedError(f"{len(worse)} of {len(verdicts)} scores lie below their floors")
    typer.echo(f"all {len(verdicts)} scores of {', '.join(sorted(compared))} hold")


@app.command()
def agree(
    scorer: Annotated[Path, typer.Option(help="another scorer: a Python file with score_article and summarise")],
    seeds: Annotated[int, typer.Option(min=1, help="damaged copies of each kind")] = 3,
    runs: Annotated[list[Path] | None, typer.Option("--run", help="a stored run to compare on too")] = None,
    articles: ArticlesOption = ARTICLES,
) -> None:
    """Compare our scores with another scorer's, on the labels and on damaged copies of them."""
    corpus = load_corpus(articles)
    stored = {folder.name: read_run(folder).predictions for folder in runs or []}
    other = load_scorer(scorer)
    found = []
    with progress_bar("comparing", len(DISTORTIONS) + 1 + len(stored)) as tick:
        for agreement in agreements(corpus, other, seeds=seeds, runs=stored):
            found.append(agreement)
            tick()
    typer.echo(table_text(agreement_table(found)))


@app.command()
def timex(
    folder: Path,
    predictions: Annotated[Path | None, typer.Option(help="file for what was found, as JSON lines")] = None,
) -> None:
    """Score the tagger of time expressions on TimeML documents (TempEval-3, task A)."""
    typer.echo(table_text(score_timexes(folder, predictions)))


@app.command()
def timelines(
    folder: Path,
    answers: Annotated[Path | None, typer.Option(help="folder of timelines to score; else they are extracted")] = None,
    out: Annotated[Path | None, typer.Option(help="folder for the extracted timelines")] = None,
    *,
    order_only: Annotated[bool, typer.Option("--order-only", help="leave the dates out")] = False,
) -> None:
    """Score timelines of entities over many documents (SemEval-2015, task 4)."""
    typer.echo(table_text(score_timelines(folder, answers, out, order_only=order_only)))


def main(arguments: list[str] | None = None) -> None:
    """Run the command; what goes wrong is told in a line, with the exit code of its class."""
    try:
        app(arguments)
    except TimelineError as error:
        typer.echo(f"error: {error}", err=True)
        sys.exit(error.exit_code)


def _mode(*, replay: bool, record: bool, live: bool) -> RecordingMode:
    chosen = [mode for mode, is_on in zip(RecordingMode, (replay, record, live), strict=True) if is_on]
    if len(chosen) > 1:
        raise RunError("give one of --replay, --record and --live")
    return chosen[0] if chosen else RecordingMode.REPLAY


def _show(found: Assessment, *, as_json: bool) -> None:
    typer.echo(figures_json(found) if as_json else table_text(all_scores([found])))


def _tell(notes: list[str]) -> None:
    for note in notes:
        typer.echo(note, err=True)


if __name__ == "__main__":
    main()
