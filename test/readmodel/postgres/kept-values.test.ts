import { describe, expect, it } from 'vitest'
import type { EventLog } from '../../../src/log/port.ts'
import { openSnapshot, type Clocks } from '../../../src/queries/question/snapshot.ts'
import { catchUp } from '../../../src/readmodel/catch-up.ts'
import type { ReadModelEngine } from '../../../src/readmodel/engine.ts'
import { record } from '../../support/a-read-model.ts'
import { questionNamed } from '../../support/ask.ts'
import { corrected, said, type Said } from '../../support/recorded.ts'
import { joined } from './histories.ts'
import { onPostgres } from './on-postgres.ts'

const postgres = onPostgres()

const dataset = [{ citation: 'The coded table, for tests', kind: 'dataset' as const }]
const scored = (actor: string, value: number): Said =>
  said(`practice-toy-score-${actor}`, 'PracticeScoreRecorded', '1999', {
    actor,
    rater: 'toy',
    indicator: 'score',
    year: 1999,
    value,
  })
const defined = (actor: string): Said =>
  said(`state-${actor}`, 'ActorDefined', undefined, { actor, name: `Toyland ${actor}`, kind: 'state' })

interface Exposure {
  readonly value: number | null
  readonly ordinal: number
}

/** A log behind an engine, and the exposure of A in it; asked so often that what was kept answers. */
const asking = (engine: ReadModelEngine, log: EventLog) => {
  const question = questionNamed('exposure')
  return async (more: object = {}, clocks: Clocks = {}): Promise<Exposure> => {
    await catchUp(engine, log)
    const answers: string[] = []
    for (let time = 0; time < 3; time += 1) {
      const world = await openSnapshot(engine.sql, { asOf: '2000-07-01', ...clocks }, new Date())
      const input = question.input.parse({ state: 'aaa', score: 'toy:score', system: 'un', ...more })
      answers.push(JSON.stringify(await question.answer(world, input)))
    }
    expect(new Set(answers).size, 'the same question has the same answer').toBe(1)
    return JSON.parse(answers[0] ?? '') as Exposure
  }
}

describe.each(['SQLite', 'PostgreSQL'])('what was kept on %s is of its moment alone', (engines) => {
  it('a commit, a correction and other sources change the answer at once; a past moment keeps its own', async () => {
    const log = postgres.log()
    const engine = await (engines === 'SQLite' ? postgres.onSqlite() : postgres.engine())
    const ask = asking(engine, log)

    const wrong = scored('bbb', 4)
    await record(log, ...['aaa', 'bbb', 'ccc', 'ddd'].map(defined), wrong, scored('ccc', 8), scored('ddd', 0))
    await record(log, joined('toyo', 'aaa'), joined('toyo', 'bbb'))
    const first = await ask()
    expect(first.value).toBe(4)
    const moment = String((await openSnapshot(engine.sql, {}, new Date())).knownAt)

    await record(log, joined('toyo', 'ccc'))
    expect((await ask()).value, 'after a membership').toBe(6)
    await record(log, corrected(wrong, { data: { ...wrong.event.data, value: 2 } }))
    expect((await ask()).value, 'after a corrected score').toBe(5)

    const coded = joined('toyo', 'ddd')
    await record(log, { ...coded, event: { ...coded.event, sources: dataset } })
    expect((await ask()).value, 'by everybody').toBe(10 / 3)
    expect((await ask({ sources: 'depositary' })).value, 'by the depositary').toBe(5)
    expect((await ask({ sources: 'dataset' })).value, 'by the dataset').toBeNull()
    expect((await ask()).value, 'by everybody again').toBe(10 / 3)

    const past = await ask({}, { asKnownAt: moment })
    expect(past.value, 'as known at the first moment').toBe(4)
    expect(past.ordinal).toBe(first.ordinal)
    expect((await ask({}, { asOf: '1940-01-01' })).value, 'of a day before anybody had joined').toBeNull()
  })
})
