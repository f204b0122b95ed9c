import { factsOf } from '../../../projections/fold/facts.ts'
import { sourceRegister } from '../../../projections/folds/source-register.ts'
import type { RecordedEvent } from '../../events/envelope.ts'
import { familyOf } from '../../events/registry.ts'
import type { CitedSource, Redistributable, Scale } from '../../events/source.ts'
import { groupBy } from '../../common/group-by.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { knownRows } from '../question/known-rows.ts'

/** A source that events point into, as it is registered. */
export interface RegisteredSource extends Omit<CitedSource, 'locator' | 'redistributable'> {
  readonly id: string
  /** `unknown` where nobody has said it: older logs do not. */
  readonly redistributable: Redistributable
  /** What the values of its indicators mean, by rater and indicator. */
  readonly scales?: Readonly<Record<string, Scale>>
}

const sourceOf = (id: string, detail: string): RegisteredSource => {
  const { source: _, redistributable = 'unknown', ...cited } = JSON.parse(detail) as CitedSource & { source: string }
  return { ...cited, id, redistributable }
}

/** Every source that was registered, by id. */
export const loadSources = async (world: Snapshot): Promise<readonly RegisteredSource[]> => {
  const rows = await knownRows(world, 'source').select(['source', 'detail']).orderBy('source').execute()
  return rows.map(({ source, detail }) => sourceOf(source, detail))
}

/**
 * The same of events that were read from a log, where no read model is at hand. Events of other streams say nothing of
 * it.
 */
export const sourcesAmong = (events: readonly RecordedEvent[]): readonly RegisteredSource[] =>
  [
    ...groupBy(
      events.filter(({ stream }) => sourceRegister.reads.includes(familyOf(stream))),
      ({ stream }) => stream,
    ).values(),
  ]
    .flatMap((ofStream) => sourceRegister.intervals(factsOf(ofStream)))
    .map(({ columns }) => sourceOf(String(columns['source']), String(columns['detail'])))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
