/** A plain table of events, with the two unique keys that a log needs. */
export const bareTable = `CREATE TABLE events (
    ordinal INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, stream INTEGER NOT NULL, revision INTEGER NOT NULL,
    header TEXT NOT NULL, data TEXT NOT NULL, UNIQUE (stream, revision)) STRICT`

export const bareInsertSql = 'INSERT INTO events (id, stream, revision, header, data) VALUES (?, ?, ?, ?, ?)'
