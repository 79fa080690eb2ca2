"""Prints tables that are Markdown and straight columns alike."""


def table(header, rows):
    """A table as text; columns whose header ends with a colon are numbers, flush right."""
    rows = [[str(cell) for cell in row] for row in rows]
    titles = [title.rstrip(":") for title in header]
    right = [title.endswith(":") for title in header]
    widths = [max(len(cell) for cell in column) for column in zip(titles, *rows)]

    def line(cells):
        padded = (
            cell.rjust(width) if is_right else cell.ljust(width)
            for cell, width, is_right in zip(cells, widths, right)
        )
        return "| " + " | ".join(padded) + " |"

    rule = ["-" * (width - 1) + "-:"[is_right] for width, is_right in zip(widths, right)]
    return "\n".join([line(titles), line(rule), *map(line, rows)])


def significant(number):
    """A number above 0 with two or more digits that count."""
    return f"{number:.{0 if number >= 100 else 1 if number >= 1 else 2}f}"
