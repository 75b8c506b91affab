"""`timeline cache`: the replies of models that are kept on disk."""

from contextlib import closing

import typer

from timeline.cli.console import say
from timeline.settings import read_settings
from timeline.wiring import open_cache

cache = typer.Typer(no_args_is_help=True, help="The replies of models that are kept on disk.")


@cache.command()
def clear() -> None:
    """Forget every reply."""
    settings = read_settings()
    with closing(open_cache(settings)) as opened:
        say(f"{opened.clear()} replies forgotten in {settings.cache_dir}")
