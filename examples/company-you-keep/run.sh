#!/usr/bin/env bash
# The whole study: tables by recipe, regressions in R and in Python, figures.
#
#   examples/company-you-keep/run.sh <data folder> [results folder] [folder of downloaded files]
#
# With the third, what was downloaded is imported first; importing it again appends nothing. README.md says which files
# are needed. The command is what NORMTRAIL says, else `normtrail` where that is installed, else that of the checkout in
# which this file lies, once it is built. PYTHON is a Python that has pandas and statsmodels, where python3 is none.
set -euo pipefail

if [ $# -lt 1 ] || [ $# -gt 3 ]; then
  echo "Expected: run.sh <data folder> [results folder] [folder of downloaded files]" >&2
  exit 2
fi
data=$1
results=${2:-results}
here=$(cd "$(dirname "$0")" && pwd)
built="$here/../../dist/src/cli/main.js"
if [ -n "${NORMTRAIL:-}" ]; then
  read -ra normtrail <<<"$NORMTRAIL"
elif command -v normtrail >/dev/null; then
  normtrail=(normtrail)
elif [ -f "$built" ]; then
  normtrail=(node "$built")
else
  echo "There is no command normtrail, and this checkout is not built. Build it with \`npm ci && npm run build\`, or" >&2
  echo "say what the command is: NORMTRAIL=\"npx normtrail\"." >&2
  exit 4
fi

if [ $# -eq 3 ]; then "${normtrail[@]}" --data "$data" import folder "$3"; fi

mkdir -p "$results/tables"
for table in cow-matrix company; do
  "${normtrail[@]}" --data "$data" export table "$here/$table.json" --output "$results/tables/$table.csv"
done

estimated=no
if Rscript -e 'library(MASS)' >/dev/null 2>&1; then
  echo "R:"
  Rscript "$here/study.R" "$results/tables" "$results"
  estimated=yes
fi
for python in "${PYTHON:-python3}" /usr/bin/python3; do
  if "$python" -c 'import pandas, statsmodels' >/dev/null 2>&1; then
    echo "Python:"
    "$python" "$here/study.py" "$results/tables" "$results"
    estimated=yes
    break
  fi
done
if [ $estimated = no ]; then
  echo "The tables are in $results/tables. Neither R with MASS nor a Python with pandas and statsmodels was found." >&2
fi
