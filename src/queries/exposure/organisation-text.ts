import type { OrganisationTerm } from '../../exposure/explanation.ts'
import { memo } from '../../common/memo.ts'
import type { EventId } from '../../time/event-id.ts'
import type { CompanyOn } from '../network/company-on.ts'

type Partner = OrganisationTerm['partners'][number]

/** Where the lines of partners begin: they are entries of a list in an entry of the answer's list of terms. */
const partnerMargin = `\n${' '.repeat(8)}`
const fieldMargin = `\n${' '.repeat(10)}`
const eventMargin = `\n${' '.repeat(12)}`
const afterEvents = `${fieldMargin}]${partnerMargin}}`
const afterNoEvents = `]${partnerMargin}}`

/** Events as lines. Those of a membership are one list for as long as memberships are kept, and cited by many. */
const linesOf = (() => {
  const written = new WeakMap<readonly EventId[], string>()
  return (events: readonly EventId[]): string => {
    const known = written.get(events)
    if (known !== undefined) return known
    const lines = events.map((event) => `${eventMargin}${JSON.stringify(event)}`).join(',')
    written.set(events, lines)
    return lines
  }
})()

/** The numbers of a partner. In an organisation they are mostly the same for all partners of the same score. */
const numbersOfPartners = (): ((partner: Partner) => string) => {
  const written = new Map<number, { readonly of: Partner; readonly text: string }>()
  return (partner) => {
    const { weight, value, contribution } = partner
    const known = written.get(value)
    if (known !== undefined && known.of.weight === weight && known.of.contribution === contribution) return known.text
    const [first, second, third] = [weight, value, contribution].map((number) => JSON.stringify(number))
    const text =
      `${first},${fieldMargin}"value": ${second},${fieldMargin}"contribution": ${third},` +
      `${fieldMargin}"decidedBy": [`
    written.set(value, { of: partner, text })
    return text
  }
}

/**
 * Writes the terms of organisations as JSON.stringify would, each as an entry of the answer's list of terms. Their
 * partners are some thousands, all in the same few words: a partner and its score come again in every organisation that
 * it shares with the state. `head` is the term without its partners.
 */
export const organisationTexts = ({ scoreOf, membershipEvents }: CompanyOn) => {
  const opening = memo(
    (partner) => `,${partnerMargin}{${fieldMargin}"partner": ${JSON.stringify(partner)},${fieldMargin}"weight": `,
  )
  const scored = memo((partner) => linesOf(scoreOf(partner)?.decidedBy ?? []))
  return (head: object, { organisation, partners }: OrganisationTerm): string => {
    const numbers = numbersOfPartners()
    const before = JSON.stringify(head, null, 2).slice(0, -'\n}'.length).replaceAll('\n', '\n    ')
    // One after the other, and joined at last: texts of texts would have to be put together twice.
    const pieces: string[] = []
    for (const one of partners) {
      const score = scored(one.partner)
      const seat = linesOf(membershipEvents(organisation, one.partner))
      const between = score === '' || seat === '' ? '' : ','
      pieces.push(opening(one.partner), numbers(one), score, between, seat)
      pieces.push(score === '' && seat === '' ? afterNoEvents : afterEvents)
    }
    // Before the first there is none to be told from.
    const [first = ''] = pieces
    pieces[0] = `${before},\n      "partners": [${first.slice(1)}`
    pieces.push(partners.length === 0 ? ']\n    }' : '\n      ]\n    }')
    return pieces.join('')
  }
}
