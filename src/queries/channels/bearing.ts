import { loadIsCounted } from '../memberships/formality.ts'
import type { Snapshot } from '../question/snapshot.ts'
import type { LeftOut, LeftOutThing } from '../record/leave-out.ts'
import { channelOf, hasPartners, type ChannelId } from './index.ts'

/** What of a question says on which things its numbers may depend. */
export interface Bearing {
  readonly channels: readonly ChannelId[]
  /** Whether states are counted, too, and not only met. */
  readonly countsStates: boolean
  /** Whether organisations are named, so that informal ones count, too. */
  readonly namesIgos: boolean
}

/** Why nothing that is asked can depend on a thing; null where something may. */
const reasonFor = async (
  world: Snapshot,
  { kind, id }: LeftOutThing,
  { channels, countsStates, namesIgos }: Bearing,
): Promise<string | null> => {
  const asked = channels.join(', ')
  if (kind === 'campaign')
    return channels.includes('advocacy') ? null : `campaigns act by the channel advocacy; asked for is ${asked}`
  if (kind === 'state')
    return countsStates || channels.some(hasPartners) ? null : `there are no partners by the channel ${asked}`
  if (kind === 'event') return null
  const formalities = channels.map(channelOf).flatMap((one) => ('formality' in one ? [one.formality] : []))
  if (formalities.length === 0) return `organisations count by the channels igo and informal; asked for is ${asked}`
  if (namesIgos) return null
  for (const formality of formalities) if ((await loadIsCounted({ ...world, formality }))(id)) return null
  return `it is not among the ${formalities.join(', ')} organisations, which are asked for`
}

/** What is left out, each with what it bears on. */
export const bearing = async (
  world: Snapshot,
  things: readonly LeftOutThing[],
  asked: Bearing,
): Promise<readonly LeftOut[]> => {
  const found: LeftOut[] = []
  for (const thing of things) found.push({ ...thing, bearsOnNothing: await reasonFor(world, thing, asked) })
  return found
}

/** That a number without something is arithmetic: said wherever one stands. */
export const isArithmetic = "arithmetic, no causal claim: nobody's acts change, only what is counted"

/** That no number differs; of an event, why that may be. */
export const sameText = (leftOut: readonly LeftOut[]): readonly string[] => [
  '  no number that was asked differs',
  ...(leftOut.some(({ kind }) => kind === 'event')
    ? ['  another event may tell the same: leave out with it all that do, with commas between']
    : []),
]

/** What is left out in words, a line each, and what bears on nothing. */
export const leftOutText = (leftOut: readonly LeftOut[]): readonly string[] => [
  'without ' +
    leftOut.map(({ kind, id, name }) => `${kind}:${id}${name === id ? '' : ` (${name})`}`).join(', ') +
    `: ${isArithmetic}`,
  ...leftOut.flatMap(({ kind, id, bearsOnNothing }) =>
    bearsOnNothing === null ? [] : [`  ${kind}:${id} bears on nothing that was asked: ${bearsOnNothing}`],
  ),
]
