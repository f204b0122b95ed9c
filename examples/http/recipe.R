# A panel, an append and the feed of normtrail, by R with its packages curl and jsonlite.
# NORMTRAIL_URL: the server; NORMTRAIL_TOKEN: a token that may append.

url <- Sys.getenv("NORMTRAIL_URL", "http://127.0.0.1:8080")
token <- Sys.getenv("NORMTRAIL_TOKEN")

# "NA" is no gap: it is the ISO code of Namibia in the data of some. An empty cell is one.
panel <- read.csv(paste0(url, "/v1/panel/status.csv?subject=cat&from=1985&to=1995&asOf=2000-01-01"), na.strings = "")
cat(sprintf("panel: %d rows; columns: %s\n", nrow(panel), paste(names(panel)[1:4], collapse = ",")))

# With the same key the same answer comes again, and nothing is appended twice.
event <- list(
  stream = "treaty-cat", type = "TreatyAcceded", occurred = "2021-01-15",
  sources = list(list(citation = "An example", kind = "scholarly")), data = list(actor = "plw")
)
key <- sprintf("recipe-%d-%d", as.integer(Sys.time()), Sys.getpid())
append_event <- function() {
  handle <- curl::new_handle(postfields = jsonlite::toJSON(event, auto_unbox = TRUE))
  curl::handle_setheaders(handle,
    Authorization = paste("Bearer", token), `Content-Type` = "application/json", `Idempotency-Key` = key
  )
  answer <- curl::curl_fetch_memory(paste0(url, "/v1/events"), handle)
  body <- rawToChar(answer$content)
  if (answer$status_code >= 400) stop(body)
  body
}
first <- append_event()
stopifnot(identical(first, append_event()))
ordinal <- jsonlite::fromJSON(first)$events$ordinal[[1]]
cat(sprintf("appended: ordinal %d\n", ordinal))

# The feed never ends by itself. `id` is the place to go on from; `data` is one CloudEvent in a line.
feed <- curl::curl(sprintf("%s/v1/feed?after=%d", url, ordinal - 1L), open = "r")
id <- ""
repeat {
  line <- readLines(feed, n = 1L)
  if (length(line) == 1L && startsWith(line, "id:")) id <- line
  if (identical(line, "event: event")) break
}
close(feed)
cat(sprintf("feed: %s\n", sub("-.*", "", id)))
