import { describe, expect, it } from 'vitest'
import { theBundledCase } from '../support/a-workspace-of.ts'
import { questionNamed } from '../support/ask.ts'

const { ask } = theBundledCase()

interface Asked {
  readonly statehood: {
    readonly left: string | null
    readonly enters: string | null
    readonly isOutside: boolean
  } | null
  readonly inWords?: string | null
}
const asked = async (name: string, input: Readonly<Record<string, string>>, asOf: string) => {
  const found = await ask<Asked>(name, input, { asOf })
  return { found, text: questionNamed(name).text(found as never) }
}
const score = 'cirights:physint'

/**
 * Croatia was admitted to the United Nations on 22 May 1992 (resolution 46/238), Switzerland on 10 September 2002;
 * Yugoslavia, as the catalogue has it, was no more from 27 April 1992.
 */
describe('a state that was in no system on the day', () => {
  it.each([
    ['status', { state: 'hrv', subject: 'cat' }],
    ['explain status', { state: 'hrv', subject: 'cat' }],
    ['timeline', { state: 'hrv', subject: 'cat' }],
    ['timeline', { state: 'hrv' }],
    ['memberships', { state: 'hrv' }],
    ['exposure', { state: 'hrv', score, lag: '0' }],
    ['explain exposure', { state: 'hrv', score, lag: '0' }],
  ] as const)('is told so by %s of %j, with when it came', async (name, input) => {
    const { found, text } = await asked(name, input, '1985-01-01')
    expect(found.statehood).toMatchObject({ left: null, enters: '1992-05-22', isOutside: true })
    expect(text).toContain('hrv was no member of the United Nations on 1985-01-01; it became one on 1992-05-22')
    expect((await asked(name, input, '1993-01-01')).found.statehood).toBeNull()
  })
  it.each([
    ['memberships', { state: 'yug' }],
    ['exposure', { state: 'yug', score, lag: '0' }],
    ['status', { state: 'yug', subject: 'cat' }],
  ] as const)('is told so by %s of %j, with when it ended', async (name, input) => {
    const { found, text } = await asked(name, input, '2005-01-01')
    expect(found.statehood).toMatchObject({ left: '1992-04-26', enters: null, isOutside: true })
    expect(text).toContain('its last day in one was 1992-04-26')
  })
  it('has no status of one that did nothing', async () => {
    const { found, text } = await asked('status', { state: 'hrv', subject: 'cat' }, '1985-01-01')
    expect(found.inWords).toBe('not in the state system then')
    expect(text).toContain('not in the state system then (NONE)')
  })
  it('is no state that was only no member of the United Nations', async () => {
    const { found } = await asked('status', { state: 'che', subject: 'cat' }, '1985-01-01')
    expect(found).toMatchObject({ inWords: null, statehood: { enters: '2002-09-10', isOutside: false } })
  })
  it('is asked about the day on which an exposure is read', async () => {
    const { found } = await asked('exposure', { state: 'hrv', score, lag: '1' }, '1992-12-31')
    expect(found.statehood).toMatchObject({ on: '1991-12-31' })
  })
})

/** The European Convention on Human Rights, whose article 3 is the first to carry it, was signed on 4 November 1950. */
describe('a norm before its first treaty', () => {
  it.each([
    ['status', { state: 'fra', subject: 'torture' }],
    ['explain status', { state: 'fra', subject: 'torture' }],
    ['timeline', { state: 'fra', subject: 'torture' }],
    ['world', { subject: 'torture', system: 'un' }],
  ] as const)('is spoken of as a norm by %s', async (name, input) => {
    const { text } = await asked(name, input, '1950-11-03')
    expect(text).toContain(
      'no treaty that carries this norm was there yet: the first, echr, was concluded on 1950-11-04',
    )
    expect((await asked(name, input, '1950-11-04')).text).not.toContain('was there yet')
  })
})

describe('how many the statuses of a day are counted of', () => {
  it('is said where some that are listed are not in the system', async () => {
    const found = await ask<{ states: { inSystem: boolean }[] }>(
      'world',
      { subject: 'cat', system: 'un' },
      { asOf: '1990-01-01' },
    )
    const outside = found.states.filter(({ inSystem }) => !inSystem).length
    // 159 were members of the United Nations on that day, by its own list of them by year.
    expect(found.states.length - outside).toBe(159)
    expect(questionNamed('world').text(found as never)).toContain(
      `counted are all ${found.states.length} that are listed, ${outside} of them not in the system (un)`,
    )
  })
})
