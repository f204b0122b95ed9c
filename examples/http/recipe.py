"""A panel, an append and the feed of normtrail, by what Python has of its own.

NORMTRAIL_URL: the server; NORMTRAIL_TOKEN: a token that may append.
"""

import csv
import io
import json
import os
import urllib.error
import urllib.request
import uuid

URL = os.environ.get("NORMTRAIL_URL", "http://127.0.0.1:8080")
TOKEN = os.environ["NORMTRAIL_TOKEN"]


def call(path, body=None, headers=None):
    """Opens a path of the server; a refusal is raised with what the server says is wrong."""
    request = urllib.request.Request(URL + path, data=body, headers=headers or {})
    try:
        return urllib.request.urlopen(request, timeout=30)
    except urllib.error.HTTPError as refused:
        problem = json.load(refused)
        raise SystemExit(f"{problem['code']}: {problem['detail']} {problem.get('hint', '')}") from None


def panel():
    """Rows by their columns. What is empty is unknown or does not apply, as the codebook says of each column."""
    with call("/v1/panel/status.csv?subject=cat&from=1985&to=1995&asOf=2000-01-01") as answer:
        return list(csv.DictReader(io.TextIOWrapper(answer, "utf-8", newline="")))


def append(event, key):
    """Appends one event. With the same key the same answer comes again, and nothing is appended twice."""
    headers = {
        "Authorization": f"Bearer {TOKEN}",
        "Content-Type": "application/json",
        "Idempotency-Key": key,
    }
    with call("/v1/events", json.dumps(event).encode(), headers) as answer:
        return json.load(answer)


def follow(after):
    """The events after a place, one by one, for as long as the connection lasts; each with the place to go on from."""
    with call(f"/v1/feed?after={after}", headers={"Accept": "text/event-stream"}) as feed:
        fields = {}
        for line in io.TextIOWrapper(feed, "utf-8"):
            line = line.rstrip("\n")
            if line == "":
                kind = fields.get("event")
                if kind == "event":
                    yield fields["id"], json.loads(fields["data"])
                elif kind in ("reset", "lagged", "bye"):
                    raise SystemExit(f"{kind}: {fields['data']}")
                fields = {}
            elif not line.startswith(":"):
                name, _, value = line.partition(":")
                fields[name] = value.removeprefix(" ")


def main():
    rows = panel()
    print(f"panel: {len(rows)} rows; columns: {','.join(list(rows[0])[:4])}")
    key = str(uuid.uuid4())
    event = {
        "stream": "treaty-cat",
        "type": "TreatyAcceded",
        "occurred": "2021-01-15",
        "sources": [{"citation": "An example", "kind": "scholarly"}],
        "data": {"actor": "plw"},
    }
    appended = append(event, key)
    if append(event, key) != appended:
        raise SystemExit("the second answer is another one")
    ordinal = appended["events"][0]["ordinal"]
    print(f"appended: ordinal {ordinal}")
    for place, told in follow(ordinal - 1):
        print(f"feed: id: {place.split('-')[0]} {told['type']} of {told['data']['data']['actor']}")
        break


main()
