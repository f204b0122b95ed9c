import { company, type Company } from '../../exposure/company.ts'
import type { SeatsOn } from './seats-on-day.ts'

const made = new WeakMap<SeatsOn, Company>()

/**
 * States in the seats that they had on a day, none of them scored: made once for as long as the seats are kept. Others
 * who ask about the day, by whatever score, need the same, and the seats of a year are the past of every later one.
 */
export const seatedIn = (seats: SeatsOn, states: readonly string[], organisations: readonly string[]): Company => {
  const known = made.get(seats)
  if (known !== undefined) return known
  const found = company({
    states,
    organisations,
    focal: seats.focal.held,
    alter: seats.alter.held,
    scores: new Float64Array(states.length),
    rated: new Uint8Array(states.length),
  })
  made.set(seats, found)
  return found
}
