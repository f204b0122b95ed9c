import { dayWords } from '../words/days.ts'
import { noSource } from '../words/no-source.ts'
import { spanOn, type Instrument } from './instruments.ts'

/** How far the sources of some treaties reach on a day, for the one of two states for which they reach less far. */
export interface ReachOfAll {
  readonly of: number
  /** Those whose sources end before the day: how many, and the first and last of the days on which they do. */
  readonly carried: readonly string[]
  /** How many no source says that it holds. */
  readonly untold: number
  /** The last days that sources hold of them all, in order. */
  readonly ends: readonly string[]
}

export const reachOfAll = (instruments: readonly Instrument[], day: string): ReachOfAll => {
  const reaches = instruments.map(({ coverage }) => coverage.flatMap((side) => spanOn(side, day) ?? []))
  const carried = reaches.flatMap((sides) => {
    const ends = sides.flatMap(({ state, through }) => (state === 'carried' ? (through ?? []) : []))
    return ends.toSorted().slice(0, 1)
  })
  return {
    of: instruments.length,
    carried: carried.toSorted(),
    untold: reaches.filter((sides) => sides.some(({ state }) => state === 'none')).length,
    ends: reaches.flatMap((sides) => sides.flatMap(({ through }) => through ?? [])).toSorted(),
  }
}

/** From which day on what is counted is carried forward, where sources end before the day that is looked at. */
export const carriedForward = ({ of, carried }: ReachOfAll): string => {
  const [first] = carried
  if (first === undefined) return ''
  const which = carried.length === of ? '' : `, ${carried.length} of them,`
  return `; carried forward${which} from ${dayWords(first)}${first === carried.at(-1) ? '' : ' at the earliest'}`
}

/** Data through which day, of all of them; and of how many nobody says so. */
export const throughWords = ({ of, untold, ends }: ReachOfAll, sources: string | undefined): string => {
  const [first, last] = [ends[0], ends.at(-1)]
  return [...throughOf(first, last), ...untoldOf(untold, of, sources)].join(' ')
}

const throughOf = (first: string | undefined, last: string | undefined): readonly string[] => {
  if (first === undefined || last === undefined) return []
  if (first === last) return [`Data through ${dayWords(first)}.`]
  return [`Data through days from ${dayWords(first)} to ${dayWords(last)}.`]
}

const untoldOf = (untold: number, of: number, sources: string | undefined): readonly string[] => {
  if (untold === 0) return []
  const which = untold === of ? 'any' : `${untold} of the ${of}`
  return [`${noSource(sources)} says of ${which} that it holds every act of both states under it.`]
}
