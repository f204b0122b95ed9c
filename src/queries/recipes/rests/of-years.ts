import type { Telling, ToldEvent } from '../../holdings/telling.ts'
import { attributeId } from '../../network/igo-conditions.ts'
import type { Years } from '../../network/lag.ts'

/** Whether an event that speaks of whole years speaks of any of these; one that names none may speak of all. */
export const speaksOf =
  ({ from, to }: Years) =>
  ({ data }: ToldEvent): boolean => {
    const { year, firstYear: first = year, lastYear: last = year } = data
    return !(typeof first === 'number' && first > to) && !(typeof last === 'number' && last < from)
  }

/** Whose values are read, where not everybody's are. */
export type Of = ReadonlySet<string> | undefined

const isOf =
  (of: Of) =>
  ({ data: { actor } }: ToldEvent): boolean =>
    of === undefined || typeof actor !== 'string' || of.has(actor)

/** What tells of the scores of some years, as `rater:indicator`. */
export const scoresTell = (score: string, years: Years | undefined, of?: Of): readonly Telling[] => {
  const speaks = years === undefined ? () => true : speaksOf(years)
  const isOfActor = isOf(of)
  return [
    {
      stream: `practice-${score.replace(':', '-')}-`,
      counts: (event) =>
        `${String(event.data['rater'])}:${String(event.data['indicator'])}` === score &&
        speaks(event) &&
        isOfActor(event),
    },
  ]
}

/** What tells of the values of an attribute in some years. */
export const attributesTell = (word: string, years: Years, of?: Of): readonly Telling[] => {
  const id = attributeId(word)
  const [speaks, isOfActor] = [speaksOf(years), isOf(of)]
  return [
    {
      stream: `attribute-${id}-`,
      counts: (event) => event.data['attribute'] === id && speaks(event) && isOfActor(event),
    },
  ]
}
