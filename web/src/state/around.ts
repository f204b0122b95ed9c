import { lanes } from '../charts/lanes.ts'
import { el, type Child } from '../elements/element.ts'
import { sortableTable } from '../elements/table.ts'
import { actWords } from '../words/acts.ts'
import { whenWords } from '../words/when.ts'
import {
  aroundLanes,
  aroundTicks,
  countsByYear,
  isDense,
  toldOf,
  yearHeights,
  type AroundLane,
} from './around-lanes.ts'
import type { Shown } from './shown.ts'

/** What others did towards the state, and what was reported of it: nothing where nothing is recorded. */
export const aroundPart = ({ name, timeline, axis }: Shown): Child => {
  const found = aroundLanes(timeline.events)
  if (found.length === 0) return null
  const drawn = lanes({
    caption: `What others did towards ${name}, and what was reported of it`,
    note: found.some(isDense)
      ? 'A dot is one act on its day. Where there are more than a few dozen, bars count them by the year, the most ' +
        'of each row at full height. Only what somebody recorded is here.'
      : 'A dot is one act on its day. Only what somebody recorded is here.',
    isQuiet: true,
    from: axis.from,
    to: axis.to,
    pick: axis.moveTo,
    lanes: found.map((lane) => ({
      label: el('span', {}, lane.name, el('span', { class: 'aside' }, `${lane.events.length} recorded${mostOf(lane)}`)),
      bars: [],
      ...(isDense(lane) ? { heights: yearHeights(lane) } : { ticks: aroundTicks(lane) }),
    })),
  })
  axis.hear(drawn.moveTo)
  return el('section', {}, el('h2', {}, 'Campaigns and reports'), drawn.element, ...found.map(tableOf))
}

/** `, most in 1999 (122)` */
const mostOf = (lane: AroundLane): string => {
  if (!isDense(lane)) return ''
  const [most] = countsByYear(lane).toSorted(([, a], [, b]) => b - a)
  return most === undefined ? '' : `, most in ${most[0]} (${most[1]})`
}

/** Made when it is opened: hundreds of rows are not worth waiting for. */
const tableOf = (lane: AroundLane): HTMLElement => {
  const body = el('div')
  const element = el(
    'details',
    { class: 'more of-table' },
    el('summary', {}, `${lane.name}: all ${lane.events.length}`),
    body,
  )
  element.addEventListener('toggle', () => {
    if (!element.open || body.childElementCount > 0) return
    body.append(
      sortableTable(
        lane.name,
        [
          { title: 'When', cell: ({ date }) => whenWords(date ?? ''), by: ({ date }) => date ?? '' },
          { title: 'What', cell: ({ type }) => actWords(type), by: ({ type }) => actWords(type) },
          { title: 'More', cell: ({ summary }) => toldOf(summary) },
        ],
        lane.events,
      ),
    )
  })
  return element
}
