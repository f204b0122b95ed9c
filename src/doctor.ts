import { sql } from 'kysely'
import { openReadModel } from './engines.ts'
import { messageOf, NormtrailError } from './error.ts'
import type { Head } from './log/port.ts'
import { unfinishedLoad } from './log/unfinished-load.ts'
import { checkLog, readCheckpoint } from './readmodel/catch-up.ts'
import type { GenerationState, ReadModelEngine } from './readmodel/engine.ts'
import { shapeOfOld } from './readmodel/registry.ts'
import { fileOf, type Settings } from './settings.ts'
import { sources, version } from './version.ts'
import { withLog } from './workspace.ts'

/** One thing that was looked at: how it stands, and what to do where it is not well. */
export interface Check {
  readonly what: string
  readonly well: boolean
  readonly says: string
  readonly todo?: string
}

/** How far a clock may be off before it is worth a word. */
const toleratedSeconds = 5

const asked = async <T>(what: string, checks: Check[], work: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await work()
  } catch (thrown) {
    const hint = thrown instanceof NormtrailError ? thrown.hint : undefined
    checks.push({
      what,
      well: false,
      says: messageOf(thrown),
      todo: hint ?? 'Check that it runs, and how it is named: `normtrail help` says how.',
    })
    return undefined
  }
}

/** A place without its password. */
const shown = (place: string): string => place.replace(/\/\/([^:@/]*):[^@/]*@/, '//$1:…@')

const programCheck: Check = {
  what: 'normtrail',
  well: true,
  says: `${version}, from sources with the SHA-256 ${sources}`,
}

const nodeCheck = (): Check => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const well = major > 20 || (major === 20 && minor >= 19)
  return { what: 'node', well, says: process.versions.node, ...(!well && { todo: 'Use Node 20.19 or newer.' }) }
}

const clockCheck = (head: Head, now: Date): Check => {
  const ahead = head.recordedAt === undefined ? 0 : (Date.parse(head.recordedAt) - now.getTime()) / 1000
  const well = ahead <= toleratedSeconds
  return {
    what: 'clock',
    well,
    says: well
      ? `this machine says ${now.toISOString()}`
      : `the log's last commit was recorded ${ahead.toFixed(0)} s after what this machine calls now`,
    ...(!well && {
      todo: 'Set the clocks of all writers by the same time server. New commits are recorded after the last one all the same.',
    }),
  }
}

/** The version and, where it has one, the clock of the database behind the read model. */
const databaseCheck = async (settings: Settings, { sql: database }: ReadModelEngine, now: Date): Promise<Check> => {
  if (fileOf(settings.read) !== undefined) {
    const { rows } = await sql<{ version: string }>`SELECT sqlite_version() AS version`.execute(database)
    return { what: 'read model', well: true, says: `SQLite ${rows[0]?.version} at ${shown(settings.read)}` }
  }
  const { rows } = await sql<{
    version: string
    seconds: number
  }>`SELECT current_setting('server_version') AS version, extract(epoch FROM clock_timestamp())::float8 AS seconds`.execute(
    database,
  )
  const off = (rows[0]?.seconds ?? 0) - now.getTime() / 1000
  const well = Math.abs(off) <= toleratedSeconds
  return {
    what: 'read model',
    well,
    says: `PostgreSQL ${rows[0]?.version} at ${shown(settings.read)}${well ? '' : `, whose clock is ${off.toFixed(0)} s off`}`,
    ...(!well && { todo: 'Set the clocks by the same time server.' }),
  }
}

const lagCheck = (behind: number): Check => ({
  what: 'lag',
  well: true,
  says:
    behind === 0
      ? 'the read model stands at the head of the log'
      : `the read model is ${behind} events behind; the next command, or a projector, catches it up`,
})

const sizeOf = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

/** What a generation is to this version of the program. */
const roleOf = ({ state, readable, used }: GenerationState): string => {
  if (used) return 'serves'
  if (!readable) return 'made by another version of normtrail'
  return { serving: 'serves', building: 'is being built, or was left half built', retired: 'no longer serves' }[state]
}

/** Every build of the read model that is stored. Several are well: each version serves its own, and what nobody reads is removed at the next start. */
const generationsCheck = async (settings: Settings, engine: ReadModelEngine): Promise<Check> => {
  const generations = await engine.generations()
  const others = generations.filter(({ used }) => !used)
  const byHand = fileOf(settings.read) === undefined && others.some(({ shape }) => shape === shapeOfOld)
  return {
    what: 'generations',
    well: true,
    says: `shape ${engine.shape}; ${generations.map((one) => `${one.name} (${sizeOf(one.bytes)}, begun ${one.begunAt}) ${roleOf(one)}`).join('; ')}`,
    ...(others.length > 0 && {
      todo: `${sizeOf(others.reduce((sum, { bytes }) => sum + bytes, 0))} go when no process reads them and this version has caught up: at the end of its work, or at the next start.${byHand ? ` But for the tables in the schema ${settings.logName} other than "generation": drop these by hand when no older normtrail runs.` : ''}`,
    }),
  }
}

/** Whether the read model was made from this log, and how far it is behind. */
const sameLogCheck = async (settings: Settings, engine: ReadModelEngine, head: Head): Promise<Check> => {
  const { ordinal } = await readCheckpoint(engine.sql)
  await withLog(settings, (log) => checkLog(engine, log))
  return lagCheck(Math.max(0, head.ordinal - ordinal))
}

/** Looks at everything that normtrail stands on: Node, log, clocks, read model, lag. */
export const examine = async (settings: Settings, now: Date): Promise<readonly Check[]> => {
  const checks: Check[] = [programCheck, nodeCheck()]
  const head = await asked('log', checks, () =>
    withLog(settings, async (log) => {
      const reached = await log.head()
      const unfinished = await unfinishedLoad(log)
      checks.push(
        {
          what: 'log',
          well: true,
          says: `${reached.ordinal} events in ${reached.commits} commits at ${shown(settings.log)}`,
        },
        clockCheck(reached, now),
        ...(unfinished === undefined ? [] : [{ what: 'load', well: false, ...unfinished }]),
      )
      return reached
    }),
  )
  await asked('read model', checks, async () => {
    const engine = await openReadModel(settings)
    try {
      checks.push(await databaseCheck(settings, engine, now), await generationsCheck(settings, engine))
      if (head === undefined) return
      const lag = await asked('same log', checks, () => sameLogCheck(settings, engine, head))
      if (lag !== undefined) checks.push(lag)
    } finally {
      await engine.close()
    }
  })
  return checks
}
