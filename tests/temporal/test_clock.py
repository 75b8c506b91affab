"""No date comes from the clock."""

import subprocess
import sys

SCRIPT = """
import datetime, time
SHIFT = {shift}
real = datetime.date
class Shifted(real):
    @classmethod
    def today(cls):
        return real.today() + datetime.timedelta(days=SHIFT)
class ShiftedTime(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return datetime.datetime(1970, 1, 1, tzinfo=tz) + datetime.timedelta(days=abs(SHIFT))
unix = time.time
time.time = lambda: unix() + SHIFT * 86400
datetime.date, datetime.datetime = Shifted, ShiftedTime
from timeline.temporal import tag
for found in tag("He met them on Friday. He goes next month. A year ago, in May, it was late last night.", real(2024, 10, 12)):
    print(found.text, found.value, found.edtf)
"""


def _under(shift: int) -> str:
    script = SCRIPT.format(shift=shift)
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout


def test_shifted_system_clock_changes_nothing() -> None:
    """The same text and publication date give the same result on every day."""
    assert _under(0) == _under(-9000) == _under(4000)
    assert "Friday 2024-10-11" in _under(0)
