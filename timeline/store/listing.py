"""The walk through the index of listed events that a query needs."""

from sqlalchemy import Select, String, bindparam, select

from timeline.store.places import last_day
from timeline.store.shape import Part, Shape
from timeline.store.tables import listed


def from_index(part: Part, shape: Shape) -> Select[int]:
    """Return the query for the places in a stretch, as the column `place`, of events of the type and status wanted."""
    place = listed.c.place
    found = select(place.label("place")).where(*part.holds(place, last_day(place)))
    if part.has_reach:
        found = found.where(listed.c.reach == part.parameter("reach"))
    if shape.has_type:
        found = found.where(listed.c.type == bindparam("type", type_=String))
    if shape.has_status:
        found = found.where(listed.c.status == bindparam("status", type_=String))
    return found
