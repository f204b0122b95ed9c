import { mean } from '../../influence/moments.ts'
import { around, type InfluenceAnswer } from './influence-answer.ts'
import { yearsOf, type RatedMembers } from './rated-members.ts'

type Event = InfluenceAnswer['events'][number]

/** The scores of rated members in a year but those of the state. */
const othersIn = (rated: RatedMembers, state: string, year: number): ReadonlyMap<string, number> =>
  new Map([...rated.in(year).rated].filter(([other]) => other !== state))

/** Those that are rated members in every year of a window that has any but the state. */
const sameIn = (rated: RatedMembers, state: string, years: readonly number[]): readonly string[] => {
  const all = years.map((year) => othersIn(rated, state, year)).filter(({ size }) => size > 0)
  const [first, ...rest] = all
  return first === undefined ? [] : [...first.keys()].filter((other) => rest.every((of) => of.has(other)))
}

/**
 * The years around an entry or exit: what the mean of the others was, of whoever they were and of the same ones. An
 * organisation that had no member before has no years before.
 */
const eventOf = (rated: RatedMembers, state: string, year: number, kind: Event['kind']): Event => {
  const years = yearsOf({ from: year - around, to: year + around })
  const same = sameIn(rated, state, years)
  const window = years.map((one) => {
    const others = othersIn(rated, state, one)
    const scores = same.flatMap((other) => others.get(other) ?? [])
    return {
      offset: one - year,
      year: one,
      others: rated.in(one).untold === undefined ? others.size : null,
      meanOfOthers: mean([...others.values()]) ?? null,
      meanOfSame: mean(scores) ?? null,
      own: rated.scoreIn(state, one)?.value ?? null,
    }
  })
  const meanOf = (isIn: (offset: number) => boolean): number | undefined =>
    mean(window.flatMap(({ offset, meanOfSame }) => (meanOfSame !== null && isIn(offset) ? [meanOfSame] : [])))
  const [before, after] = [meanOf((offset) => offset < 0), meanOf((offset) => offset >= 0)]
  return {
    kind,
    year,
    same: [...same],
    before: before ?? null,
    after: after ?? null,
    change: before === undefined || after === undefined ? null : after - before,
    reason: untoldAround(rated, year, before, after) ?? reasonOf(same, before, after),
    window,
    decidedBy: [...rated.members.events(rated.in(hasGone(kind) ? year - 1 : year).day, state)],
  }
}

/** Where a side of the window has no mean, for who was a member then is unknown. */
const untoldAround = (
  rated: RatedMembers,
  year: number,
  before: number | undefined,
  after: number | undefined,
): string | undefined => {
  const whyOf = (years: readonly number[]): string | undefined => {
    const reasons = years.map((one) => rated.in(one).untold)
    return reasons.includes(undefined) ? undefined : reasons[0]
  }
  if (before === undefined) return whyOf(yearsOf({ from: year - around, to: year - 1 }))
  return after === undefined ? whyOf(yearsOf({ from: year, to: year + around })) : undefined
}

const reasonOf = (same: readonly string[], before: number | undefined, after: number | undefined): string | null => {
  if (same.length === 0) return 'no other member is rated in every year of the window'
  if (before === undefined) return 'no other member is rated before'
  return after === undefined ? 'no other member is rated after' : null
}

const hasGone = (kind: Event['kind']): boolean => kind === 'exit' || kind === 'extinct'

/**
 * Whether a state came or left between the day of the year before and that of the year; undefined where it did neither.
 */
const kindIn = ({ in: on, members }: RatedMembers, state: string, year: number): Event['kind'] | undefined => {
  const [before, now] = [on(year - 1), on(year)]
  const [was, is] = [before.members.includes(state), now.members.includes(state)]
  if (was === is) return undefined
  if (was && members.ceased(state, now.day)) return 'extinct'
  if (was) return members.isOut(state, now.day) && !mayBe(now, state) ? 'exit' : undefined
  const isTold = members.isAdmitted(state, before.day, now.day) || members.isOut(state, before.day)
  if (!isTold || mayBe(before, state)) return undefined
  return before.members.length === 0 ? 'founding' : 'entry'
}

const mayBe = (
  { uncertain, unknown }: { readonly uncertain: readonly string[]; readonly unknown: readonly string[] },
  state: string,
): boolean => uncertain.includes(state) || unknown.includes(state)

/** Each time that a state came or left in the years asked about, as far as it is told. */
export const eventsAround = (
  rated: RatedMembers,
  state: string,
  years: { readonly from: number; readonly to: number },
): Event[] =>
  yearsOf(years).flatMap((year) => {
    const kind = kindIn(rated, state, year)
    return kind === undefined ? [] : [eventOf(rated, state, year, kind)]
  })
