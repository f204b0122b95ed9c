import { randomBytes } from 'node:crypto'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { inFolder } from '../in-folder.ts'
import { loads, sizeOf, type LoadName } from '../loads.ts'
import { numberOption } from '../options.ts'
import { inOwnProcess, type Measured } from '../phase.ts'
import { say } from '../report.ts'
import { startServers } from '../servers/servers.ts'
import { compare, type BareWay } from './rounds.ts'

interface Run {
  readonly rounds: number
  /** What `--events` says. */
  readonly events: number
  /** Begins the names of all logs of this run: several runs may share a server. */
  readonly name: string
  readonly folder: string
  readonly postgres: string
}

/** An engine under the log. */
interface LogEngine {
  readonly title: string
  readonly place: (logName: string) => string
  readonly nameOf: (load: LoadName, round?: number) => string
  readonly loadBare: (load: LoadName, total: string) => readonly [BareWay, ...BareWay[]]
  readonly scans: readonly [Scanning, ...Scanning[]]
}

interface Scanning {
  readonly how: string
  readonly title: string
  readonly named: string
}

const loadNames = Object.keys(loads) as LoadName[]

/** Logs that are read and folded: of commits of one event each, of 500 each, and of a single one. */
const readLoads: readonly { readonly load: LoadName; readonly of: string }[] = [
  { load: 'eight', of: 'commits of one event' },
  { load: 'batch', of: 'commits of 500' },
  { load: 'import', of: 'one commit' },
]

const onSqlite = ({ name, folder }: Run): LogEngine => ({
  title: 'SQLite',
  place: (logName) => `sqlite:${join(folder, `${logName}.sqlite`)}`,
  nameOf: (load, round = 0) => `${name}_s_${load}${round}`,
  loadBare: (load, total) => [
    {
      title: `${loads[load].title}: INSERT`,
      named: 'bare SQL',
      run: (round) => inOwnProcess('loadBareSql', join(folder, `bare-${load}${round}.sqlite`), load, total),
    },
  ],
  scans: [{ how: 'sql', title: 'SELECT and parse', named: 'bare SQL' }],
})

const onServer = (log: string, { name }: Run): LogEngine => ({
  title: 'EventStoreDB',
  place: () => log,
  nameOf: (load, round = 0) => `${name}_e_${load}${round}`,
  loadBare: (load, total) => {
    const raw = (lanes: number, title: string, named: string): BareWay => ({
      title: `${loads[load].title}: ${title}`,
      named,
      run: (round) =>
        inOwnProcess('loadRawClient', log, `${name}_r_${load}${round}x${lanes}`, load, total, String(lanes)),
    })
    const alike = raw(loads[load].inFlight, 'raw client', 'the raw client')
    return 'oneCommit' in loads[load] ? [alike, raw(8, 'raw, 8 in flight', 'the raw client with 8 in flight')] : [alike]
  },
  scans: [
    { how: 'subscription', title: 'raw catch-up subscription', named: 'the raw subscription' },
    { how: 'readAll', title: 'raw readAll', named: 'raw readAll' },
  ],
})

const appends = async ({ rounds, events }: Run, engine: LogEngine): Promise<void> => {
  for (const load of loadNames) {
    const total = String(sizeOf(loads[load], events))
    const own = (round: number): Promise<Measured> => {
      const logName = engine.nameOf(load, round)
      return inOwnProcess('loadLog', engine.place(logName), logName, load, total)
    }
    await compare(rounds, loads[load].title, own, ...engine.loadBare(load, total))
  }
}

/** Both sides must have seen the same events, or the ratio means nothing. */
const alike = async (what: string, own: Promise<Measured>, bareEvents: () => number): Promise<Measured> => {
  const measured = await own
  if (measured.events !== bareEvents())
    throw new Error(`${what}: ${measured.events} events, where the bare way saw ${bareEvents()}`)
  return measured
}

const reading = async ({ rounds }: Run, engine: LogEngine): Promise<void> => {
  for (const { load, of } of readLoads) {
    const logName = engine.nameOf(load)
    const place = engine.place(logName)
    let seen = 0
    const [first, ...more] = engine.scans.map(({ how, title, named }): BareWay => ({
      title: `read all, ${of}: ${title}`,
      named,
      run: async () => {
        const measured = await inOwnProcess('scanBare', place, logName, how, String(seen))
        seen = measured.events
        return measured
      },
    }))
    await compare(
      rounds,
      `read all, ${of}`,
      () => alike(`read all, ${of}`, inOwnProcess('readLog', place, logName), () => seen),
      first as BareWay,
      ...more,
    )
  }
}

/** The bare pipeline copies the rows of a built read model, so it comes last. */
const folding = async (run: Run, engine: LogEngine): Promise<void> => {
  for (const [readTitle, readOf] of [
    ['SQLite', (logName: string) => `sqlite:${join(run.folder, `${logName}.read.sqlite`)}`],
    ['PostgreSQL', () => run.postgres],
  ] as const) {
    say(`read model: ${engine.title} to ${readTitle}`)
    for (const { load, of } of readLoads.filter((one) => one.load !== 'batch')) {
      const logName = engine.nameOf(load)
      const args = [engine.place(logName), logName, readOf(logName)] as const
      const caughtUp = await inOwnProcess('catchUpOn', ...args)
      let seen = 0
      const bare: BareWay = {
        title: `scan, parse, insert, ${of}`,
        named: 'the bare work',
        run: async () => {
          const measured = await inOwnProcess('barePipelineOn', ...args)
          seen = measured.events
          return measured
        },
      }
      await compare(1, `catch up, ${of}`, () => alike(`catch up, ${of}`, Promise.resolve(caughtUp), () => seen), bare)
      await compare(
        run.rounds,
        `rebuild, ${of}`,
        () => alike(`rebuild, ${of}`, inOwnProcess('rebuildOn', ...args), () => seen),
        { ...bare, title: `${bare.title}, again` },
      )
    }
  }
}

/** All engines of the log and of the read model, each against its bare client or bare SQL. */
export const engines = async (): Promise<void> => {
  const events = numberOption('events', 50_000)
  const rounds = Math.ceil(numberOption('rounds', 1))
  say(
    `engines, ${events.toLocaleString('en')} events at most, ` +
      `${rounds === 1 ? 'one round' : `the median of ${rounds} rounds`}, Node ${process.versions.node}, ` +
      `${cpus().length} processors`,
  )
  const servers = await startServers()
  const name = `bench_${randomBytes(4).toString('hex')}`
  try {
    await inFolder(async (folder) => {
      const run: Run = { rounds, events, name, folder, postgres: servers.postgres }
      for (const engine of [onSqlite(run), onServer(servers.log, run)]) {
        say(
          'log: ' +
            `${engine.title}` +
            `${engine.title === 'EventStoreDB' && servers.logIsStandIn ? ' (A STAND-IN, not EventStoreDB)' : ''}`,
        )
        await appends(run, engine)
        await reading(run, engine)
        await folding(run, engine)
      }
    })
    if (!servers.logIsStandIn) say(`The logs ${name}_… stay on the log server.`)
  } finally {
    await servers.dropSchemas(name).catch(() => undefined)
    await servers.stop()
  }
}
