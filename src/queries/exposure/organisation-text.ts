import type { OrganisationTerm } from '../../exposure/explanation.ts'
import { memo } from '../../common/memo.ts'
import type { EventId } from '../../time/event-id.ts'
import type { CompanyOn } from '../network/company-on.ts'

type Partner = OrganisationTerm['partners'][number]

/** Where the lines of partners begin: they are entries of a list in an entry of the answer's list of terms. */
const margin = `\n${' '.repeat(8)}`

/**
 * A text that is one piece of memory. One that was put together by `+` or a template stays a tree of its parts, which
 * would be walked each time that it is copied.
 */
const inOnePiece = (...parts: readonly string[]): string => parts.join('')

const textsOf = (events: readonly EventId[]): string => events.map((event) => JSON.stringify(event)).join(',')

/** Where a partner ends: with the events of its membership, one list for as long as memberships are kept. */
const endings = (() => {
  const written = new WeakMap<readonly EventId[], string>()
  return (events: readonly EventId[]): string => {
    const known = written.get(events)
    if (known !== undefined) return known
    const text = inOnePiece(textsOf(events), ']}')
    written.set(events, text)
    return text
  }
})()

/** The numbers of a partner. In an organisation they are mostly the same for all partners of the same score. */
const numbersOfPartners = (): ((partner: Partner) => string) => {
  const written = new Map<number, { readonly of: Partner; readonly text: string }>()
  return (partner) => {
    const { weight, value, contribution } = partner
    const known = written.get(value)
    if (known !== undefined && known.of.weight === weight && known.of.contribution === contribution) return known.text
    const [first = '', second = '', third = ''] = [weight, value, contribution].map((one) => JSON.stringify(one))
    const text = inOnePiece(first, ',"value":', second, ',"contribution":', third, ',"decidedBy":[')
    written.set(value, { of: partner, text })
    return text
  }
}

/**
 * Writes the terms of organisations as JSON, each as an entry of the answer's list of terms, with a line for each of
 * its partners. They are some thousands, all in the same few words: a partner and its score come again in every
 * organisation that it shares with the state. `head` is the term without its partners.
 */
export const organisationTexts = ({ scoreOf, membershipEvents }: CompanyOn) => {
  const opening = memo((partner) => inOnePiece(`,${margin}{"partner":`, JSON.stringify(partner), ',"weight":'))
  const scored = memo((partner) => textsOf(scoreOf(partner)?.decidedBy ?? []))
  const scoredAndMore = memo((partner) => (scored(partner) === '' ? '' : inOnePiece(scored(partner), ',')))
  return (head: object, { organisation, partners }: OrganisationTerm): string => {
    const numbers = numbersOfPartners()
    const before = JSON.stringify(head, null, 2).slice(0, -'\n}'.length).replaceAll('\n', '\n    ')
    // One after the other, and joined at last: texts of texts would have to be put together twice.
    const pieces: string[] = []
    for (const one of partners) {
      const seat = membershipEvents(organisation, one.partner)
      const score = seat.length === 0 ? scored(one.partner) : scoredAndMore(one.partner)
      pieces.push(opening(one.partner), numbers(one), score, endings(seat))
    }
    // Before the first there is none to be told from.
    const [first = ''] = pieces
    pieces[0] = `${before},\n      "partners": [${first.slice(1)}`
    pieces.push(partners.length === 0 ? ']\n    }' : '\n      ]\n    }')
    return pieces.join('')
  }
}
