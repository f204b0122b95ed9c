"""A logit on the event history of an adoption: a discrete-time hazard model. Needs numpy alone.

    normtrail panel event-history --subject cat --channel igo,region --output cat.csv
    python3 logit.py cat.csv --terms dc_igo_lag1,dc_region_lag1,years_open --cluster state

A row of the table is a state in a year in which it was at risk of adopting. The model is

    logit P(adopted in t | at risk in t) = a(t) + b' x(t - lag)

a(t) is the baseline: years as factors (`--factors year`, as netdiffuseR's diffreg is used), or a polynomial of the
clock (`--terms years_open,years_open^2`). Standard errors are printed twice: plain ones (the inverse information,
as R's glm and diffreg print them), right where rows are independent given x; and ones that are clustered by state
(sandwich, times G/(G - 1)), which allow for rows of one state that go together. They do not allow for states that
go together, and exposures make states depend on each other: both kinds are likely too small.

What it means: who was more exposed, of those at risk in like circumstances, adopted sooner or later. What it does
not mean: that exposure made them. States that share organisations share much else (homophily), later years have more
adopters and more exposure, and networks may follow adoption. No effect is claimed.

Rows in which anything asked for is empty are left out, and counted: an empty `adopted` is a year of which nobody
knows, and an empty exposure is none, not 0. A level of a factor in which all rows adopt, or none, has no finite
coefficient (years in which nobody adopted): it is named, its number is meaningless, and the others stand. Where it is
the first level, that is the intercept.

Parquet is read where pyarrow is there: python3 logit.py cat.parquet ...
"""

import argparse
import csv
import math
import sys

import numpy as np


def read_table(path):
    """Rows as texts by column; an empty cell, or NA, is None."""
    if path.endswith(".parquet"):
        import pyarrow.parquet as parquet

        rows = parquet.read_table(path).to_pylist()
    else:
        with open(path, newline="", encoding="utf-8-sig") as file:
            rows = list(csv.DictReader(file))
    return [{name: None if cell in ("", "NA", None) else cell for name, cell in row.items()} for row in rows]


def number_of(row, term):
    """A column as a number, or a power of it: belief, proage^2."""
    name, _, power = term.partition("^")
    return float(row[name]) ** (int(power) if power else 1)


def level_key(value):
    """Levels in the order of numbers, where they are numbers; the first is the reference."""
    try:
        return (0, float(value), "")
    except ValueError:
        return (1, 0.0, str(value))


def design(rows, terms, factors):
    """The columns of the model, each with its name."""
    names, columns = ["(intercept)"], [np.ones(len(rows))]
    for term in terms:
        names.append(term)
        columns.append(np.array([number_of(row, term) for row in rows]))
    for factor in factors:
        for level in sorted({row[factor] for row in rows}, key=level_key)[1:]:
            names.append(f"{factor}={level}")
            columns.append(np.array([float(row[factor] == level) for row in rows]))
    return names, np.column_stack(columns)


def deviance_of(y, p):
    return -2 * float(np.sum(np.log(np.where(y == 1, p, 1 - p))))


def logit(x, y, tolerance=1e-8, most=50):
    """Iteratively reweighted least squares, to the tolerance of R's glm: coefficients, covariance, log-likelihood."""
    p = (y + 0.5) / 2
    eta, before = np.log(p / (1 - p)), math.inf
    for _ in range(most):
        w = p * (1 - p)
        z = eta + (y - p) / w
        root = np.sqrt(w)
        beta, _, rank, _ = np.linalg.lstsq(x * root[:, None], z * root, rcond=1e-11)
        if rank < x.shape[1]:
            sys.exit(f"The {x.shape[1]} columns of the model have rank {rank}: leave out what goes together.")
        eta = x @ beta
        p = np.clip(1 / (1 + np.exp(-eta)), 1e-15, 1 - 1e-15)
        deviance = deviance_of(y, p)
        if abs(deviance - before) / (abs(deviance) + 0.1) < tolerance:
            break
        before = deviance
    else:
        sys.exit(f"No convergence in {most} steps.")
    # As glm does: the information by the weights of the last step.
    return beta, np.linalg.inv(x.T @ (x * w[:, None])), -deviance / 2, p


def clustered(x, y, p, covariance, clusters):
    """The sandwich: scores summed within clusters, times G / (G - 1)."""
    of_cluster = {}
    for row, scores in enumerate(x * (y - p)[:, None]):
        of_cluster[clusters[row]] = of_cluster.get(clusters[row], 0) + scores
    meat = sum(np.outer(scores, scores) for scores in of_cluster.values())
    g = len(of_cluster)
    return covariance @ meat @ covariance * g / (g - 1), g


def separated(rows, y, factors):
    """Levels in which every row adopts, or none."""
    for factor in factors:
        for level in sorted({row[factor] for row in rows}, key=level_key):
            share = float(np.mean([y[i] for i, row in enumerate(rows) if row[factor] == level]))
            if share in (0.0, 1.0):
                yield f"{factor}={level}: {'all adopt' if share else 'nobody adopts'}"


def main():
    parser = argparse.ArgumentParser(description="A logit on an exported event history.")
    parser.add_argument("table", help="what panel event-history wrote: csv, or parquet with pyarrow")
    parser.add_argument("--terms", required=True, help="columns, with commas between; belief^2 is a power")
    parser.add_argument("--factors", default="", help="columns whose values are levels, with commas between")
    parser.add_argument("--cluster", default="state", help="the column whose values are clusters")
    given = parser.parse_args()
    terms, factors = given.terms.split(","), [name for name in given.factors.split(",") if name]
    all_rows = read_table(given.table)
    needed = ["adopted", given.cluster, *factors, *(term.partition("^")[0] for term in terms)]
    missing = [name for name in needed if name not in all_rows[0]]
    if missing:
        sys.exit(f"The table has no column {', '.join(missing)}. It has: {', '.join(all_rows[0])}")
    rows = [row for row in all_rows if all(row[name] is not None for name in needed)]
    empty = {name: sum(row[name] is None for row in all_rows) for name in dict.fromkeys(needed)}
    y = np.array([float(row["adopted"]) for row in rows])
    names, x = design(rows, terms, factors)
    beta, covariance, log_likelihood, p = logit(x, y)
    robust, g = clustered(x, y, p, covariance, [row[given.cluster] for row in rows])
    print(f"{len(rows)} rows, {int(y.sum())} adoptions, {g} clusters by {given.cluster}")
    print(f"{len(all_rows) - len(rows)} of {len(all_rows)} rows are left out; empty cells: "
          + (", ".join(f"{name} {count}" for name, count in empty.items() if count) or "none"))
    for one in separated(rows, y, factors):
        print(f"no finite coefficient: {one}")
    width = max(map(len, names))
    print(f"{'':{width}}  {'b':>11}  {'plain se':>11}  {'clustered se':>12}")
    for i, name in enumerate(names):
        plain, cluster = math.sqrt(covariance[i, i]), math.sqrt(max(robust[i, i], 0.0))
        print(f"{name:{width}}  {beta[i]:11.6f}  {plain:11.6f}  {cluster:12.6f}")
    print(f"log-likelihood {log_likelihood:.6f}")


if __name__ == "__main__":
    main()
