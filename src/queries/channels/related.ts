import { loadRelations, type TieOnDay } from '../relations/load-relations.ts'
import type { MadeChannel, ChannelInput } from './channel.ts'
import { coverageOfTies } from '../relations/coverage-of-ties.ts'
import { loadSystemStates } from './states-on.ts'
import { nameOfTie, seatsOfTies } from './tie-seats.ts'

/** A channel whose partners are those to whom a relation ties a state. */
interface Related<Id extends string> extends Omit<MadeChannel<Id>, 'load' | 'group' | 'hasDays'> {
  readonly relation: string
  /** Which ties count, as was asked. */
  readonly counts: (tie: TieOnDay, input: ChannelInput) => boolean
}

/** A channel of ties between two: each is a group of two, so that MM equals DC. */
export const related = <Id extends string>({ relation, counts, ...channel }: Related<Id>): MadeChannel<Id> => ({
  ...channel,
  group: 'tie',
  hasDays: true,
  load: async (world, input) => {
    const relations = await loadRelations(world, relation, input.yearCodes)
    const system = await loadSystemStates(world, input.system)
    return {
      on: (day) => {
        const ties = relations
          .on(day)
          .filter((tie) => input.only === undefined || tie.a === input.only || tie.b === input.only)
          .filter((tie) => counts(tie, input) && system.isIn(tie.a, day) && system.isIn(tie.b, day))
        const seated = seatsOfTies(
          ties.map(({ a, b, certainty, decidedBy }) => ({
            from: a,
            to: b,
            isCertain: certainty === 'certain',
            decidedBy: () => decidedBy,
          })),
          { places: system.places, n: system.states.length, leavesOut: input.dates === 'exclude' },
        )
        return { ...seated, states: system.states, places: system.places, unknown: [] }
      },
      coverageOf: (state, day) => coverageOfTies(relations.coverage(state, day)),
      meansNone: (state, day) => relations.coverage(state, day).state === 'covered',
      assumptions: [],
      nameOf: (tie) => nameOfTie(world.names, tie),
    }
  },
})
