import { currentAddress, restate } from '../address/navigate.ts'
import { heartbeat } from './heartbeat.ts'
import { dayNumber, dayOfNumber, today } from '../words/days.ts'

interface Wanted {
  /** The days on which something changed, as often as it did. */
  readonly days: readonly number[]
  readonly departures: readonly number[]
  /** The day that is looked at where the address names none; today, where it is left out. */
  readonly otherwise?: number
  readonly tell: (day: number) => string
  /** What follows the day at once, and what only when it stands. */
  readonly repaint: (day: number) => void
  readonly settled: (day: number) => void
}

/** After so many milliseconds of rest what costs a question follows the slider. */
const rest = 250

/** The one axis of a view: the slider over what happened, and the day that the address holds. */
export const timeLine = ({ days, departures, otherwise, tell, repaint, settled }: Wanted) => {
  const last = dayNumber(today())
  const moved = new Map<number, number>()
  for (const day of days) if (day <= last) moved.set(day, (moved.get(day) ?? 0) + 1)
  const changes = [...moved.keys()].toSorted((a, b) => a - b)
  const { asOf } = currentAddress()
  // A day that is asked about is on the axis, however long before anything changed.
  const asked = asOf === undefined ? last : dayNumber(asOf)
  const first = Math.min((changes[0] ?? last) - 400, last - 365, asked)
  let day = asOf === undefined ? (otherwise ?? last) : Math.min(asked, last)
  let settling: ReturnType<typeof setTimeout> | undefined
  const move = (on: number): void => {
    day = on
    repaint(day)
    clearTimeout(settling)
    settling = setTimeout(() => {
      restate({ asOf: dayOfNumber(day) })
      settled(day)
    }, rest)
  }
  const beats = heartbeat({ changes, moved, departures, first, last, tell, move })
  const to = (on: number): void => {
    beats.show(on)
    move(on)
  }
  const begin = (): void => {
    beats.show(day)
    repaint(day)
    settled(day)
  }
  const stop = (): void => {
    beats.stop()
    clearTimeout(settling)
  }
  return { element: beats.element, first, last, now: () => day, to, begin, stop }
}
