import type { Anomaly } from '../../../projections/compose/anomaly.ts'
import { payload } from '../../../projections/fold/fold.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadFacts } from '../question/facts.ts'

/** An act that a later table of its source leaves out. */
export interface Unlisted {
  /** What it is called in its stream: `consent/1`. */
  readonly act: string
  readonly anomaly: Anomaly
}

/** What later tables of the depositary no longer list, by actor. Article 77 says what a depositary is to record. */
export const loadUnlisted = async (
  world: Snapshot,
  treaty: string,
): Promise<ReadonlyMap<string, readonly Unlisted[]>> => {
  const found = await loadFacts(world, { family: 'treaty', subject: treaty, types: ['TreatyActNoLongerListed'] })
  return new Map(
    found.map(({ actor, facts }) => [
      actor,
      facts.map((fact) => {
        const { act } = payload<{ act: string }>(fact)
        const says = `the depositary's later table no longer lists ${act}; most often a withdrawal`
        return { act, anomaly: { code: 'no-longer-listed', article: 'VCLT art 77', says, events: fact.decidedBy } }
      }),
    ]),
  )
}
