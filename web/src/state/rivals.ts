import { clocksOf } from '../address/address.ts'
import { names } from '../ask/names.ts'
import { bodyOf, v1 } from '../ask/v1.ts'
import { part } from '../ask/part.ts'
import { el, type Child } from '../elements/element.ts'
import { dayWords } from '../words/days.ts'
import { fewOrAll } from './more.ts'
import { ofSubject, valueWords, type Conflict } from './rival-words.ts'
import type { Shown } from './shown.ts'

/** So many are shown before somebody asks for all. */
const few = 3

/** Where sources differ over the state, both sides beside one another; nothing where none do. */
export const rivalsPart = ({ state, address, chosen, timeline }: Shown): HTMLElement => {
  const body = el('div', { class: 'rivals' })
  void part(body)({
    what: 'where sources differ',
    load: async () => {
      const query = { state, ...clocksOf(address) }
      const { rows } = await bodyOf(v1.GET('/v1/conflicts', { params: { query } }))
      return {
        rows: ofSubject(rows, chosen?.subject),
        called: rows.length === 0 ? new Map() : await calledOf(timeline),
      }
    },
    show: ({ rows, called }) =>
      rows.length > 0 &&
      el(
        'section',
        {},
        el('h2', {}, 'Where sources differ'),
        fewOrAll(rows.length, few, (isAll) =>
          el('div', {}, ...(isAll ? rows : rows.slice(0, few)).map((row) => sides(row, called))),
        ),
      ),
  })
  return body
}

const calledOf = async ({ subjects }: Shown['timeline']): Promise<ReadonlyMap<string, string>> => {
  const { organisations } = await names()
  return new Map([
    ...organisations.map(({ id, name }) => [id, name] as const),
    ...subjects.map(({ subject, shortTitle, name }) => [subject, shortTitle ?? name] as const),
  ])
}

const sides = (row: Conflict, called: ReadonlyMap<string, string>): HTMLElement =>
  el(
    'div',
    { class: 'rival' },
    el('h3', {}, called.get(row.subject) ?? row.subject),
    el('p', { class: 'note' }, whenOf(row)),
    el('div', { class: 'sides' }, side('Followed here', row.follows, row), side('Says otherwise', row.against, row)),
  )

const side = (heading: string, { value, citations }: Conflict['follows'], row: Conflict): HTMLElement =>
  el(
    'div',
    {},
    el('p', { class: 'over' }, heading),
    el('p', { class: 'says' }, valueWords(value, row)),
    ...citations.map((citation): Child => el('p', { class: 'source' }, citation)),
  )

const whenOf = ({ from, to }: Pick<Conflict, 'from' | 'to'>): string => {
  if (from === null) return to === null ? 'On all days' : `Until ${dayWords(to)}`
  return to === null ? `From ${dayWords(from)} on` : `From ${dayWords(from)} to ${dayWords(to)}`
}
