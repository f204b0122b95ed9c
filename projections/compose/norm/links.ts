import type { Day } from '../../../src/time/day.ts'
import type { Timeline } from '../../../src/time/timeline.ts'
import type { StandingAttachment } from '../reservations/standing-attachments.ts'
import type { Standing } from '../treaty/legal-status.ts'

/** Whether every instrument must bind, or any. */
export type InstrumentRule = 'any' | 'all'

/** How far an instrument carries the norm: the peace-time ban is narrower than that in all circumstances. */
export interface NormScope {
  readonly name: string
  /** 1 is the narrowest. */
  readonly width: number
}

/** The standing of the actor under one linked instrument. */
export interface LinkedInstrument {
  readonly instrument: string
  readonly role: string
  readonly timeline: Timeline<Standing>
  /** The days [from, to) on which the instrument carries the norm. */
  readonly from: Day
  readonly to: Day
  /** When the actor's reservations to core articles of the instrument stood. */
  readonly reserved?: Timeline<readonly StandingAttachment[]>
  /** The treaty without which it binds nobody. */
  readonly parent?: { readonly instrument: string; readonly timeline: Timeline<Standing> }
  /** The instrument that it follows: a successor masks that one, or, where none is named, every core instrument. */
  readonly succeeds?: string
  readonly scope?: NormScope
  /** For procedures that a party opts into: when its declarations on the linked articles stood. */
  readonly accepted?: Timeline<readonly string[]>
}
