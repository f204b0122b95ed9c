import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasReached, systemShare } from '../../src/diffusion/share.ts'
import { holds } from '../exposure/arbitrary.ts'

describe('the share of the state system', () => {
  it('never counts adopters outside the system, and lists them', () =>
    expect(systemShare(['vat', 'fra', 'eu', 'cok'], ['fra', 'deu', 'ita'])).toEqual({
      share: 1 / 3,
      adopters: 1,
      system: 3,
      outside: ['cok', 'eu', 'vat'],
    }))
  it('is undefined without a system', () =>
    expect(systemShare(['eu'], [])).toEqual({
      share: { missing: 'no-system' },
      adopters: 0,
      system: 0,
      outside: ['eu'],
    }))
  it('counts a state that is named twice once', () =>
    expect(systemShare(['fra', 'fra'], ['fra', 'deu']).share).toBe(1 / 2))
  it('never passes 1, whoever adopts', () => {
    const ids = fc.array(fc.constantFrom('fra', 'deu', 'ita', 'eu', 'vat', 'cok'))
    holds(fc.tuple(ids, ids), ([adopters, system]) => {
      const { share, ...counts } = systemShare(adopters, system)
      expect(counts.adopters).toBeLessThanOrEqual(counts.system)
      if (typeof share === 'number') expect(share).toBeLessThanOrEqual(1)
      expect(systemShare([...adopters, 'niu'], system).share).toEqual(share)
    })
  })
})

describe('a tipping point of one third', () => {
  const of = (adopters: number, system: number) => ({ share: adopters / system, adopters, system, outside: [] })
  it.each([
    [52, 154, true],
    [51, 154, false],
    [51, 153, true],
    [0, 0, false],
  ])('%i of %i: %s', (adopters, system, reached) => expect(hasReached(of(adopters, system), 1, 3)).toBe(reached))
})
