import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importBundled } from '../../src/ingest/index.ts'
import type { RecordedEvent } from '../../src/events/envelope.ts'
import { loadEvidence } from '../../src/queries/record/evidence.ts'
import { verifyReadModel } from '../../src/readmodel/verify.ts'
import { asker } from '../support/ask.ts'
import { loadBundledCase, type BundledCase } from './bundled-case.ts'

let bundled: BundledCase
const events: RecordedEvent[] = []
const ofType = (type: string) => events.filter((event) => event.type === type)

beforeAll(async () => {
  bundled = await loadBundledCase()
  for await (const { event } of bundled.workspace.log.readAll())
    if (event.sources[0]?.series === 'normtrail-bundled') events.push(event)
})
afterAll(() => bundled.remove())

const ask = asker(() => bundled.workspace)
const status = (state: string, subject: string, asOf: string, asKnownAt?: string) =>
  ask<{ status: string; since: string | null }>('status', { state, subject }, { asOf, asKnownAt })

describe('the bundled case', () => {
  it('loads on an empty log, every line of it', () => {
    expect(bundled.report.rows).toEqual({ read: events.length, appended: events.length, known: 0, skipped: 0 })
    expect(events.length).toBeGreaterThanOrEqual(250)
  })

  it('loaded twice appends nothing', async () => {
    const again = await importBundled(bundled.workspace, { recordedBy: 'a test' })
    expect(again.rows).toEqual({ read: events.length, appended: 0, known: events.length, skipped: 0 })
    expect(again.events.appended).toBe(0)
  })

  it('follows 25 states or more under both norms', () => {
    const acting = (treaties: readonly string[]) =>
      new Set(
        events.flatMap(({ stream, data }) =>
          treaties.includes(stream) && typeof data['actor'] === 'string' ? [data['actor']] : [],
        ),
      )
    const [torture, mines] = [acting(['treaty-cat', 'treaty-iccpr', 'treaty-opcat']), acting(['treaty-ottawa'])]
    expect([...torture].filter((state) => mines.has(state)).length).toBeGreaterThanOrEqual(20)
    expect(new Set([...torture, ...mines]).size).toBeGreaterThanOrEqual(25)
  })

  it('holds a withdrawal, a succession, a correction, and advocacy beside the law', () => {
    for (const type of [
      'TreatyWithdrawalNotified',
      'TreatySucceeded',
      'StateSucceeded',
      'EventCorrected',
      'MembershipEnded',
      'CampaignLaunched',
      'ConcessionMade',
      'ComplaintDecided',
      'PracticeScoreRecorded',
    ])
      expect(ofType(type).length, type).toBeGreaterThan(0)
  })

  it('cites for every event a source that a reader can look up', async () => {
    const evidence = await loadEvidence(
      await bundled.workspace.world({}),
      events.map(({ id }) => id),
    )
    expect(evidence).toHaveLength(events.length)
    const bare = evidence.filter(
      ({ citations }) => citations.length === 0 || citations.some((text) => text.length < 20 || !text.includes(' ')),
    )
    expect(bare).toEqual([])
  })

  it('makes a log and a read model that hold', async () => {
    expect((await bundled.workspace.log.verify()).broken).toEqual([])
    expect((await verifyReadModel(bundled.workspace.readModel, bundled.workspace.log)).differences).toEqual([])
  })

  it('corrects what it says: each correction names an event of its stream, and why', () => {
    for (const correction of ofType('EventCorrected')) {
      const target = events.find(({ id }) => id === correction.data['target'])
      expect(target?.stream).toBe(correction.stream)
      expect(String(correction.data['reason']).length).toBeGreaterThan(40)
    }
  })

  it('brings the treaties into force on the days that the record has', async () => {
    for (const [treaty, date] of [
      ['cat', '1987-06-26'],
      ['opcat', '2006-06-22'],
      ['iccpr', '1976-03-23'],
      ['ottawa', '1999-03-01'],
      ['echr', '1953-09-03'],
    ])
      expect(await ask('treaty', { treaty })).toMatchObject({ treaty, enteredIntoForce: { date, basis: 'derived' } })
  })

  it.each([
    ['ltu', 'ottawa', '2025-12-26', 'EXIT_PENDING'],
    ['ltu', 'ottawa', '2025-12-27', 'EXITED'],
    ['rus', 'echr', '2022-09-15', 'EXIT_PENDING'],
    ['rus', 'echr', '2022-09-16', 'EXITED'],
    ['cze', 'cat', '1993-01-01', 'IN_FORCE'],
    ['srb', 'cat', '2000-01-01', 'IN_FORCE'],
    ['usa', 'cat', '1994-11-20', 'IN_FORCE'],
  ])('%s under %s on %s is %s', async (state, subject, day, expected) =>
    expect((await status(state, subject, day)).status).toBe(expected),
  )
})
