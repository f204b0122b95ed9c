import { el, type Child } from '../elements/element.ts'
import { dayElement } from '../words/days.ts'
import { actorInSentence, inSentence } from '../words/names.ts'
import { absenceSentence, type Absence } from '../words/not-there.ts'
import { sentenceOf } from '../words/sentence.ts'
import { familyOf } from '../words/statuses.ts'
import { spanOn } from './instruments.ts'
import { isNormSubject, type Subject } from './shown.ts'

/** How the state stood on a day: to the chosen treaty or norm, or by how many treaties it was bound. */
export const stateSentence = (
  subjects: readonly Subject[],
  chosen: Subject | undefined,
  name: string,
  day: string,
  absence?: Absence,
): readonly Child[] => {
  if (chosen !== undefined) {
    const span = spanOn(chosen, day)
    const what = inSentence(chosen.shortTitle ?? chosen.name, isNormSubject(chosen))
    const coverage = chosen.coverage.find(({ from, to }) => (from ?? '') <= day && (to === null || day < to))
    if (span === undefined) return []
    const adoption = { adopted: chosen.adopted, isNorm: isNormSubject(chosen) }
    const told = { ...span, since: span.from, absence, adoption, ...(coverage !== undefined && { coverage }) }
    return [sentenceOf(told, name, what, day)]
  }
  const treaties = subjects.filter((subject) => !isNormSubject(subject))
  const bound = treaties.filter((subject) =>
    ['force', 'leaving'].includes(familyOf(spanOn(subject, day)?.status ?? 'NONE')),
  )
  const ended = treaties.length > 0 && treaties.every((subject) => spanOn(subject, day)?.status === 'EXTINCT')
  if (ended) return ['On ', dayElement(day), `, ${actorInSentence(name)} was no longer a state.`]
  if (bound.length === 0 && absence?.isOutside === true) return [absenceSentence(name, day, absence)]
  if (treaties.length === 0) return [`No act of ${actorInSentence(name)} under a treaty is recorded.`]
  return [
    'On ',
    dayElement(day),
    `, ${actorInSentence(name)} was bound by `,
    el('strong', {}, `${bound.length} of the ${treaties.length} treaties`),
    ' under which it ever acted.',
  ]
}
