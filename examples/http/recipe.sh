#!/usr/bin/env bash
# A panel, an append and the feed of normtrail, by curl. NORMTRAIL_URL: the server; NORMTRAIL_TOKEN: may append.
set -euo pipefail
url=${NORMTRAIL_URL:-http://127.0.0.1:8080}
token=${NORMTRAIL_TOKEN:?a token that may append}

# A table: whole, however long, by its ending. --fail: a refusal is no table. A cut connection is an error of curl's.
panel=$(curl --silent --show-error --fail --compressed \
  "$url/v1/panel/status.csv?subject=cat&from=1985&to=1995&asOf=2000-01-01")
echo "panel: $(($(wc -l <<< "$panel") - 1)) rows; columns: $(head -n 1 <<< "$panel" | cut -d, -f1-4)"

# An event: the same key again gives the same answer, and appends nothing. What is wrong is told as JSON on the way out.
key="recipe-$(date +%s)-$$"
event='{"stream": "treaty-cat", "type": "TreatyAcceded", "occurred": "2021-01-15",
  "sources": [{"citation": "An example", "kind": "scholarly"}], "data": {"actor": "plw"}}'
append() {
  curl --silent --show-error --fail-with-body --header "Authorization: Bearer $token" \
    --header 'Content-Type: application/json' --header "Idempotency-Key: $key" --data "$event" "$url/v1/events"
}
first=$(append)
[ "$first" = "$(append)" ] || { echo 'the second answer is another one' >&2; exit 1; }
ordinal=$(grep -o '"ordinal": *[0-9]*' <<< "$first" | head -n 1 | grep -o '[0-9]*$')
echo "appended: ordinal $ordinal"

# The feed, from the event before: `id` is the place to go on from, `data` one CloudEvent in a line; a `position` is a
# place with nothing at it. It never ends by itself: --max-time does, or whoever has read enough.
id=''
while read -r line; do
  case $line in id:*) id=$line ;; 'event: event') break ;; esac
done < <(exec curl --silent --no-buffer --max-time 20 "$url/v1/feed?after=$((ordinal - 1))")
kill "${!:-}" 2> /dev/null || true
echo "feed: ${id%%-*}"
