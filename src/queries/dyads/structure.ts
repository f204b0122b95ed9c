import type { Day } from '../../time/day.ts'
import type { EventId } from '../../time/event-id.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadAttribute, type Attributes } from '../relations/load-attributes.ts'
import { ifRecorded } from '../subjects/if-recorded.ts'

/** Whether an organisation is structured on a day, and what says so. */
export interface Structure {
  readonly is: 'structured' | 'unstructured' | 'unknown'
  readonly pooling: number | undefined
  readonly delegation: number | undefined
  readonly decidedBy: readonly EventId[]
}

/** The structure of organisations, by id and day. */
export interface Structures {
  readonly of: (igo: string, day: Day) => Structure
  /** Whether anybody has recorded pooling or delegation of any organisation. */
  readonly isRecorded: boolean
}

/** Named so wherever the numbers are shown. */
export const standIn =
  'structured: pooling or delegation above 0 by Measuring International Authority (MIA), the open stand-in for the ' +
  'codes of Boehmer, Gartzke and Nordstrom'

const kindOf = (pooling: number | undefined, delegation: number | undefined): Structure['is'] => {
  if ((pooling ?? 0) > 0 || (delegation ?? 0) > 0) return 'structured'
  return pooling === undefined || delegation === undefined ? 'unknown' : 'unstructured'
}

/**
 * Loads which organisations are structured: those to which states have delegated anything, or in which they pool their
 * decisions (attributes `mia-delegation`, `mia-pooling`, each 0 to 1). One of which neither is known above 0, and not
 * both are known, is unknown.
 */
export const loadStructures = async (world: Snapshot): Promise<Structures> => {
  const pooled = await ifRecorded(() => loadAttribute(world, 'mia-pooling', 'igo'))
  const delegated = await ifRecorded(() => loadAttribute(world, 'mia-delegation', 'igo'))
  const numberIn = (attribute: Attributes | undefined, igo: string, day: Day) => {
    const found = attribute?.on(igo, day)
    return typeof found?.value === 'number' ? { value: found.value, decidedBy: found.decidedBy } : undefined
  }
  return {
    isRecorded: pooled !== undefined || delegated !== undefined,
    of: (igo, day) => {
      const [pooling, delegation] = [numberIn(pooled, igo, day), numberIn(delegated, igo, day)]
      return {
        is: kindOf(pooling?.value, delegation?.value),
        pooling: pooling?.value,
        delegation: delegation?.value,
        decidedBy: [...(pooling?.decidedBy ?? []), ...(delegation?.decidedBy ?? [])],
      }
    },
  }
}
