import type { Day } from './day.ts'

/** The calendar day in UTC. For the edges only: nothing that is tested or folded reads a clock. */
export const utcToday = (): Day => Math.floor(Date.now() / 86_400_000) as Day
