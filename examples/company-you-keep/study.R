# The company states keep: physint on its lag, polity2 and the lagged context of organisations.
#
#   Rscript study.R tables results [specifications.csv]
#
# Needs MASS alone, which comes with R. `tables` has cow-matrix.csv and company.csv, as `normtrail export table` writes
# them by the recipes of this folder, or the folders cow-matrix and company, as `export package` does. A line of
# specifications.csv is a regression, and README.md says what each means.
#
# The ordered probit is of the score on its lag as a factor, polity2 of the year before, and the exposure. OLS has the
# same right side. Where the score is no rating on a scale (theta, clphy) its lag is a number, and there is OLS alone.
# Lags are by COW number: the year before of the state 345 in 1992 is that of the state 345 in 1991, whatever it was
# called.
#
# A description: who kept better company stood higher the year after, of those alike in the rest. Not that company made
# them better: states that share organisations share much else.

first <- 1982
last <- 2000
# Polity has the Germany of 1990 under 260, the number of the Federal Republic before it: who merges by COW number finds
# no polity2 of the year before for 255 in 1991.
lost_in_the_merge <- list(cow = 255, year = 1991)

# A table, or that of a package of the same name.
read_table <- function(folder, name) {
  alone <- file.path(folder, paste0(name, ".csv"))
  path <- if (file.exists(alone)) alone else file.path(folder, name, "data.csv")
  read.csv(path, na.strings = "", check.names = FALSE, encoding = "UTF-8")
}

# A column as it was so many years before, by COW number.
lagged <- function(table, column, years) {
  table[[column]][match(paste(table$cow, table$year - years), paste(table$cow, table$year))]
}

# State-years with the score of the year, that of the year before, and the exposure.
sample_of <- function(table, outcome, exposure, lag, polity2_lag) {
  rows <- data.frame(
    cow = table$cow,
    year = table$year,
    y = table[[outcome]],
    y_before = lagged(table, outcome, 1),
    polity2 = lagged(table, "polity2", polity2_lag),
    exposure = lagged(table, exposure, lag)
  )
  rows <- rows[rows$year >= first & rows$year <= last, ]
  rows[complete.cases(rows[c("y", "y_before", "exposure")]), ]
}
with_polity2 <- function(rows) rows[!is.na(rows$polity2), ]

is_rating <- function(values) all(values == round(values))

# The lag as a factor or, of a measure, as a number; effects of years where asked for; polity2; the exposure.
right_side <- function(before, effects) {
  reformulate(c(before, if (effects == "year") "factor(year)", "polity2", "exposure"), response = "y")
}

# The coefficient of the exposure and its standard error. The exposure is scaled, so that the search goes well.
ordered_probit <- function(rows, effects = "") {
  scale <- sd(rows$exposure)
  rows$exposure <- (rows$exposure - mean(rows$exposure)) / scale
  rows$y <- factor(rows$y)
  found <- MASS::polr(right_side("factor(y_before)", effects), rows, Hess = TRUE, method = "probit",
                      control = list(maxit = 1000, reltol = 1e-12))
  c(b = coef(found)[["exposure"]], se = sqrt(vcov(found)["exposure", "exposure"])) / scale
}

# The coefficient of the exposure, its plain standard error, and one that is clustered by state.
ols <- function(rows, effects = "") {
  before <- if (is_rating(rows$y)) "factor(y_before)" else "y_before"
  found <- lm(right_side(before, effects), rows, tol = 1e-12)
  sums <- rowsum(model.matrix(found) * residuals(found), rows$cow)
  inverse <- summary(found)$cov.unscaled
  clustered <- inverse %*% crossprod(sums) %*% inverse * nrow(sums) / (nrow(sums) - 1)
  c(b = coef(found)[["exposure"]], se = sqrt(vcov(found)["exposure", "exposure"]),
    clustered = sqrt(clustered["exposure", "exposure"]))
}

in_words <- function(rows) {
  found <- ordered_probit(rows)
  sprintf("%.4f (t %.2f)", found[["b"]], found[["b"]] / found[["se"]])
}
counted <- function(rows) format(nrow(rows), big.mark = ",")
states_of <- function(rows) length(unique(rows$cow))

# The sample and the two coefficients, as a merge of the published files by COW number gives them.
first_line <- function(table) {
  rows <- lapply(c(mm = "mm", dc = "dc"), function(name) sample_of(table, "physint", name, 1, 1))
  whole <- lapply(rows, with_polity2)
  merged <- lapply(whole, function(one)
    one[!(one$cow == lost_in_the_merge$cow & one$year == lost_in_the_merge$year), ])
  c(paste0("n ", counted(rows$mm), " of ", states_of(rows$mm), " states: ordered probit of physint on its lag as ",
           "factor, polity2, lagged MM: ", in_words(merged$mm), "; with DC instead ", in_words(merged$dc)),
    paste0("  of these ", counted(merged$mm), " of ", states_of(merged$mm), " states have polity2 of the year ",
           "before, and are estimated from"),
    paste0("  with Germany in 1991, whose polity2 of 1990 is published under another number: ", counted(whole$mm),
           ", MM ", in_words(whole$mm), ", DC ", in_words(whole$dc)))
}

estimated <- function(specification, tables) {
  rows <- sample_of(tables[[specification$table]], specification$outcome, specification$exposure, specification$lag,
                    specification$polity2_lag)
  used <- with_polity2(rows)
  probit <- if (is_rating(used$y)) ordered_probit(used, specification$effects) else c(b = NA, se = NA)
  linear <- ols(used, specification$effects)
  cbind(specification, n = nrow(rows), used = nrow(used), states = states_of(used), sd = sd(used$exposure),
        probit = probit[["b"]], probit_se = probit[["se"]], ols = linear[["b"]], ols_se = linear[["se"]],
        ols_clustered_se = linear[["clustered"]])
}

# Four digits that count: beyond them optimisers differ.
write_results <- function(path, results) {
  numbers <- c("sd", "probit", "probit_se", "ols", "ols_se", "ols_clustered_se")
  for (name in numbers) results[[name]] <- ifelse(is.na(results[[name]]), "", sprintf("%.4g", results[[name]]))
  file <- file(path, "wb")
  on.exit(close(file))
  write.csv(results, file, row.names = FALSE, quote = FALSE, eol = "\n")
}

# The coefficients of the ordered probits, each times the standard deviation of its exposure, with 95%.
figure <- function(results) {
  shown <- results[!is.na(results$probit), ]
  span <- function(z) (shown$probit + z * shown$probit_se) * shown$sd
  least <- min(0, span(-1.96))
  most <- max(0, span(1.96))
  at <- function(value) round(320 + 360 * (value - least) / (most - least))
  y <- 40 + 18 * (seq_len(nrow(shown)) - 1)
  bottom <- 40 + 18 * nrow(shown)
  marks <- Filter(function(mark) least <= mark && mark <= most, c(-0.1, 0, 0.1, 0.2, 0.3))
  c(sprintf('<svg xmlns="http://www.w3.org/2000/svg" width="720" height="%d" font-family="sans-serif" font-size="12">',
            bottom + 44),
    paste0("<title>Ordered probit of the score on its lag, polity2 and the exposure: what a standard deviation of ",
           "exposure goes with</title>"),
    sprintf('<path d="M%d 24V%d" stroke="#888" stroke-dasharray="3 3"/>', at(0), bottom),
    rbind(sprintf('<text x="300" y="%d" text-anchor="end">%s</text>', y + 4, shown$specification),
          sprintf('<path d="M%d %dH%d" stroke="#222"/>', at(span(-1.96)), y, at(span(1.96))),
          sprintf('<circle cx="%d" cy="%d" r="3.5" fill="#222"/>', at(span(0)), y)),
    sprintf('<text x="%d" y="%d" text-anchor="middle">%.1f</text>', at(marks), bottom + 14, marks),
    sprintf(paste0('<text x="500" y="%d" text-anchor="middle">coefficient times the standard deviation of the ',
                   "exposure, 95%% interval</text>"), bottom + 34),
    "</svg>")
}

arguments <- commandArgs(trailingOnly = TRUE)
if (!length(arguments) %in% 2:3) stop("Expected: study.R <folder of tables> <folder of results> [specifications.csv]")
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
listed <- read.csv(if (length(arguments) == 3) arguments[3] else file.path(here, "specifications.csv"),
                   colClasses = c(effects = "character"), na.strings = NULL)
tables <- lapply(c("cow-matrix" = "cow-matrix", company = "company"), function(name)
  read_table(arguments[1], name))

cat(first_line(tables[["cow-matrix"]]), sep = "\n")
results <- do.call(rbind, lapply(seq_len(nrow(listed)), function(i) estimated(listed[i, ], tables)))
dir.create(arguments[2], showWarnings = FALSE, recursive = TRUE)
write_results(file.path(arguments[2], "specifications-r.csv"), results)
svg <- file(file.path(arguments[2], "specifications-r.svg"), "wb")
writeLines(figure(results), svg, sep = "\n")
close(svg)
cat(sprintf("%-40s %5d %8.4f %6.2f  OLS %8.4f %6.2f %6.2f", results$specification, results$used, results$probit,
            results$probit / results$probit_se, results$ols, results$ols / results$ols_se,
            results$ols / results$ols_clustered_se), sep = "\n")
