"""
MM of invented years as scipy.sparse and DuckDB compute it: processor time of a cell, the median over the years, one
turn each, as normtrail is measured. Argument: a folder with one JSON file for each year.
"""

import json
import pathlib
import statistics
import sys
import time


def clock(work):
    """One turn, in seconds of the processor, and what it gave."""
    start = time.process_time()
    found = work()
    return time.process_time() - start, found


def by_scipy(year):
    """All attributes of a year at once: two products for the rated and two for the unrated."""
    import numpy
    from scipy import sparse

    start, items = numpy.array(year["start"]), numpy.array(year["items"])
    members = sparse.csr_matrix((numpy.ones(len(items)), items, start), shape=(len(start) - 1, year["states"]))
    seats = members.T.tocsr()
    scores, rated = numpy.array(year["scores"]).T, numpy.array(year["rated"], dtype=float).T

    def work():
        total, count = members @ scores, members @ rated
        with numpy.errstate(divide="ignore", invalid="ignore"):
            without = numpy.where(count > 1, 1 / (count - 1), 0)
            within = numpy.where(count > 0, 1 / count, 0)
        ofrated = (seats @ (total * without) - scores * (seats @ without)) / (seats @ (count > 1).astype(float))
        ofothers = (seats @ (total * within)) / (seats @ (count > 0).astype(float))
        return numpy.where(rated == 1, ofrated, ofothers)

    seconds, found = clock(work)
    return seconds, found[:, 0].tolist()


def by_duckdb(year):
    """All attributes of a year in one statement, on one thread."""
    import duckdb
    import numpy

    start, items = numpy.array(year["start"]), numpy.array(year["items"])
    scores, rated = numpy.array(year["scores"]), numpy.array(year["rated"]) == 1
    seat = {"o": numpy.repeat(numpy.arange(len(start) - 1), numpy.diff(start)), "i": items}
    attribute, state = numpy.nonzero(rated)
    score = {"a": attribute, "i": state, "y": scores[rated]}
    connection = duckdb.connect()
    connection.execute("set threads = 1")
    for name, columns in (("seat", seat), ("score", score)):
        types = ", ".join(f"{column} {'DOUBLE' if column == 'y' else 'INTEGER'}" for column in columns)
        connection.execute(f"create table {name} ({types})")
        rows = list(zip(*(column.tolist() for column in columns.values())))
        connection.executemany(f"insert into {name} values ({', '.join('?' for _ in columns)})", rows)
    statement = """
      with total as (select a, o, sum(y) as s, count(*) as m from seat join score using (i) group by a, o)
      select t.a, seat.i, avg((t.s - coalesce(y, 0)) / (t.m - (y is not null)::int))
      from total t join seat using (o) left join score on score.i = seat.i and score.a = t.a
      where t.m > (y is not null)::int group by t.a, seat.i order by t.a, seat.i"""
    seconds, found = clock(lambda: connection.execute(statement).fetchall())
    return seconds, [value for attribute, _, value in found if attribute == 0]


def main():
    answer = {}
    for name, way in (("scipy", by_scipy), ("duckdb", by_duckdb)):
        try:
            years = [json.loads(path.read_text()) for path in sorted(pathlib.Path(sys.argv[1]).glob("*.json"))]
            if name == "duckdb":
                years = years[:1]
            made = [way(year) for year in years]
            times = [seconds / len(year["scores"]) for year, (seconds, _) in zip(years, made)]
            answer[name] = {"microseconds": 1e6 * statistics.median(times), "first": made[0][1]}
        except ImportError as missing:
            answer[name] = {"skipped": str(missing)}
    print(json.dumps(answer))


main()
