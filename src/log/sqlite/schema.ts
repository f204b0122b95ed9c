/**
 * The embedded log: commits, streams and events; nothing in them is ever changed or removed. `move` has a row while
 * another log is moved in. The row of a commit says its last ordinal, so it comes behind its events: SQLite then looks
 * for those that waited for it, and without the index would go through the whole log with every commit.
 */
export const schema = `
  CREATE TABLE IF NOT EXISTS commits (
    number        INTEGER PRIMARY KEY,
    id            TEXT NOT NULL UNIQUE,
    recorded_at   TEXT NOT NULL UNIQUE,
    recorded_by   TEXT NOT NULL,
    appended_at   TEXT NOT NULL,
    first_ordinal INTEGER NOT NULL,
    last_ordinal  INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS streams (
    number INTEGER PRIMARY KEY,
    name   TEXT NOT NULL UNIQUE
  ) STRICT;
  CREATE TABLE IF NOT EXISTS events (
    ordinal       INTEGER PRIMARY KEY,
    id            BLOB NOT NULL UNIQUE,
    stream        INTEGER NOT NULL REFERENCES streams (number),
    revision      INTEGER NOT NULL,
    commit_number INTEGER NOT NULL REFERENCES commits (number) DEFERRABLE INITIALLY DEFERRED,
    header        TEXT NOT NULL,
    data          TEXT NOT NULL,
    hash          BLOB NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS events_of_commit ON events (commit_number);
  CREATE TABLE IF NOT EXISTS move (
    begun_at TEXT NOT NULL
  ) STRICT;
  ${['commits', 'streams', 'events']
    .flatMap((table) =>
      ['UPDATE', 'DELETE'].map(
        (verb) => `CREATE TRIGGER IF NOT EXISTS ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table}
          BEGIN SELECT RAISE(ABORT, 'the log is append-only: ${verb} on ${table} is refused'); END;`,
      ),
    )
    .join('\n  ')}
`
