import type { Company } from './company.ts'
import { meanOfMeans, type MeanOfMeans } from './mean-of-means.ts'
import type { ResolvedOptions } from './options.ts'

/** The highest organisation mean of each state, with what an explanation of it needs. */
export interface LargestMean extends MeanOfMeans {
  /** the entry of `company.focal` that has it; -1 where there is none */
  readonly only: Int32Array
}

/** Organisation weights only decide whether an organisation counts: degree and coverage are those of the plain mean. */
export const largestMean = (company: Company, settings: ResolvedOptions): LargestMean => {
  const { focal, organisations } = company
  const found = meanOfMeans(company, settings)
  const { met, means } = found
  const { defined } = found.exposure
  const values = new Float64Array(defined.length)
  const only = new Int32Array(defined.length).fill(-1)
  const isHigher = (k: number, than: number): boolean => {
    if (than < 0 || means[k]! > means[than]!) return true
    return means[k] === means[than] && organisations[focal.items[k]!]! < organisations[focal.items[than]!]!
  }
  for (let i = 0; i < defined.length; i++) {
    if (!defined[i]) continue
    let best = -1
    for (let k = focal.start[i]!; k < focal.start[i + 1]!; k++) if (met.counts[k] && isHigher(k, best)) best = k
    only[i] = best
    values[i] = means[best]!
  }
  return { ...found, exposure: { ...found.exposure, values }, weight: new Float64Array(defined.length).fill(1), only }
}
