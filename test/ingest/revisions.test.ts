import { describe, expect, it } from 'vitest'
import { ensureCatalogue } from '../../src/ingest/commit/catalogue.ts'
import { appendLines } from '../../src/ingest/index.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { ask, freshWorkspaces, ordinalOf, streamOf } from './a-workspace.ts'
import { importScores } from './scores.ts'
import { import2015, import2026, importScholar } from './treaty-tables.ts'

const fresh = freshWorkspaces()
const usaScores = 'practice-small-index-usa'

const valueIn1990 = async (workspace: Workspace, asKnownAt?: string) => {
  const { ordinal } = await workspace.world({ asKnownAt })
  const rows = await workspace.readModel.sql
    .selectFrom('practice')
    .select('value')
    .where('stream', '=', usaScores)
    .where('year', '=', 1990)
    .where('known_from', '<=', ordinal)
    .where('known_to', '>', ordinal)
    .execute()
  return rows.map(({ value }) => value)
}

const append = (workspace: Workspace, ...lines: readonly object[]) =>
  appendLines(
    workspace,
    lines.map((line, index) => ({
      where: `test, line ${index + 1}`,
      text: JSON.stringify({ sources: [{ citation: 'A letter, for tests', kind: 'press' }], ...line }),
    })),
    { recordedBy: 'a user' },
  )

const actsOf = async (workspace: Workspace, actor: string) =>
  (await streamOf(workspace, 'treaty-cat')).filter(({ data }) => data['actor'] === actor)
const consentOf = async (workspace: Workspace, actor: string, sources?: string) => {
  const { acts } = (await ask(workspace, 'treaty', { treaty: 'cat', ...(sources !== undefined && { sources }) })) as {
    acts: { actor: string; class: string; form: string; earliest: string; decidedBy: string[] }[]
  }
  return acts.filter((act) => act.actor === actor && act.class === 'consent')
}

describe('a later release that says otherwise', () => {
  it('is one correction of the first event, and the fold shows the new value', async () => {
    const workspace = await fresh()
    await importScores(workspace, [
      ['2', '1990', '6'],
      ['2', '1991', '7'],
    ])
    const report = await importScores(
      workspace,
      [
        ['2', '1990', '5'],
        ['2', '1991', '7'],
      ],
      { version: '2' },
    )
    expect(report.rows).toEqual({ read: 2, appended: 1, known: 1, skipped: 0 })
    // And the new release is registered, and what its file holds.
    expect(report.events).toEqual({ appended: 3, corrections: 1 })
    const [first, , correction] = await streamOf(workspace, usaScores)
    expect(correction).toMatchObject({
      type: 'EventCorrected',
      fact: '1990',
      sources: [{ ref: 'small-2' }],
      data: { target: first?.id, replacement: { data: { value: 5 } } },
    })
    expect(await valueIn1990(workspace)).toEqual([5])
  })

  it('does not change what was known before', async () => {
    const workspace = await fresh()
    await importScores(workspace, [['2', '1990', '6']])
    const { recordedAt } = await workspace.log.head()
    await importScores(workspace, [['2', '1990', '5']], { version: '2' })
    expect(await valueIn1990(workspace, recordedAt)).toEqual([6])
    expect(await valueIn1990(workspace)).toEqual([5])
  })

  it('corrects the root again and again, and goes back where a third release does', async () => {
    const workspace = await fresh()
    for (const [version, value] of [
      ['1', '6'],
      ['2', '5'],
      ['3', '6'],
    ] as const)
      await importScores(workspace, [['2', '1990', value]], { version })
    const events = await streamOf(workspace, usaScores)
    expect(events.slice(1).map(({ data }) => data['target'])).toEqual([events[0]?.id, events[0]?.id])
    expect(await valueIn1990(workspace)).toEqual([6])
  })

  it('stands when the earlier release is imported again: that one is superseded', async () => {
    const workspace = await fresh()
    await importScores(workspace, [['2', '1990', '6']])
    await importScores(workspace, [['2', '1990', '5']], { version: '2' })
    const ordinal = await ordinalOf(workspace)
    const again = await importScores(workspace, [['2', '1990', '6']])
    expect(again).toMatchObject({ skipped: { superseded: 1 }, events: { appended: 0 } })
    expect(await ordinalOf(workspace)).toBe(ordinal)
    expect(await valueIn1990(workspace)).toEqual([5])
  })

  it('stands when an earlier release comes in late: dates of publication decide, not order of imports', async () => {
    const workspace = await fresh()
    await import2026(workspace, [{ participant: 'Japan', date: '1999-06-30', word: 'Accession' }])
    expect(
      await import2015(workspace, [
        { participant: 'Japan', date: '1999-06-29', suffix: 'a' },
        { participant: 'Chad', date: '1995-06-09', suffix: 'a' },
      ]),
    ).toMatchObject({
      rows: { appended: 1, skipped: 1 },
      skipped: { superseded: 1 },
      events: { corrections: 0 },
    })
    expect(await consentOf(workspace, 'jpn')).toMatchObject([{ earliest: '1999-06-30' }])
  })

  it('may give a value where there was none, and take one away', async () => {
    const workspace = await fresh()
    await importScores(workspace, [['2', '1990', '']])
    await importScores(workspace, [['2', '1990', '5']], { version: '2' })
    expect(await valueIn1990(workspace)).toEqual([5])
    await importScores(workspace, [['2', '1990', '']], { version: '3' })
    expect(await valueIn1990(workspace)).toEqual([null])
  })
})

describe('an act under another label', () => {
  it('is known: acceptance printed as accession, or as ratification', async () => {
    const workspace = await fresh()
    await import2015(workspace, [
      { participant: 'Japan', date: '1999-06-29', suffix: 'A' },
      { participant: 'Chad', date: '1995-06-09', suffix: 'a' },
    ])
    const report = await import2026(workspace, [
      { participant: 'Japan', date: '1999-06-29', word: 'Accession' },
      { participant: 'Chad', date: '1995-06-09', word: 'Ratification' },
    ])
    expect(report.rows).toEqual({ read: 2, appended: 0, known: 2, skipped: 0 })
    expect((await actsOf(workspace, 'jpn')).map(({ type }) => type)).toEqual(['TreatyAccepted'])
  })
  it('is corrected where its day differs', async () => {
    const workspace = await fresh()
    await import2015(workspace, [{ participant: 'Japan', date: '1999-06-29', suffix: 'a' }])
    expect(
      (await import2026(workspace, [{ participant: 'Japan', date: '1999-06-30', word: 'Accession' }])).events
        .corrections,
    ).toBe(1)
    expect(await consentOf(workspace, 'jpn')).toMatchObject([{ form: 'TreatyAcceded', earliest: '1999-06-30' }])
  })
})

describe('two series', () => {
  it('that say the same are two assertions, and one act that both decide', async () => {
    const workspace = await fresh()
    await import2015(workspace, [{ participant: 'France', date: '1986-02-18' }])
    expect((await importScholar(workspace, [{ state: 'FRA', date: '1986-02-18' }])).rows.appended).toBe(1)
    const ids = (await actsOf(workspace, 'fra')).map(({ id }) => id)
    expect(ids).toHaveLength(2)
    const [act, ...others] = await consentOf(workspace, 'fra')
    expect(others).toEqual([])
    expect(act?.decidedBy.toSorted()).toEqual(ids.toSorted())
  })
  it('that differ stand side by side; neither corrects the other', async () => {
    const workspace = await fresh()
    await import2015(workspace, [{ participant: 'France', date: '1986-02-18' }])
    expect((await importScholar(workspace, [{ state: 'FRA', date: '1986-02-19' }])).events.corrections).toBe(0)
    expect((await actsOf(workspace, 'fra')).map(({ occurred }) => occurred)).toEqual(['1986-02-18', '1986-02-19'])
  })
  it('that differ are resolved when asked: by default the depositary is believed, else who is named', async () => {
    const workspace = await fresh()
    await import2015(workspace, [{ participant: 'France', date: '1986-02-18' }])
    await importScholar(workspace, [{ state: 'FRA', date: '1986-02-19' }])
    const { sources: [scholar] = [] } = (await actsOf(workspace, 'fra'))[1] ?? {}
    const consents = async (sources?: string) =>
      (await consentOf(workspace, 'fra', sources)).map(({ earliest }) => earliest)
    expect(await consents()).toEqual(['1986-02-18'])
    expect(await consents(`${scholar?.kind},depositary`)).toEqual(['1986-02-19'])
    expect(await consents(scholar?.series)).toEqual(['1986-02-19'])
    expect(await consents('press')).toEqual([])
    await expect(consents('hearsay')).rejects.toThrow('neither a kind of source')
  })
})

describe('what a user said', () => {
  const retract = (target: string | undefined) => ({
    stream: usaScores,
    type: 'EventRetracted',
    data: { target, reason: 'a misprint' },
  })

  it('survives every import: a retracted assertion stays retracted', async () => {
    const workspace = await fresh()
    await importScores(workspace, [
      ['2', '1990', '6'],
      ['2', '1991', '7'],
    ])
    const [first] = await streamOf(workspace, usaScores)
    await append(workspace, retract(first?.id))
    expect(await valueIn1990(workspace)).toEqual([])
    expect(
      await importScores(workspace, [
        ['2', '1990', '6'],
        ['2', '1991', '7'],
      ]),
    ).toMatchObject({ rows: { known: 1, skipped: 1 }, skipped: { retracted: 1 }, events: { appended: 0 } })
    expect(await importScores(workspace, [['2', '1990', '5']], { version: '2' })).toMatchObject({
      skipped: { retracted: 1 },
    })
    expect(await valueIn1990(workspace)).toEqual([])
  })

  it('survives the same release: a corrected assertion stays corrected', async () => {
    const workspace = await fresh()
    await importScores(workspace, [['2', '1990', '6']])
    const [first] = await streamOf(workspace, usaScores)
    await append(workspace, {
      stream: usaScores,
      type: 'EventCorrected',
      data: { target: first?.id, reason: 'a misprint', replacement: { data: { ...first?.data, value: 4 } } },
    })
    expect(await importScores(workspace, [['2', '1990', '6']])).toMatchObject({
      rows: { known: 1 },
      events: { appended: 0 },
    })
    expect(await valueIn1990(workspace)).toEqual([4])
  })

  it('survives the catalogue, which every command brings up to date', async () => {
    const workspace = await fresh()
    const treaty = (await streamOf(workspace, 'treaty-cat')).find(({ type }) => type === 'TreatyConcluded')
    await append(workspace, {
      stream: 'treaty-cat',
      type: 'EventCorrected',
      data: {
        target: treaty?.id,
        reason: 'for a test',
        replacement: { data: { ...treaty?.data, title: 'Another title' } },
      },
    })
    expect(await ensureCatalogue(workspace.log)).toBe(0)
    expect((await ask(workspace, 'treaty', { treaty: 'cat' }))['title']).toBe('Another title')
  })

  it('retracted, and reinstated by retracting the retraction, counts as before', async () => {
    const workspace = await fresh()
    await importScores(workspace, [['2', '1990', '6']])
    const [first] = await streamOf(workspace, usaScores)
    const { ids } = await append(workspace, retract(first?.id))
    await append(workspace, retract(ids[0]))
    expect(await valueIn1990(workspace)).toEqual([6])
    expect((await importScores(workspace, [['2', '1990', '6']])).rows.known).toBe(1)
  })
})
