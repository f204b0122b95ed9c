import { describe, expect, it } from 'vitest'
import { questionNamed } from '../support/ask.ts'
import { theBundledCase } from '../support/a-workspace-of.ts'

const { workspace } = theBundledCase()

/** What a panel of two years says of how far it has come. */
const saidBy = async (name: string, more: Readonly<Record<string, string>>) => {
  const question = questionNamed(name)
  const said: string[] = []
  const progress = (words: string, done: number, of: number) => void said.push(`${words} ${done} of ${of}`)
  const input = question.input.parse({ from: '2000', to: '2001', system: 'un', ...more })
  await question.answer({ ...(await workspace().world({})), progress }, input)
  return said
}

describe('a panel', () => {
  it.each([
    ['panel exposure', { adoption: 'cat' }],
    ['panel dyads', { states: 'aut,deu,fra' }],
  ])('says how many of its years are done: %s', async (name, more) => {
    expect(await saidBy(name, more)).toEqual(['years done: 0 of 2', 'years done: 1 of 2'])
  })
  it('of statuses says of how many states their history is known', async () => {
    // The United Nations had 189 members at the end of 2000 and in 2001; Switzerland and Timor-Leste came in 2002.
    const said = await saidBy('panel status', { subject: 'cat' })
    expect([said[0], said.at(-1)]).toEqual(['states done: 0 of 189', 'states done: 188 of 189'])
  })
  it('ends where nobody waits for it any more, in the middle of its years', async () => {
    const question = questionNamed('panel dyads')
    let isWanted = true
    const world = {
      ...(await workspace().world({})),
      goOn: () => {
        if (!isWanted) throw new Error('nobody waits')
      },
    }
    const input = question.input.parse({ from: '2000', to: '2005', system: 'un' })
    const pages = question.pages?.(world, input)[Symbol.asyncIterator]()
    expect((await pages?.next())?.done).toBe(false)
    isWanted = false
    await expect(pages?.next()).rejects.toThrow('nobody waits')
  })
})
