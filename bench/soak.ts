import { randomBytes } from 'node:crypto'
import { messageOf } from '../src/common/error.ts'
import type { Settings } from '../src/workspace/settings.ts'
import { numberOption } from './options.ts'
import { say } from './report.ts'
import { startServers } from './servers/servers.ts'
import { startAsker } from './soak/asker.ts'
import {
  answerChecks,
  answerTimes,
  contentChecks,
  endingChecks,
  lagCheck,
  memoryChecks,
  writingChecks,
  type Check,
} from './soak/checks.ts'
import { openHouse } from './soak/house.ts'
import { watch } from './soak/watch.ts'
import { startWriter } from './soak/writer.ts'

/**
 * Two API processes and a projector under a steady load, for some time, on EventStoreDB and PostgreSQL: does memory
 * stay, does the read model keep up, does an answer ever go back, is everything there exactly once? `npm run soak [--
 * --minutes 10] [--rate 50] [--esdb esdb://…] [--postgres postgres://…]`. Exit code 1 where something does not hold,
 * 130 where it was stopped.
 */
const soak = async (
  settings: Settings,
  {
    minutes,
    rate,
    signal,
    leave,
  }: { minutes: number; rate: number; signal: AbortSignal; leave: (ending: () => Promise<unknown> | void) => void },
): Promise<readonly Check[]> => {
  const house = await openHouse(settings, leave)
  const early = new AbortController()
  const died: string[] = []
  for (const child of [house.projector, ...house.apis.map((api) => api.child)])
    void child.ended.then((code) => {
      died.push(`${child.name} ${code === undefined ? 'was killed' : `ended with ${code}`}: ${child.errors.join('\n')}`)
      early.abort()
    })
  const over = AbortSignal.any([signal, early.signal])

  const writer = startWriter(house.log, { logName: settings.logName, rate })
  leave(() => writer.stop())
  const start = performance.now()
  const passed = (): number => (performance.now() - start) / 1000
  const askers = house.apis.map(({ address }) => startAsker(address, writer.head, passed))
  for (const asker of askers) leave(() => asker.stop())
  const watched = await watch(house, { writer, askers, minutes, signal: over })
  if (signal.aborted) return []
  if (died.length > 0) return died.map((says) => ({ what: 'processes', holds: false, says }))

  await Promise.all([...askers, writer].map((one) => one.stop()))
  for (const times of answerTimes(askers, watched.seconds)) say(`seen    ${times}`)
  const writing = writingChecks(writer, rate, watched)
  const lag = await lagCheck(house, watched.longestLag)
  return [
    ...writing,
    lag,
    ...(await answerChecks(house, askers)),
    ...memoryChecks(watched),
    ...(await endingChecks(house)),
    ...(await contentChecks(house, writer)),
  ]
}

const minutes = numberOption('minutes', 10)
const rate = numberOption('rate', 50)
const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort())

const endings: (() => Promise<unknown> | void)[] = []
try {
  say(`soak: ${minutes} minutes, ${rate} events a second`)
  const servers = await startServers()
  endings.push(servers.stop)
  const logName = `soak_${randomBytes(4).toString('hex')}`
  endings.push(() => servers.dropSchemas(logName))
  const settings = { log: servers.log, read: servers.postgres, logName }
  say(`log ${logName}${servers.logIsStandIn ? ' on a stand-in' : ', which stays on the log server'}`)
  const checks = stop.signal.aborted
    ? []
    : await soak(settings, { minutes, rate, signal: stop.signal, leave: (ending) => endings.push(ending) })
  if (stop.signal.aborted) throw new Error('stopped before its end')
  for (const { what, holds, says } of checks) say(`${holds ? 'holds ' : 'BROKEN'}  ${what.padEnd(18)} ${says}`)
  const broken = checks.filter(({ holds }) => !holds).length
  say(
    broken === 0
      ? `All ${checks.length} checks hold${servers.logIsStandIn ? ', with a stand-in for EventStoreDB' : ''}.`
      : `${broken} of ${checks.length} checks do not hold.`,
  )
  process.exitCode = broken === 0 ? 0 : 1
} catch (thrown) {
  say(stop.signal.aborted ? 'Stopped before its end: nothing was checked.' : `The soak failed: ${messageOf(thrown)}`)
  process.exitCode = stop.signal.aborted ? 130 : 1
} finally {
  for (const ending of endings.toReversed())
    await Promise.resolve(ending()).catch((thrown: unknown) => say(`on the way out: ${messageOf(thrown)}`))
}
