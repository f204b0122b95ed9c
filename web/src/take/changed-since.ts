import type { Address } from '../address/address.ts'
import { part } from '../ask/part.ts'
import { bodyOf, v1, type Answer } from '../ask/v1.ts'
import { el, type Child } from '../elements/element.ts'
import { sortableTable } from '../elements/table.ts'
import { kindWords } from '../state/membership-lanes.ts'
import { dayElement, dayWords } from '../words/days.ts'
import { labelOf } from '../words/statuses.ts'

type Row = Answer<'/v1/diff/{subject}'>['rows'][number]

/** Which answers are compared with what they are today, and what each is told of. */
export interface Changing {
  readonly about: 'status' | 'memberships'
  /** A treaty, a norm or an organisation; all of them where none is given. */
  readonly subject?: string
  readonly state?: string
  /** What the first column has of each: the state, or the treaty. */
  readonly each: { readonly title: string; readonly nameOf: (row: Pick<Row, 'actor' | 'subject' | 'from'>) => string }
  /** Of what it is, where a view shows several. */
  readonly of?: string
}

/**
 * What has changed since the moment of knowledge that a view is of: which answers are others today. Nothing where the
 * view is of today's knowledge.
 */
export const changedSince = (changing: Changing, address: Address): Child => {
  const { asKnownAt } = address
  if (asKnownAt === undefined) return undefined
  const body = el('div', { class: 'changed' })
  void part(body)({
    what: 'what has changed since',
    load: () => changedRows(changing, asKnownAt, address),
    show: (rows) => shown(rows, asKnownAt, changing),
  })
  return body
}

const changedRows = async (
  { about, subject, state }: Changing,
  from: string,
  { sources }: Address,
): Promise<readonly Row[]> => {
  const query = {
    from,
    about,
    ...(state !== undefined && { state }),
    ...(sources !== undefined && { sources }),
  } as const
  const asked =
    subject === undefined
      ? v1.GET('/v1/diff', { params: { query } })
      : v1.GET('/v1/diff/{subject}', { params: { path: { subject }, query } })
  return (await bodyOf(asked)).rows
}

const shown = (rows: readonly Row[], asKnownAt: string, { about, each, of }: Changing): Child => {
  const since = dayWords(asKnownAt.slice(0, 10))
  const whose = of === undefined ? '' : `${of}: `
  if (rows.length === 0)
    return el(
      'p',
      { class: 'rule' },
      `${whose}${of === undefined ? 'Nothing' : 'nothing'} of it has changed since ${since}.`,
    )
  const words = about === 'status' ? statusWords : membershipWords
  return el(
    'details',
    { class: 'more' },
    el(
      'summary',
      {},
      `${whose}${rows.length} ${rows.length === 1 ? 'answer has' : 'answers have'} changed since ${since}`,
    ),
    sortableTable(
      'Answers that have changed since',
      [
        { title: each.title, cell: each.nameOf, by: each.nameOf },
        {
          title: 'From',
          cell: ({ from }) => (from === null ? 'always' : dayElement(from)),
          by: ({ from }) => from ?? '',
        },
        { title: 'To', cell: ({ to }) => (to === null ? 'still' : dayElement(to)), by: ({ to }) => to ?? '' },
        { title: 'Then it was', cell: ({ before }) => words(before) },
        { title: 'Now it is', cell: ({ after }) => words(after) },
      ],
      rows,
    ),
  )
}

/** A status as `diff` gives it, `SIGNED` or several that are possible, in words. */
const statusWords = (status: string | null): string =>
  status === null ? 'not answered' : status.replaceAll(/[A-Z_]{4,}/g, (word) => labelOf(word).toLowerCase())

/** A membership as `diff` gives it, `full` or `full (possible)`, in words. */
const membershipWords = (kind: string | null): string =>
  kind === null ? 'no member' : kind.replace(/^\w+/, (word) => kindWords(word))
