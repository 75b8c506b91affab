"""`timeline doctor`: what is configured, and whether the model and the store can be had."""

from contextlib import closing
from typing import Annotated

import typer
from rich.table import Table

from timeline.cli.console import put, screen
from timeline.errors import StoreError
from timeline.settings import Settings, read_settings, shown
from timeline.version import __version__
from timeline.wiring import (
    EngineName,
    describe_engine,
    describe_store,
    open_cache,
    probe_model,
    prompt_identities,
    run,
)


def doctor(
    *,
    explain_miss: Annotated[
        bool, typer.Option("--explain-miss", help="Tell why the last requests were not in the model cache.")
    ] = False,
) -> None:
    """Show the settings, look at the store and ask the model for a sign of life; exit 3 where one cannot be had."""
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
    is_well = _look_at_store(settings)
    if settings.has_model:
        answer = run(probe_model(settings))
        _tell(answer.message)
        is_well = is_well and answer.is_reached
    raise typer.Exit(0 if is_well else 3)


def _look_at_store(settings: Settings) -> bool:
    """Tell about the store, and return whether it can be had."""
    try:
        _tell(describe_store(settings))
    except StoreError as error:
        _tell(str(error))
        return False
    return True


def _explain_misses(settings: Settings) -> None:
    with closing(open_cache(settings)) as opened:
        _tell(*(opened.explain_misses() or ("the model cache has missed nothing",)))


def _tell(*lines: str) -> None:
    put("".join(f"{line}\n" for line in lines), None)
