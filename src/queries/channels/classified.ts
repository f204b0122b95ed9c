import type { Snapshot } from '../question/snapshot.ts'
import { loadClassification } from '../subjects/classifications.ts'
import type { MadeChannel, ChannelInput } from './channel.ts'
import { seatsOfMembers } from './member-seats.ts'
import { loadSystemStates } from './states-on.ts'

/** A channel whose groups are the classes of a classification. */
interface Classified<Id extends string> extends Omit<MadeChannel<Id>, 'load' | 'group'> {
  readonly classification: string
  /** What it takes for granted where the classification does not say since when. */
  readonly assumption: string
}

/** A channel of those who stand in one class: each class is a group, and counts where its members are in the system. */
export const classified = <Id extends string>({
  classification: id,
  assumption,
  ...channel
}: Classified<Id>): MadeChannel<Id> => ({
  ...channel,
  group: 'group',
  load: async (world: Snapshot, input: ChannelInput) => {
    const [classification, system] = [await loadClassification(world, id), await loadSystemStates(world, input.system)]
    return {
      on: (day) => {
        const present = system.states.filter((state) => system.isIn(state, day))
        const members = [...classification.on(day).values()].flat().filter(({ actor }) => system.isIn(actor, day))
        const seated = seatsOfMembers(
          members.map(({ actor, class: group, certainty, decidedBy }) => ({
            group,
            state: actor,
            isCertain: certainty === 'certain',
            decidedBy: () => decidedBy,
          })),
          { places: system.places, n: system.states.length, leavesOut: input.dates === 'exclude' },
        )
        return {
          ...seated,
          states: system.states,
          places: system.places,
          unknown: classification.unknownAmong(present, day),
        }
      },
      coverageOf: classification.coverageOf,
      meansNone: (state, day) => classification.coverageOf(state, day).state === 'covered',
      assumptions: [assumption],
      nameOf: (group, day) => classification.on(day).get(group)?.[0]?.label ?? group,
    }
  },
})
