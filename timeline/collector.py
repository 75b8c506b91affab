"""How often the collector of reference cycles looks, in the program's own processes."""

import gc

_CONTAINERS = 50_000


def look_less_often() -> None:
    """Let the collector look once in 50,000 new containers; Python's own number is 700.

    An article under way holds some hundred containers, and leaves no cycle when it is done, so that looking often
    finds nothing. It is for the process to decide: a library leaves its user's collector alone.
    """
    gc.set_threshold(_CONTAINERS, *gc.get_threshold()[1:])
