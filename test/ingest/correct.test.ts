import { describe, expect, it } from 'vitest'
import { correctEvent, retractEvent, type Changes } from '../../src/ingest/append/correct.ts'
import { appendLines } from '../../src/ingest/index.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { ask, freshWorkspaces, ordinalOf, streamOf } from './a-workspace.ts'

const fresh = freshWorkspaces()
const by = { recordedBy: 'a user', dryRun: false }
const because = { reason: 'a misprint', source: 'The register, page 3', sourceKind: 'depositary' } as const

/** A log with one signature in it. */
const signed = async () => {
  const workspace = await fresh()
  const line = {
    stream: 'treaty-cat',
    type: 'TreatySigned',
    occurred: '1988-04-18',
    sources: [{ citation: 'A newspaper, for tests', kind: 'press' }],
    data: { actor: 'usa', kind: 'simple' },
  }
  const [target = ''] = (
    await appendLines(workspace, [{ where: 'line 1', text: JSON.stringify(line) }], { recordedBy: 'a user' })
  ).ids
  return {
    workspace,
    target,
    correct: (changes: Changes, more: object = {}) =>
      correctEvent(workspace, { target, ...because, ...more }, changes, by),
  }
}
const lastOf = async (workspace: Workspace) => (await streamOf(workspace, 'treaty-cat')).at(-1)

describe('correct', () => {
  it('appends a correction to the stream of its target, with reason and source, and tells what changed', async () => {
    const { workspace, target, correct } = await signed()
    expect(await correct({ occurred: '1988-04-19' })).toMatchObject({
      done: 'corrected',
      target,
      changed: [{ field: 'occurred', was: '1988-04-18', is: '1988-04-19' }],
    })
    expect(await lastOf(workspace)).toMatchObject({
      type: 'EventCorrected',
      recordedBy: 'a user',
      sources: [{ citation: 'The register, page 3', kind: 'depositary' }],
      data: { target, reason: 'a misprint', replacement: { occurred: '1988-04-19' } },
    })
    expect(await ask(workspace, 'status', { state: 'usa', subject: 'cat' }, { asOf: '1988-05-01' })).toMatchObject({
      since: '1988-04-19',
    })
  })
  it('cites a registered source where its id is given', async () => {
    const { workspace, correct } = await signed()
    await correct({ occurred: '1988-04-19' }, { source: 'codes-untc' })
    expect((await lastOf(workspace))?.sources).toEqual([{ ref: 'codes-untc', kind: 'depositary' }])
  })
  it.each<[string, Changes, object]>([
    ['one field', { set: ['kind=adReferendum'] }, { actor: 'usa', kind: 'adReferendum' }],
    ['a field away', { set: ['kind='] }, { actor: 'usa' }],
    ['the whole payload', { data: '{"actor":"United States"}' }, { actor: 'usa' }],
    [
      'the whole payload, and a field of it',
      { data: '{"actor":"usa"}', set: ['kind=adReferendum'] },
      { actor: 'usa', kind: 'adReferendum' },
    ],
    [
      'a field of another type, its text kept text',
      { type: 'TreatySucceeded', data: '{"actor":"usa"}', set: ['effectFrom=1992'] },
      { actor: 'usa', effectFrom: '1992' },
    ],
    [
      'a field that is no text',
      { type: 'ObjectionMade', data: '{"actor":"usa","to":"fra"}', set: ['precludesEntryIntoForce=false'] },
      { actor: 'usa', to: 'fra', precludesEntryIntoForce: false },
    ],
  ])('sets %s', async (_, changes, data) => {
    const { workspace, correct } = await signed()
    await correct(changes)
    expect((await lastOf(workspace))?.data).toMatchObject({ replacement: { data } })
  })
  it('sets a field of what it reads like now, not of what it first said', async () => {
    const { workspace, correct } = await signed()
    await correct({ set: ['kind='] })
    await correct({ type: 'TreatyRatified' })
    expect(await lastOf(workspace)).toMatchObject({ data: { replacement: { type: 'TreatyRatified' } } })
  })
  it('may be right twice, with another one between', async () => {
    const { workspace, correct } = await signed()
    for (const occurred of ['1988-04-19', '1988-04-18', '1988-04-19']) await correct({ occurred })
    expect(
      await streamOf(workspace, 'treaty-cat').then((events) => events.filter(({ type }) => type === 'EventCorrected')),
    ).toHaveLength(3)
  })
  it.each<[string, Changes, object]>([
    ['nothing', {}, { code: 'nothing-changed' }],
    ['another actor', { set: ['actor=fra'] }, { code: 'actor-changed' }],
    ['a payload that is no JSON', { data: '{actor' }, { code: 'bad-json', where: 'payload' }],
    ['a payload that is no object', { data: '[1]' }, { code: 'bad-json', where: 'payload' }],
    ['no field', { set: ['kind'] }, { code: 'bad-input', where: 'set' }],
    ['a field that the type has not', { set: ['colour=blue'] }, { code: 'bad-event' }],
    ['a date that nobody can read', { occurred: 'last spring' }, { code: 'bad-event' }],
    ['a type that there is not', { type: 'TreatySignd', set: ['kind=simple'] }, { code: 'unknown-event-type' }],
  ])('is refused where it names %s, and appends nothing', async (_, changes, error) => {
    const { workspace, correct } = await signed()
    const ordinal = await ordinalOf(workspace)
    await expect(correct(changes)).rejects.toMatchObject({ exitCode: 2, ...error })
    expect(await ordinalOf(workspace)).toBe(ordinal)
  })
  it('is refused where the event is unknown, or the stream has moved on', async () => {
    const { workspace, correct } = await signed()
    await expect(
      correct({ occurred: '1988-04-19' }, { target: '60ceeaa6-f0db-4178-964d-f8141ee68f5b' }),
    ).rejects.toMatchObject({ code: 'unknown-event', exitCode: 2 })
    const seen = (await lastOf(workspace))?.revision ?? 0
    await correct({ occurred: '1988-04-19' }, { expectedRevision: seen })
    await expect(correct({ occurred: '1988-04-20' }, { expectedRevision: seen })).rejects.toMatchObject({
      code: 'wrong-expected-revision',
      exitCode: 3,
    })
  })
  it('as a dry run checks everything and appends nothing', async () => {
    const { workspace, target } = await signed()
    const ordinal = await ordinalOf(workspace)
    expect(
      (await correctEvent(workspace, { target, ...because }, { occurred: '1988-04-19' }, { ...by, dryRun: true }))
        .dryRun,
    ).toBe(true)
    await expect(
      correctEvent(workspace, { target, ...because }, { occurred: 'x' }, { ...by, dryRun: true }),
    ).rejects.toMatchObject({ code: 'bad-event' })
    expect(await ordinalOf(workspace)).toBe(ordinal)
  })
})

describe('retract', () => {
  it('takes an event back; a second time is a conflict', async () => {
    const { workspace, target, correct } = await signed()
    await retractEvent(workspace, { target, ...because }, by)
    expect(await ask(workspace, 'status', { state: 'usa', subject: 'cat' }, { asOf: '1988-05-01' })).toMatchObject({
      status: 'UNKNOWN',
      reason: 'not-covered',
    })
    await expect(retractEvent(workspace, { target, ...because }, by)).rejects.toMatchObject({
      code: 'already-retracted',
      exitCode: 3,
    })
    await expect(correct({ occurred: '1988-04-19' })).rejects.toMatchObject({ code: 'already-retracted' })
  })
  it('takes a correction back, and then its own retraction', async () => {
    const { workspace, correct } = await signed()
    const since = async () =>
      (await ask(workspace, 'status', { state: 'usa', subject: 'cat' }, { asOf: '1989-01-01' }))['since']
    const { id } = await correct({ occurred: '1988-05-18' })
    const { id: taken } = await retractEvent(workspace, { target: id, ...because }, by)
    expect(await since()).toBe('1988-04-18')
    await retractEvent(workspace, { target: taken, ...because }, by)
    expect(await since()).toBe('1988-05-18')
  })
})
