import { sourceName } from '../ask/source-name.ts'
import type { Child } from '../elements/element.ts'
import { dayWords } from './days.ts'
import { noSource } from './no-source.ts'
import { familyOf } from './statuses.ts'

/** How far sources reach, as an answer says it. */
export interface Coverage {
  readonly state: string
  readonly complete: readonly string[]
  readonly through: string | null
  readonly by: readonly string[]
}

/** So many sources are named; of more it is said how many. */
const few = 3

/** Sources in brackets, each by its title. */
const whoseOf = (by: readonly string[]): readonly Child[] => {
  const known = by.filter((id) => id !== 'unknown')
  if (known.length === 0) return []
  const shown = known.slice(0, few).flatMap((id, place): readonly Child[] => [place > 0 && '; ', sourceName(id)])
  return [' (', ...shown, known.length > few && `; and ${known.length - few} more`, ')']
}

/**
 * How far the sources that are believed reach, in words; of a state that is bound, whether they hold every withdrawal,
 * too.
 */
export const coverageWords = (
  { state, complete, through, by }: Coverage,
  status: string,
  sources: string | undefined,
): readonly Child[] => {
  const data = through === null ? [] : [`Data through ${dayWords(through)}`, ...whoseOf(by)]
  const lacksExits = ['force', 'leaving'].includes(familyOf(status)) && !complete.includes('exit')
  const exits = lacksExits ? ' Withdrawals are not known to be complete.' : ''
  if (state === 'covered') return data.length === 0 ? ['Nobody could act under it yet.'] : [...data, `.${exits}`]
  if (state === 'carried') return [...data, `; carried on from then, with what later acts somebody recorded.${exits}`]
  return [`${noSource(sources)} says that it holds every act of this state under it.`]
}
