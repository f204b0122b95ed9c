import { describe, expect, it } from 'vitest'
import { readInput } from '../../../src/queries/question/read-input.ts'
import { theWorkspaceOf } from '../../support/a-workspace-of.ts'
import { append } from '../../support/append.ts'
import { questionNamed } from '../../support/ask.ts'

const acceded = (actor: string) => ({
  stream: 'treaty-cat',
  type: 'TreatyAcceded',
  occurred: '1994-10-21',
  sources: [{ citation: 'a test', kind: 'press' }],
  data: { actor },
})

interface Page {
  readonly items: readonly { readonly ordinal: number; readonly id: string }[]
  readonly next: string | null
  readonly ordinal: number
}

describe('a place in a list', () => {
  const fill = (opened: Parameters<typeof append>[0]) => append(opened, acceded('fra'), acceded('deu'), acceded('usa'))
  const { ask, workspace } = theWorkspaceOf(fill)
  const { ask: askOther } = theWorkspaceOf(fill)
  const page = (input: object, clocks = {}) => ask<Page>('events', { type: 'TreatyAcceded', ...input }, clocks)
  const refused = { code: 'bad-input', class: 'bad-input', where: 'after' }

  it('leads from page to page, and nowhere after the last', async () => {
    const whole = await page({})
    const first = await page({ limit: 1 })
    const second = await page({ limit: 1, after: first.next })
    const rest = await page({ after: second.next })
    expect([first, second, rest].flatMap(({ items }) => items)).toEqual(whole.items)
    expect(whole.items).toHaveLength(3)
    expect([rest.next, whole.next]).toEqual([null, null])
    expect(await page({ after: String(whole.items[2]?.ordinal) })).toMatchObject({ items: [], next: null })
  })
  it('may be an event of the log, as a person writes it: then what is recorded later follows', async () => {
    const whole = await page({})
    expect((await page({ after: String(whole.items[0]?.ordinal) })).items).toEqual(whole.items.slice(1))
  })
  it.each(['events', 'states'])('is one of its own log only: %s', async (name) => {
    const { next } = await ask<Page>(name, { limit: 1 })
    await expect(askOther(name, { limit: 1, after: next })).rejects.toMatchObject({
      code: 'unknown-position',
      class: 'bad-input',
      where: 'after',
    })
  })
  it('that names the hash of the log is one of its own log only, too', async () => {
    const { ordinal } = await workspace().log.head()
    await expect(page({ after: `${ordinal}-0123456789abcdef` })).rejects.toMatchObject({ code: 'unknown-position' })
  })
  it('is one of its own list only, with its own filters, day and moment', async () => {
    const { next } = await page({ limit: 1 }, { asOf: '2000-01-01' })
    await expect(ask('states', { after: next })).rejects.toMatchObject(refused)
    await expect(ask('events', { after: next })).rejects.toMatchObject(refused)
    await expect(page({ after: next, actor: 'fra' })).rejects.toMatchObject(refused)
    await expect(page({ after: next }, { asOf: '2000-01-02' })).rejects.toMatchObject(refused)
    expect((await page({ after: next, limit: 2 }, { asOf: '2000-01-01' })).items).toHaveLength(2)
    const before = await workspace().log.head()
    await append(workspace(), acceded('ita'))
    await workspace().catchUp()
    const now = await workspace().log.head()
    await expect(page({ after: next }, { asKnownAt: now.recordedAt })).rejects.toMatchObject(refused)
    expect((await page({ after: next }, { asKnownAt: before.recordedAt })).items).toHaveLength(2)
    expect((await page({ after: next })).items).toHaveLength(2)
  })
  it.each([
    ['states', 'nobody'],
    ['states', 1],
    ['events', 'nobody'],
    ['events', Number.MAX_SAFE_INTEGER],
  ])('of %s after what is not in it, %j, has nothing behind it', async (name, key) => {
    const { next } = await ask<Page>(name, { limit: 1 })
    const parts = JSON.parse(Buffer.from(next ?? '', 'base64url').toString()) as unknown[]
    const forged = Buffer.from(JSON.stringify([...parts.slice(0, -1), key])).toString('base64url')
    expect(await ask(name, { after: forged })).toMatchObject({ items: [], next: null })
  })
  it('says as known when the next page is, once more is recorded', async () => {
    const first = await page({ limit: 1 })
    const { recordedAt } = await workspace().log.head()
    await append(workspace(), acceded('esp'))
    await workspace().catchUp()
    expect(await page({ limit: 1, after: first.next })).toMatchObject({ asKnownAt: recordedAt, ordinal: first.ordinal })
  })
  it.each(['-1', 'x', '3-', '3-abc', '1.5', '3-ABCDEF0123456789', 'e30', 'bnVsbA'])('is not %s', (after) => {
    for (const name of ['events', 'states'])
      expect(() => readInput(questionNamed(name), { after }, String)).toThrow(`"${after}" is no place in this list`)
  })
  it.each(['1', '12-0123456789abcdef'])('is not an event in any other list: %s', (after) => {
    expect(() => readInput(questionNamed('states'), { after }, String)).toThrow('is no place in this list')
  })
  it.each(['0', '10001', '1.5', 'x', ''])('goes with no limit of "%s"', (limit) => {
    expect(() => readInput(questionNamed('events'), { limit }, String)).toThrow()
  })
})
