import { addDays, ALWAYS, firstDayOfYear, FOREVER, lastDayOfYear, yearOf, type Day } from '../../time/day.ts'
import { unionOf, type Span } from '../../time/timeline.ts'
import { whenText } from '../../time/when.ts'
import type { System, SystemSpell } from './system-spells.ts'

/** An unbroken time of a state in a system: its certain days and, at their edges, those that are only possible. */
export interface Stay extends Span<System> {
  /** When it began, as precisely as it is told: a day, first/last, or a year; null where it is from ever. */
  readonly began: string | null
  /** When its last day was, likewise; null where it goes on. */
  readonly ended: string | null
}

/** What is possible, then certain, then possible again, is one stay of which the beginning or the end is not known. */
const runsOf = (spells: readonly SystemSpell[]): readonly (readonly SystemSpell[])[] => {
  const runs: SystemSpell[][] = []
  for (const next of spells) {
    const run = runs.at(-1)
    const isCertainAgain = next.certainty === 'certain' && run?.some((one) => one.certainty === 'certain')
    if (run === undefined || run.at(-1)?.to !== next.from || isCertainAgain) runs.push([next])
    else run.push(next)
  }
  return runs
}

const beganOf = ({ from, to, certainty: how, byYear }: SystemSpell): string | null => {
  if (from <= ALWAYS) return null
  if (byYear?.begin) return whenText({ lo: from, hi: lastDayOfYear(yearOf(from)) })
  return whenText({ lo: from, hi: how === 'certain' ? from : to })
}

const endedOf = ({ from, to, certainty: how, byYear }: SystemSpell): string | null => {
  if (to >= FOREVER) return null
  const last = addDays(to, -1)
  if (byYear?.end) return whenText({ lo: firstDayOfYear(yearOf(last)), hi: lastDayOfYear(yearOf(last)) })
  return whenText({ lo: how === 'certain' ? last : (Math.max(addDays(from, -1), ALWAYS) as Day), hi: last })
}

/** The stays that the spells of one state in one system come to. */
export const staysOf = (spells: readonly SystemSpell[]): readonly Stay[] =>
  runsOf(spells).map((run): Stay => {
    const [first, last] = [run[0] as SystemSpell, run.at(-1) as SystemSpell]
    return {
      from: first.from,
      to: last.to,
      value: first.value,
      certainty: run.some((one) => one.certainty === 'certain') ? 'certain' : 'possible',
      began: beganOf(first),
      ended: endedOf(last),
      decidedBy: unionOf(...run.map(({ decidedBy }) => decidedBy)),
    }
  })
