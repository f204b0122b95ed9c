"""The company states keep: physint on its lag, polity2 and the lagged context of organisations.

    python3 study.py tables results [specifications.csv]

Needs pandas and statsmodels alone. `tables` has cow-matrix.csv and company.csv, as `normtrail export table` writes them
by the recipes of this folder, or the folders cow-matrix and company, as `export package` does. A line of
specifications.csv is a regression, and README.md says what each means.

The ordered probit is of the score on its lag as a factor, polity2 of the year before, and the exposure. OLS has the
same right side. Where the score is no rating on a scale (theta, clphy) its lag is a number, and there is OLS alone.
Lags are by COW number: the year before of the state 345 in 1992 is that of the state 345 in 1991, whatever it was
called.

A description: who kept better company stood higher the year after, of those alike in the rest. Not that company made
them better: states that share organisations share much else.
"""

import csv
import os
import sys
import warnings

import numpy as np
import pandas as pd
from statsmodels.miscmodels.ordinal_model import OrderedModel
from statsmodels.tools.numdiff import approx_fprime

FIRST, LAST = 1982, 2000
# Polity has the Germany of 1990 under 260, the number of the Federal Republic before it: who merges by COW number finds
# no polity2 of the year before for 255 in 1991.
LOST_IN_THE_MERGE = (255, 1991)


def read_table(folder, name):
    """A table, or that of a package of the same name."""
    alone = os.path.join(folder, f"{name}.csv")
    path = alone if os.path.exists(alone) else os.path.join(folder, name, "data.csv")
    return pd.read_csv(path, keep_default_na=False, na_values=[""])


def lagged(table, column, years):
    """A column as it was so many years before, by COW number."""
    by_number = table.set_index(["cow", "year"])[column]
    return by_number.reindex(pd.MultiIndex.from_arrays([table["cow"], table["year"] - years])).to_numpy()


def sample(table, outcome, exposure, lag, polity2_lag):
    """State-years with the score of the year, that of the year before, and the exposure."""
    rows = pd.DataFrame({
        "cow": table["cow"],
        "year": table["year"],
        "y": table[outcome],
        "y_before": lagged(table, outcome, 1),
        "polity2": lagged(table, "polity2", polity2_lag),
        "exposure": lagged(table, exposure, lag),
    })
    rows = rows[rows["year"].between(FIRST, LAST)]
    return rows.dropna(subset=["y", "y_before", "exposure"])


def is_rating(values):
    return bool((values == values.round()).all())


def right_side(rows, effects=""):
    """The lag as a factor or, of a measure, as a number; effects of years where asked for; polity2; the exposure."""
    before = rows[["y_before"]]
    if is_rating(rows["y"]):
        before = pd.get_dummies(rows["y_before"].astype(int), prefix="before", drop_first=True)
    years = [pd.get_dummies(rows["year"], prefix="year", drop_first=True)] if effects == "year" else []
    return pd.concat([before, *years, rows[["polity2", "exposure"]]], axis=1).astype(float)


class OrderedProbit(OrderedModel):
    """The ordered probit of statsmodels with the gradient of its likelihood, which that finds by differences."""

    def __init__(self, levels, x):
        super().__init__(levels, x, distr="probit")

    def score(self, params):
        cuts = self.transform_threshold_params(params)
        at = self.exog @ params[:self.exog.shape[1]]
        codes = np.asarray(self.endog, dtype=int)
        low, high = cuts[codes] - at, cuts[codes + 1] - at
        probability = self.prob(low, high) + 1e-20
        low, high = self.pdf(low) / probability, self.pdf(high) / probability
        by_cut = np.bincount(codes + 1, high, len(cuts)) - np.bincount(codes, low, len(cuts))
        # A cut is the first one and the steps up to it, each the exponential of its parameter.
        from_cut = by_cut[1:-1][::-1].cumsum()[::-1]
        steps = np.concatenate([[1.0], np.exp(params[self.exog.shape[1] + 1:])])
        return np.concatenate([self.exog.T @ (low - high), from_cut * steps])

    def hessian(self, params):
        found = approx_fprime(params, self.score, centered=True)
        return (found + found.T) / 2


def ordered_probit(rows, effects=""):
    """The coefficient of the exposure and its standard error. The exposure is scaled, so that the search goes well."""
    x = right_side(rows, effects)
    scale = x["exposure"].std()
    x["exposure"] = (x["exposure"] - x["exposure"].mean()) / scale
    levels = pd.Series(pd.Categorical(rows["y"].astype(int), ordered=True), index=rows.index)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = OrderedProbit(levels, x).fit(method="bfgs", maxiter=1000, gtol=1e-6, disp=False)
    return found.params["exposure"] / scale, found.bse["exposure"] / scale


def ols(rows, effects=""):
    """The coefficient of the exposure, its plain standard error, and one that is clustered by state."""
    x = np.column_stack([np.ones(len(rows)), right_side(rows, effects)])
    size = np.linalg.norm(x, axis=0)
    z = x / size
    y = rows["y"].to_numpy(float)
    beta = np.linalg.lstsq(z, y, rcond=None)[0]
    left = y - z @ beta
    inverse = np.linalg.inv(z.T @ z)
    plain = inverse * (left @ left) / (len(y) - z.shape[1])
    sums = pd.DataFrame(z * left[:, None]).groupby(rows["cow"].to_numpy()).sum().to_numpy()
    clustered = inverse @ (sums.T @ sums) @ inverse * len(sums) / (len(sums) - 1)
    return beta[-1] / size[-1], np.sqrt(plain[-1, -1]) / size[-1], np.sqrt(clustered[-1, -1]) / size[-1]


def in_words(rows):
    b, se = ordered_probit(rows)
    return f"{b:.4f} (t {b / se:.2f})"


def first_line(table):
    """The sample and the two coefficients, as a merge of the published files by COW number gives them."""
    rows = {name: sample(table, "physint", name, 1, 1) for name in ("mm", "dc")}
    whole = {name: one.dropna() for name, one in rows.items()}
    cow, year = LOST_IN_THE_MERGE
    merged = {name: one[(one["cow"] != cow) | (one["year"] != year)] for name, one in whole.items()}
    yield (f"n {len(rows['mm']):,} of {rows['mm']['cow'].nunique()} states: ordered probit of physint on its lag as "
           f"factor, polity2, lagged MM: {in_words(merged['mm'])}; with DC instead {in_words(merged['dc'])}")
    yield (f"  of these {len(merged['mm']):,} of {merged['mm']['cow'].nunique()} states have polity2 of the year "
           "before, and are estimated from")
    yield (f"  with Germany in 1991, whose polity2 of 1990 is published under another number: {len(whole['mm']):,}, "
           f"MM {in_words(whole['mm'])}, DC {in_words(whole['dc'])}")


def estimated(specification, tables):
    rows = sample(tables[specification["table"]], specification["outcome"], specification["exposure"],
                  int(specification["lag"]), int(specification["polity2_lag"]))
    used = rows.dropna()
    effects = specification["effects"]
    probit, probit_se = ordered_probit(used, effects) if is_rating(used["y"]) else (None, None)
    b, plain, clustered = ols(used, effects)
    return {**specification, "n": len(rows), "used": len(used), "states": used["cow"].nunique(),
            "sd": used["exposure"].std(), "probit": probit, "probit_se": probit_se,
            "ols": b, "ols_se": plain, "ols_clustered_se": clustered}


NUMBERS = ["sd", "probit", "probit_se", "ols", "ols_se", "ols_clustered_se"]
COLUMNS = ["varies", "specification", "table", "outcome", "exposure", "lag", "polity2_lag", "effects", "n", "used",
           "states", *NUMBERS]


def cell(name, value):
    """Four digits that count: beyond them optimisers differ."""
    if value is None:
        return ""
    return f"{value:.4g}" if name in NUMBERS else value


def write_results(path, results):
    with open(path, "w", newline="", encoding="utf-8") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(COLUMNS)
        lines.writerows([cell(name, one[name]) for name in COLUMNS] for one in results)


def figure(results):
    """The coefficients of the ordered probits, each times the standard deviation of its exposure, with 95%."""
    shown = [one for one in results if one["probit"] is not None]
    spans = [[(one["probit"] + z * one["probit_se"]) * one["sd"] for z in (-1.96, 0, 1.96)] for one in shown]
    least, most = min(0, *(low for low, _, _ in spans)), max(0, *(high for _, _, high in spans))
    at = lambda value: round(320 + 360 * (value - least) / (most - least))
    bottom = 40 + 18 * len(shown)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="720" height="{bottom + 44}" font-family="sans-serif" '
        'font-size="12">',
        "<title>Ordered probit of the score on its lag, polity2 and the exposure: what a standard deviation of "
        "exposure goes with</title>",
        f'<path d="M{at(0)} 24V{bottom}" stroke="#888" stroke-dasharray="3 3"/>',
    ]
    for i, (one, (low, middle, high)) in enumerate(zip(shown, spans)):
        y = 40 + 18 * i
        lines += [
            f'<text x="300" y="{y + 4}" text-anchor="end">{one["specification"]}</text>',
            f'<path d="M{at(low)} {y}H{at(high)}" stroke="#222"/>',
            f'<circle cx="{at(middle)}" cy="{y}" r="3.5" fill="#222"/>',
        ]
    marks = [mark for mark in (-0.1, 0, 0.1, 0.2, 0.3) if least <= mark <= most]
    lines += [f'<text x="{at(mark)}" y="{bottom + 14}" text-anchor="middle">{mark:.1f}</text>' for mark in marks]
    lines += [f'<text x="500" y="{bottom + 34}" text-anchor="middle">coefficient times the standard deviation of the '
              "exposure, 95% interval</text>", "</svg>", ""]
    return "\n".join(lines)


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit("Expected: study.py <folder of tables> <folder of results> [specifications.csv]")
    folder, into, *rest = sys.argv[1:]
    listed = rest[0] if rest else os.path.join(os.path.dirname(os.path.abspath(__file__)), "specifications.csv")
    tables = {name: read_table(folder, name) for name in ("cow-matrix", "company")}
    for line in first_line(tables["cow-matrix"]):
        print(line)
    with open(listed, newline="", encoding="utf-8") as file:
        results = [estimated(one, tables) for one in csv.DictReader(file)]
    os.makedirs(into, exist_ok=True)
    write_results(os.path.join(into, "specifications-python.csv"), results)
    with open(os.path.join(into, "specifications-python.svg"), "w", newline="", encoding="utf-8") as file:
        file.write(figure(results))
    for one in results:
        probit = "" if one["probit"] is None else f"{one['probit']:8.4f} {one['probit'] / one['probit_se']:6.2f}"
        print(f"{one['specification']:40} {one['used']:5} {probit:15}  OLS {one['ols']:8.4f} "
              f"{one['ols'] / one['ols_se']:6.2f} {one['ols'] / one['ols_clustered_se']:6.2f}")


if __name__ == "__main__":
    main()
