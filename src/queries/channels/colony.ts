import { nearer, notCovered, type Coverage } from '../../../projections/compose/coverage/coverage.ts'
import type { Day } from '../../time/day.ts'
import type { ChannelInput, MadeChannel } from './channel.ts'
import { coverageOfTies } from '../relations/coverage-of-ties.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { seatsOfMembers } from './member-seats.ts'
import { knownRelations, loadRelations, type Relations } from '../relations/load-relations.ts'
import { loadSystemStates } from './states-on.ts'

/**
 * Relations that lead from a metropole to what it ruled: the powers of COLDAT, by either of its datings, and others.
 */
export const metropoleRelations = ['coldat-colony-max', 'coldat-colony-mean', 'dependency'] as const

/** Those of them that the log knows. Throws `unknown-relation` where it knows none. */
const loadKnown = async (world: Snapshot, { yearCodes }: ChannelInput): Promise<readonly Relations[]> => {
  const known = await knownRelations(world)
  const held = metropoleRelations.filter((relation) => known.includes(relation))
  const loaded: Relations[] = []
  for (const relation of held.length === 0 ? metropoleRelations.slice(0, 1) : held)
    loaded.push(await loadRelations(world, relation, yearCodes))
  return loaded
}

/**
 * Colony: those who had the same metropole.
 *
 * Each metropole is a group of all that it ruled overseas, or that depended on it, up to the day: also of those that
 * it ruled no longer, since what was left behind (law, language, schools) is what is meant. The metropole itself is no
 * member. A state of several metropoles is in several groups. Source: COLDAT 3.0 (Becker 2019) for eight European
 * powers, its two ways of dating side by side; dependencies of others as the catalogue cites them.
 */
export const colony: MadeChannel<'colony'> = {
  id: 'colony',
  title: 'Colonial heritage',
  definition: 'partners are the states that had the same metropole by the day',
  evidence: 'RelationObserved (coldat-colony-max, coldat-colony-mean, dependency)',
  group: 'group',
  hasDays: true,
  load: async (world, input) => {
    const held = await loadKnown(world, input)
    const system = await loadSystemStates(world, input.system)
    // Who ruled whom is told in parts: where one of them is not there, it is not known of anybody that nobody did.
    const coverageOf = (state: string, day: Day): Coverage =>
      held.length < metropoleRelations.length
        ? notCovered
        : held.map((one) => coverageOfTies(one.coverage(state, day))).reduce(nearer)
    return {
      on: (day) => {
        const members = held
          .flatMap((one) => one.begunBy(day))
          .filter(({ b }) => system.isIn(b, day))
          .map(({ a, b, certainty, decidedBy }) => ({
            group: a,
            state: b,
            isCertain: certainty === 'certain',
            decidedBy: () => decidedBy,
          }))
        const seated = seatsOfMembers(members, {
          places: system.places,
          n: system.states.length,
          leavesOut: input.dates === 'exclude',
        })
        return { ...seated, states: system.states, places: system.places, unknown: [] }
      },
      coverageOf,
      meansNone: (state, day) => coverageOf(state, day).state === 'covered',
      assumptions: [],
      nameOf: (metropole) => world.names.nameOf('state', metropole),
    }
  },
}
