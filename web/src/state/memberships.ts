import { clocksOf } from '../address/address.ts'
import { currentAddress, linkTo } from '../address/navigate.ts'
import { noSource } from '../words/no-source.ts'
import { bodyOf, v1 } from '../ask/v1.ts'
import { lanes } from '../charts/lanes.ts'
import { el, type Child } from '../elements/element.ts'
import { sortableTable } from '../elements/table.ts'
import {
  boundWords,
  exitTicks,
  kindWords,
  membershipBars,
  membershipLanes,
  type MembershipLane,
} from './membership-lanes.ts'
import { fewOrAll } from './more.ts'
import { section } from './section.ts'
import type { Shown } from './shown.ts'

/** So many organisations are shown before somebody asks for all. */
const few = 10

/** The organisations that the state belonged to, as thin lanes: formal ones, and informal bodies apart. */
export const membershipsPart = (shown: Shown): HTMLElement =>
  section('Organisations', 'of-lanes', {
    what: 'its memberships',
    load: () =>
      bodyOf(
        v1.GET('/v1/spells/memberships', {
          params: { query: { state: shown.state, formality: 'all', ...clocksOf(shown.address) } },
        }),
      ),
    show: ({ memberships }) => {
      const all = membershipLanes(memberships)
      if (all.length === 0)
        return el('p', { class: 'note' }, `${noSource(shown.address.sources)} tells of a membership of ${shown.name}.`)
      const informal = all.filter(({ isFormal }) => !isFormal)
      return [
        figureOf(
          shown,
          all.filter(({ isFormal }) => isFormal),
          'organisations that a treaty founds',
        ),
        informal.length > 0 && el('h3', {}, 'Informal bodies'),
        informal.length > 0 && figureOf(shown, informal, 'bodies that no treaty founds'),
        tableOf(all),
      ]
    },
  })

const figureOf = ({ name, axis }: Shown, all: readonly MembershipLane[], which: string): Child =>
  fewOrAll(all.length, few, (isAll) => {
    const drawn = lanes({
      caption: `Memberships of ${name} in ${which}`,
      note: noteOf(all, isAll, which),
      isQuiet: true,
      from: axis.from,
      to: axis.to,
      pick: axis.moveTo,
      lanes: (isAll ? all : all.slice(0, few)).map((lane) => ({
        label: el(
          'a',
          { ...linkTo({ ...clocksOf(currentAddress()), organisation: lane.igo }), title: lane.name },
          lane.name,
        ),
        isThin: true,
        bars: membershipBars(lane),
        ticks: exitTicks(lane),
      })),
    })
    axis.hear(drawn.moveTo)
    return drawn.element
  })

/** How many are shown and which; what the bars say, of those that are there. */
const noteOf = (all: readonly MembershipLane[], isAll: boolean, which: string): string => {
  const shown = isAll ? all : all.slice(0, few)
  const worn = new Set(shown.flatMap(membershipBars).map(({ wears }) => wears))
  const isDoubtful = shown.some(({ rows }) =>
    rows.some(({ certain, from, to }) => certain?.from !== from || certain.to !== to),
  )
  const words = [
    shown.length === all.length
      ? `All ${which} in which a membership is recorded.`
      : `${few} of ${all.length} ${which}: those that it left or was suspended from on a known day, then the oldest.`,
    isDoubtful && 'Pale ends: it may have been a member.',
    worn.has('suspended') && 'Dark: its rights were suspended.',
    worn.has('beyond') && 'Dotted: these years are not told of.',
  ]
  return words.filter((one) => one !== false).join(' ')
}

const tableOf = (all: readonly MembershipLane[]): HTMLElement => {
  const rows = all.flatMap((lane) => lane.rows.map((row) => ({ ...row, lane })))
  const body = el('div')
  const element = el('details', { class: 'more of-table' }, el('summary', {}, 'Memberships as a table'), body)
  element.addEventListener('toggle', () => {
    if (!element.open || body.childElementCount > 0) return
    body.append(
      sortableTable(
        'Memberships',
        [
          { title: 'Organisation', cell: ({ lane }) => lane.name, by: ({ lane }) => lane.name },
          { title: 'As', cell: ({ kind }) => kindWords(kind), by: ({ kind }) => kind },
          { title: 'Since', cell: ({ since }) => boundWords(since), by: ({ from }) => from ?? '' },
          { title: 'Until', cell: ({ until }) => (until === null ? '' : boundWords(until)), by: ({ to }) => to ?? '' },
          {
            title: 'Certain',
            cell: ({ certainty }) => (certainty === 'certain' ? 'yes' : 'possible'),
            by: ({ certainty }) => certainty,
          },
        ],
        rows,
      ),
    )
  })
  return element
}
