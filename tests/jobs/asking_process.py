"""A process that asks a provider within the limits of a store.

It is called as `python -m tests.jobs.asking_process DATABASE PROVIDER`. A minute is a second and a half there,
and takes five requests.
"""

import asyncio
import sys

from tests.llm.simulation import account_of, request_of
from timeline.llm.allowance import open_allowance
from timeline.llm.limits import Limits
from timeline.llm.opening import Endpoint, open_model
from timeline.store import RequestRecords, StoreLedger, open_store

REQUESTS = 15
WIDTH = 3
PER_WINDOW = 5
WINDOW = 1.5


async def main(database: str, provider: str) -> None:
    """Ask as often as the limits allow."""
    store = open_store(database)
    records = RequestRecords(store.database, endpoint="models.example", width=WIDTH, window=WINDOW)
    limits = Limits(concurrency=WIDTH, requests_per_minute=PER_WINDOW)
    allowance = open_allowance(limits, ledger=StoreLedger(records))
    model = open_model(Endpoint("tiny", provider, None, request_timeout=20.0), allowance=allowance)
    await asyncio.gather(*(model.ask(request_of(), account_of()) for _ in range(REQUESTS)))
    await model.aclose()
    store.close()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
