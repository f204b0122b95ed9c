import { describe, expect, it } from 'vitest'
import { appendLines, importOne } from '../../src/ingest/index.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { ask, freshWorkspaces, streamOf } from './a-workspace.ts'
import { importScores, scoresImporter, scoreTable, type ScoreRow } from './scores.ts'

const fresh = freshWorkspaces()
const rows: readonly ScoreRow[] = [['2', '1990', '5']]
const terms = { licence: 'CC BY 4.0', redistributable: 'yes' } as const
const by = { recordedBy: 'a test' }

const importOnTerms = (workspace: Workspace, more = {}) =>
  importOne(workspace, scoresImporter('1', { terms, ...more }), scoreTable(rows), by)

interface Listed {
  readonly source: string
  readonly licence: string | null
  readonly redistributable: string
  readonly events: number
}
const listed = async (workspace: Workspace, asKnownAt?: string): Promise<Listed | undefined> => {
  await workspace.catchUp()
  const { items: sources } = await ask(workspace, 'sources', {}, { asKnownAt })
  return (sources as readonly Listed[]).find(({ source }) => source === 'small-1')
}

describe('what a higher value means', () => {
  const directionIn = async (workspace: Workspace) => {
    await workspace.catchUp()
    const { indicators } = await ask(workspace, 'names', {})
    return (indicators as readonly { id: string; direction: string | null }[]).map(({ id, direction }) => [
      id,
      direction,
    ])
  }
  it('is said by the release, and listed with the indicator', async () => {
    const workspace = await fresh()
    await importScores(workspace, rows)
    expect(await directionIn(workspace)).toEqual([['small:index', 'higher-is-better']])
    const [registered] = await streamOf(workspace, 'source-small-1')
    expect(registered?.data.scales).toEqual({
      'small:index': { direction: 'higher-is-better', lowest: 0, highest: 8 },
    })
  })
  it('is nothing where nobody says it', async () => {
    const workspace = await fresh()
    const score = {
      stream: 'practice-own-index-usa',
      type: 'PracticeScoreRecorded',
      occurred: '1990',
      sources: [{ citation: 'A coder, for tests', kind: 'scholarly' }],
      data: { actor: 'usa', rater: 'own', indicator: 'index', year: 1990, value: 3 },
    }
    await appendLines(workspace, [{ where: 'a line', text: JSON.stringify(score) }], by)
    expect(await directionIn(workspace)).toEqual([['own:index', null]])
  })
})

describe('the terms of a source', () => {
  it('are those that its importer declares, with how many events cite it', async () => {
    const workspace = await fresh()
    await importOnTerms(workspace)
    // The score, and what the file held.
    expect(await listed(workspace)).toMatchObject({
      ...terms,
      series: 'small',
      version: '1',
      kind: 'dataset',
      events: 2,
    })
  })
  it('are unknown where nobody has said them', async () => {
    const workspace = await fresh()
    await importScores(workspace, rows)
    expect(await listed(workspace)).toMatchObject({ licence: null, redistributable: 'unknown' })
  })
  it('come into a log that lacks them with the next import, and are known from then on', async () => {
    const workspace = await fresh()
    await importScores(workspace, rows)
    const [registered] = await streamOf(workspace, 'source-small-1')
    const report = await importOnTerms(workspace)
    expect(report).toMatchObject({ rows: { known: 1 }, events: { appended: 1, corrections: 1 } })
    expect(await listed(workspace)).toMatchObject(terms)
    expect(await listed(workspace, registered?.recordedAt)).toMatchObject({ licence: null, redistributable: 'unknown' })
    expect(await importOnTerms(workspace)).toMatchObject({ events: { appended: 0 } })
  })
  it('come even into the registration of a release that a later one has overtaken', async () => {
    const workspace = await fresh()
    await importScores(workspace, rows, { published: '2001' })
    await importScores(workspace, rows, { version: '2', published: '2002' })
    await importOnTerms(workspace, { published: '2001' })
    expect(await listed(workspace)).toMatchObject(terms)
  })
  it('stay as a user has corrected them, whatever is imported again', async () => {
    const workspace = await fresh()
    await importOnTerms(workspace)
    const [registered] = await streamOf(workspace, 'source-small-1')
    const correction = {
      stream: 'source-small-1',
      type: 'EventCorrected',
      sources: [{ citation: 'The page of the publisher, for tests', kind: 'dataset', retrieved: '2020-01-01' }],
      data: {
        target: registered?.id,
        reason: 'the publisher withdrew the permission',
        replacement: { data: { ...registered?.data, licence: 'All rights reserved', redistributable: 'no' } },
      },
    }
    await appendLines(workspace, [{ where: 'a line', text: JSON.stringify(correction) }], by)
    expect(await listed(workspace)).toMatchObject({ licence: 'All rights reserved', redistributable: 'no' })
    expect(await importOnTerms(workspace)).toMatchObject({ events: { appended: 0 } })
    expect(await listed(workspace)).toMatchObject({ redistributable: 'no' })
  })
  it('may be given with a source that is registered by hand', async () => {
    const workspace = await fresh()
    const source = { citation: 'A report, for tests', kind: 'press', ...terms }
    const registration = {
      stream: 'source-report',
      type: 'SourceRegistered',
      sources: [source],
      data: { source: 'report', ...source },
    }
    await appendLines(workspace, [{ where: 'a line', text: JSON.stringify(registration) }], by)
    await workspace.catchUp()
    const { items: sources } = await ask(workspace, 'sources', {})
    expect(sources).toContainEqual(expect.objectContaining({ source: 'report', ...terms, events: 0 }))
    const odd = { ...registration, data: { ...registration.data, redistributable: 'perhaps' } }
    await expect(appendLines(workspace, [{ where: 'a line', text: JSON.stringify(odd) }], by)).rejects.toThrow(
      /redistributable/,
    )
  })
})
