import { addMonths, ALWAYS, FOREVER, type Day } from '../../../src/time/day.ts'
import type { EventId } from '../../../src/time/event-id.ts'
import { unionOf } from '../../../src/time/timeline.ts'
import { asksForAdmission, type EntryAct } from './entry-act.ts'
import type { Entry, UnknownEntry } from './entry.ts'
import type { MemberStretch } from './member-stretches.ts'

export interface EntryTold {
  readonly acts: readonly EntryAct[]
  readonly stretches: readonly MemberStretch[]
  /** Whether somebody claims, of a day, that every application is told. */
  readonly isTold: (day: Day) => boolean
  /** How many years of a membership are probation. */
  readonly probation: number
}

/** An act, or an edge of a membership, on one day. */
export interface Exact {
  readonly day: Day
  readonly kind: 'end' | 'close' | 'open' | 'start'
  readonly act?: EntryAct
  readonly stretch?: MemberStretch
}

const ofOneDay = { end: 0, close: 1, open: 2, start: 3 } as const

export interface Piece {
  readonly from: Day
  readonly to: Day
  readonly value: Entry
  readonly decidedBy: readonly EventId[]
}

/** A seat that was taken over: its holder was no candidate for it. */
const takenOver: ReadonlySet<string | undefined> = new Set(['succession', 'seatSubstitution'])

/** Acts and memberships on exact days, walked through in order. */
class Walk {
  readonly pieces: Piece[] = []
  readonly told: EntryTold
  private number = 1
  private since: Day = ALWAYS
  private opened: EntryAct | undefined
  private member: MemberStretch | undefined
  /** What holds outside: nothing yet, an application that ended, or a membership that did. */
  private before: 'nothing' | 'application' | 'membership' = 'nothing'
  private because: readonly EventId[] = []

  constructor(told: EntryTold) {
    this.told = told
  }

  /** What holds from `since` on, up to what comes next. */
  private close(to: Day, next: Exact | undefined): void {
    const from = this.since
    this.since = to
    if (from >= to) return
    if (this.member !== undefined) this.closeMembership(from, to)
    else if (this.opened === undefined) this.add(from, to, this.outside(next), this.because)
    else this.add(from, to, { entry: 'candidate', openedBy: this.opened.step }, this.opened.decidedBy)
  }

  private add(
    from: Day,
    to: Day,
    { entry, reason, openedBy }: Pick<Entry, 'entry'> & Partial<Entry>,
    decidedBy: readonly EventId[],
  ): void {
    const isMember = this.member !== undefined
    const value = { entry, reason, number: this.number, openedBy, isMember }
    if (from < to) this.pieces.push({ from, to, value, decidedBy })
  }

  /** Outside an organisation nobody knows of an application that is not told, unless all are. */
  private outside(next: Exact | undefined): Pick<Entry, 'entry'> & Partial<Entry> {
    if (this.before === 'membership') return { entry: 'left' }
    const asked = next?.kind === 'open' && next.act !== undefined && asksForAdmission(next.act.step)
    if (asked || this.told.isTold(next?.day ?? this.since)) return { entry: 'outside' }
    if (this.before === 'application' && next === undefined) return { entry: 'outside' }
    return { entry: 'unknown', reason: 'no-application-known' }
  }

  private closeMembership(from: Day, to: Day): void {
    const { mode, isStartKnown, decidedBy } = this.member!
    const because = unionOf(decidedBy, this.opened?.decidedBy ?? [])
    const openedBy = this.opened?.step
    const unknown = (reason: UnknownEntry) => this.add(from, to, { entry: 'unknown', reason, openedBy }, because)
    if (openedBy === undefined && mode === 'original') return this.add(from, to, { entry: 'founder' }, because)
    if (openedBy === undefined && takenOver.has(mode)) return unknown('seat-taken-over')
    if (openedBy === undefined && !this.told.isTold(from)) return unknown('no-application-known')
    if (!isStartKnown) return unknown('start-not-known')
    const settled = Math.min(addMonths(from, 12 * this.told.probation), to) as Day
    this.add(from, settled, { entry: 'probation', openedBy }, because)
    this.add(settled, to, { entry: 'settled', openedBy }, because)
  }

  turn(next: Exact): void {
    const { kind, day, act, stretch } = next
    if (kind === 'start') {
      this.close(day, next)
      if (this.before !== 'nothing' && this.opened === undefined) this.number += 1
      this.member = stretch
    } else if (kind === 'end') {
      this.close(day, next)
      this.before = 'membership'
      this.because = stretch?.decidedBy ?? []
      this.member = this.opened = undefined
    } else if (this.member === undefined) this.turnOutside(next, kind, act)
  }

  private turnOutside(next: Exact, kind: 'open' | 'close', act: EntryAct | undefined): void {
    if ((kind === 'open') === (this.opened !== undefined)) return
    this.close(next.day, next)
    if (kind === 'open') {
      if (this.before !== 'nothing') this.number += 1
      this.opened = act
      return
    }
    this.opened = undefined
    this.before = this.before === 'membership' ? 'membership' : 'application'
    this.because = act?.decidedBy ?? []
  }

  /** What holds at the end. A membership of which only a series of years tells is not told of after it. */
  finish(isEndKnown: boolean): readonly Piece[] {
    const isUntold = !isEndKnown && this.before === 'membership' && this.opened === undefined
    if (!isUntold) this.close(FOREVER, undefined)
    return this.pieces
  }
}

/** What holds from day to day by acts and memberships in their turn. */
export const walk = (turns: readonly Exact[], told: EntryTold): readonly Piece[] => {
  const walked = new Walk(told)
  for (const turn of turns) walked.turn(turn)
  return walked.finish(told.stretches.at(-1)?.isEndKnown ?? true)
}

export const inTurn = (turns: readonly Exact[]): readonly Exact[] =>
  turns.toSorted((a, b) => a.day - b.day || ofOneDay[a.kind] - ofOneDay[b.kind])
