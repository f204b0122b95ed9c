import type { Address } from '../address/address.ts'
import type { Answer } from '../ask/v1.ts'
import type { whyColumn } from '../why/why-column.ts'
import type { Absence } from '../words/not-there.ts'
import type { TimeAxis } from './time-axis.ts'

export type Timeline = Answer<'/v1/timeline/{state}'>
export type Subject = Timeline['subjects'][number]

/** What the parts of the view of a state share. */
export interface Shown {
  readonly state: string
  readonly name: string
  readonly address: Address
  readonly timeline: Timeline
  /** The treaty or norm that the address names. */
  readonly chosen: Subject | undefined
  readonly axis: TimeAxis
  /** That the state was in no system on a day. */
  readonly absence: (day: string) => Absence | undefined
  readonly why: ReturnType<typeof whyColumn>
}

/** Whether a subject is a norm, and no treaty: its spans tell what the state did about it at home, too. */
export const isNormSubject = ({ spans }: Subject): boolean => spans.some(({ norm }) => norm !== null)
