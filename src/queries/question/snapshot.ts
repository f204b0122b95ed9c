import type { Kysely } from 'kysely'
import type { SourcePolicy } from '../../../projections/fold/source-policy.ts'
import type { Formality } from '../../events/igo.ts'
import { badInput } from '../../common/error.ts'
import type { Names } from '../../names/names.ts'
import { loadNames } from '../../names/load.ts'
import { compiledOnce } from '../../readmodel/query/compiled-once.ts'
import type { Beside } from '../../readmodel/engine.ts'
import { emptyPrefix } from '../../readmodel/prefix-hash.ts'
import { type Schema } from '../../readmodel/schema.ts'
import { formatDay, parseDay, type Day } from '../../time/day.ts'
import type { Resolution } from '../../time/date-policy.ts'
import { instantOf, type Instant } from '../../time/instant.ts'
import { dayOf } from '../../time/today.ts'
import { changesOf, recordedIn, type Changes } from './changes.ts'
import { momentOf } from './moment.ts'
import type { Without } from './without.ts'

/** The two clocks as a user gives them: texts, or nothing for the default. */
export interface Clocks {
  readonly asOf?: string | undefined
  readonly asKnownAt?: string | undefined
}

/** Everything a question may read: the world on one day, as known at one moment. */
export interface Snapshot {
  readonly sql: Kysely<Schema>
  /** Where what was made of its rows may be kept for other processes. */
  readonly beside?: Beside | undefined
  /** When something was true. */
  readonly asOf: Day
  /** Whether somebody gave that day; else it is today. */
  readonly isDayGiven?: boolean | undefined
  /** When the log knew it: what the user gave, or null for all that is known. */
  readonly asKnownAt: Instant | null
  /** The last event known at `asKnownAt`; rows are known where known_from <= ordinal < known_to. */
  readonly ordinal: number
  /** The hash of the log up to that event: the same on every engine. */
  readonly prefix: string
  /** When that event was recorded; undefined where the log is empty. */
  readonly knownAt: Instant | undefined
  /** When the last event of all was recorded, whatever is asked about; undefined where the log is empty. */
  readonly lastRecordedAt?: Instant | undefined
  readonly names: Names
  /** Of what is known now: what was recorded lately, by which what was made before is known to hold on. */
  readonly changes?: Changes | undefined
  /**
   * The day that stands for each uncertain date of an act, where a question takes one; else all of them are reckoned
   * with.
   */
  readonly resolution?: Resolution | undefined
  /** Whom to believe where sources tell rival things, where a question says so; else the default policy. */
  readonly sources?: SourcePolicy | undefined
  /** Which organisations memberships are read of, where none is named: formal ones where a question does not say. */
  readonly formality?: Formality | 'all' | undefined
  /** What is left out of it, where somebody asks how things would stand without. */
  readonly without?: Without | undefined
  /** What the clock said when it was asked. Nothing that is answered depends on it: it bounds what may be asked. */
  readonly now: Instant
  /** Long work calls it with every look at the rows, and every year: it throws where nobody waits for the answer. */
  readonly goOn?: () => void
  /** Long work says how many of its parts are done (`years done:` 12 of 40), where somebody listens. */
  readonly progress?: (words: string, done: number, of: number) => void
}

/** What every answer echoes. */
export const clocksOf = (world: Snapshot) => ({
  asOf: formatDay(world.asOf),
  asKnownAt: world.asKnownAt,
  ordinal: world.ordinal,
})

/**
 * The same as a terminal shows it: the day, the moment of knowledge where one was asked for, and the last event known
 * then.
 */
export const clocksText = ({
  asOf,
  asKnownAt,
  ordinal,
}: {
  readonly asOf: string
  readonly asKnownAt: string | null
  readonly ordinal: number
}): string => `as of ${asOf}${asKnownAt === null ? '' : `, as known at ${asKnownAt}`}, up to event ${ordinal}`

/** Subjects, their codes and names stand in these streams. */
const namesTell = recordedIn('state', 'treaty', 'igo', 'norm')

const commits = (sql: Kysely<Schema>) =>
  sql.selectFrom('commit_known').select(['last_ordinal', 'prefix', 'recorded_at']).limit(1)

/** Instants rise with ordinals: the last of all commits is found without a look at the others. */
const lastCommit = compiledOnce((sql: Kysely<Schema>) => commits(sql).orderBy('last_ordinal', 'desc'))

/**
 * Opens the world for one question. `now` is what "as of" means where the user gave no date. Throws `bad-date`,
 * `bad-instant`, `not-yet`, `nothing-known`.
 */
export const openSnapshot = async (
  sql: Kysely<Schema>,
  clocks: Clocks,
  now: Date,
  beside?: Beside,
): Promise<Snapshot> => {
  const [newest] = await lastCommit(sql)
  const bounds = { now: instantOf(now), last: newest?.recorded_at as Instant | undefined }
  const asKnownAt = clocks.asKnownAt === undefined ? null : momentOf(clocks.asKnownAt, bounds, 'asKnownAt')
  const asOf = clocks.asOf === undefined ? dayOf(now) : parseDay(clocks.asOf)
  const last =
    asKnownAt === null
      ? newest
      : await commits(sql).where('recorded_at', '<=', asKnownAt).orderBy('recorded_at', 'desc').executeTakeFirst()
  if (last === undefined && asKnownAt !== null)
    throw badInput('nothing-known', `nothing had been recorded at ${asKnownAt}.`, {
      hint: 'Ask for a later moment; `info` says where the log stands.',
    })
  const ordinal = Number(last?.last_ordinal ?? 0)
  const prefix = last?.prefix ?? emptyPrefix
  const changes = asKnownAt === null ? await changesOf(sql, ordinal, prefix) : undefined
  return {
    sql,
    beside,
    asOf,
    isDayGiven: clocks.asOf !== undefined,
    asKnownAt,
    ordinal,
    prefix,
    knownAt: last?.recorded_at as Instant | undefined,
    lastRecordedAt: bounds.last,
    changes,
    names: await loadNames(
      sql,
      ordinal,
      changes && { beside, prefix, holds: (upTo) => !changes.touched(upTo, ordinal, namesTell) },
    ),
    now: bounds.now,
  }
}
