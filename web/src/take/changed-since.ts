import type { Address } from '../address/address.ts'
import { part } from '../ask/part.ts'
import { bodyOf, v1, type Answer } from '../ask/v1.ts'
import { el, type Child } from '../elements/element.ts'
import { sortableTable } from '../elements/table.ts'
import { dayElement, dayWords } from '../words/days.ts'
import { labelOf } from '../words/statuses.ts'

type Row = Answer<'/v1/diff/{subject}'>['rows'][number]

/**
 * What has changed since the moment of knowledge that a view is of: which answers on statuses are others today. Nothing
 * where the view is of today's knowledge.
 */
export const changedSince = (
  subject: string,
  { asKnownAt, sources }: Address,
  nameOf: (state: string) => string,
): Child => {
  if (asKnownAt === undefined) return undefined
  const body = el('div', { class: 'changed' })
  void part(body)({
    what: 'what has changed since',
    load: async () => {
      const query = { from: asKnownAt, about: 'status', ...(sources !== undefined && { sources }) } as const
      return (await bodyOf(v1.GET('/v1/diff/{subject}', { params: { path: { subject }, query } }))).rows
    },
    show: (rows) => shown(rows, asKnownAt, nameOf),
  })
  return body
}

const shown = (rows: readonly Row[], asKnownAt: string, nameOf: (state: string) => string): Child => {
  const since = dayWords(asKnownAt.slice(0, 10))
  if (rows.length === 0) return el('p', { class: 'rule' }, `Nothing of it has changed since ${since}.`)
  return el(
    'details',
    { class: 'more' },
    el('summary', {}, `${rows.length} ${rows.length === 1 ? 'answer has' : 'answers have'} changed since ${since}`),
    sortableTable(
      'Answers that have changed since',
      [
        { title: 'State', cell: ({ actor }) => nameOf(actor), by: ({ actor }) => nameOf(actor) },
        {
          title: 'From',
          cell: ({ from }) => (from === null ? 'always' : dayElement(from)),
          by: ({ from }) => from ?? '',
        },
        { title: 'To', cell: ({ to }) => (to === null ? 'still' : dayElement(to)), by: ({ to }) => to ?? '' },
        { title: 'Then it was', cell: ({ before }) => statusWords(before) },
        { title: 'Now it is', cell: ({ after }) => statusWords(after) },
      ],
      rows,
    ),
  )
}

/** A status as `diff` gives it, `SIGNED` or several that are possible, in words. */
const statusWords = (status: string | null): string =>
  status === null ? 'not answered' : status.replaceAll(/[A-Z_]{4,}/g, (word) => labelOf(word).toLowerCase())
