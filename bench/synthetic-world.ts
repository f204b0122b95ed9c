import type { NewEvent } from '../src/events/envelope.ts'
import type { JsonObject } from '../src/events/json.ts'
import { seal } from '../src/events/seal.ts'
import type { CommitPart } from '../src/log/port.ts'
import { addDays, formatDay, parseDay } from '../src/time/day.ts'
import { idOf, scoresOf } from './synthetic.ts'

/** A stream of a made-up world: what it begins with, and the facts in it that may turn out to be wrong. */
export interface WorldStream {
  readonly stream: string
  readonly defines: readonly NewEvent[]
  readonly facts: readonly NewEvent[]
}

const states = 200
/** The treaties and organisations that questions are about; whatever the size of the log, as much is told of them. */
export const treaties = 12
const organisations = 60

const firstDay = parseDay('1970-01-01')
const on = (n: number): string => formatDay(addDays(firstDay, n % 12_000))
const made = (type: string, key: string, occurred: string | undefined, data: JsonObject): NewEvent => ({
  id: idOf(key),
  type,
  schemaVersion: 1,
  ...(occurred !== undefined && { occurred }),
  sources: [{ citation: 'A depositary, made up', kind: 'depositary' }],
  confidence: 'certain',
  data,
})

const stateStream = (i: number): WorldStream => ({
  stream: `state-s${i}`,
  defines: [
    made('ActorDefined', `state ${i}`, undefined, { actor: `s${i}`, name: `State ${i}`, kind: 'state' }),
    made('StateEntered', `entry ${i}`, '1960-01-01', { actor: `s${i}`, system: 'un' }),
  ],
  facts: [],
})

/** A hundred states sign, and ratify within three years. */
const treatyStream = (k: number): WorldStream => ({
  stream: `treaty-t${k}`,
  defines: [
    made('TreatyConcluded', `treaty ${k}`, '1969-12-31', {
      treaty: `t${k}`,
      title: `Treaty ${k}`,
      entryIntoForce: { trigger: { kind: 'count', n: 20 }, offset: { days: 30 } },
      perParty: { days: 30 },
      exit: { notice: { years: 1 } },
    }),
  ],
  facts: Array.from({ length: 100 }, (_, i) => {
    const actor = `s${(i * 7 + k * 13) % states}`
    const signed = (i * 131 + k * 977) % 10_000
    return [
      made('TreatySigned', `signature ${k} ${i}`, on(signed), { actor }),
      made('TreatyRatified', `consent ${k} ${i}`, on(signed + 1 + ((i * 37) % 1_000)), { actor }),
    ]
  }).flat(),
})

/** Thirty states belong to it. */
const organisationStream = (o: number): WorldStream => ({
  stream: `igo-o${o}`,
  defines: [
    made('IgoFounded', `organisation ${o}`, '1960-01-01', {
      igo: `o${o}`,
      name: `Organisation ${o}`,
      exit: { notice: { years: 1 } },
    }),
  ],
  facts: Array.from({ length: 30 }, (_, i) =>
    made('MembershipStarted', `membership ${o} ${i}`, on(i * 211 + o * 401), {
      actor: `s${(i * 11 + o * 17) % states}`,
      kind: 'full',
    }),
  ),
})

const many = (count: number, streamOf: (n: number) => WorldStream): readonly WorldStream[] =>
  Array.from({ length: count }, (_, n) => streamOf(n))

const sizeOf = ({ defines, facts }: WorldStream): number => defines.length + facts.length

/**
 * The states, treaties and organisations that are asked about, and around them scores and further treaties, four to
 * one, up to `total` events.
 */
export function* worldStreams(total: number): Iterable<WorldStream> {
  let left = total
  for (const one of [
    ...many(states, stateStream),
    ...many(treaties, treatyStream),
    ...many(organisations, organisationStream),
  ]) {
    left -= sizeOf(one)
    yield one
  }
  for (let n = 0; left > 0; n += 1) {
    const whole =
      n % 17 === 16 ? treatyStream(treaties + (n - 16) / 17) : { ...scoresOf(n - Math.floor(n / 17)), defines: [] }
    const one = { ...whole, facts: whole.facts.slice(0, Math.max(1, left - whole.defines.length)) }
    left -= sizeOf(one)
    yield one
  }
}

/** The fact as it reads by the n-th revision. */
const revised = (stream: string, fact: NewEvent, n: number): NewEvent => ({
  id: idOf(`${fact.id} ${n}`),
  type: 'EventCorrected',
  schemaVersion: 1,
  sources: fact.sources,
  confidence: 'certain',
  data: {
    target: fact.id,
    reason: `revision ${n}`,
    replacement: stream.startsWith('practice-')
      ? { data: { ...fact.data, value: (Number(fact.data.value) + n) % 9 } }
      : { occurred: formatDay(addDays(parseDay(String(fact.occurred)), n)) },
  },
})

const firstPart = ({ stream, defines, facts }: WorldStream): CommitPart => ({
  stream,
  expected: 'no-stream',
  events: [...defines, ...facts].map(seal),
})

/** Corrects all facts of a stream for the n-th time; undefined where it holds none. */
export const revision = (one: WorldStream, n: number): CommitPart | undefined =>
  one.facts.length === 0
    ? undefined
    : {
        stream: one.stream,
        expected: sizeOf(one) + (n - 1) * one.facts.length - 1,
        events: one.facts.map((fact) => seal(revised(one.stream, fact, n))),
      }

/** The streams of a world as commits of about so many events; one stream is never torn. */
export function* inCommits(streams: Iterable<WorldStream>, size: number): Iterable<readonly CommitPart[]> {
  let commit: CommitPart[] = []
  let events = 0
  for (const one of streams) {
    commit.push(firstPart(one))
    events += sizeOf(one)
    if (events < size) continue
    yield commit
    commit = []
    events = 0
  }
  if (commit.length > 0) yield commit
}
