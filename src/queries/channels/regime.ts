import { badInput } from '../../common/error.ts'
import { similarity } from './similarity.ts'
import { standardDeviation } from '../../common/standard-deviation.ts'
import { loadNumbersOfStates, type NumberOfState } from '../relations/numbers-of-states.ts'
import type { MadeChannel } from './channel.ts'
import { loadSystemStates } from './states-on.ts'
import { nameOfTie, seatsOfTies, type Tie } from './tie-seats.ts'

const tiesAmong = (numbers: readonly (readonly [string, NumberOfState])[], bandwidth: number): readonly Tie[] =>
  numbers.flatMap(([from, a], i) =>
    numbers.slice(i + 1).map(([to, b]) => ({
      from,
      to,
      isCertain: true,
      weight: similarity(a.value, b.value, bandwidth),
      decidedBy: () => [...a.decidedBy, ...b.decidedBy],
    })),
  )

/**
 * Peers by a number: those who are alike by a score or an attribute that the user names, such as a measure of regime.
 *
 *     w_ij = exp(−|x_i − x_j| / h)        h: the standard deviation of x over the system on the day
 *
 * Every pair of states of which the number is known is a tie; nobody else takes part. Where all have one number there
 * is no h, and all are peers alike. An operationalisation of our own: the literature fixes neither kernel nor
 * bandwidth.
 */
export const regime: MadeChannel<'regime'> = {
  id: 'regime',
  title: 'Peers by a number',
  definition: 'partners are all states, weighted by exp(−|d|/h), d the difference in the number named by peers',
  evidence: 'PracticeScoreRecorded or AttributeObserved of the number named',
  group: 'tie',
  load: async (world, input) => {
    if (input.peers === undefined)
      throw badInput('bad-input', 'the channel regime needs `peers`: by which number are states alike?', {
        hint: 'Name a score, such as polity:polity2, or an attribute of states.',
      })
    const [numbers, system] = [
      await loadNumbersOfStates(world, input.peers),
      await loadSystemStates(world, input.system),
    ]
    return {
      on: (day) => {
        const present = system.states.filter((state) => system.isIn(state, day))
        const known = present.flatMap((state) => {
          const number = numbers.on(state, day)
          return number === undefined ? [] : [[state, number] as const]
        })
        const bandwidth = standardDeviation(known.map(([, { value }]) => value)) || Number.POSITIVE_INFINITY
        const seated = seatsOfTies(tiesAmong(known, bandwidth), {
          places: system.places,
          n: system.states.length,
          leavesOut: false,
        })
        const unknown = present.filter((state) => numbers.on(state, day) === undefined)
        return { ...seated, states: system.states, places: system.places, unknown }
      },
      coverageOf: numbers.coverageOf,
      meansNone: (state, day) => numbers.on(state, day) !== undefined,
      assumptions: ['the bandwidth is the standard deviation over the states of the system with a number on the day'],
      nameOf: (tie) => nameOfTie(world.names, tie),
    }
  },
}
