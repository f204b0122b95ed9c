import { describe, expect, it } from 'vitest'
import { ask as release } from '../../src/queries/question/ask.ts'
import { theBundledCase, theWorkspaceOf } from '../support/a-workspace-of.ts'
import { record } from '../support/a-read-model.ts'
import { questionNamed } from '../support/ask.ts'
import { said } from '../support/recorded.ts'

/*
 * Three invented states. A and B are members of the United Nations from 1946 on; a list of the Correlates of War, which
 * the log came to know later, has B and C in the system from 1950 on.
 */
const defined = ['aaa', 'bbb', 'ccc'].map((id) =>
  said(`state-${id}`, 'ActorDefined', undefined, { actor: id, name: `The land of ${id}`, kind: 'state' }),
)
const united = [
  said('igo-un', 'IgoFounded', '1945-10-24', { igo: 'un', name: 'An invented organisation' }),
  ...['aaa', 'bbb'].map((actor) => said('igo-un', 'MembershipStarted', '1946-01-01', { actor, kind: 'full' })),
]
const treaty = [
  said('treaty-toy', 'TreatyConcluded', '1960-01-01', {
    treaty: 'toy',
    title: 'An invented treaty',
    entryIntoForce: 'unknown',
    exit: 'unknown',
  }),
  said('treaty-toy', 'TreatyRatified', '1961-01-01', { actor: 'aaa' }),
]
const listed = ['bbb', 'ccc'].map((actor) =>
  said(`state-${actor}`, 'StateEntered', '1950-01-01', { actor, system: 'cow' }),
)
const asOf = '1962-06-01'
const years = { from: '1961', to: '1962' }
const asked: readonly (readonly [string, object])[] = [
  ['panel status', { subject: 'toy', ...years }],
  ['panel memberships', years],
  ['panel exposure', { adoption: 'toy', ...years }],
  ['spread', { subject: 'toy' }],
  ['world', { subject: 'toy' }],
  ['exposure', { state: 'aaa', adoption: 'toy', formula: 'ti' }],
]
const systemOf = (answer: object): unknown =>
  'parameters' in answer ? (answer.parameters as { system?: unknown }).system : (answer as { system?: unknown }).system

describe('the system that is meant where none is named', () => {
  const before = theWorkspaceOf((opened) => record(opened.log, ...defined, ...united, ...treaty))
  const after = theWorkspaceOf(async (opened) => {
    await record(opened.log, ...defined, ...united, ...treaty)
    await record(opened.log, ...listed)
  })

  it.each(asked)('is un in a log that knows no list of cow: %s', async (name, input) => {
    expect(systemOf(await before.ask(name, { ...input }, { asOf }))).toBe('un')
    expect(systemOf(await after.ask(name, { ...input }, { asOf }))).toBe('cow')
  })

  it.each(asked)('is a part of what names the answer: %s', async (name, input) => {
    const question = questionNamed(name)
    const idOf = async (workspace: typeof before.workspace, more: object): Promise<string> =>
      (await release(question, await workspace().world({ asOf }), question.input.parse({ ...input, ...more })))
        .releaseId
    expect(await idOf(before.workspace, {})).toBe(await idOf(before.workspace, { system: 'un' }))
    expect(await idOf(after.workspace, {})).toBe(await idOf(after.workspace, { system: 'cow' }))
    expect(await idOf(after.workspace, {})).not.toBe(await idOf(after.workspace, { system: 'un' }))
  })

  it('is that of the moment of knowledge', async () => {
    const instants: string[] = []
    for await (const { event } of after.workspace().log.readAll()) instants.push(event.recordedAt)
    const beforeTheList = instants[instants.length - listed.length - 1] as string
    const panel = (asKnownAt?: string) => after.ask('panel status', { subject: 'toy', ...years }, { asOf, asKnownAt })
    expect(await panel(beforeTheList)).toMatchObject({ parameters: { system: 'un' } })
    expect(await panel()).toMatchObject({ parameters: { system: 'cow' } })
  })
})

describe('a question that has no states to answer for', () => {
  const { ask } = theWorkspaceOf((opened) => record(opened.log, ...defined, ...united, ...treaty))
  it('says so', async () => {
    const early = { subject: 'toy', from: '1920', to: '1925' }
    await expect(ask('panel status', early)).rejects.toMatchObject({
      code: 'no-states',
      message: 'nobody was among the members of the United Nations from 1920 to 1925.',
    })
    await expect(ask('panel memberships', { from: '1920', to: '1925' })).rejects.toMatchObject({ code: 'no-states' })
    await expect(ask('panel status', { ...early, system: 'cow' })).rejects.toMatchObject({ code: 'unknown-system' })
  })
})

describe('a log that knows no system at all', () => {
  const { workspace } = theWorkspaceOf((opened) => record(opened.log, ...defined, ...treaty))
  it('answers for those that acted, where a question can do without', async () => {
    const question = questionNamed('world')
    const { answer } = await release(
      question,
      await workspace().world({ asOf }),
      question.input.parse({ subject: 'toy' }),
    )
    expect(answer).toMatchObject({ system: null, states: [{ state: 'aaa', inSystem: null }] })
  })
})

describe('what comes with normtrail', () => {
  const { ask } = theBundledCase()
  it('holds no list of cow: the members of the United Nations are asked about', async () => {
    expect(await ask('world', { subject: 'cat' }, { asOf: '2000-01-01' })).toMatchObject({ system: 'un' })
  })
})
