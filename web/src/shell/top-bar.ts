import type { Address } from '../address/address.ts'
import { linkTo } from '../address/navigate.ts'
import { whenPartial } from '../ask/patient-fetch.ts'
import { el, fill } from '../elements/element.ts'
import { searchBySlash } from '../search/by-slash.ts'
import { searchBox } from '../search/search-box.ts'
import { asKnown } from './as-known.ts'
import { dataThrough } from './data-through.ts'
import { sourcesInUse } from './sources-in-use.ts'

/**
 * One line on top: the name, the search, and the three things that qualify every answer. Where one of them is not what
 * it is by default, the bar is tinted and says so in words.
 */
export const topBar = () => {
  const search = searchBox()
  searchBySlash(search.input)
  const qualifiers = [asKnown(), sourcesInUse(), dataThrough()]
  const warning = el('p', { class: 'qualified', role: 'status' })
  const element = el(
    'header',
    { class: 'top' },
    el(
      'div',
      { class: 'bar' },
      el('a', { class: 'brand', ...linkTo({}) }, 'normtrail'),
      search.element,
      el('div', { class: 'qualifiers' }, ...qualifiers.map((qualifier) => qualifier.element)),
    ),
    warning,
  )
  const partial = el(
    'p',
    { class: 'qualified', role: 'status', hidden: true },
    'This log holds only a part of an import: answers may lack what has not come yet.',
  )
  whenPartial(() => (partial.hidden = false))
  element.append(partial)
  const show = (address: Address): void => {
    partial.hidden = true
    search.show(address)
    const said = qualifiers.flatMap((qualifier) => qualifier.show(address) ?? [])
    element.classList.toggle('tinted', said.length > 0)
    fill(warning, ...said)
    warning.hidden = said.length === 0
  }
  return { element, show }
}
