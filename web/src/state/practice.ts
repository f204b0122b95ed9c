import { currentAddress, linkTo } from '../address/navigate.ts'
import { names } from '../ask/names.ts'
import { bodyOf, v1 } from '../ask/v1.ts'
import { traces } from '../charts/traces.ts'
import { el, type Child } from '../elements/element.ts'
import { sortableTable } from '../elements/table.ts'
import { firstIndicators, indicatorWords, reasonWords } from '../words/indicators.ts'
import { companyOfScore } from './company.ts'
import { fewOrAll } from './more.ts'
import { practicesOf, round, type Practice } from './practice-rows.ts'
import { section } from './section.ts'
import type { Shown } from './shown.ts'

/** So many raters are shown before somebody asks for all. */
const few = 4

/** How raters score the state: one indicator of each at first, by the same axis; then the company it keeps. */
export const practicePart = (shown: Shown): HTMLElement =>
  section('Practice, as raters score it', 'of-traces', {
    what: 'its scores',
    load: async () => {
      const order = firstIndicators(
        (await names()).indicators.map(({ id }) => id),
        shown.address.score,
      )
      if (order.length === 0) return []
      const query = { state: shown.state, score: order.join(',') }
      const { asKnownAt } = shown.address
      const { scores } = await bodyOf(
        v1.GET('/v1/spells/scores', { params: { query: { ...query, ...(asKnownAt !== undefined && { asKnownAt }) } } }),
      )
      return practicesOf(scores, order, shown.address.score)
    },
    show: (practices) => {
      const [first] = practices
      if (first === undefined) return el('p', { class: 'note' }, `No rater in this log scores ${shown.name}.`)
      return [
        fewOrAll(practices.length, few, (isAll) => figureOf(shown, isAll ? practices : practices.slice(0, few))),
        tableOf(practices),
        companyOfScore(shown, first),
      ]
    },
  })

const figureOf = ({ name, axis }: Shown, practices: readonly Practice[]): Child => {
  const drawn = traces({
    caption: `Practice of ${name}, by rater`,
    note:
      'As published, on the scale of each rater; a line is broken where the rater gives no value. ' +
      'Choose one to see the company it keeps.',
    from: axis.from,
    to: axis.to,
    rows: practices.map(({ score, reads, points, lowest, highest }) => ({
      label: el(
        'span',
        {},
        el('a', { ...linkTo({ ...currentAddress(), score }) }, indicatorWords(score)),
        el('span', { class: 'aside' }, reads),
      ),
      traces: [{ name: indicatorWords(score), wears: 'own' as const, points }],
      lowest,
      highest,
      tell: round,
    })),
    pick: (day) => axis.moveTo(Math.min(day, axis.to)),
  })
  axis.hear(drawn.moveTo)
  return drawn.element
}

const tableOf = (practices: readonly Practice[]): HTMLElement =>
  el(
    'details',
    { class: 'more of-table' },
    el('summary', {}, 'Scores as a table'),
    sortableTable(
      'Scores, as published',
      [
        { title: 'Year', cell: ({ year }) => String(year), by: ({ year }) => year },
        { title: 'Indicator', cell: ({ score }) => indicatorWords(score), by: ({ score }) => indicatorWords(score) },
        {
          title: 'Value',
          cell: ({ value, missing }) => value ?? reasonWords(missing ?? 'no reason is given'),
          by: ({ value }) => value ?? '',
          isNumber: true,
        },
        { title: 'Reported by', cell: ({ source }) => source ?? '', by: ({ source }) => source ?? '' },
      ],
      practices.flatMap(({ rows }) => rows),
    ),
  )
