import { farther, nearer, notCovered, type Coverage } from './coverage.ts'
import type { LegalStatus, Standing } from '../treaty/legal-status.ts'
import { isBound, stepOf, type NormStatus } from '../norm/norm-statuses.ts'

/** Roles whose instruments can lift a status: monitoring adds attributes only. */
const lifting: ReadonlySet<string> = new Set(['core', 'regional', 'successor', 'protocol', 'softLaw'])

/** An instrument of a norm on one day: how the actor stood under it, and how far its sources reach. */
export interface InstrumentOnDay {
  readonly role: string
  readonly standing: Pick<Standing, 'possible'> | undefined
  readonly coverage: Coverage
}

/**
 * How far the sources of a norm status reach on a day. Of one that is bound, those of the instruments that bind it:
 * another could lift it no higher. Else those of every instrument that could: the one that is known least decides.
 */
export const normCoverageOn = (status: NormStatus, instruments: readonly InstrumentOnDay[]): Coverage => {
  const able = instruments.filter(({ role }) => lifting.has(role))
  const binds = (legal: LegalStatus): boolean => isBound(stepOf(legal))
  const relevant = isBound(status)
    ? able.filter(({ standing }) => standing?.possible.every(binds) === true)
    : able.filter(({ standing }) => standing !== undefined)
  const [first, ...rest] = (relevant.length > 0 ? relevant : able).map(({ coverage }) => coverage)
  if (first === undefined) return notCovered
  return rest.reduce(isBound(status) ? farther : nearer, first)
}
