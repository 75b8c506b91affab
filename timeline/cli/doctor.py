"""`timeline doctor`: what is configured, and whether the model answers."""

import typer
from rich.table import Table

from timeline.cli.console import screen
from timeline.settings import read_settings, shown
from timeline.version import __version__
from timeline.wiring import EngineName, describe_engine, probe_model, prompt_identities, run


def doctor() -> None:
    """Show the settings and ask the model for a sign of life; exit 3 where one is configured and none is had."""
    settings = read_settings()
    terminal = screen()
    table = Table("setting", "value", "meaning", box=None, pad_edge=False, header_style="bold")
    for row in shown(settings):
        table.add_row(row.variable, row.value, row.meaning)
    terminal.print(f"timeline {__version__}", highlight=False)
    terminal.print(table)
    for name, identity in prompt_identities(settings).items():
        terminal.print(f"prompt {name}: {identity}", highlight=False, soft_wrap=True)
    terminal.print(describe_engine(EngineName.AUTO, settings), markup=False, highlight=False, soft_wrap=True)
    if settings.has_model:
        answer = run(probe_model(settings))
        terminal.print(answer.message, markup=False, highlight=False, soft_wrap=True)
        raise typer.Exit(0 if answer.is_reached else 3)
