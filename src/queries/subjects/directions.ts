import { groupBy } from '../../common/group-by.ts'
import type { Scale } from '../../events/source.ts'

type Sources = readonly { readonly scales?: Readonly<Record<string, Scale>> | undefined }[]

type AgreedScale = { readonly [Field in keyof Scale]: Scale[Field] | undefined }

const onlyOne = <Value>(values: readonly Value[]): Value | undefined =>
  new Set(values).size === 1 ? values[0] : undefined

/** The scale of each indicator, as far as the sources that report it agree on its direction and its ends. */
export const agreedScales = (sources: Sources): ReadonlyMap<string, AgreedScale> => {
  const said = sources.flatMap(({ scales = {} }) => Object.entries(scales).map(([of, scale]) => ({ of, scale })))
  return new Map(
    [...groupBy(said, ({ of }) => of)].map(([of, all]) => [
      of,
      {
        direction: onlyOne(all.map(({ scale }) => scale.direction)),
        lowest: onlyOne(all.map(({ scale }) => scale.lowest)),
        highest: onlyOne(all.map(({ scale }) => scale.highest)),
      },
    ]),
  )
}

/** What a higher value of each indicator means, as far as the sources that report it agree. */
export const directionsOf = (sources: Sources): ReadonlyMap<string, Scale['direction'] | undefined> =>
  new Map([...agreedScales(sources)].map(([of, { direction }]) => [of, direction]))
