import { linkTo } from '../address/navigate.ts'
import type { Address } from '../address/address.ts'
import { names, type Names } from '../ask/names.ts'
import { part } from '../ask/part.ts'
import { bodyOf, v1 } from '../ask/v1.ts'
import { el, fill, type Child } from '../elements/element.ts'
import { searchBox } from '../search/search-box.ts'
import { titled, type View } from '../shell/shell.ts'
import { dayWords } from '../words/days.ts'
import { stories } from './stories.ts'

/** What this is, the search, three worked stories, what the log holds and how far it reaches. */
export const frontView: View = (host) => {
  titled('The audit trail of international norms')
  const [told, held, listed] = [el('div', { class: 'stories' }), el('div'), el('div')]
  fill(
    host,
    el('h1', {}, 'How states take norms on'),
    el(
      'p',
      { class: 'sentence' },
      'Every signature, ratification, reservation and exit, with its source: what was true on any day, as known on ' +
        'any day, and why. For scholars who defend a number in print, and for whoever audits how a norm spread.',
    ),
    searchBox().element,
    el('h2', {}, 'Three stories'),
    told,
    el('h2', {}, 'What this log holds'),
    held,
    listed,
  )
  void part(told)({ what: 'three stories', load: stories, show: (found) => found })
  void part(held)({ what: 'what the log holds', load: holdings, show: holdingsElement })
  void part(listed)({ what: 'the names', load: names, show: listsOf })
}

const holdings = async () => {
  const [known, coverage] = await Promise.all([names(), bodyOf(v1.GET('/v1/coverage'))])
  return { known, coverage }
}

const holdingsElement = ({ known, coverage }: Awaited<ReturnType<typeof holdings>>): Child => {
  const { states, treaties, norms, organisations } = known
  if (treaties.length === 0)
    return el(
      'p',
      {},
      'Nothing is recorded yet. ',
      el('code', {}, 'normtrail import bundled'),
      ' brings in what comes with normtrail; ',
      el('a', linkTo({ log: '' }), 'the log'),
      ' takes events one by one.',
    )
  const last = coverage.rows
    .flatMap(({ through }) => through ?? [])
    .toSorted()
    .at(-1)
  const without = coverage.uncovered.length
  return el(
    'p',
    {},
    `${treaties.length} treaties and ${norms.length} norms, ${states.length} states and other actors, ` +
      `${organisations.length} organisations. `,
    last === undefined ? 'No source says how far it reaches. ' : `The sources that say so reach to ${dayWords(last)}. `,
    without > 0 &&
      `Of ${without} subjects no source says that it holds all acts: there, silence is not known to be "no". `,
    el('a', linkTo({ log: '' }), 'See what was recorded last'),
    '.',
  )
}

const listsOf = ({ norms, treaties, organisations }: Names): Child =>
  el(
    'div',
    { class: 'lists' },
    listOf('Norms', norms, ({ id }) => ({ subject: id })),
    listOf('Treaties', treaties, ({ id }) => ({ subject: id })),
    listOf('Organisations', organisations, ({ id }) => ({ organisation: id })),
  )

/** So many names are shown of each kind before somebody asks for all. */
const few = 15

const listOf = (
  title: string,
  entries: readonly { readonly id: string; readonly name: string }[],
  addressOf: (entry: { readonly id: string }) => Address,
): HTMLElement => {
  const sorted = entries.toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
  const items = sorted.map((entry) => el('li', {}, el('a', linkTo(addressOf(entry)), entry.name)))
  const rest = items.slice(few)
  return el(
    'section',
    {},
    el('h3', {}, title),
    el('ul', {}, ...items.slice(0, few)),
    rest.length > 0 && el('details', {}, el('summary', {}, `${rest.length} more`), el('ul', {}, ...rest)),
  )
}
