import { expect } from 'vitest'
import { reservationsTo } from '../../projections/compose/reservations/standing-attachments.ts'
import { normStatus } from '../../projections/compose/norm/norm-status.ts'
import type { NormEvidence } from '../../projections/compose/norm/facets.ts'
import type { NormStatus } from '../../projections/compose/norm/norm-statuses.ts'
import type { LinkedInstrument } from '../../projections/compose/norm/links.ts'
import { ALWAYS, FOREVER, parseDay } from '../../src/time/day.ts'
import { at } from '../../src/time/timeline.ts'
import { attached } from './attached.ts'
import type { History } from './given.ts'
import { aTreaty } from './treaty-clauses.ts'

/** Made-up instruments: in force from 1980 on, thirty days after deposit, a year's notice. */
export const instrument = (id: string) =>
  aTreaty({
    id,
    entryIntoForce: { trigger: { kind: 'count', n: 20 }, offset: { days: 30 } },
    inForce: '1980-01-01',
    exit: { notice: { years: 1 } },
  })

type More = Partial<Omit<LinkedInstrument, 'instrument' | 'role' | 'timeline'>> & {
  readonly id?: string
  readonly core?: readonly string[]
}

/** An instrument in a role, as one actor stands under it; `core` are the articles that reservations qualify. */
export const carriedBy = (
  role: string,
  history: History,
  { id = role, core, ...more }: More = {},
  actor = 'aaa',
): LinkedInstrument => ({
  instrument: id,
  role,
  timeline: history.of(actor).legal.timeline,
  from: ALWAYS,
  to: FOREVER,
  reserved: reservationsTo(attached(history, actor), core),
  ...more,
})

/** Where the actor stands towards the norm on a day. */
export const towards = (links: readonly LinkedInstrument[], beside: NormEvidence = {}) => ({
  on: (day: string) => {
    const span = at(normStatus(links, beside), parseDay(day))
    if (span === undefined) throw new Error(`Nothing holds on ${day}.`)
    return {
      ...span,
      is: (status: NormStatus) => expect([span.value.status, span.certainty]).toEqual([status, 'certain']),
      mayBe: (...statuses: readonly NormStatus[]) =>
        expect([span.value.status, span.value.possible.toSorted()]).toEqual(['UNKNOWN', statuses.toSorted()]),
    }
  },
})
