"""`timeline doctor`: what is configured, and whether the model answers."""

from contextlib import closing
from typing import Annotated

import typer
from rich.table import Table

from timeline.cli.console import put, screen
from timeline.settings import Settings, read_settings, shown
from timeline.version import __version__
from timeline.wiring import EngineName, describe_engine, open_cache, probe_model, prompt_identities, run


def doctor(
    *,
    explain_miss: Annotated[
        bool, typer.Option("--explain-miss", help="Tell why the last requests were not in the model cache.")
    ] = False,
) -> None:
    """Show the settings and ask the model for a sign of life; exit 3 where one is configured and none is had."""
    settings = read_settings()
    if explain_miss:
        _explain_misses(settings)
        return
    terminal = screen()
    table = Table("setting", "value", "meaning", box=None, pad_edge=False, header_style="bold")
    for row in shown(settings):
        table.add_row(row.variable, row.value, row.meaning)
    terminal.print(table)
    _tell(f"timeline {__version__}", *(f"prompt {name}: {one}" for name, one in prompt_identities(settings).items()))
    _tell(describe_engine(EngineName.AUTO, settings))
    if settings.has_model:
        answer = run(probe_model(settings))
        _tell(answer.message)
        raise typer.Exit(0 if answer.is_reached else 3)


def _explain_misses(settings: Settings) -> None:
    with closing(open_cache(settings)) as opened:
        _tell(*(opened.explain_misses() or ("the model cache has missed nothing",)))


def _tell(*lines: str) -> None:
    put("".join(f"{line}\n" for line in lines), None)
