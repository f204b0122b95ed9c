import { describe, expect, it } from 'vitest'
import { appendLines } from '../../src/ingest/index.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { ask, freshWorkspaces } from './a-workspace.ts'

const fresh = freshWorkspaces()
const sources = [{ citation: 'The register of a ministry, for tests', kind: 'press' }]

const append = (workspace: Workspace, ...lines: readonly object[]) =>
  appendLines(
    workspace,
    lines.map((line, index) => ({
      where: `acts.jsonl, line ${index + 1}`,
      text: JSON.stringify({ stream: 'treaty-cat', sources, ...line }),
    })),
    { recordedBy: 'a user' },
  )

const ids = {
  a: '6c77852c-b5b8-4c2d-af3b-6a05ba0ca65a',
  b: '60ceeaa6-f0db-4178-964d-f8141ee68f5b',
  c: '089edb39-57ed-4b30-8c7c-c63131bd22ed',
}
const signed = { id: ids.a, type: 'TreatySigned', occurred: '1988-04-18', data: { actor: 'usa' } }
const correction = (target: string, replacement: object, more: object = {}) => ({
  type: 'EventCorrected',
  data: { target, reason: 'a misprint', replacement },
  ...more,
})
const retraction = (target: string, more: object = {}) => ({
  type: 'EventRetracted',
  data: { target, reason: 'never happened' },
  ...more,
})
const sinceOf = async (workspace: Workspace) =>
  (await ask(workspace, 'status', { state: 'usa', subject: 'cat' }, { asOf: '1989-12-31' }))['since']

describe('a correction of a correction', () => {
  const once = correction(
    ids.a,
    { occurred: '1988-05-18', data: { actor: 'usa', kind: 'adReferendum' } },
    { id: ids.b },
  )

  it('amends the event itself, as it then read', async () => {
    const workspace = await fresh()
    await append(workspace, signed, once, correction(ids.b, { occurred: '1988-06-18' }))
    expect(await sinceOf(workspace)).toBe('1988-06-18')
    expect(
      (await ask(workspace, 'status', { state: 'usa', subject: 'cat' }, { asOf: '1989-12-31' }))['marks'],
    ).toContain('adReferendum')
  })
  it('changes the actor as little as the first may', async () => {
    const workspace = await fresh()
    await append(workspace, signed, once)
    await expect(append(workspace, correction(ids.b, { data: { actor: 'fra' } }))).rejects.toMatchObject({
      code: 'actor-changed',
      exitCode: 2,
    })
  })
  it('is held against what the first put in place: a payload of the type that it names', async () => {
    const workspace = await fresh()
    await append(workspace, signed, once)
    await expect(append(workspace, correction(ids.b, { type: 'TreatyRatified' }))).rejects.toMatchObject({
      code: 'bad-event',
      message: expect.stringContaining('kind'),
    })
  })
  it('comes too late where the event itself was retracted', async () => {
    const workspace = await fresh()
    await append(workspace, signed, once, retraction(ids.a))
    await expect(append(workspace, correction(ids.b, { occurred: '1988-06-18' }))).rejects.toMatchObject({
      code: 'already-retracted',
      exitCode: 3,
    })
  })
  it('goes with the correction that it amends, and so does a third', async () => {
    const workspace = await fresh()
    await append(
      workspace,
      signed,
      once,
      correction(ids.b, { occurred: '1988-06-18' }, { id: ids.c }),
      correction(ids.c, { occurred: '1988-07-18' }),
    )
    expect(await sinceOf(workspace)).toBe('1988-07-18')
    await append(workspace, retraction(ids.b))
    expect(await sinceOf(workspace)).toBe('1988-04-18')
  })
})

describe('what leads nowhere', () => {
  it.each([
    ['itself', [correction(ids.b, { occurred: '1988-05-18' }, { id: ids.b })]],
    [
      'itself through another',
      [
        correction(ids.c, { occurred: '1988-05-18' }, { id: ids.b }),
        correction(ids.b, { occurred: '1988-05-18' }, { id: ids.c }),
      ],
    ],
    ['itself through a retraction', [retraction(ids.c, { id: ids.b }), retraction(ids.b, { id: ids.c })]],
  ])('a correction leads back to %s: refused', async (_, lines) => {
    await expect(append(await fresh(), signed, ...lines)).rejects.toMatchObject({
      code: 'correction-cycle',
      exitCode: 2,
    })
  })
  it('a correction speaks of one that stands later among the lines: refused', async () => {
    const lines = [
      correction(ids.c, { occurred: '1988-05-18' }, { id: ids.b }),
      correction(ids.a, { occurred: '1988-06-18' }, { id: ids.c }),
    ]
    await expect(append(await fresh(), signed, ...lines)).rejects.toMatchObject({
      code: 'unknown-target',
      message: expect.stringContaining('later among the lines'),
    })
  })
  it.each([
    ['nothing at all', {}],
    ['the date that it has', { occurred: '1988-04-18' }],
    ['the payload that it has', { data: { actor: 'United States' } }],
    ['the type that it has', { type: 'TreatySigned' }],
  ])('a correction puts %s in place: refused', async (_, replacement) => {
    await expect(append(await fresh(), signed, correction(ids.a, replacement))).rejects.toMatchObject({
      code: 'nothing-changed',
      exitCode: 2,
    })
  })
  it('a correction repeats the one before: refused, but not the way back', async () => {
    const workspace = await fresh()
    await append(workspace, signed, correction(ids.a, { occurred: '1988-05-18' }))
    await expect(
      append(workspace, correction(ids.a, { occurred: '1988-05-18' }, { note: 'again' })),
    ).rejects.toMatchObject({ code: 'nothing-changed' })
    await append(workspace, correction(ids.a, { occurred: '1988-04-18' }))
    expect(await sinceOf(workspace)).toBe('1988-04-18')
  })
})
