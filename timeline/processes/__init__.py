"""Processes that extract by the rules, beside the one that asks for it.

An extraction by the rules is work for the processor alone. In a thread of a server it would share a core with all else
that the server does, and nothing could end it; in a process it has a core of its own, and ends when its request does.
"""

from timeline.processes.pool import Processes as Processes
from timeline.processes.process import ProcessDiedError as ProcessDiedError
