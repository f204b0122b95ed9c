import type { StateSystem } from '../../events/state-system.ts'
import { groupBy } from '../../common/group-by.ts'
import type { Importer } from '../../sources/importer/draft.ts'
import { dateOf } from './releases.ts'

/**
 * The releases that are the first list of a state system: of all that list it, the one that was published first. They
 * define who is asked about, as the catalogue defines names and codes, and so are known before everything else: a panel
 * as known in 2010 would have no lines, where the list came out in 2017. Later releases correct them on their own days.
 */
export const firstLists = (importers: readonly Pick<Importer, 'lists' | 'release'>[]): ReadonlySet<string> => {
  const lists = importers.flatMap(({ lists: system, release }) => (system === undefined ? [] : [{ system, release }]))
  const ofSystems = groupBy(lists, ({ system }): StateSystem => system)
  return new Set([...ofSystems.values()].flatMap((rivals) => rivals.toSorted(byPublication)[0]?.release.id ?? []))
}

type Listing = { readonly release: Importer['release'] }

const byPublication = ({ release: a }: Listing, { release: b }: Listing): number =>
  (dateOf(a.published)?.lo ?? FAR) - (dateOf(b.published)?.lo ?? FAR) || (a.id < b.id ? -1 : 1)

/** Of what does not say when it was published one cannot say that it was first. */
const FAR = Number.MAX_SAFE_INTEGER
