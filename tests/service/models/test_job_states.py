"""What state a job is told to be in."""

from datetime import datetime

import pytest

from tests.service.conftest import NOON
from timeline.service.models.jobs import JobAnswer
from timeline.store.job_values import JobCounts, JobTotals, StoredJob


@pytest.mark.parametrize(
    ("counts", "cancelled", "expected"),
    [
        pytest.param(JobCounts(queued=2), None, "queued", id="nothing begun"),
        pytest.param(JobCounts(queued=1, running=1), None, "running", id="begun"),
        pytest.param(JobCounts(queued=1, done=1), None, "running", id="between two articles"),
        pytest.param(JobCounts(done=1, failed=1), None, "done", id="all at their end"),
        pytest.param(JobCounts(running=2), NOON, "cancelling", id="cancelled while all are under way"),
        pytest.param(JobCounts(running=1, cancelled=1), NOON, "cancelling", id="cancelled while some are"),
        pytest.param(JobCounts(done=1, cancelled=1), NOON, "cancelled", id="cancelled"),
        pytest.param(JobCounts(done=2), NOON, "done", id="cancelled when there was nothing left to cancel"),
        pytest.param(JobCounts(queued=1, cancelled=1), None, "running", id="retried after it was cancelled"),
        pytest.param(JobCounts(done=1, cancelled=1), None, "cancelled", id="at its end again, with what was cancelled"),
    ],
)
def test_a_job_is_in_the_state_that_its_articles_are_in(
    counts: JobCounts, cancelled: datetime | None, expected: str
) -> None:
    """By how many are where, and whether what is under way is only to end."""
    job = StoredJob(
        id="job_1",
        created=NOON,
        engine="rules",
        model=None,
        published=None,
        note="",
        cancelled=cancelled,
        counts=counts,
        totals=JobTotals(),
    )
    assert JobAnswer.of(job).state == expected
