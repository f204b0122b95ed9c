import type { OrganisationTerm } from '../../exposure/explanation.ts'
import { memo } from '../../common/memo.ts'
import type { CompanyOn } from '../network/company-on.ts'

type Partner = OrganisationTerm['partners'][number]

/** Where the lines of partners begin: they are entries of a list in an entry of the answer's list of terms. */
const partnerMargin = `\n${' '.repeat(8)}`
const fieldMargin = `\n${' '.repeat(10)}`
const eventMargin = `\n${' '.repeat(12)}`
const nextEvent = `,${eventMargin}`
const endOfEvents = `${fieldMargin}]`
const endOfPartner = `${partnerMargin}}`

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
    (partner) => `${partnerMargin}{${fieldMargin}"partner": ${JSON.stringify(partner)},${fieldMargin}"weight": `,
  )
  const scored = memo((partner) =>
    (scoreOf(partner)?.decidedBy ?? []).map((event) => `${eventMargin}${JSON.stringify(event)}`).join(','),
  )
  return (head: object, { organisation, partners }: OrganisationTerm): string => {
    const numbers = numbersOfPartners()
    const before = JSON.stringify(head, null, 2).slice(0, -'\n}'.length).replaceAll('\n', '\n    ')
    // One after the other, and joined at last: texts of texts would have to be put together twice.
    const pieces = [before, ',\n      "partners": [']
    let between = ''
    for (const one of partners) {
      const score = scored(one.partner)
      pieces.push(between, opening(one.partner), numbers(one), score)
      between = ','
      let inner = score === '' ? eventMargin : nextEvent
      for (const event of membershipEvents(organisation, one.partner)) {
        pieces.push(inner, JSON.stringify(event))
        inner = nextEvent
      }
      pieces.push(inner === eventMargin ? ']' : endOfEvents, endOfPartner)
    }
    pieces.push(between === '' ? ']\n    }' : '\n      ]\n    }')
    return pieces.join('')
  }
}
