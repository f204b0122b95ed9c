# A logit on the event history of an adoption: a discrete-time hazard model, by base R alone.
#
#   normtrail panel event-history --subject cat --channel igo,region --output cat.csv
#   Rscript logit.R cat.csv --terms dc_igo_lag1,dc_region_lag1,years_open --cluster state
#
# A row of the table is a state in a year in which it was at risk of adopting. The model is
#
#   logit P(adopted in t | at risk in t) = a(t) + b' x(t - lag)
#
# a(t) is the baseline: years as factors (--factors year, as netdiffuseR's diffreg is used), or a polynomial of the
# clock (--terms years_open,years_open^2). Standard errors are printed twice: plain ones, those of glm, right where
# rows are independent given x; and ones that are clustered by state (sandwich, times G/(G - 1)), which allow for rows
# of one state that go together. They do not allow for states that go together, and exposures make states depend on
# each other: both kinds are likely too small.
#
# What it means: who was more exposed, of those at risk in like circumstances, adopted sooner or later. What it does
# not mean: that exposure made them. States that share organisations share much else (homophily), later years have
# more adopters and more exposure, and networks may follow adoption. No effect is claimed.
#
# Rows in which anything asked for is empty are left out, and counted: an empty `adopted` is a year of which nobody
# knows, and an empty exposure is none, not 0. A level of a factor in which all rows adopt, or none, has no finite
# coefficient (years in which nobody adopted): it is named, its number is meaningless, and the others stand. Where it
# is the first level, that is the intercept.
#
# Parquet is read where the package arrow is there: Rscript logit.R cat.parquet ...

arguments <- commandArgs(trailingOnly = TRUE)
option <- function(name, otherwise = "") {
  i <- match(paste0("--", name), arguments)
  if (is.na(i)) otherwise else arguments[i + 1]
}
words <- function(text) Filter(nzchar, strsplit(text, ",")[[1]])

path <- arguments[1]
table <- if (endsWith(path, ".parquet")) as.data.frame(arrow::read_parquet(path)) else
  read.csv(path, na.strings = c("", "NA"), check.names = FALSE)
terms <- words(option("terms"))
factors <- words(option("factors"))
cluster <- option("cluster", "state")

needed <- unique(c("adopted", cluster, factors, sub("\\^.*", "", terms)))
unknown <- setdiff(needed, names(table))
if (length(unknown) > 0)
  stop("The table has no column ", paste(unknown, collapse = ", "), ". It has: ", paste(names(table), collapse = ", "))
rows <- table[complete.cases(table[needed]), ]
for (name in factors) rows[[name]] <- factor(rows[[name]])

# belief^2 is a power.
written <- ifelse(grepl("^", terms, fixed = TRUE), paste0("I(", terms, ")"), terms)
model <- reformulate(c(written, factors), response = "adopted")
fit <- suppressWarnings(glm(model, family = binomial, data = rows))
if (anyNA(coef(fit))) stop("Columns go together: leave out ", paste(names(which(is.na(coef(fit)))), collapse = ", "))

plain <- vcov(fit)
scores <- model.matrix(fit) * (rows$adopted - fitted(fit))
sums <- rowsum(scores, rows[[cluster]])
g <- nrow(sums)
clustered <- plain %*% crossprod(sums) %*% plain * g / (g - 1)

cat(nrow(rows), "rows,", sum(rows$adopted), "adoptions,", g, "clusters by", cluster, "\n")
cat(nrow(table) - nrow(rows), "of", nrow(table), "rows are left out; empty cells:\n")
print(colSums(is.na(table[needed])))
for (name in factors) {
  share <- tapply(rows$adopted, rows[[name]], mean)
  for (level in names(share)[share %in% c(0, 1)]) {
    why <- if (share[[level]] == 1) "all adopt" else "nobody adopts"
    cat("no finite coefficient: ", name, "=", level, ": ", why, "\n", sep = "")
  }
}
found <- cbind(b = coef(fit), "plain se" = sqrt(diag(plain)), "clustered se" = sqrt(diag(clustered)))
print(round(found, 6), digits = 8)
cat("log-likelihood", format(as.numeric(logLik(fit)), digits = 9), "\n")
