import { describe, expect, it } from 'vitest'
import { written } from '../../src/exports/write-answer.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { questionNamed } from '../support/ask.ts'

const acceded = (actor: string) => ({
  stream: 'treaty-cat',
  type: 'TreatyAcceded',
  occurred: '1994-10-21',
  sources: [{ citation: 'a test', kind: 'press' }],
  data: { actor },
})

describe('a type of events', () => {
  const { ask } = theWorkspaceOf((opened) => append(opened, acceded('fra')))

  it('that nobody knows is refused with the nearest, and not answered with nothing', async () => {
    await expect(ask('events', { type: 'TreatyAceded' })).rejects.toMatchObject({
      code: 'unknown-event-type',
      class: 'bad-input',
      where: 'type',
      hint: expect.stringContaining('TreatyAcceded') as string,
    })
    expect(await ask('events', { type: 'TreatyTerminated' })).toMatchObject({ items: [], next: null })
  })
})

describe('a stream of events', () => {
  const { ask } = theWorkspaceOf((opened) => append(opened, acceded('fra')))
  const refused = (stream: string) =>
    ask('events', { stream }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    )

  it.each([
    ['treaty-caat', 'treaty-cat'],
    ['treatty-cat', 'treaty-cat'],
    ['state-frra', 'state-fra'],
    ['treaty-caat*', 'treaty-cat*'],
    ['treatty-*', 'treaty-*'],
  ])('that there cannot be is refused with the nearest: %s', async (stream, nearest) => {
    expect(await refused(stream)).toMatchObject({
      code: 'unknown-stream',
      class: 'not-found',
      where: 'stream',
      hint: expect.stringContaining(nearest) as string,
    })
  })

  it.each(['*', 'treaty-*', 'treaty-c*', 'campaign-*', 'domestic-fra', 'domestic-*', 'proposal-cat', 'treaty-cat'])(
    'of what is known, in which nothing is recorded, is no error: %s',
    async (stream) => expect(await refused(stream)).toBeUndefined(),
  )

  it('that names nobody’s scores is refused, and that of a state beside others that were scored is not', async () => {
    expect(await refused('practice-pts-a-fra')).toMatchObject({ code: 'unknown-stream' })
  })
})

describe('an event by its id', () => {
  const { ask } = theWorkspaceOf((opened) => append(opened, acceded('fra')))

  it('that the log does not hold is refused, and not answered with nothing', async () => {
    const id = '00000000-0000-4000-8000-000000000000'
    await expect(ask('events', { id })).rejects.toMatchObject({
      code: 'unknown-event',
      class: 'not-found',
      where: 'id',
    })
  })
})

describe('what cannot be asked', () => {
  const { workspace } = theWorkspaceOf((opened) => append(opened, acceded('fra')))

  it.each([{ stream: 'treaty-caat' }, { type: 'TreatyAceded' }])('writes no header either: %j', async (input) => {
    const question = questionNamed('events')
    const { chunks } = await written(question, await workspace().world({}), question.input.parse(input), 'csv')
    const pieces: unknown[] = []
    const read = async () => {
      for await (const chunk of chunks) pieces.push(chunk)
    }
    await expect(read()).rejects.toMatchObject({ code: expect.stringMatching(/^unknown-/) as string })
    expect(pieces).toEqual([])
  })
})
