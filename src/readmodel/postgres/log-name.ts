import { badInput } from '../../common/error.ts'

/** The log that is meant where none is named. */
export const defaultLogName = 'main'

/** Leaves room for what tells generations apart: PostgreSQL cuts a longer name than 63. */
const pattern = /^[A-Za-z0-9_]{1,41}$/
const taken = new Set(['public', 'information_schema'])

/**
 * The schema that is a log's own: its name, which also begins the names of the schemas of its generations. One that
 * others share is refused.
 */
export const schemaOf = (logName: string): string => {
  if (pattern.test(logName) && !taken.has(logName) && !logName.startsWith('pg_')) return logName
  throw badInput('bad-log-name', `"${logName}" cannot name the schema of a log.`, {
    hint: 'Expected up to 41 letters, digits and underscores; not "public", "information_schema" or "pg_…".',
  })
}
