import { describe, expect, it } from 'vitest'
import { appendLines } from '../../src/ingest/index.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { ask, freshWorkspaces, ordinalOf, streamOf } from './a-workspace.ts'

const fresh = freshWorkspaces()
const sources = [{ citation: 'The register of a ministry, for tests', kind: 'press' }]

const append = (workspace: Workspace, ...lines: readonly (object | string)[]) =>
  appendLines(
    workspace,
    lines.map((line, index) => ({
      where: `acts.jsonl, line ${index + 1}`,
      text: typeof line === 'string' ? line : JSON.stringify({ sources, ...line }),
    })),
    { recordedBy: 'a user' },
  )

const signed = { stream: 'treaty-cat', type: 'TreatySigned', occurred: '1988-04-18', data: { actor: 'usa' } }
const correction = (target: string | undefined, replacement: object) => ({
  stream: 'treaty-cat',
  type: 'EventCorrected',
  data: { target, reason: 'a misprint', replacement },
})
const retraction = (target: string | undefined, stream = 'treaty-cat') => ({
  stream,
  type: 'EventRetracted',
  data: { target, reason: 'never happened' },
})

const refused = async (line: object | string, error: object) => {
  const workspace = await fresh()
  const ordinal = await ordinalOf(workspace)
  await expect(append(workspace, signed, line)).rejects.toMatchObject(error)
  expect(await ordinalOf(workspace)).toBe(ordinal)
}

describe('lines that are appended', () => {
  it.each(['usa', 'USA', 'United States', 'United States of America', 'the United States', '2'])(
    'take "%s" for an actor, and store its id',
    async (actor) => {
      const workspace = await fresh()
      await append(workspace, { ...signed, data: { actor } })
      expect((await streamOf(workspace, 'treaty-cat')).at(-1)?.data).toEqual({ actor: 'usa' })
    },
  )

  it('read a code on the day of the act', async () => {
    const workspace = await fresh()
    await append(
      workspace,
      ...['1990-03-01', '2003-03-01'].map((occurred) => ({ ...signed, occurred, data: { actor: '345' } })),
    )
    expect((await streamOf(workspace, 'treaty-cat')).slice(-2).map(({ data }) => data['actor'])).toEqual(['yug', 'srb'])
  })

  it('fill in version, confidence and the kind of a registered source', async () => {
    const workspace = await fresh()
    await append(
      workspace,
      {
        stream: 'source-gazette',
        type: 'SourceRegistered',
        data: { source: 'gazette', citation: 'The gazette', kind: 'depositary' },
      },
      { ...signed, sources: [{ ref: 'gazette', locator: 'page 3' }] },
    )
    expect((await streamOf(workspace, 'treaty-cat')).at(-1)).toMatchObject({
      schemaVersion: 1,
      confidence: 'certain',
      sources: [{ ref: 'gazette', kind: 'depositary', locator: 'page 3' }],
    })
  })

  it('may refer to what a line of the same batch defines', async () => {
    const workspace = await fresh()
    await append(
      workspace,
      { ...signed, data: { actor: 'atlantis' } },
      { stream: 'state-atlantis', type: 'ActorDefined', data: { actor: 'atlantis', name: 'Atlantis', kind: 'state' } },
    )
    expect(
      (await ask(workspace, 'status', { state: 'Atlantis', subject: 'cat' }, { asOf: '1990-01-01' }))['status'],
    ).toBe('SIGNED')
  })

  it('are one commit, and known when they are sent again', async () => {
    const workspace = await fresh()
    const { commits } = await workspace.log.head()
    const first = await append(workspace, signed, { ...signed, occurred: '1989-01-01' })
    expect(first).toMatchObject({ lines: 2, appended: 2, known: 0 })
    expect((await workspace.log.head()).commits).toBe(commits + 1)
    expect(await append(workspace, signed, { ...signed, occurred: '1989-01-01' })).toEqual({
      ...first,
      appended: 0,
      known: 2,
    })
  })

  it('have ids that follow from what they say: the same however names are spelt, and in every log', async () => {
    const [one, two] = [await fresh(), await fresh()]
    expect((await append(one, signed)).ids).toEqual(
      (await append(two, { ...signed, data: { actor: 'United States' } })).ids,
    )
  })

  it('keep the id that they bring', async () => {
    const id = '0d6e7a3e-1a4b-4a7e-8b52-3f1f5f0a9c11'
    const workspace = await fresh()
    expect((await append(workspace, { id, ...signed })).ids).toEqual([id])
    expect((await append(workspace, { id, ...signed })).known).toBe(1)
    await expect(append(workspace, { id, ...signed, occurred: '1989-01-01' })).rejects.toMatchObject({
      code: 'duplicate-event',
      exitCode: 3,
    })
  })

  it('that stand twice in one batch are refused', () => refused(signed, { code: 'repeated-event' }))
})

describe('a line that cannot be right', () => {
  it.each<[string, object | string, object]>([
    ['is no JSON', '{"stream":', { code: 'bad-json', where: 'acts.jsonl, line 2' }],
    [
      'has a field too many',
      { ...signed, colour: 'blue' },
      { code: 'bad-event', where: 'acts.jsonl, line 2', message: expect.stringContaining('colour') },
    ],
    ['cites nothing', { ...signed, sources: [] }, { code: 'bad-event', message: expect.stringContaining('sources') }],
    [
      'names an unknown actor',
      { ...signed, data: { actor: 'Swazilnd' } },
      {
        code: 'unknown-actor',
        where: 'acts.jsonl, line 2',
        message: expect.stringContaining('Swazilnd'),
        hint: expect.stringMatching(/Closest: .*\(swz\)/),
      },
    ],
    [
      'names an unknown treaty',
      { stream: 'norm-torture', type: 'InstrumentLinked', data: { instrument: 'kat', role: 'core' } },
      { code: 'unknown-treaty', where: 'acts.jsonl, line 2', hint: expect.any(String) },
    ],
    [
      'stands in the stream of an unknown treaty',
      { ...signed, stream: 'treaty-kat' },
      { code: 'unknown-stream', where: 'acts.jsonl, line 2' },
    ],
    [
      'stands in the stream of another family',
      { ...signed, stream: 'igo-un' },
      { code: 'wrong-stream', where: 'acts.jsonl, line 2' },
    ],
    [
      'stands in the stream of another state',
      {
        stream: 'practice-me-index-fra',
        type: 'PracticeScoreRecorded',
        occurred: '1990',
        data: { actor: 'usa', rater: 'me', indicator: 'index', year: 1990, value: 1 },
      },
      { code: 'wrong-stream' },
    ],
    [
      'points into an unknown source',
      { ...signed, sources: [{ ref: 'gazette' }] },
      { code: 'unknown-source', where: 'acts.jsonl, line 2' },
    ],
    [
      'has an unknown type',
      { ...signed, type: 'TreatySignd' },
      { code: 'unknown-event-type', hint: expect.stringContaining('TreatySigned') },
    ],
    [
      'lacks a field',
      { ...signed, data: {} },
      { code: 'bad-event', where: 'acts.jsonl, line 2', message: expect.stringContaining('data.actor') },
    ],
    [
      'has no date',
      { ...signed, occurred: undefined },
      { code: 'bad-event', message: expect.stringContaining('occurred') },
    ],
    [
      'has no readable date',
      { ...signed, occurred: 'last spring' },
      { code: 'bad-date', where: 'acts.jsonl, line 2', message: expect.stringContaining('occurred') },
    ],
    [
      'has no readable date of effect',
      { ...signed, effective: 'last spring' },
      { code: 'bad-date', where: 'acts.jsonl, line 2', message: expect.stringContaining('effective') },
    ],
    [
      'has no readable date in its payload',
      { stream: 'state-usa', type: 'IdentifierMapped', data: { scheme: 'name', code: 'Columbia', from: 'of old' } },
      { code: 'bad-event', message: expect.stringContaining('data.from') },
    ],
    ['happened in the future', { ...signed, occurred: '2999-01-01' }, { code: 'not-yet', where: 'acts.jsonl, line 2' }],
    [
      'corrects an event of no stream',
      correction('6c77852c-b5b8-4c2d-af3b-6a05ba0ca65a', { occurred: '1989-01-01' }),
      { code: 'unknown-target' },
    ],
  ])('is refused with its place, and with it all others: one that %s', (_, line, error) => refused(line, error))

  it('is allowed a due date that lies ahead: the law foresees it', async () => {
    const due = {
      stream: 'review-cat-fra',
      type: 'ReportDue',
      occurred: '2999-01-01',
      data: { actor: 'fra', body: 'CAT' },
    }
    expect((await append(await fresh(), due)).appended).toBe(1)
  })
})

describe('a correction', () => {
  const appended = async () => {
    const workspace = await fresh()
    const [id] = (await append(workspace, signed)).ids
    return { workspace, id }
  }

  it('amends an event of its stream; names in it become ids', async () => {
    const { workspace, id } = await appended()
    await append(
      workspace,
      correction(id, {
        type: 'TreatySucceeded',
        occurred: '1988-04-19',
        data: { actor: 'United States', predecessor: 'France' },
      }),
    )
    expect((await streamOf(workspace, 'treaty-cat')).at(-1)?.data).toMatchObject({
      replacement: { data: { actor: 'usa', predecessor: 'fra' } },
    })
    expect(await ask(workspace, 'status', { state: 'usa', subject: 'cat' }, { asOf: '1988-04-18' })).toMatchObject({
      status: 'UNKNOWN', // a succession may count from a day before its notification
    })
  })

  it.each<[string, object, object]>([
    ['a date that nobody can read', { occurred: 'last spring' }, { code: 'bad-event' }],
    ['a date in the future', { occurred: '2999-01-01' }, { code: 'not-yet' }],
    ['a type that there is not', { type: 'TreatySignd' }, { code: 'unknown-event-type' }],
    ['a type of another family', { type: 'MembershipStarted' }, { code: 'wrong-stream' }],
    ['a payload of another shape', { data: { actor: 'usa', colour: 'blue' } }, { code: 'bad-event' }],
    ['another actor', { data: { actor: 'fra' } }, { code: 'actor-changed' }],
    ['an actor that nobody knows', { data: { actor: 'usa', predecessor: 'Swazilnd' } }, { code: 'unknown-actor' }],
  ])('is refused where it puts in place %s', async (_, replacement, error) => {
    const { workspace, id } = await appended()
    await expect(append(workspace, correction(id, replacement))).rejects.toMatchObject(error)
  })

  it('stands in the stream of its target, nowhere else', async () => {
    const { workspace, id } = await appended()
    await expect(
      append(workspace, { ...correction(id, { occurred: '1989-01-01' }), stream: 'treaty-iccpr' }),
    ).rejects.toMatchObject({ code: 'unknown-target', where: 'treaty-iccpr' })
  })

  it('comes too late after a retraction, be it an earlier one or one of the same batch', async () => {
    const { workspace, id } = await appended()
    await expect(append(workspace, retraction(id), correction(id, { occurred: '1989-01-01' }))).rejects.toMatchObject({
      code: 'already-retracted',
      exitCode: 3,
    })
    await append(workspace, retraction(id))
    await expect(append(workspace, correction(id, { occurred: '1989-01-01' }))).rejects.toMatchObject({
      code: 'already-retracted',
    })
    await expect(append(workspace, { ...retraction(id), note: 'again' })).rejects.toMatchObject({
      code: 'already-retracted',
    })
  })

  it('is possible again once the retraction itself has been retracted', async () => {
    const { workspace, id } = await appended()
    const [taken] = (await append(workspace, retraction(id))).ids
    await append(workspace, retraction(taken))
    await append(workspace, correction(id, { occurred: '1988-04-19' }))
    expect(await ask(workspace, 'status', { state: 'usa', subject: 'cat' }, { asOf: '1988-05-01' })).toMatchObject({
      status: 'SIGNED',
      since: '1988-04-19',
    })
  })

  it('does not speak of a retraction', async () => {
    const { workspace, id } = await appended()
    const [taken] = (await append(workspace, retraction(id))).ids
    await expect(append(workspace, correction(taken, { occurred: '1988-04-19' }))).rejects.toMatchObject({
      code: 'unknown-target',
    })
  })
})
