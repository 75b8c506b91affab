"""Tests of whose collector of cycles is told how often to look."""

import gc
import subprocess
import sys

from timeline.collector import look_less_often


def test_a_process_of_ours_looks_less_often() -> None:
    """Only the first number changes: how many new containers it takes."""
    usual = gc.get_threshold()
    try:
        look_less_often()
        first, *others = gc.get_threshold()
    finally:
        gc.set_threshold(*usual)
    assert first > usual[0]
    assert tuple(others) == usual[1:]


def test_the_library_leaves_the_collector_alone() -> None:
    """It belongs to whoever imports it."""
    code = """
import datetime, gc
usual = gc.get_threshold(), gc.get_freeze_count(), gc.isenabled()
import timeline, timeline.cli
timeline.extract(timeline.Article(text="Ana Silva met Per Holm on Friday.", published=datetime.date(2024, 5, 20)))
assert (gc.get_threshold(), gc.get_freeze_count(), gc.isenabled()) == usual
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_command_does_not() -> None:
    """Its process is its own."""
    code = """
import gc, sys
from timeline.cli import main
usual = gc.get_threshold()
sys.argv = ["timeline", "--version"]
try:
    main()
except SystemExit:
    assert gc.get_threshold() != usual
"""
    subprocess.run([sys.executable, "-c", code], check=True)
