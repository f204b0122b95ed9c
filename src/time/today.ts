import type { Day } from './day.ts'

/** The calendar day of a moment, in UTC. */
export const dayOf = (moment: Date): Day => Math.floor(moment.getTime() / 86_400_000) as Day

/** The calendar day in UTC. For the edges only: nothing that is tested or folded reads a clock. */
export const utcToday = (): Day => dayOf(new Date())
