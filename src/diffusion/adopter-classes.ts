import { quarterBySd } from './netdiffuser.ts'

/**
 * By netdiffuseR's cut: the first have adopted at most one standard deviation before the mean; it has no innovators.
 */
export const classesBySd = ['early adopters', 'early majority', 'late majority', 'laggards'] as const
export type ClassBySd = (typeof classesBySd)[number]

/** By Rogers' shares of all adopters: 2.5, 13.5, 34, 34 and 16 percent. */
export const classesByShare = ['innovators', 'early adopters', 'early majority', 'late majority', 'laggards'] as const
export type ClassByShare = (typeof classesByShare)[number]

/** How exposed a state was when it adopted, beside all that did, by the same cut as the classes by years. */
export const thresholdClasses = ['very low', 'low', 'high', 'very high'] as const
export type ThresholdClass = (typeof thresholdClasses)[number]

/**
 * Classes of adopters by the year of adoption, as netdiffuseR cuts them.
 *
 *     T ≤ m − s early adopters,   T ≤ m early majority,   T ≤ m + s late majority,   else laggards
 *
 * m, s: mean and sample standard deviation of the years of all adopters. A year is one value: those of one year are in
 * one class. Source: netdiffuseR 1.25.0, `classify_adopters`.
 *
 * Example: years 1986, 1987, 1988, 1999 have m 1990 and s 6.06: 1986 to 1988 are early majority, 1999 a laggard.
 */
export const classifyBySd = (years: readonly number[]): ((year: number) => ClassBySd) => {
  const quarter = quarterBySd(years)
  return (year) => classesBySd[quarter(year)]
}

/** The classes of exposures at adoption, cut alike: at most m − s very low, at most m low, at most m + s high. */
export const classifyThresholds = (thresholds: readonly number[]): ((threshold: number) => ThresholdClass) => {
  const quarter = quarterBySd(thresholds)
  return (threshold) => thresholdClasses[quarter(threshold)]
}

const shares = [0.025, 0.16, 0.5, 0.84] as const

/**
 * Classes of adopters by their rank, as Rogers (Diffusion of Innovations) shares them out: the first 2.5 % of all that
 * adopted are innovators, the next 13.5 % early adopters, then 34 % early and 34 % late majority, and 16 % laggards.
 *
 * Who adopts on one day has one rank, and is never told apart: a batch stands where its middle stands. 82 that sign on
 * the first day, of 133 in all, have their middle at 41/133 = 31 %: early majority, all of them. Who may still adopt is
 * not among all: the classes of a spread that goes on are those of today.
 *
 * `before`: how many adopted earlier; `batch`: how many on the day, itself included; `all`: how many in all.
 */
export const classifyByShare = (before: number, batch: number, all: number): ClassByShare => {
  const middle = (before + batch / 2) / all
  const found = shares.findIndex((share) => middle <= share)
  return classesByShare[found < 0 ? classesByShare.length - 1 : found] ?? 'laggards'
}

/**
 * Who led and who lagged, by exposure rather than by the calendar (Valente 1996 tells the two apart). A leader adopted
 * at a very low exposure: few of those it kept company with had. A laggard was among the last by its year though its
 * exposure was above the mean. Both are our operational reading: descriptions of company, not of motives.
 */
export const roleOf = (threshold: ThresholdClass, year: ClassBySd): 'leader' | 'laggard' | null => {
  if (threshold === 'very low') return 'leader'
  return year === 'laggards' && (threshold === 'high' || threshold === 'very high') ? 'laggard' : null
}
