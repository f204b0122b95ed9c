import type { OrganisationTerm } from '../../exposure/explanation.ts'
import { memo } from '../../common/memo.ts'
import type { EventId } from '../../time/event-id.ts'
import type { CompanyOn, EventsOfState } from '../network/company-on.ts'

type Partner = OrganisationTerm['partners'][number]

/** The end of a partner's text, and whether no event of a membership is in it. */
interface Ending {
  readonly isBare: boolean
  readonly text: string
}

/** Where the lines of partners begin: they are entries of a list in an entry of the answer's list of terms. */
const margin = `\n${' '.repeat(8)}`

/**
 * A text that is one piece of memory. One that was put together by `+` or a template stays a tree of its parts, which
 * would be walked each time that it is copied.
 */
const inOnePiece = (...parts: readonly string[]): string => parts.join('')

const textsOf = (events: readonly EventId[]): string => events.map((event) => JSON.stringify(event)).join(',')

/** Where each partner ends: with the events of its membership. Kept for as long as these are, by organisation. */
const endings = (() => {
  const written = new WeakMap<EventsOfState, (partner: string) => Ending>()
  return (eventsOf: EventsOfState): ((partner: string) => Ending) => {
    const known = written.get(eventsOf)
    if (known !== undefined) return known
    const ofOne = memo((partner): Ending => {
      const events = eventsOf(partner)
      return { isBare: events.length === 0, text: inOnePiece(textsOf(events), ']}') }
    })
    written.set(eventsOf, ofOne)
    return ofOne
  }
})()

/** What is written of a partner in whatever organisation: where it begins, and the events of its score. */
const partnersOf = (scoreOf: CompanyOn['scoreOf']) =>
  memo((partner) => {
    const score = textsOf(scoreOf(partner)?.decidedBy ?? [])
    return {
      opening: inOnePiece(`,${margin}{"partner":`, JSON.stringify(partner), ',"weight":'),
      score,
      /** The same before other events. */
      scoreAnd: score === '' ? '' : inOnePiece(score, ','),
    }
  })

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
  const inAll = partnersOf(scoreOf)
  return (head: object, { organisation, partners }: OrganisationTerm): string => {
    const numbers = numbersOfPartners()
    const endingOf = endings(membershipEvents(organisation))
    const before = JSON.stringify(head, null, 2).slice(0, -'\n}'.length).replaceAll('\n', '\n    ')
    // One after the other, and joined at last: texts of texts would have to be put together twice.
    const pieces: string[] = []
    for (const one of partners) {
      const { opening, score, scoreAnd } = inAll(one.partner)
      const ending = endingOf(one.partner)
      pieces.push(opening, numbers(one), ending.isBare ? score : scoreAnd, ending.text)
    }
    // Before the first there is none to be told from.
    const [first = ''] = pieces
    pieces[0] = `${before},\n      "partners": [${first.slice(1)}`
    pieces.push(partners.length === 0 ? ']\n    }' : '\n      ]\n    }')
    return pieces.join('')
  }
}
