-- A panel of normtrail in DuckDB: `duckdb < recipe.sql`. Parquet keeps types and dates, and only the columns that are
-- asked for are read: the server answers HEAD and ranges.
INSTALL httpfs;
LOAD httpfs;

SELECT year, status, count(*) AS states
FROM read_parquet('http://127.0.0.1:8080/v1/panel/status.parquet?subject=cat&from=1985&to=1995&asOf=2000-01-01')
GROUP BY year, status
ORDER BY year, status;

-- A table of text: an empty cell is unknown or does not apply, and "NA" is a text like any other.
SELECT count(*) AS rows
FROM read_csv(
  'http://127.0.0.1:8080/v1/panel/status.csv?subject=cat&from=1985&to=1995&asOf=2000-01-01', header = true, nullstr = ''
);
