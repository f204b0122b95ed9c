import type { Address } from '../address/address.ts'
import { names, type Names } from '../ask/names.ts'
import { part } from '../ask/part.ts'
import { baseUrl } from '../ask/v1.ts'
import { el, fill } from '../elements/element.ts'
import { indexOfNames } from '../search/index-of-names.ts'
import { searchBox } from '../search/search-box.ts'
import { refused } from '../shell/refused.ts'
import { titled, type View } from '../shell/view.ts'
import { emptyLog, isEmptyLog } from './empty-log.ts'
import { holdingsElements, loadHoldings } from './holdings.ts'
import { nameLists } from './name-lists.ts'
import { stories } from './stories.ts'

/** What this is, the search, worked stories, what the log holds and how far it reaches, and names to look around. */
export const frontView: View = (host, address) => {
  titled('The audit trail of international norms')
  const rest = el('div', { class: 'front-rest' })
  fill(host, el('h1', {}, 'How states take norms on'), ...whatItIs(), searchBox().element, rest)
  void part(rest)({
    what: 'what this log knows by name',
    refused: refused(address),
    load: async () => {
      const known = await names()
      // The first letter typed finds it made.
      setTimeout(() => void indexOfNames().catch(() => undefined))
      return known
    },
    show: (known) => (isEmptyLog(known) ? emptyLog() : filled(known, address)),
  })
}

const whatItIs = (): readonly HTMLElement[] => [
  el(
    'p',
    { class: 'sentence' },
    'Which states signed, joined, reserved and left: what was true on any day, as known on any day, ' +
      'and by which source.',
  ),
  el(
    'p',
    { class: 'for-whom' },
    'For scholars who defend a number in print, analysts who follow a norm, and engineers who ',
    el('a', { href: `${baseUrl}/v1/docs` }, 'ask over HTTP'),
    '.',
  ),
]

const filled = (known: Names, address: Address): readonly HTMLElement[] => {
  const [told, held] = [el('div', { class: 'stories' }), el('div', { class: 'holdings' })]
  const storiesTitle = el('h2', {}, 'Three stories')
  void part(told)({
    what: 'three stories',
    load: () => stories(address),
    show: (found) => {
      storiesTitle.textContent = found.length === 3 ? 'Three stories' : 'Worked stories'
      storiesTitle.hidden = told.hidden = found.length === 0
      return found
    },
  })
  void part(held)({ what: 'what the log holds', load: () => loadHoldings(address), show: holdingsElements })
  return [
    storiesTitle,
    told,
    el('h2', {}, 'What this log holds'),
    held,
    el('h2', {}, 'Look around'),
    ...nameLists(known),
  ]
}
