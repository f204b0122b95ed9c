import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadBackdated, type BackdatedReport } from '../../src/ingest/backdated/backdated-load.ts'
import { correctEvent } from '../../src/ingest/append/correct.ts'
import { importBundled } from '../../src/ingest/index.ts'
import { verifyReadModel } from '../../src/readmodel/verify.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { append } from '../support/append.ts'
import { asker } from '../support/ask.ts'

interface Status {
  status: string
  since: string | null
  possible: string[]
  anomalies: { code: string }[]
  decidedBy: string[]
}
interface Evidence {
  evidence: {
    id: string
    type: string
    occurred: string
    recordedAt: string
    appendedAt: string | null
    corrections: { before: { occurred: string } }[]
  }[]
}

let folder: string
let workspace: Workspace
let report: BackdatedReport
const ask = asker(() => workspace)
const status = (state: string, subject: string, asOf: string, asKnownAt?: string) =>
  ask<Status>('status', { state, subject }, { asOf, ...(asKnownAt !== undefined && { asKnownAt }) })
const explained = (state: string, subject: string, asOf: string) =>
  ask<Evidence>('explain status', { state, subject }, { asOf })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'normtrail-then-'))
  workspace = await openWorkspace(folder)
  report = await loadBackdated(workspace, { bundled: true }, 'source', { recordedBy: 'a test' })
})
afterAll(async () => {
  await workspace.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the bundled case, recorded when it could be known', () => {
  it('holds every line, in the order of the days on which they were known', async () => {
    const [{ rows }] = report.reports as [BackdatedReport['reports'][number]]
    expect(rows).toMatchObject({ appended: rows.read, known: 0, skipped: 0 })
    expect(report.commits).toBeGreaterThan(500)
    expect((await workspace.log.verify()).broken).toEqual([])
    await workspace.catchUp()
    expect((await verifyReadModel(workspace.readModel, workspace.log)).differences).toEqual([])
  })
  it('loaded once more, in the present, appends nothing', async () => {
    expect((await importBundled(workspace, { recordedBy: 'a test' })).events).toEqual({ appended: 0, corrections: 0 })
  })
})

/**
 * DOMAIN T5; General Assembly resolutions 47/1 of 22 September 1992 and 55/12 of 1 November 2000; notification of
 * succession of 12 March 2001.
 */
describe('Serbia and the Covenant', () => {
  it('on 1 January 1999 is a contested continuation', async () => {
    expect(await status('srb', 'iccpr', '1995-01-01', '1999-01-01')).toMatchObject({
      status: 'UNKNOWN',
      possible: ['NONE', 'IN_FORCE'],
      anomalies: [{ code: 'contested-continuation' }],
    })
  })
  it('is one no sooner than anybody contested it', async () => {
    expect((await status('srb', 'iccpr', '1992-08-01', '1992-09-18')).status).toBe('NONE')
    expect((await status('srb', 'iccpr', '1992-08-01', '1992-09-19')).status).toBe('UNKNOWN')
  })
  it('is still open when the claim was given up, until it notified', async () => {
    expect((await status('srb', 'iccpr', '1995-01-01', '2001-03-11')).status).toBe('UNKNOWN')
    expect(await status('srb', 'iccpr', '1995-01-01', '2001-03-12')).toMatchObject({
      status: 'IN_FORCE',
      since: '1992-04-27',
    })
  })
  it('is known today to have been bound since 27 April 1992; Yugoslavia before it since 23 March 1976', async () => {
    expect(await status('srb', 'iccpr', '1995-01-01')).toMatchObject({
      status: 'IN_FORCE',
      since: '1992-04-27',
      anomalies: [],
    })
    expect(await status('yug', 'iccpr', '1990-01-01')).toMatchObject({ status: 'IN_FORCE', since: '1976-03-23' })
  })
})

describe('what was never in doubt is the same on both clocks', () => {
  /** Deposit 8 June 1992, in force 8 September 1992 (DOMAIN 6.1). */
  it('the United States and the Covenant', async () => {
    for (const asKnownAt of ['1999-01-01', undefined])
      expect(await status('usa', 'iccpr', '1995-01-01', asKnownAt)).toMatchObject({
        status: 'IN_FORCE',
        since: '1992-09-08',
      })
    expect((await status('usa', 'iccpr', '1995-01-01', '1992-06-07')).status).toBe('SIGNED')
  })
  /** Notice 27 October 2016, out 27 October 2017 (DOMAIN F4). */
  it('but not what was notified later: Burundi and the Rome Statute', async () => {
    expect((await status('bdi', 'rome', '2017-12-01', '2016-10-26')).status).toBe('IN_FORCE')
    expect(await status('bdi', 'rome', '2017-12-01', '2016-10-27')).toMatchObject({
      status: 'EXITED',
      since: '2017-10-27',
    })
  })
})

/**
 * The same two clocks, two different things: a succession says today what the law was then; a correction says today
 * what the record should have said then. Malta acceded to the Convention against Torture on 13 September 1990 (MTDSG
 * IV.9, participants table): in force for it thirty days later.
 */
describe('retroactive law, and a correction of the record', () => {
  let target: string
  let wrong: string
  beforeAll(async () => {
    const line = {
      stream: 'treaty-cat',
      type: 'TreatyAcceded',
      occurred: '1990-08-13',
      sources: [{ citation: 'A handbook, for tests', kind: 'scholarly' }],
      data: { actor: 'mlt' },
    }
    ;[target = ''] = (await append(workspace, line)).ids
    wrong = String((await workspace.log.head()).recordedAt)
    await correctEvent(
      workspace,
      { target, reason: 'September, not August', source: 'MTDSG, IV.9', sourceKind: 'depositary' },
      { occurred: '1990-09-13' },
      { recordedBy: 'a test', dryRun: false },
    )
  })

  it('both change what is known of the past, and both keep what was known before', async () => {
    expect((await status('mlt', 'cat', '1990-09-20', wrong)).status).toBe('IN_FORCE')
    expect(await status('mlt', 'cat', '1990-09-20')).toMatchObject({ status: 'CONSENTED' })
    expect((await status('mlt', 'cat', '1990-10-20')).since).toBe('1990-10-13')
  })
  it('the law is an act of a later day, and nothing was corrected', async () => {
    const { evidence } = await explained('srb', 'iccpr', '1995-01-01')
    expect(evidence.find(({ type }) => type === 'TreatySucceeded')).toMatchObject({
      occurred: '2001-03-12',
      recordedAt: '2001-03-12T00:00:00.000000Z',
      corrections: [],
    })
    expect(evidence.map(({ type }) => type)).not.toContain('EventCorrected')
  })
  it('the correction is no act: the act has another date, and says which it had', async () => {
    const { evidence } = await explained('mlt', 'cat', '1991-01-01')
    expect(evidence.find(({ id }) => id === target)).toMatchObject({
      occurred: '1990-09-13',
      appendedAt: null,
      corrections: [{ before: { occurred: '1990-08-13' } }],
    })
  })
})
