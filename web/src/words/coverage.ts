import { dayWords } from './days.ts'
import { familyOf } from './statuses.ts'

/** How far sources reach, as an answer says it. */
export interface Coverage {
  readonly state: string
  readonly complete: readonly string[]
  readonly through: string | null
  readonly by: readonly string[]
}

/** How far the sources reach, in words; of a state that is bound, whether they hold every withdrawal, too. */
export const coverageWords = ({ state, complete, through, by }: Coverage, status: string): string => {
  const whose = by.length > 0 ? ` (${by.join(', ')})` : ''
  const data = through === null ? '' : `Data through ${dayWords(through)}${whose}`
  const lacksExits = ['force', 'leaving'].includes(familyOf(status)) && !complete.includes('exit')
  const exits = lacksExits ? ' Withdrawals are not known to be complete.' : ''
  if (state === 'covered') return data === '' ? 'Nobody could act under it yet.' : `${data}.${exits}`
  if (state === 'carried') return `${data}; carried on from then, with what later acts somebody recorded.${exits}`
  return 'No source in this log says that it holds every act of this state under it.'
}
