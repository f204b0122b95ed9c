import type { EventId } from '../../../src/time/event-id.ts'
import { phases, type Phase } from './phase-rules.ts'
import type { PhaseOfYear, SpiralYear } from './trajectory.ts'

/**
 * A year whose phase is not that of the year before. `regress`: it is below the last phase that held; the model allows
 * it (Risse, Ropp & Sikkink 2013). `again`: it is that phase once more, after years in which no rule held or nobody
 * knows. `none`: no rule holds.
 */
export interface PhaseChange {
  readonly year: number
  readonly from: PhaseOfYear | undefined
  readonly to: PhaseOfYear
  readonly kind: 'start' | 'advance' | 'regress' | 'again' | 'none' | 'unknown'
  readonly says: string
  readonly decidedBy: readonly EventId[]
}

const kindOf = (to: PhaseOfYear, last: Phase | undefined): PhaseChange['kind'] => {
  if (to === 'UNKNOWN') return 'unknown'
  if (to === 'NONE') return 'none'
  if (last === undefined) return 'start'
  if (last === to) return 'again'
  return phases.indexOf(to) > phases.indexOf(last) ? 'advance' : 'regress'
}

export const changesOf = (years: readonly SpiralYear[]): readonly PhaseChange[] => {
  let last: Phase | undefined
  return years.flatMap(({ year, phase, says, decidedBy, possible, reasons }, index): readonly PhaseChange[] => {
    const before = years[index - 1]
    const isSame = before !== undefined && before.phase === phase && before.possible.join() === possible.join()
    const kind = kindOf(phase, last)
    if (phase !== 'UNKNOWN' && phase !== 'NONE') last = phase
    if (isSame) return []
    const words = phase === 'UNKNOWN' && possible.length > 0 ? `not known: ${reasons.join(', ')}` : says
    return [{ year, from: before?.phase, to: phase, kind, says: words, decidedBy }]
  })
}
