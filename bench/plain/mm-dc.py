"""MM and DC of every state-year, straight from the published tables, held against a panel of normtrail.

    normtrail panel exposure --score cirights:physint --from 1981 --to 2014 --lag 0 --formula mm,dc \
        --min-coverage 0 --sources dataset > panel.csv
    python3 bench/plain/mm-dc.py --matrix <COW IGO, state by year> --scores <CIRIGHTS> --panel panel.csv

Nothing is shared with normtrail: memberships are the cells of the matrix that are 1, scores are those of the table, and
both formulas are written out as they are defined. Prints how many values were compared and the greatest difference;
exits with 1 where one differs by more than 1e-9, or is there on one side alone. States that the matrix does not list in
a year (it gives 1990 to united Germany and Yemen alone) cannot be compared, and are named.
"""

import argparse
import collections
import csv
import gzip
import sys

# CIRIGHTS gives Serbia 342 beside an emptying row of 345; the matrix has 345 throughout.
SERBIA = {"342": "345"}


def reader(path):
    return gzip.open(path, "rt") if path.endswith(".gz") else open(path, newline="", encoding="utf-8-sig")


def scores_in(path):
    scores = collections.defaultdict(dict)
    with reader(path) as table:
        for row in csv.DictReader(table):
            if row["physint_sum"]:
                code = str(int(float(row["cow"])))
                scores[int(row["year"])][SERBIA.get(code, code)] = float(row["physint_sum"])
    return scores


def members_in(path, years):
    """year -> list of (state, cells), one cell for each organisation"""
    rows = collections.defaultdict(list)
    with reader(path) as table:
        lines = csv.reader(table)
        next(lines)
        for ccode, year, _, *cells in lines:
            if int(year) in years:
                rows[int(year)].append((ccode, cells))
    return rows


def mean(values):
    return sum(values) / len(values) if values else None


def mm_and_dc(state, cells, full, scores):
    others = [[scores[j] for j in full[o] if j != state and j in scores] for o, cell in enumerate(cells) if cell == "1"]
    rated = [values for values in others if values]
    return mean([mean(values) for values in rated]), mean([value for values in rated for value in values])


def main():
    parser = argparse.ArgumentParser()
    for name in ("matrix", "scores", "panel"):
        parser.add_argument(f"--{name}", required=True)
    given = parser.parse_args()
    panel = collections.defaultdict(dict)
    with reader(given.panel) as table:
        for row in csv.DictReader(table):
            panel[int(row["year"])][row["cow"]] = row
    scores, rows = scores_in(given.scores), members_in(given.matrix, panel.keys())
    compared, worst, wrong = 0, 0.0, []
    for year, states in sorted(panel.items()):
        listed = rows[year]
        alone = sorted(set(states) - {ccode for ccode, _ in listed})
        if alone:
            print(f"{year}: not in the matrix: {', '.join(alone)}")
        full = [[ccode for ccode, cells in listed if cells[o] == "1"] for o in range(len(listed[0][1]))]
        for ccode, cells in listed:
            expected = dict(zip(("mm", "dc"), mm_and_dc(ccode, cells, full, scores[year])))
            for formula, value in expected.items():
                told = states.get(ccode, {}).get(formula) or None
                compared += 1
                if told is None or value is None:
                    if told is not value:
                        wrong.append((year, ccode, formula, told, value))
                    continue
                worst = max(worst, abs(float(told) - value))
                if abs(float(told) - value) > 1e-9:
                    wrong.append((year, ccode, formula, told, value))
    print(f"{compared} values compared, greatest difference {worst:.1e}, wrong: {wrong[:10] or 'none'}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
