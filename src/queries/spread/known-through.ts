import type { Day } from '../../time/day.ts'
import { at } from '../../time/timeline.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { throughOfHalf } from '../spells/through-of-half.ts'
import { isWithin } from '../diffusion/adoption-spells.ts'
import type { Adoptions } from '../diffusion/adoptions.ts'

/**
 * The last day through which that nobody adopted says something: to which sources hold what at least half of those
 * members did that have not adopted. Undefined where no source does. That all have adopted is known as it is.
 *
 * Example: of 32 members that had not adopted, a list of 2015-03-14 speaks of all: asked in 2026, what is known ends
 * there, and that nobody adopted in 2019 is not known.
 */
export const knownThrough = (
  { asOf }: Pick<Snapshot, 'asOf'>,
  { subject, system, spells }: Pick<Adoptions, 'subject' | 'system' | 'spells'>,
): Day | undefined => {
  const open = [...system].flatMap(([state, spans]) =>
    at(spans, asOf) === undefined || isWithin(spells.get(state), asOf) ? [] : [state],
  )
  if (open.length === 0) return asOf
  const ends = open.map((state) => {
    const { state: reach, through } = subject.coverageOf(state).on(asOf)
    if (reach === 'covered') return asOf
    return reach === 'carried' ? through : undefined
  })
  return throughOfHalf(ends)
}
