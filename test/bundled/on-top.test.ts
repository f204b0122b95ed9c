import { describe, expect, it } from 'vitest'
import { importBundled, type ImportReport } from '../../src/ingest/index.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { import2015 } from '../ingest/treaty-tables.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'

/** Rows as the United Nations Treaty Collection prints them. */
const rows = [
  { treaty: '27-7-a', participant: 'Canada', date: '2002-12-17' },
  { treaty: '4-9', participant: 'France', date: '1986-02-18' },
  { treaty: '4-4', participant: 'Serbia', date: '2001-03-12', suffix: 'd' },
  { treaty: '4-4', participant: 'Yemen', date: '1987-02-09', suffix: 'a' },
  { treaty: '18-10', participant: 'Netherlands', date: '2001-07-17', suffix: 'A' },
] as const

interface Evidence {
  status: string
  since: string
  evidence: { type: string; citations: string[] }[]
}
interface Acts {
  acts: { actor: string; class: string; earliest: string; decidedBy: string[] }[]
}

const tableThenCase = async (workspace: Workspace) => {
  await import2015(workspace, rows)
  return importBundled(workspace, { recordedBy: 'a test' })
}
const caseThenTable = async (workspace: Workspace) => {
  const report = await importBundled(workspace, { recordedBy: 'a test' })
  await import2015(workspace, rows)
  return report
}

describe.each([
  ['on top of an imported table', tableThenCase],
  ['under a table that is imported later', caseThenTable],
] as const)('the bundled case %s', (_, load) => {
  let report: ImportReport
  const { workspace, ask } = theWorkspaceOf(async (filled) => (report = await load(filled)))

  it('goes in whole; loaded again, nothing is appended', async () => {
    const { rows: counted } = report
    expect(counted).toMatchObject({ appended: counted.read, known: 0, skipped: 0 })
    expect((await importBundled(workspace(), { recordedBy: 'a test' })).events).toEqual({ appended: 0, corrections: 0 })
    expect((await import2015(workspace(), rows)).events).toEqual({ appended: 0, corrections: 0 })
  })

  it('makes one act of what both say, with two citations', async () => {
    for (const [treaty, actor, day] of [
      ['kyoto', 'can', '2002-12-17'],
      ['cat', 'fra', '1986-02-18'],
      ['iccpr', 'srb', '2001-03-12'],
      ['rome', 'nld', '2001-07-17'],
    ] as const) {
      const { acts } = await ask<Acts>('treaty', { treaty })
      const consents = acts.filter((act) => act.actor === actor && act.class === 'consent')
      expect(consents, actor).toMatchObject([{ earliest: day }])
      expect(consents[0]?.decidedBy, actor).toHaveLength(2)
    }
    const why = await ask<Evidence>('explain status', { state: 'can', subject: 'kyoto' }, { asOf: '2005-02-16' })
    const citations = why.evidence
      .filter(({ type, citations: [first = ''] }) => type === 'TreatyRatified' && first.includes('Canada'))
      .flatMap((one) => one.citations)
    expect(citations).toHaveLength(2)
    expect(new Set(citations).size).toBe(2)
  })

  it('keeps the day of effect that only the case states: Serbia succeeds from 27 April 1992', async () => {
    expect(await ask('status', { state: 'srb', subject: 'iccpr' }, { asOf: '1992-04-27' })).toMatchObject({
      status: 'IN_FORCE',
      since: '1992-04-27',
    })
  })

  it('leaves the act of 1987 with Democratic Yemen, though the table prints it under Yemen', async () => {
    expect(await ask('status', { state: 'yar', subject: 'iccpr' }, { asOf: '1990-05-21' })).toMatchObject({
      status: 'NONE',
    })
    expect(await ask('status', { state: 'pdry', subject: 'iccpr' }, { asOf: '1990-05-21' })).toMatchObject({
      status: 'IN_FORCE',
    })
    expect(await ask('status', { state: 'yem', subject: 'iccpr' }, { asOf: '1990-05-22' })).toMatchObject({
      status: 'IN_FORCE',
    })
  })
})
