"""`timeline store`: the articles and events that the service keeps."""

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.console import put, say
from timeline.settings import read_settings
from timeline.wiring import describe_store, open_store

store = typer.Typer(no_args_is_help=True, help="The articles and events that the service keeps.")


@store.command()
def info() -> None:
    """Tell where the store is, whether its tables are up to date, and how much it holds."""
    put(f"{describe_store(read_settings())}\n", None)


@store.command()
def migrate() -> None:
    """Make the tables, or bring them up to date; `timeline serve` does so when it starts."""
    with closing(open_store(read_settings())) as opened:
        opened.migrate()
        say(f"the store {opened.name} is up to date")


@store.command()
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write it; a file there is replaced.")],
) -> None:
    """Write the whole store to one file, while the service goes on."""
    with closing(open_store(read_settings())) as opened:
        opened.backup(file)
        say(f"the store {opened.name} is written to {file}")


@store.command()
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What `timeline store backup` wrote.")],
    force: Annotated[bool, typer.Option("--force", help="Lose the articles that the store holds now.")] = False,
) -> None:
    """Put a backup in the place of what the store holds, as a whole or not at all."""
    with closing(open_store(read_settings())) as opened:
        opened.restore(file, force=force)
        say(f"the store {opened.name} is what {file} holds: {opened.holdings().articles} articles")
