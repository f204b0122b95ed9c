import { describe, expect, it } from 'vitest'
import { dc } from '../../src/exposure/formulas/dc.ts'
import { mm } from '../../src/exposure/formulas/mm.ts'
import { companyOf, type World } from './world.ts'

/** The share of states that an organisation takes in: nearly everybody for a few, next to nobody for most. */
const reachOf = (organisation: number): number => {
  if (organisation < 29) return 0.85
  return organisation < 120 ? 0.15 : 0.05
}

/** A made-up year of the real size: 200 states, 330 organisations. */
const year = (): World => {
  let seed = 1
  const chance = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  const states = Array.from({ length: 200 }, (_, i) => i)
  return {
    scores: states.map(() => (chance() < 0.8 ? 8 * chance() : undefined)),
    members: Array.from({ length: 330 }, (_, o) => {
      const reach = reachOf(o)
      return states.filter(() => chance() < reach)
    }),
  }
}

describe('a year of the real size', () => {
  const world = year()
  const names = world.scores.map((_, i) => `s${i}`)
  const company = companyOf(world, names)
  const others = names.map((_, i) =>
    world.members
      .filter((members) => members.includes(i))
      .map((members) => members.filter((j) => j !== i).flatMap((j) => world.scores[j] ?? []))
      .filter((scores) => scores.length > 0),
  )
  const mean = (scores: readonly number[]): number => scores.reduce((sum, score) => sum + score, 0) / scores.length

  it('MM is the plain mean of plain means', () => {
    const { values } = mm.compute(company)
    others.forEach((organisations, i) => expect(values[i]).toBeCloseTo(mean(organisations.map(mean)), 11))
  })
  it('DC is the plain mean over shared memberships', () => {
    const { values } = dc.compute(company)
    others.forEach((organisations, i) => expect(values[i]).toBeCloseTo(mean(organisations.flat()), 11))
  })
})
