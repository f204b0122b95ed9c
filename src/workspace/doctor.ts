import { lookAtLog, lookAtReadModel } from './engines.ts'
import { messageOf, NormtrailError } from '../common/error.ts'
import type { EventLog, LogHead } from '../log/port.ts'
import { unfinishedLoad } from '../log/unfinished-load.ts'
import { checkLog } from '../readmodel/catch-up.ts'
import { readCheckpoint } from '../readmodel/same-log.ts'
import type { GenerationState, ReadModelEngine } from '../readmodel/engine.ts'
import { shapeOfOld } from '../readmodel/registry.ts'
import type { Look } from '../readmodel/standing.ts'
import { fileOf, type Settings } from './settings.ts'
import { sources, version } from '../package/version.ts'

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

/** Against the time at which the log answered: it may take long to open. */
const clockCheck = (head: LogHead): Check => {
  const now = new Date()
  const ahead = head.recordedAt === undefined ? 0 : (Date.parse(head.recordedAt) - now.getTime()) / 1000
  const well = ahead <= toleratedSeconds
  return {
    what: 'clock',
    well,
    says: well
      ? `this machine says ${now.toISOString()}`
      : `the log's last commit was recorded ${ahead.toFixed(0)} s after what this machine calls now`,
    ...(!well && {
      todo:
        'Set the clocks of all writers by the same time server. New ' +
        'commits are recorded after the last one all the same.',
    }),
  }
}

/** The version and, where it has one, the clock of the database behind the read model. */
const databaseCheck = ({ read }: Settings, { database }: Look): Check => {
  if (database === undefined) return { what: 'read model', well: true, says: `none yet at ${shown(read)}` }
  const { version: said, secondsOff = 0 } = database
  const well = Math.abs(secondsOff) <= toleratedSeconds
  return {
    what: 'read model',
    well,
    says: `${said} at ${shown(read)}${well ? '' : `, whose clock is ${secondsOff.toFixed(0)} s off`}`,
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

const leftByHand = (schema: string): string =>
  ` But for the tables in the schema ${schema} other than "generation" and "access_token": ` +
  'drop these by hand when no older normtrail runs.'

/**
 * Every build of the read model that is stored. Several are well: each version serves its own, and what nobody reads is
 * removed at the next start.
 */
const generationsCheck = (settings: Settings, { shape: own, generations }: Look): Check => {
  const others = generations.filter(({ used }) => !used)
  const byHand = fileOf(settings.read) === undefined && others.some(({ shape }) => shape === shapeOfOld)
  return {
    what: 'generations',
    well: true,
    says:
      `shape ${own}; ` +
      generations.map((one) => `${one.name} (${sizeOf(one.bytes)}, begun ${one.begunAt}) ${roleOf(one)}`).join('; '),
    ...(others.length > 0 && {
      todo:
        `${sizeOf(others.reduce((sum, { bytes }) => sum + bytes, 0))} go when no process ` +
        'reads them and this version has caught up: at the end of its work, or at the next ' +
        `start.${byHand ? leftByHand(settings.logName) : ''}`,
    }),
  }
}

/** Whether the read model was made from this log, and how far it is behind. */
const sameLogCheck = async (engine: ReadModelEngine, log: EventLog, head: LogHead): Promise<Check> => {
  await checkLog(engine, log)
  const { ordinal } = await readCheckpoint(engine.sql)
  return lagCheck(Math.max(0, head.ordinal - ordinal))
}

const logChecks = async (settings: Settings, log: EventLog, checks: Check[]): Promise<LogHead> => {
  const head = await log.head()
  const clock = clockCheck(head)
  const unfinished = await unfinishedLoad(log)
  checks.push(
    {
      what: 'log',
      well: true,
      says: `${head.ordinal} events in ${head.commits} commits at ${shown(settings.log)}`,
    },
    clock,
    ...(unfinished === undefined ? [] : [{ what: 'load', well: false, ...unfinished }]),
  )
  return head
}

const readModelChecks = async (
  settings: Settings,
  log: EventLog | undefined,
  head: LogHead | undefined,
  checks: Check[],
): Promise<void> => {
  const look = await lookAtReadModel(settings)
  try {
    checks.push(databaseCheck(settings, look))
    const { engine } = look
    if (look.generations.length > 0) checks.push(generationsCheck(settings, look))
    if (engine === undefined) return void checks.push(notYet)
    if (log === undefined || head === undefined) return
    const lag = await asked('same log', checks, () => sameLogCheck(engine, log, head))
    if (lag !== undefined) checks.push(lag)
  } finally {
    await look.close()
  }
}

const notYet: Check = {
  what: 'lag',
  well: true,
  says: 'this version has no read model yet; the next command, or a projector, builds it',
}

/**
 * Looks at everything that normtrail stands on: Node, log, clocks, read model, lag. Makes nothing, and walks through
 * nothing: that is for `verify`.
 */
export const examine = async (settings: Settings): Promise<readonly Check[]> => {
  const checks: Check[] = [programCheck, nodeCheck()]
  const log = await asked('log', checks, () => lookAtLog(settings).then((found) => ({ found })))
  try {
    const found = log?.found
    if (log !== undefined && found === undefined)
      checks.push({
        what: 'log',
        well: true,
        says: `none yet at ${shown(settings.log)}`,
        todo: 'Load something, such as `normtrail import bundled`; or name the place where the log is.',
      })
    const head = found && (await asked('log', checks, () => logChecks(settings, found, checks)))
    await asked('read model', checks, () => readModelChecks(settings, found, head, checks))
  } finally {
    await log?.found?.close()
  }
  return checks
}
