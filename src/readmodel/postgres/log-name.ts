import { badInput } from '../../error.ts'

/** The log that is meant where none is named. */
export const defaultLogName = 'main'

const pattern = /^[A-Za-z0-9_]{1,63}$/
const taken = new Set(['public', 'information_schema'])

/** The schema that holds the tables of a log: its name. A schema that others share is refused, since `rebuild` drops every table of its own. */
export const schemaOf = (logName: string): string => {
  if (pattern.test(logName) && !taken.has(logName) && !logName.startsWith('pg_')) return logName
  throw badInput('bad-log-name', `"${logName}" cannot name the schema of a log.`, {
    hint: 'Expected up to 63 letters, digits and underscores; not "public", "information_schema" or "pg_…".',
  })
}
