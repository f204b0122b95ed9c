import { describe, expect, it } from 'vitest'
import { questions } from '../../src/queries/index.ts'
import { theBundledCase } from '../support/a-workspace-of.ts'

const { ask } = theBundledCase()
const said = async (name: string, input: Readonly<Record<string, unknown>>, asOf: string): Promise<string> => {
  const found = await ask<object>(name, input, { asOf })
  return questions.find((one) => one.name === name)?.text({ ...found } as never) ?? ''
}

/**
 * The Convention against Torture was adopted on 10 December 1984 (resolution 39/46); the Istanbul Convention concluded
 * on 11 May 2011, as its title has it; the Statute of the Council of Europe signed on 5 May 1949.
 */
describe('what did not exist yet on a day', () => {
  it.each([
    ['status', { state: 'fra', subject: 'cat' }, '1984-12-09', 'concluded on 1984-12-10'],
    ['world', { subject: 'cat', system: 'un' }, '1984-12-09', 'concluded on 1984-12-10'],
    ['treaty', { treaty: 'cat' }, '1984-12-09', 'opened on 1984-12-10'],
    ['members', { igo: 'coe' }, '1949-05-04', 'founded on 1949-05-05'],
  ] as const)('is said by %s of %j on %s', async (name, input, asOf, words) => {
    const text = await said(name, input, asOf)
    expect(text).toMatch(/did not exist yet on that day|was there yet|was not open yet on that day/)
    expect(text).toContain(words)
  })
  it.each([
    ['status', { state: 'fra', subject: 'cat' }, '1984-12-10'],
    ['world', { subject: 'cat', system: 'un' }, '1984-12-10'],
    ['treaty', { treaty: 'cat' }, '1984-12-10'],
    ['members', { igo: 'coe' }, '1949-05-05'],
  ] as const)('is not said by %s of %j on the day itself, %s', async (name, input, asOf) =>
    expect(await said(name, input, asOf)).not.toMatch(/not exist yet|there yet|not open yet/),
  )
  it('has its day beside the statuses', async () => {
    const found = await ask<{ adopted: string | null }>('spells status', { subject: 'istanbul', state: 'tur' })
    expect(found.adopted).toBe('2011-05-11')
  })
})
