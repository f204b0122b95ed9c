import type { Names } from '../ask/names.ts'
import { el } from '../elements/element.ts'
import { actWhenWords, actWords } from '../words/acts.ts'
import { firstOf } from '../words/days.ts'
import { nameOn } from '../words/names-then.ts'
import type { Arrived } from './feed.ts'

/** What ids of states and subjects are called. */
export interface EventNames {
  readonly stateOf: (id: string, day?: string) => string
  readonly subjectOf: (stream: string) => string
}

export const namesOf = ({ states, treaties, norms, organisations }: Names): EventNames => {
  const byId = new Map(states.map(({ id, name }) => [id, name]))
  const byStream = new Map<string, string>([
    ...treaties.map(({ id, name }) => [`treaty-${id}`, name] as const),
    ...norms.map(({ id, name }) => [`norm-${id}`, name] as const),
    ...organisations.map(({ id, name }) => [`igo-${id}`, name] as const),
  ])
  return {
    stateOf: (id, day) => (day === undefined ? (byId.get(id) ?? id) : nameOn(id, firstOf(day), byId.get(id))),
    subjectOf: (stream) => byStream.get(stream) ?? stream,
  }
}

const minuteOf = (instant: string): string => instant.slice(0, 16).replace('T', ' ')

/** Who recorded it; nothing where nobody knows. */
const byWords = ({ recordedBy }: Arrived): string => (recordedBy === 'unknown' ? '' : ` by ${recordedBy}`)

/** An event as a line of the log: when it was done, by whom, what, and who recorded it when. */
export const entryOf = (event: Arrived, called: EventNames, correct: (event: Arrived) => void): HTMLElement => {
  const actor = event.data['actor']
  const who = typeof actor === 'string' ? `${called.stateOf(actor, event.occurred)}: ` : ''
  const when = event.occurred === undefined ? 'No date' : actWhenWords(event.type, event.occurred)
  return el(
    'li',
    { 'data-ordinal': event.ordinal },
    el('span', { class: 'when' }, when),
    el(
      'span',
      { class: 'what' },
      el('strong', {}, `${who}${actWords(event.type)}`),
      ` · ${called.subjectOf(event.stream)}`,
      el(
        'span',
        { class: 'source' },
        `Event ${event.ordinal}, recorded ${minuteOf(event.recordedAt)} UTC${byWords(event)}`,
      ),
    ),
    el(
      'button',
      {
        type: 'button',
        class: 'link no-embed',
        'aria-label': `Correct event ${event.ordinal}`,
        onclick: () => correct(event),
      },
      'Correct',
    ),
  )
}
