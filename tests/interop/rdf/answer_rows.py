"""What a SPARQL engine answers in CSV -> rows that are equal when the answers are."""
import csv
import io


def plain(value):
    """A value as all engines write it: 2.50, 2.5 and 2.5E0 are one number."""
    try:
        return repr(float(value))
    except ValueError:
        return value


def from_csv(text):
    """The names of the columns, then the rows."""
    heading, *rows = csv.reader(io.StringIO(text))
    return [heading, *([plain(cell) for cell in row] for row in rows)]
