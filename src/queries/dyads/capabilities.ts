import type { Day } from '../../time/day.ts'
import type { EventId } from '../../time/event-id.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadAttribute } from '../relations/load-attributes.ts'
import { nearerReach } from '../relations/source-coverage.ts'
import type { Finding, PairReach } from './finding.ts'
import { ifRecorded } from '../subjects/if-recorded.ts'

export const cinc = 'cow-nmc-cinc'

/** A state's share of the world's capabilities on a day; undefined where nobody gives it. */
export interface Capability {
  readonly value: number | undefined
  readonly isAssumed: boolean
  readonly decidedBy: readonly EventId[]
}

export interface PairCapabilities {
  readonly a: Capability
  readonly b: Capability
  /** The larger over the smaller, 1 or more; undefined where either is not known, or the smaller is 0. */
  readonly ratio: number | undefined
  /** Why one of them is unknown. */
  readonly reason: Finding['reason']
  readonly reach: PairReach
  readonly by: readonly string[]
}

const nothing: Capability = { value: undefined, isAssumed: false, decidedBy: [] }

/**
 * The ratio of two capabilities, whichever is the larger: the imbalance of the pair.
 *
 *     max(CINC_a, CINC_b) / min(CINC_a, CINC_b)
 */
export const ratioOf = (a: number | undefined, b: number | undefined): number | undefined => {
  if (a === undefined || b === undefined) return undefined
  const [less, more] = [Math.min(a, b), Math.max(a, b)]
  return less > 0 ? more / less : undefined
}

/** Loads the CINC of states: the Composite Index of National Capability (Singer, Bremer and Stuckey 1972), 0 to 1. */
export const loadCapabilities = async (
  world: Snapshot,
): Promise<(day: Day) => (a: string, b: string) => PairCapabilities> => {
  const attribute = await ifRecorded(() => loadAttribute(world, cinc, 'state'))
  const of = (state: string, day: Day): Capability => {
    const found = attribute?.on(state, day)
    return typeof found?.value === 'number' ? { ...found, value: found.value } : nothing
  }
  return (day) => (a, b) => {
    const [own, other] = [of(a, day), of(b, day)]
    const isKnown = own.value !== undefined && other.value !== undefined
    const { state: reach, by } =
      attribute === undefined
        ? { state: 'not-recorded' as const, by: [] }
        : nearerReach(attribute.coverage(a, day), attribute.coverage(b, day))
    const reason = attribute === undefined ? 'not-recorded' : 'not-covered'
    return { a: own, b: other, ratio: ratioOf(own.value, other.value), reason: isKnown ? undefined : reason, reach, by }
  }
}
