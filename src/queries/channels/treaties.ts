import { holdsOn } from '../../time/timeline.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadLinks } from '../subjects/norms.ts'
import { loadBindingCoverage } from '../treaties/binding-coverage.ts'
import { loadBindingSpans } from '../treaties/binding-spans.ts'
import { loadProtocols, withProtocols } from '../treaties/protocols.ts'
import type { MadeChannel, ChannelInput } from './channel.ts'
import { seatsOfMembers } from './member-seats.ts'
import { loadSystemStates } from './states-on.ts'

/**
 * The treaties that an exposure to an adoption must not be made of: what is adopted itself, or the instruments that
 * carry the norm, and their protocols. Else it would be made in part of what it is to explain.
 */
const ownInstruments = async (world: Snapshot, adoption: string | undefined): Promise<ReadonlySet<string>> => {
  if (adoption === undefined) return new Set()
  const treaty = world.names.lookUp('treaty', adoption, { day: world.asOf })
  const norm = treaty === undefined ? world.names.lookUp('norm', adoption, { day: world.asOf }) : undefined
  const carried = norm === undefined ? [] : (await loadLinks(world, { norm })).map(({ instrument }) => instrument)
  return withProtocols(treaty === undefined ? carried : [treaty], await loadProtocols(world))
}

/**
 * Treaties: those who are bound by the same treaties.
 *
 * Each treaty is a group of those for whom it is in force (in force, exit pending or suspended), by its clauses. One
 * that is in force for somebody only possibly widens the bounds. With an adoption, its own instruments and their
 * protocols are left out. An operationalisation of our own.
 */
export const treaties: MadeChannel<'treaties'> = {
  id: 'treaties',
  title: 'Fellow parties to treaties',
  definition: 'partners are the states for which the same treaties are in force on the day, weighted by how many',
  evidence: 'acts under treaties, and their clauses on entry into force and exit',
  group: 'group',
  load: async (world: Snapshot, input: ChannelInput) => {
    const system = await loadSystemStates(world, input.system)
    const own = await ownInstruments(world, input.adoption)
    const counting = [...(await loadBindingSpans(world))].filter(([treaty]) => !own.has(treaty))
    const coverageOf = await loadBindingCoverage(world, counting)
    const { only } = input
    const isOwn = ({ value }: { readonly value: string }): boolean => value === only
    const read = only === undefined ? counting : counting.filter(([, { spans }]) => spans.some(isOwn))
    return {
      on: (day) => {
        const counts = (spans: (typeof read)[number][1]['spans']): boolean =>
          only === undefined || spans.some((span) => isOwn(span) && holdsOn(span, day))
        const members = read
          .filter(([, { spans }]) => counts(spans))
          .flatMap(([group, { spans }]) =>
            spans
              .filter((span) => holdsOn(span, day) && system.isIn(span.value, day))
              .map(({ value: state, certainty, decidedBy }) => ({
                group,
                state,
                isCertain: certainty === 'certain',
                decidedBy: () => decidedBy,
              })),
          )
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
      nameOf: (treaty) => world.names.nameOf('treaty', treaty),
    }
  },
}
