import { join } from 'node:path'
import { badInput } from '../common/error.ts'

/** Which engines hold the log and the read model. */
export interface Settings {
  /** `sqlite:<file>` or `esdb://…` (as the client's connection strings are). */
  readonly log: string
  /** `sqlite:<file>` or `postgres://…`. */
  readonly read: string
  /** Sets several logs on one server apart: the prefix of streams, and the schema of tables. */
  readonly logName: string
}

/** What a user may say, by flag or environment. */
export interface Places {
  readonly data?: string | undefined
  readonly log?: string | undefined
  readonly read?: string | undefined
  readonly logName?: string | undefined
}

const said = (...values: readonly (string | undefined)[]): string | undefined =>
  values.find((value) => value !== undefined && value !== '')

/** The embedded engines in a data folder. */
export const inFolder = (folder: string): Settings => ({
  log: `sqlite:${join(folder, 'log.sqlite')}`,
  read: `sqlite:${join(folder, 'read.sqlite')}`,
  logName: 'main',
})

const expecting = (what: string, value: string, schemes: readonly string[]): string => {
  if (schemes.some((scheme) => value.startsWith(scheme))) return value
  throw badInput(
    'bad-place',
    `"${value.replace(/\/\/[^@/]*@/, '//…@')}" is no place for ${what}. ` +
      `Expected ${schemes.map((scheme) => `${scheme}…`).join(' or ')}.`,
  )
}

/** Flags beat environment; what neither says is in the data folder. Throws `bad-place`, `bad-log-name`. */
export const settingsOf = (flags: Places, env: Readonly<Record<string, string | undefined>>): Settings => {
  const folder = inFolder(said(flags.data, env.NORMTRAIL_DATA) ?? './data')
  const logName = said(flags.logName, env.NORMTRAIL_LOG_NAME) ?? folder.logName
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(logName))
    throw badInput(
      'bad-log-name',
      `"${logName}" is no name for a log. Expected lower-case letters, digits and _, such as main.`,
    )
  return {
    log: expecting('a log', said(flags.log, env.NORMTRAIL_LOG) ?? folder.log, [
      'sqlite:',
      'esdb://',
      'esdb+discover://',
      'kurrentdb://',
      'kurrentdb+discover://',
    ]),
    read: expecting('a read model', said(flags.read, env.NORMTRAIL_READ) ?? folder.read, [
      'sqlite:',
      'postgres://',
      'postgresql://',
    ]),
    logName,
  }
}

/** The file of an embedded engine; undefined for the others. */
export const fileOf = (place: string): string | undefined =>
  place.startsWith('sqlite:') ? place.slice('sqlite:'.length) : undefined
