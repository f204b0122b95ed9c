import { clocksOf } from '../address/address.ts'
import { currentAddress, linkTo } from '../address/navigate.ts'
import { dayNames } from '../charts/day-names.ts'
import { lanes } from '../charts/lanes.ts'
import { el } from '../elements/element.ts'
import { exitTicks, membershipBars } from '../state/membership-lanes.ts'
import { fewOrAll } from '../state/more.ts'
import type { Member } from './members.ts'

/** So many members are shown before somebody asks for all. */
const few = 40

interface Wanted {
  readonly name: string
  readonly members: readonly Member[]
  readonly from: number
  readonly to: number
  readonly pick: (day: number) => void
}

/** Members as thin lanes over one axis, the first ones first. `moveTo` puts the cursor on a day. */
export const membersFigure = ({ name, members, from, to, pick }: Wanted) => {
  let [now, moveDrawn] = [to, (_day: number): void => {}]
  const element = fewOrAll(members.length, few, (isAll) => {
    const names = dayNames()
    const drawn = lanes({
      caption: `Members of ${name} over time`,
      from,
      to,
      pick,
      lanes: (isAll ? members : members.slice(0, few)).map((member) => {
        const lane = { igo: '', isFormal: true, ...member }
        return {
          label: names.label(member.state, member.name, el('a', pageOf(member))),
          isThin: true,
          bars: membershipBars(lane),
          ticks: exitTicks(lane),
        }
      }),
    })
    drawn.element.classList.add('members')
    drawn.element.append(el('figcaption', {}, noteOf(members, isAll)))
    moveDrawn = (day) => {
      names.moveTo(day)
      drawn.moveTo(day)
    }
    moveDrawn(now)
    return drawn.element
  })
  const moveTo = (day: number): void => {
    now = day
    moveDrawn(day)
  }
  return { element, moveTo }
}

const pageOf = ({ state }: Member) => linkTo({ ...clocksOf(currentAddress()), state })

const noteOf = (members: readonly Member[], isAll: boolean): string => {
  const rows = members.flatMap((member) => member.rows)
  const said = [
    isAll || members.length <= few
      ? `All ${members.length} that ever belonged to it, the first ones first.`
      : `The first ${few} of ${members.length} that ever belonged to it.`,
    rows.some(({ certain, from, to }) => certain === null || certain.from !== from || certain.to !== to) &&
      'Pale: it may have been a member on these days.',
    rows.some(({ kind }) => kind !== 'full') && 'Lighter: it belonged without being a full member.',
    rows.some(({ suspended }) => suspended.length > 0) && 'Dark: its rights were suspended.',
    rows.some(({ until }) => until !== null) && 'A dot: it left.',
    rows.some(({ until }) => until?.endsWith('/..')) && 'Dotted: these years are not told of.',
  ]
  return said.filter((words) => words !== false && words !== undefined).join(' ')
}
