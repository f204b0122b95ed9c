import { describe, expect, it } from 'vitest'
import { correctEvent, retractEvent } from '../../src/ingest/append/correct.ts'
import { loadEvidence, loadTold, type Evidence as Told } from '../../src/queries/record/evidence.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { questionNamed } from '../support/ask.ts'

/**
 * Malta acceded to the Convention against Torture on 13 September 1990 (Multilateral Treaties Deposited with the
 * Secretary-General, IV.9, participants table). Here a press report of August came first; and a ratification that never
 * was has been taken back.
 */
const act = (type: string, occurred: string) => ({
  stream: 'treaty-cat',
  type,
  occurred,
  sources: [{ citation: 'A newspaper of August, for tests', kind: 'press' }],
  data: { actor: 'mlt' },
})

let [acceded, ratified, first, correction, retraction] = ['', '', '', '', '']
const { workspace, ask } = theWorkspaceOf(async (opened) => {
  ;[acceded = '', ratified = ''] = (
    await append(opened, act('TreatyAcceded', '1990-08-13'), act('TreatyRatified', '1989-02-01'))
  ).ids
  first = (await opened.log.head()).recordedAt ?? ''
  const by = { recordedBy: 'an editor', dryRun: false }
  correction = (
    await correctEvent(
      opened,
      {
        target: acceded,
        reason: 'September, not August',
        source: 'MTDSG, chapter IV.9, participants table',
        sourceKind: 'depositary',
      },
      { occurred: '1990-09-13' },
      by,
    )
  ).id
  retraction = (
    await retractEvent(
      opened,
      {
        target: ratified,
        reason: 'there was no such act',
        source: 'MTDSG, chapter IV.9, participants table',
        sourceKind: 'depositary',
      },
      by,
    )
  ).id
})

interface Evidence {
  id: string
  type: string
  occurred: string | null
  says: string
  corrections: {
    id: string
    before: { occurred: string | null; says: string }
    reason: string
    recordedBy: string
    recordedAt: string
    citations: string[]
  }[]
}
interface Row {
  id: string
  occurred?: string
  corrections: { id: string }[]
  reads: { occurred: string } | null
  retracted: { id: string; reason: string; recordedBy: string } | null
}
const textOf = (name: string, answer: object) => questionNamed(name).text(answer)

describe('explain status', () => {
  it(
    'tells of a corrected event what it says, what it said before, why that was wrong, ' +
      'and who recorded that and when',
    async () => {
      const answer = await ask<{ evidence: Evidence[] }>(
        'explain status',
        { state: 'mlt', subject: 'cat' },
        { asOf: '1991-01-01' },
      )
      const found = answer.evidence.find(({ id }) => id === acceded)
      expect(found).toMatchObject({
        occurred: '1990-09-13',
        corrections: [
          {
            id: correction,
            before: { occurred: '1990-08-13', says: 'treaty acceded' },
            reason: 'September, not August',
            recordedBy: 'an editor',
            citations: ['MTDSG, chapter IV.9, participants table'],
          },
        ],
      })
      expect(String(found?.corrections[0]?.recordedAt) > first).toBe(true)
      expect(textOf('explain status', answer)).toContain(
        'corrected; it said 1990-08-13, treaty acceded. September, not August',
      )
    },
  )
  it('knows nothing of a correction that was not recorded yet', async () => {
    const { evidence } = await ask<{ evidence: Evidence[] }>(
      'explain status',
      { state: 'mlt', subject: 'cat' },
      { asOf: '1991-01-01', asKnownAt: first },
    )
    expect(evidence.find(({ id }) => id === acceded)).toMatchObject({ occurred: '1990-08-13', corrections: [] })
  })
  it('leaves out what was retracted', async () => {
    const { evidence } = await ask<{ evidence: Evidence[] }>(
      'explain status',
      { state: 'mlt', subject: 'cat' },
      { asOf: '1991-01-01' },
    )
    expect(evidence.map(({ id }) => id)).not.toContain(ratified)
  })
})

describe('events', () => {
  it('shows every event as it was recorded, and what became of it', async () => {
    const answer = await ask<{ items: Row[] }>('events', { stream: 'treaty-cat', actor: 'mlt' })
    const rows = new Map(answer.items.map((row) => [row.id, row]))
    expect(rows.get(acceded)).toMatchObject({
      occurred: '1990-08-13',
      reads: { occurred: '1990-09-13' },
      corrections: [{ id: correction }],
      retracted: null,
    })
    expect(rows.get(ratified)).toMatchObject({
      corrections: [],
      reads: null,
      retracted: { id: retraction, reason: 'there was no such act', recordedBy: 'an editor' },
    })
    expect(textOf('events', answer)).toMatch(/1989-02-01 .*\(retracted: there was no such act\)/)
  })
  it('finds what amends a single event, though it was not asked for', async () => {
    expect((await ask<{ items: Row[] }>('events', { id: ratified })).items).toMatchObject([
      { retracted: { id: retraction } },
    ])
    expect((await ask<{ items: Row[] }>('events', { id: ratified }, { asKnownAt: first })).items).toMatchObject([
      { retracted: null },
    ])
  })
})

describe('timeline', () => {
  it('lists events as they read; what was retracted is said to be', async () => {
    const answer = await ask<{
      events: { id: string; date: string; retracted: object | null; corrections: object[] }[]
    }>('timeline', { state: 'mlt', subject: 'cat' })
    expect(answer.events.find(({ id }) => id === acceded)).toMatchObject({
      date: '1990-09-13',
      corrections: [{ before: { occurred: '1990-08-13' } }],
      retracted: null,
    })
    expect(answer.events.find(({ id }) => id === ratified)).toMatchObject({
      date: '1989-02-01',
      retracted: { reason: 'there was no such act' },
    })
    expect(textOf('timeline', answer)).toContain('treaty ratified  [treaty-cat]  (retracted: there was no such act)')
  })
})

/** Two states that share one organisation: each is the other's whole company. The score of one was misread. */
describe('explain exposure', () => {
  it('tells which of the events behind the number were corrected, and how', async () => {
    const score = (actor: string, value: number) => ({
      stream: `practice-small-index-${actor}`,
      type: 'PracticeScoreRecorded',
      occurred: '1990',
      sources: [{ citation: 'A table, for tests', kind: 'dataset' }],
      data: { actor, rater: 'small', indicator: 'index', year: 1990, value },
    })
    const member = (actor: string) => ({
      stream: 'igo-oas',
      type: 'MembershipStarted',
      occurred: '1980-01-01',
      sources: [{ citation: 'A list, for tests', kind: 'organisation' }],
      data: { actor, kind: 'full' },
    })
    const [, target = ''] = (await append(workspace(), score('mlt', 3), score('fra', 5), member('mlt'), member('fra')))
      .ids
    await correctEvent(
      workspace(),
      { target, reason: 'a misprint', source: 'The table, second printing', sourceKind: 'dataset' },
      { set: ['value=4'] },
      { recordedBy: 'an editor', dryRun: false },
    )
    const answer = await ask<{ value: number; evidence: Evidence[] }>(
      'explain exposure',
      { state: 'mlt', score: 'small:index', formula: 'mm', lag: '0', system: 'cow' },
      { asOf: '1990-12-31' },
    )
    expect(answer.value).toBe(4)
    expect(answer.evidence.find(({ id }) => id === target)).toMatchObject({
      corrections: [{ reason: 'a misprint', recordedBy: 'an editor' }],
    })
    expect(textOf('explain exposure', answer)).toContain('1 of its events were corrected:')
  })
})

describe('events that are told by the thousand', () => {
  it('read as corrected, where the correction is asked for long after', async () => {
    const world = await workspace().world({})
    const unknown = Array.from(
      { length: 1_200 },
      (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    )
    const tell = ({ event, amended, corrections }: Told) => [event.id, amended.reads.occurred, corrections.length]
    const told = await loadTold(world, [acceded, ...unknown, correction], tell)
    expect(told).toEqual([
      [acceded, '1990-09-13', 1],
      [correction, undefined, 0],
    ])
    expect((await loadEvidence(world, [acceded, correction])).map(tell)).toEqual(told)
    expect(await loadTold(world, [acceded], tell)).toEqual([[acceded, '1990-08-13', 0]])
  })
})
