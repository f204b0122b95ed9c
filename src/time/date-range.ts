import { FOREVER, type Day } from './day.ts'

/**
 * When an act was done, as precisely as its source says: an EDTF expression (ISO 8601-2, levels 0 and 1, and sets of
 * level 2) and the days it may mean. `lo` and `hi` are both possible days; a day-precise date has lo = hi.
 */
export interface DateRange {
  readonly lo: Day
  readonly hi: Day
}

/** The date of what has not come about. */
export const never: DateRange = { lo: FOREVER, hi: FOREVER }
