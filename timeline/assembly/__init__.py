"""Proof: drafts that point at an article become a timeline, and a timeline is proved again."""

from timeline.assembly.assemble import assemble
from timeline.assembly.verification import Fault, verify

__all__ = ["Fault", "assemble", "verify"]
