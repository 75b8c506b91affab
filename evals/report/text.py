"""Tables for a terminal."""

from evals.report.tables import Table


def table_text(table: Table) -> str:
    """Return a caption and a table in aligned columns, numbers to the right."""
    lines = [table.heads, *table.rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(table.heads))]
    return "\n".join([table.caption, *(_line(cells, widths) for cells in lines)])


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    first, *others = (
        cell.ljust(width) if column == 0 else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "  ".join([first, *others]).rstrip()
