import type { Address } from '../address/address.ts'
import { clocksOf } from '../address/address.ts'
import { currentAddress } from '../address/navigate.ts'
import { names } from '../ask/names.ts'
import { part } from '../ask/part.ts'
import { bodyOf, v1, type Answer } from '../ask/v1.ts'
import { sourceName } from '../ask/source-name.ts'
import { el } from '../elements/element.ts'
import { dayElement, dayWords } from '../words/days.ts'
import { qualifierButton, type Qualifier } from './qualifier.ts'

type Row = Answer<'/v1/coverage'>['rows'][number]

const coverageOf = async (address: Address): Promise<readonly Row[]> => {
  const subject = await lookedAt(address)
  const query = clocksOf(address)
  if (subject === undefined) return (await bodyOf(v1.GET('/v1/coverage', { params: { query } }))).rows
  return (await bodyOf(v1.GET('/v1/coverage/{subject}', { params: { path: { subject }, query } }))).rows
}

/** How far the sources reach for what is looked at. Nothing is said of it that they say of something else. */
export const dataThrough = (): Qualifier => {
  const button = qualifierButton('Data through', (panel) => {
    void part(panel)({
      what: 'how far the sources reach',
      load: () => coverageOf(currentAddress()),
      show: (rows) => reachOf(rows),
    })
  })
  let turn = {}
  const say = async (address: Address): Promise<void> => {
    const mine = (turn = {})
    button.say('…')
    const subject = await lookedAt(address)
    const last = subject === undefined ? undefined : latest(await coverageOf(address))
    if (turn !== mine) return
    // Of a whole log, and of a norm that several treaties carry, there is no one day: the panel has each source's.
    if (subject === undefined) button.say('a day for each source')
    else button.say(last === undefined ? 'not said' : dayWords(last))
  }
  const show = (address: Address): undefined => {
    say(address).catch(() => button.say('not known'))
    return undefined
  }
  return { element: button.element, show }
}

/** The treaty or organisation that is looked at; sources claim nothing of a norm. */
const lookedAt = async ({ subject, organisation }: Address): Promise<string | undefined> => {
  if (organisation !== undefined || subject === undefined) return organisation
  const { treaties } = await names()
  return treaties.some(({ id }) => id === subject) ? subject : undefined
}

const latest = (rows: readonly Row[]): string | undefined =>
  rows
    .flatMap(({ through }) => through ?? [])
    .toSorted()
    .at(-1)

const reachOf = (rows: readonly Row[]): HTMLElement =>
  el(
    'div',
    {},
    rows.length === 0
      ? el('p', {}, 'No source in this log says of itself that it holds all of it.')
      : el('p', {}, 'Sources that say of themselves that they hold all of something, and through which day.'),
    el(
      'ul',
      { class: 'reach' },
      ...rows
        .slice(0, 40)
        .map(({ name, source, through }) =>
          el(
            'li',
            {},
            `${name}: `,
            through === null ? 'no end said' : dayElement(through),
            ` (`,
            sourceName(source),
            ')',
          ),
        ),
    ),
    rows.length > 40 && el('p', {}, `${rows.length - 40} more at /v1/coverage.`),
  )
