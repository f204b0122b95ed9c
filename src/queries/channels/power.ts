import type { MadeChannel } from './channel.ts'
import { loadNumbersOfStates, type NumberOfState } from '../relations/numbers-of-states.ts'
import { loadSystemStates } from './states-on.ts'
import { nameOfTie, seatsOfTies, type Tie } from './tie-seats.ts'

const cinc = 'cow-nmc-cinc'

const tieTo = (
  [from, own]: readonly [string, NumberOfState],
  [to, other]: readonly [string, NumberOfState],
  isGap: boolean,
): readonly Tie[] => {
  const weight = isGap ? Math.max(0, other.value - own.value) : other.value
  if (from === to || weight === 0) return []
  const decidedBy = () => (isGap ? [...own.decidedBy, ...other.decidedBy] : other.decidedBy)
  return [{ from, to, isOneSided: true, isCertain: true, weight, decidedBy }]
}

/**
 * Power: all states of the system, weighted by their share of the world's capabilities.
 *
 *     w_ij = CINC_j;  with `gap`: max(0, CINC_j − CINC_i), so that only the stronger are met
 *
 * CINC: the Composite Index of National Capability (Singer, Bremer and Stuckey 1972), a share from 0 to 1. A state
 * whose CINC nobody gives has no weight that is known: it is listed as unknown, and is neither met nor exposed. Every
 * tie is a group of two, so MM equals DC.
 */
export const power: MadeChannel<'power'> = {
  id: 'power',
  title: 'Power',
  definition:
    'partners are all states of the system, weighted by their CINC (with gap: by how much it exceeds ' +
    'that of the state itself)',
  evidence: 'AttributeObserved (cow-nmc-cinc)',
  group: 'tie',
  load: async (world, input) => {
    const [numbers, system] = [await loadNumbersOfStates(world, cinc), await loadSystemStates(world, input.system)]
    return {
      on: (day) => {
        const present = system.states.filter((state) => system.isIn(state, day))
        const known = present.flatMap((state) => {
          const number = numbers.on(state, day)
          return number === undefined ? [] : [[state, number] as const]
        })
        const exposed = input.only === undefined ? known : known.filter(([state]) => state === input.only)
        const ties = exposed.flatMap((own) => known.flatMap((other) => tieTo(own, other, input.gap)))
        const seated = seatsOfTies(ties, { places: system.places, n: system.states.length, leavesOut: false })
        const unknown = present.filter((state) => numbers.on(state, day) === undefined)
        return { ...seated, states: system.states, places: system.places, unknown }
      },
      coverageOf: numbers.coverageOf,
      meansNone: (state, day) => numbers.on(state, day) !== undefined,
      assumptions: [],
      nameOf: (tie) => nameOfTie(world.names, tie),
    }
  },
}
