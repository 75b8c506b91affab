"""Time expressions in news English: where they stand, what they mean, and why.

>>> from datetime import date
>>> from timeline.temporal import tag
>>> [when] = tag("They met on Friday.", date(2024, 10, 12))
>>> when.text, when.value, when.edtf
('Friday', '2024-10-11', '2024-10-11')
"""

from timeline.temporal.expressions import Explained, explain, resolve_phrase, tag

__all__ = ["Explained", "explain", "resolve_phrase", "tag"]
