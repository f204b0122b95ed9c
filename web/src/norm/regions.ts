import { part } from '../ask/part.ts'
import { el, svg, type Child } from '../elements/element.ts'
import { sortableTable } from '../elements/table.ts'
import { dayElement } from '../words/days.ts'
import { percent } from './sentence.ts'
import type { Spread } from './spread.ts'

type Region = NonNullable<Spread['regions']>[number]

const width = 200
const height = 56

/** Region by region, the share that had consented: small drawings of one scale, and the same as a table. */
export const regions = (spread: () => Promise<Spread>): HTMLElement => {
  const element = el('div', { class: 'regions' })
  void part(element)({ what: 'how it spread by region', load: spread, show: shown })
  return element
}

const shown = ({ regions: found, assumptions }: Spread): readonly Child[] => {
  if (found === null || found === undefined || found.length === 0)
    return [el('p', { class: 'note' }, 'No source sorts the states of this log into regions.')]
  const years = found.flatMap(({ curve }) => curve.map(({ year }) => year))
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const inOrder = found.toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0))
  return [
    el('div', { class: 'multiples' }, ...inOrder.map((region) => multiple(region, first, last))),
    el(
      'p',
      { class: 'note' },
      `Consent as a share of each region's states, ${first} to ${last}, from 0 to 100 %. ` +
        `The figures are of ${last}; the line is one third. ` +
        (assumptions.length > 0
          ? 'Regions are those of today (United Nations, M49), applied to every earlier day.'
          : ''),
    ),
    el('details', { class: 'more' }, el('summary', {}, 'Regions as a table'), table(inOrder)),
  ]
}

/** The share in the last year: not known where nothing tells of anybody, at least so much where some may have, too. */
const shareWords = ({ share, possible, system, adopters }: Region): string => {
  if (share === null || (adopters === 0 && possible >= system)) return 'not known'
  return possible > 0 ? `at least ${percent(share)}` : percent(share)
}

const multiple = (region: Region, first: number, last: number): HTMLElement => {
  const { label, curve } = region
  const x = (year: number): number => ((year - first) / Math.max(last - first, 1)) * width
  const y = (value: number): number => height - value * (height - 2) - 1
  // A step a year: what a year's end came to holds until the next one's.
  const steps = curve.map(
    ({ year, share: of }, at) => `${at === 0 ? 'M' : 'H'}${x(year)}${at === 0 ? ',' : 'V'}${y(of ?? 0)}`,
  )
  return el(
    'figure',
    {},
    el('figcaption', {}, el('strong', {}, label), ` ${shareWords(region)}`),
    svg(
      'svg',
      { viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' },
      svg('line', { x1: 0, x2: width, y1: y(1 / 3), y2: y(1 / 3), class: 'third' }),
      svg('line', { x1: 0, x2: width, y1: y(0), y2: y(0), class: 'ground' }),
      svg('path', { d: steps.join(' '), class: 'line force' }),
    ),
  )
}

const table = (found: readonly Region[]): HTMLElement =>
  sortableTable(
    'Consent by region',
    [
      { title: 'Region', cell: ({ label }) => label, by: ({ label }) => label },
      { title: 'States', cell: ({ system }) => system, by: ({ system }) => system, isNumber: true },
      { title: 'Consented', cell: ({ adopters }) => adopters, by: ({ adopters }) => adopters, isNumber: true },
      {
        title: 'Share',
        cell: shareWords,
        by: ({ share }) => share ?? '',
        isNumber: true,
      },
      {
        title: 'One third since',
        cell: ({ tips }) => (tips === null ? 'not yet' : dayElement(tips)),
        by: ({ tips }) => tips ?? '',
      },
    ],
    found,
  )
