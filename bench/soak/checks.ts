import { setTimeout as sleep } from 'node:timers/promises'
import { groupBy } from '../../src/common/group-by.ts'
import { verifyReadModel } from '../../src/readmodel/verify.ts'
import { ordinalOf, type Asker } from './asker.ts'
import { flatnessOf, medianOf } from './flat.ts'
import type { House } from './house.ts'
import { soakPrefix, tallyOf, type Tally } from './tally.ts'
import { lagOf, type Watched } from './watch.ts'
import type { Writer } from './writer.ts'

/** One thing that must hold, and what was seen. */
export interface Check {
  readonly what: string
  readonly holds: boolean
  readonly says: string
}

const check = (what: string, faults: readonly string[], says: string): Check => ({
  what,
  holds: faults.length === 0,
  says: faults.length === 0 ? says : faults.join('; '),
})

/** The rate may fall that far below what was asked for before the soak is another one. */
const leastRate = 0.8
/** How long the projector has to come to the head by itself, when nobody appends or asks any more. */
const lagMilliseconds = 60_000
/** Last quarter to second quarter. */
const mostGrowth = 1.3
/** In a shorter run memory is told and not judged: Node's heap takes some minutes to find its size. */
const judgedFromSeconds = 8 * 60

export const writingChecks = (writer: Writer, rate: number, { events, seconds }: Watched): readonly Check[] => {
  const achieved = events / seconds
  return [
    check('appends', writer.failures.slice(0, 3), `${writer.acknowledged()} events, every append answered`),
    check(
      'rate',
      achieved >= leastRate * rate ? [] : [`${achieved.toFixed(1)} events a second where ${rate} were asked for`],
      `${achieved.toFixed(1)} events a second of ${rate}`,
    ),
  ]
}

/** Whether the projector alone brings the read model to the head. */
export const lagCheck = async (house: House, longest: number): Promise<Check> => {
  const start = performance.now()
  let lag = await lagOf(house)
  while (lag > 0 && performance.now() - start < lagMilliseconds) {
    await sleep(100)
    lag = await lagOf(house)
  }
  return check(
    'lag',
    lag === 0 ? [] : [`${lag} events after ${lagMilliseconds / 1000} s of rest`],
    `0 after ${((performance.now() - start) / 1000).toFixed(1)} s of rest; at most ${longest} under load`,
  )
}

export const answerChecks = async ({ apis, log }: House, askers: readonly Asker[]): Promise<readonly Check[]> => {
  const head = await log.head()
  return Promise.all(
    apis.map(async ({ child, address }, index) => {
      const asker = askers[index]
      const ordinal = await ordinalOf(address, '/v1/info')
      const faults = [
        ...(asker?.faults ?? []),
        ...(ordinal === head.ordinal ? [] : [`stands at ${ordinal} in the end, the log at ${head.ordinal}`]),
        ...child.errors.slice(0, 3).map((line) => `logged ${line.slice(0, 300)}`),
      ]
      return check(
        `${child.name} answers`,
        faults,
        `${asker?.answers()} answers, none older than one before or than what was acknowledged; ` +
          `the slowest took ${Math.round(asker?.slowestMilliseconds() ?? 0)} ms`,
      )
    }),
  )
}

const onceEach = (where: string, tally: Tally): Check =>
  check(where, tally.faults(), `${tally.total()} events of the soak, each once, at its place`)

/** Every event exactly once in the log and in the read model, by our own count and by that of `verify`. */
export const contentChecks = async ({ log, readModel, settings }: House, writer: Writer): Promise<readonly Check[]> => {
  const inLog = tallyOf(settings.logName, writer.appended)
  for await (const { event } of log.readAll())
    if (event.stream.startsWith(soakPrefix)) inLog.note(event.stream, event.revision, event.id)
  const inReadModel = tallyOf(settings.logName, writer.appended)
  const streams = await readModel.sql
    .selectFrom('event')
    .select('stream')
    .distinct()
    .where('stream', 'like', `${soakPrefix}%`)
    .execute()
  for (const { stream } of streams)
    for (const { revision, id } of await readModel.sql
      .selectFrom('event')
      .select(['revision', 'id'])
      .where('stream', '=', stream)
      .orderBy('revision')
      .execute())
      inReadModel.note(stream, Number(revision), id)
  const { events, broken } = await log.verify()
  const { rows, differences } = await verifyReadModel(readModel, log)
  return [
    onceEach('log', inLog),
    onceEach('read model', inReadModel),
    check('verify log', broken, `${events} events, the chain holds`),
    check('verify read model', differences, `${rows} rows as a rebuild would make them`),
  ]
}

export const memoryChecks = ({ looks, seconds }: Watched): readonly Check[] =>
  [...looks].map(([name, seen]) => {
    const { second, last, ratio, slope } = flatnessOf(seen, seconds)
    const says =
      `${Math.round(second)} MB in the second quarter, ${Math.round(last)} MB in the last: ${ratio.toFixed(2)}; ` +
      `${slope >= 0 ? '+' : ''}${slope.toFixed(1)} MB a minute`
    const judged = seconds >= judgedFromSeconds
    return {
      what: `${name} memory`,
      holds: !judged || ratio <= mostGrowth,
      says: judged ? says : `${says} (not judged: the run is short)`,
    }
  })

/** How long answers took, question by question: no check, since a busy machine is nobody's fault. */
export const answerTimes = (askers: readonly Asker[], seconds: number): readonly string[] =>
  [
    ...groupBy(
      askers.flatMap(({ times }) => times),
      ({ path }) => path,
    ),
  ].map(([path, times]) => {
    const within = (from: number, to: number): number =>
      medianOf(
        times
          .filter((time) => time.seconds >= from * seconds && time.seconds < to * seconds)
          .map(({ milliseconds }) => milliseconds),
      )
    const shown = (milliseconds: number): string =>
      Number.isNaN(milliseconds) ? 'none' : `${milliseconds.toFixed(0)} ms`
    const slowest = Math.max(...times.map(({ milliseconds }) => milliseconds))
    return (
      `${path.padEnd(22)} median ${shown(within(0.25, 0.5))} in the second quarter, ` +
      `${shown(within(0.75, 1))} in the last; slowest ${slowest.toFixed(0)} ms`
    )
  })

/** SIGTERM ends every process by itself, and well. */
export const endingChecks = async ({ apis, projector }: House): Promise<readonly Check[]> =>
  Promise.all(
    [...apis.map(({ child }) => child), projector].map(async (child) => {
      const code = await child.stop()
      return check(
        `${child.name} ends`,
        code === 0 ? [] : [code === undefined ? 'had to be killed' : `exit code ${code}`],
        'on SIGTERM, with exit code 0',
      )
    }),
  )
