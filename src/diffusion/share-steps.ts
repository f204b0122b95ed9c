import type { Day } from '../time/day.ts'
import type { Days } from '../time/timeline.ts'

/**
 * The share of a state system that has adopted, day by day, and what moved it.
 *
 *     p(t) = |adopters(t) ∩ system(t)| / |system(t)|
 *
 * p falls when adopters leave, and also when new states enter that have not adopted: the two are told apart. On each
 * day on which anything changes, adoptions and exits of those that were in the system before and after it come first,
 * over the system of before; then states enter and leave, with their adoption. So the three parts of a change add up
 * to it. An adopter that ceases to exist leaves the system: that is no exit.
 *
 * Example: 10 of 30 have adopted. One more adopts (+1/30), one leaves the treaty (−1/30), and 3 states enter without
 * having adopted: 10/33 − 10/30 = −1/33. The whole change is −1/33, all of it by new states.
 */
export interface ShareStep {
  readonly day: Day
  /** Adopters in the system, and its members, from this day on. */
  readonly adopters: number
  readonly system: number
  /** What moved the share on this day; they add up to its change. */
  readonly byAdoptions: number
  readonly byExits: number
  readonly byMembers: number
  /** How many did so. */
  readonly adopted: number
  readonly exited: number
  readonly entered: number
  readonly left: number
}

/** One actor: when it was in the system, and when it was an adopter. Spells in order, apart. */
export interface ShareHistory {
  readonly inSystem: readonly Days[]
  readonly adopted: readonly Days[]
}

const isIn = (spells: readonly Days[], day: Day): boolean => spells.some(({ from, to }) => from <= day && day < to)

interface Counted {
  adopters: number
  system: number
}

/** What one actor's change does: moves the count of those who stay, or enters or leaves with its adoption. */
interface Moves {
  adopted: number
  exited: number
  entered: number
  left: number
  adoptersByMembers: number
}

const still = ({ adopted, exited, entered, left }: Moves): boolean =>
  adopted === 0 && exited === 0 && entered === 0 && left === 0

const moveOf = (history: ShareHistory, day: Day, moves: Moves): void => {
  const before = (day - 1) as Day
  const [was, is] = [isIn(history.inSystem, before), isIn(history.inSystem, day)]
  const [had, has] = [isIn(history.adopted, before), isIn(history.adopted, day)]
  if (was && is) {
    if (has && !had) moves.adopted += 1
    if (had && !has) moves.exited += 1
    return
  }
  if (is && !was) moves.entered += 1
  if (was && !is) moves.left += 1
  moves.adoptersByMembers += Number(is && has) - Number(was && had)
}

const shareOf = ({ adopters, system }: Counted): number => (system === 0 ? 0 : adopters / system)

/**
 * Every day on which something changed, in order, up to `until`; before the first there is nobody in the system. The
 * parts are 0 where the system had no member before.
 */
export const shareSteps = (histories: readonly ShareHistory[], until: Day): readonly ShareStep[] => {
  const changing = new Map<Day, ShareHistory[]>()
  for (const history of histories) {
    const days = new Set([...history.inSystem, ...history.adopted].flatMap(({ from, to }) => [from, to]))
    for (const day of days) if (day <= until) changing.set(day, [...(changing.get(day) ?? []), history])
  }
  const now: Counted = { adopters: 0, system: 0 }
  return [...changing]
    .toSorted(([one], [other]) => one - other)
    .flatMap(([day, list]): readonly ShareStep[] => {
      const moves: Moves = { adopted: 0, exited: 0, entered: 0, left: 0, adoptersByMembers: 0 }
      for (const history of list) moveOf(history, day, moves)
      if (still(moves)) return []
      const { adoptersByMembers, ...counts } = moves
      const size = now.system
      now.adopters += counts.adopted - counts.exited
      const among = shareOf(now)
      now.adopters += adoptersByMembers
      now.system += counts.entered - counts.left
      const partOf = (part: number): number => (size === 0 ? 0 : part)
      return [
        {
          day,
          ...now,
          byAdoptions: partOf(counts.adopted / size),
          byExits: partOf((0 - counts.exited) / size),
          byMembers: partOf(shareOf(now) - among),
          ...counts,
        },
      ]
    })
}
