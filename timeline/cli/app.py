"""The command `timeline` and how its errors leave it."""

import sys
from typing import Annotated

import typer

from timeline.cli import batch, cache, dates, doctor, extract, keys, schema, serve, store, verify
from timeline.cli.console import say
from timeline.collector import look_less_often
from timeline.errors import TimelineError
from timeline.logs import configure_log
from timeline.settings import read_settings
from timeline.version import __version__

EPILOG = (
    "Exit codes: 0 done · 1 done in part, or a record did not verify · 2 usage, or no input could be read · "
    "3 the model or the store cannot be had."
)

app = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, epilog=EPILOG
)


def main() -> None:
    """Run the command line and exit with its code."""
    look_less_often()
    try:
        app()
    except TimelineError as error:
        say(f"timeline: {error}")
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.exit(1)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"timeline {__version__}")
        raise typer.Exit


@app.callback()
def _timeline(
    _: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Turn news text into a timeline of dated, sourced event records, each proved against the article."""
    configure_log(read_settings().log)


app.command(name="extract")(extract.extract)
app.command(name="dates")(dates.dates)
app.command(name="verify")(verify.verify)
app.command(name="schema")(schema.schema)
app.command(name="doctor")(doctor.doctor)
app.command(name="batch")(batch.batch)
app.command(name="serve")(serve.serve)
app.add_typer(cache.cache, name="cache")
app.add_typer(store.store, name="store")
app.add_typer(keys.keys, name="keys")
