import type { Address } from '../address/address.ts'
import { clocksOf } from '../address/address.ts'
import { currentAddress, linkTo } from '../address/navigate.ts'
import { part } from '../ask/part.ts'
import { bodyOf, v1 } from '../ask/v1.ts'
import { el, type Child } from '../elements/element.ts'
import { dayElement, dayWords } from '../words/days.ts'
import { capitalized } from '../words/names.ts'
import type { SubjectHistory } from './history.ts'

/** The treaties that carry a norm; of a treaty its clauses and when it entered into force. Asked for when opened. */
export const instrumentLedger = ({ answer, isNorm }: SubjectHistory, address: Address): HTMLElement => {
  const body = el('div')
  const element = el(
    'details',
    { class: 'more' },
    el('summary', {}, isNorm ? 'The treaties that carry it' : 'What the treaty says of itself'),
    body,
  )
  let isAsked = false
  element.addEventListener('toggle', () => {
    if (!element.open || isAsked) return
    isAsked = true
    const query = clocksOf(address)
    if (isNorm) void ofNorm(body, answer.subject, query)
    else void ofTreaty(body, answer.subject, query)
  })
  return element
}

type Query = ReturnType<typeof clocksOf>

const ofNorm = (body: HTMLElement, norm: string, query: Query): Promise<void> =>
  part(body)({
    what: 'the treaties that carry it',
    load: () => bodyOf(v1.GET('/v1/norm/{norm}', { params: { path: { norm }, query } })),
    show: ({ instruments }) =>
      el(
        'ul',
        {},
        ...instruments.map(({ treaty, title }) =>
          el('li', {}, el('a', linkTo({ ...currentAddress(), subject: treaty, why: undefined }), title)),
        ),
      ),
  })

const ofTreaty = (body: HTMLElement, treaty: string, query: Query): Promise<void> =>
  part(body)({
    what: 'what the treaty says',
    load: () => bodyOf(v1.GET('/v1/treaty/{treaty}', { params: { path: { treaty }, query } })),
    show: ({ opened, clauses, enteredIntoForce, signatories, parties }): readonly Child[] => [
      el(
        'dl',
        { class: 'facts' },
        ...fact('Opened for signature', opened === null ? 'not recorded' : dayElement(opened)),
        ...fact('Enters into force', capitalized(clauses.entryIntoForce)),
        ...fact('For who joins later', capitalized(clauses.laterParties)),
        ...fact('Leaving', capitalized(clauses.exit)),
        ...fact(
          'In force since',
          enteredIntoForce.date === null ? 'not in force, or not known' : dayWords(enteredIntoForce.date),
        ),
        ...fact('Today', `${signatories.count} signatories, ${parties.count} parties`),
      ),
    ],
  })

const fact = (term: string, says: Child): readonly HTMLElement[] => [el('dt', {}, term), el('dd', {}, says)]
