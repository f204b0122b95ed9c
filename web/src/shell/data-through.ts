import type { Address } from '../address/address.ts'
import { clocksOf } from '../address/address.ts'
import { currentAddress } from '../address/navigate.ts'
import { part } from '../ask/part.ts'
import { bodyOf, v1, type Answer } from '../ask/v1.ts'
import { el } from '../elements/element.ts'
import { dayElement, dayWords } from '../words/days.ts'
import { qualifierButton, type Qualifier } from './qualifier.ts'

type Row = Answer<'/v1/coverage'>['rows'][number]

const coverageOf = async (address: Address): Promise<readonly Row[]> =>
  (await bodyOf(v1.GET('/v1/coverage', { params: { query: clocksOf(address) } }))).rows

/** How far the sources reach: of what is looked at where they say so, else of whatever the log holds. */
export const dataThrough = (): Qualifier => {
  const button = qualifierButton('Data through', (panel) => {
    void part(panel)({
      what: 'how far the sources reach',
      load: () => coverageOf(currentAddress()),
      show: (rows) => reachOf(rows, currentAddress()),
    })
  })
  const show = (address: Address): undefined => {
    button.say('…')
    coverageOf(address).then(
      (rows) => {
        const last = latest(ofSubject(rows, address)) ?? latest(rows)
        button.say(last === undefined ? 'not said' : dayWords(last))
      },
      () => button.say('not known'),
    )
    return undefined
  }
  return { element: button.element, show }
}

const ofSubject = (rows: readonly Row[], { subject, organisation }: Address): readonly Row[] =>
  rows.filter((row) => row.subject === (organisation ?? subject))

const latest = (rows: readonly Row[]): string | undefined =>
  rows
    .flatMap(({ through }) => through ?? [])
    .toSorted()
    .at(-1)

const reachOf = (rows: readonly Row[], address: Address): HTMLElement => {
  const own = ofSubject(rows, address)
  const shown = own.length > 0 ? own : rows
  return el(
    'div',
    {},
    el('p', {}, 'Sources that say of themselves that they hold all of something, and through which day.'),
    el(
      'ul',
      { class: 'reach' },
      ...shown
        .slice(0, 40)
        .map(({ name, source, through }) =>
          el('li', {}, `${name}: `, through === null ? 'no end said' : dayElement(through), ` (${source})`),
        ),
    ),
    shown.length > 40 && el('p', {}, `${shown.length - 40} more at /v1/coverage.`),
  )
}
