import { company, type Company } from '../../src/exposure/company.ts'
import { rowsFromPairs } from './rows-from-pairs.ts'

/** A company written down for people: who sits where, and who scores what. A score of undefined is no score. */
export interface World {
  readonly scores: readonly (number | undefined)[]
  /** the members of each organisation */
  readonly members: readonly (readonly number[])[]
  /** for each organisation those exposed through it, where they are not just its members */
  readonly exposed?: readonly (readonly number[])[]
}

export const companyOf = ({ scores, members, exposed = members }: World, names = letters(scores.length)): Company => {
  const pairs = (lists: readonly (readonly number[])[]) => ({
    organisation: lists.flatMap((list, o) => list.map(() => o)),
    state: lists.flat(),
  })
  const [alter, focal] = [pairs(members), pairs(exposed)]
  return company({
    states: names,
    organisations: members.map((_, o) => `o${o + 1}`),
    focal: rowsFromPairs({ row: focal.state, item: focal.organisation }, scores.length),
    alter: rowsFromPairs({ row: alter.organisation, item: alter.state }, members.length),
    scores: scores.map((score) => score ?? NaN),
    rated: scores.map((score) => (score === undefined ? 0 : 1)),
  })
}

const letters = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => (i < 26 ? String.fromCharCode(65 + i) : `s${i}`))

/** A=8 B=6 C=2 D=0 E unrated; o1={A,B} o2={A,B,C,D} o3={A,C,D,E} o4={D} */
export const toyWorld: World = {
  scores: [8, 6, 2, 0, undefined],
  members: [[0, 1], [0, 1, 2, 3], [0, 2, 3, 4], [3]],
}
