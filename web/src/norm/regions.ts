import { part } from '../ask/part.ts'
import { el, fill, svg, type Child } from '../elements/element.ts'
import { dayNumber, yearOf } from '../words/days.ts'
import { shareOf, shareOnDay, shareWords, type Region } from './region-share.ts'
import { regionTable } from './region-table.ts'
import type { Spread } from './spread.ts'

const width = 200
const height = 56

/** What is drawn of the regions, and what of it follows the day: at once the marks, when it stands the table. */
interface Drawn {
  readonly elements: readonly Child[]
  readonly moveTo: (day: number) => void
  readonly settled: (day: number) => void
}

/**
 * Region by region, the share that had consented: small drawings of one scale, each with a mark on the day and the
 * share of that day, and the same as a table.
 */
export const regions = (spread: () => Promise<Spread>) => {
  const element = el('div', { class: 'regions' })
  let day = 0
  let drawn: Drawn | undefined
  const show = (on: number): void => {
    day = on
    drawn?.moveTo(on)
  }
  void part(element)({
    what: 'how it spread by region',
    load: spread,
    show: (found) => {
      drawn = drawnOf(found)
      drawn.moveTo(day)
      drawn.settled(day)
      return drawn.elements
    },
  })
  return { element, show, settled: (on: number) => drawn?.settled(on) }
}

const nothing = (words: string): Drawn => ({
  elements: [el('p', { class: 'note' }, words)],
  moveTo: () => {},
  settled: () => {},
})

const drawnOf = ({ regions: found, assumptions, asOf }: Spread): Drawn => {
  if (found.length === 0) return nothing('No source sorts the states of this log into regions.')
  const first = Math.min(...found.flatMap(({ curve }) => curve.map(({ year }) => year)))
  const axis = { from: dayNumber(`${String(first).padStart(4, '0')}-01-01`), to: dayNumber(asOf) }
  const inOrder = found.toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0))
  const multiples = inOrder.map((region) => multiple(region, axis))
  const table = el('div')
  return {
    elements: [
      el('div', { class: 'multiples' }, ...multiples.map(({ element }) => element)),
      el(
        'p',
        { class: 'note' },
        `Consent as a share of each region's states, ${first} to ${yearOf(asOf)}, from 0 to 100 %. ` +
          'The figures are of the day above; the line is one third. ' +
          (assumptions.length > 0
            ? 'Regions are those of today (United Nations, M49), applied to every earlier day.'
            : ''),
      ),
      el('details', { class: 'more' }, el('summary', {}, 'Regions as a table'), table),
    ],
    moveTo: (day) => {
      for (const one of multiples) one.moveTo(day)
    },
    settled: (day) => fill(table, regionTable(inOrder, day)),
  }
}

const multiple = (region: Region, { from, to }: { readonly from: number; readonly to: number }) => {
  const x = (day: number): number =>
    ((Math.min(Math.max(day, from), to) - from) / Math.max(to - from, 1)) * (width - 8) + 4
  const y = (share: number): number => height - 4 - share * (height - 8)
  const on = shareOnDay(region)
  const steps = region.steps.map(({ from: start, ...counts }, at) => {
    const [across, up] = [x(dayNumber(start)).toFixed(1), y(shareOf({ ...counts, possible: 0 })).toFixed(1)]
    return at === 0 ? `M${across},${up}` : `H${across}V${up}`
  })
  const says = el('span', { class: 'share-of' })
  const line = svg('line', { class: 'cursor', y1: 0, y2: height })
  const dot = svg('circle', { class: 'dot', r: 3.5 })
  const moveTo = (day: number): void => {
    const share = on(day)
    says.textContent = shareWords(share)
    const across = x(day).toFixed(1)
    line.setAttribute('x1', across)
    line.setAttribute('x2', across)
    dot.setAttribute('cx', across)
    dot.setAttribute('cy', y(shareOf(share)).toFixed(1))
  }
  const element = el(
    'figure',
    {},
    el('figcaption', {}, el('strong', {}, region.label), ' ', says),
    svg(
      'svg',
      { viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' },
      svg('line', { x1: 0, x2: width, y1: y(1 / 3), y2: y(1 / 3), class: 'third' }),
      svg('line', { x1: 0, x2: width, y1: y(0), y2: y(0), class: 'ground' }),
      line,
      svg('path', { d: `${steps.join('')}H${x(to).toFixed(1)}`, class: 'line force' }),
      dot,
    ),
  )
  return { element, moveTo }
}
