import { groupBy } from '../../common/group-by.ts'
import type { Scale } from '../../events/source.ts'

/** What a higher value of each indicator means, as far as the sources that report it agree. */
export const directionsOf = (
  sources: readonly { readonly scales?: Readonly<Record<string, Scale>> | undefined }[],
): ReadonlyMap<string, Scale['direction'] | undefined> => {
  const said = sources.flatMap(({ scales = {} }) =>
    Object.entries(scales).map(([of, { direction }]) => ({ of, direction })),
  )
  return new Map(
    [...groupBy(said, ({ of }) => of)].map(([of, all]) => [
      of,
      new Set(all.map(({ direction }) => direction)).size === 1 ? all[0]?.direction : undefined,
    ]),
  )
}
