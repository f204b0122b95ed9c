import { notCovered, type Coverage } from '../../../projections/compose/coverage/coverage.ts'
import type { SourceCoverage } from './source-coverage.ts'

/**
 * How far the ties or the numbers of a state are known, as answers say it of everything else. Where a source describes
 * other days and is taken to hold on this one, too, none covers it: that is assumed, and said apart.
 */
export const coverageOfTies = ({ state, through, by }: SourceCoverage): Coverage =>
  state === 'assumed' || state === 'none' ? notCovered : { state, complete: [], through, by }
