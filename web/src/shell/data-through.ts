import type { Address } from '../address/address.ts'
import { clocksOf } from '../address/address.ts'
import { currentAddress } from '../address/navigate.ts'
import { names } from '../ask/names.ts'
import { part } from '../ask/part.ts'
import { bodyOf, v1, type Answer } from '../ask/v1.ts'
import { sourceName } from '../ask/source-name.ts'
import { pairOf } from '../compare/pair.ts'
import { el } from '../elements/element.ts'
import { dayElement, dayWords } from '../words/days.ts'
import { noSource } from '../words/no-source.ts'
import { qualifierButton, type Qualifier } from './qualifier.ts'

type Row = Answer<'/v1/coverage'>['rows'][number]

const coverageOf = async (subject: string, address: Address): Promise<readonly Row[]> => {
  const query = clocksOf(address)
  return (await bodyOf(v1.GET('/v1/coverage/{subject}', { params: { path: { subject }, query } }))).rows
}

/** What sources say of all that is looked at; of the whole log, where it is none of what they say it of. */
const rowsOf = async (address: Address): Promise<readonly Row[]> => {
  const looked = await lookedAt(address)
  if (looked.length === 0) return (await bodyOf(v1.GET('/v1/coverage', { params: { query: clocksOf(address) } }))).rows
  return (await Promise.all(looked.map((subject) => coverageOf(subject, address)))).flat()
}

/** How far the sources reach for what is looked at. Nothing is said of it that they say of something else. */
export const dataThrough = (): Qualifier => {
  const button = qualifierButton('Data through', (panel) => {
    void part(panel)({
      what: 'how far the sources reach',
      load: () => rowsOf(currentAddress()),
      show: (rows) => reachOf(rows),
    })
  })
  let turn = {}
  const say = async (address: Address): Promise<void> => {
    const mine = (turn = {})
    button.say('…')
    const looked = await lookedAt(address)
    const last = await Promise.all(looked.map(async (subject) => latest(await coverageOf(subject, address))))
    if (turn !== mine) return
    // Of a whole log, and of a norm that several treaties carry, there is no one day: the panel has each source's.
    button.say(looked.length === 0 ? 'a day for each source' : daysWords(last))
  }
  const show = (address: Address): undefined => {
    say(address).catch(() => button.say('not known'))
    return undefined
  }
  return { element: button.element, show }
}

/** What is looked at, both of a comparison: treaties and organisations, since sources claim nothing of others. */
const lookedAt = async ({ subject, organisation, compare }: Address): Promise<readonly string[]> => {
  if (organisation !== undefined) return [organisation]
  if (subject === undefined && compare === undefined) return []
  const known = await names()
  const pair = compare === undefined ? undefined : pairOf(known, compare)
  const both = pair === undefined || 'wrong' in pair || pair.kind === 'state' ? undefined : pair
  if (both?.kind === 'organisation') return [both.a.id, both.b.id]
  const subjects = both === undefined ? [subject] : [both.a.id, both.b.id]
  return subjects.flatMap((one) => known.treaties.find(({ id }) => id === one)?.id ?? [])
}

/** The day of each, once where it is the same of both. */
const daysWords = (days: readonly (string | undefined)[]): string =>
  [...new Set(days.map((day) => (day === undefined ? 'not said' : dayWords(day))))].join(' and ')

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
      ? el('p', {}, `${noSource(currentAddress().sources)} says of itself that it holds all of it.`)
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
