import type { CurvePoint } from '../charts/curve-line.ts'
import type { SubjectHistory } from '../norm/history.ts'
import { dayNumber, today } from '../words/days.ts'

/** A treaty or norm of a comparison. */
export interface Side {
  readonly history: SubjectHistory
  readonly name: string
  /** `the Rome Statute` */
  readonly inSentence: string
}

/** Whether a state of the system is bound on a day. */
const isBound = (history: SubjectHistory, state: string, day: number): boolean => {
  const family = history.familyOn(state, day)
  return (family === 'force' || family === 'leaving') && history.isInSystem(state, day)
}

/** The share of the state system that is bound, from the first change to today. */
export const boundLine = (history: SubjectHistory): readonly CurvePoint[] => {
  const last = dayNumber(today())
  const days = [(history.changes[0] ?? last) - 1, ...history.changes.filter((day) => day < last), last]
  return days.map((day) => {
    const { of, system } = history.countsOn(day)
    return { day, share: system === 0 ? 0 : (of.force + of.leaving) / system }
  })
}

/** How many states of the system are bound by both on a day. */
export const bothBound = (a: SubjectHistory, b: SubjectHistory, day: number): number =>
  [...a.states.keys()].filter((state) => isBound(a, state, day) && b.states.has(state) && isBound(b, state, day)).length
