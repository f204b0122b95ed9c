import { catalogueEvents } from '../../../catalogue/events.ts'
import { NormtrailError } from '../../common/error.ts'
import type { Source } from '../../events/source.ts'
import { keyOf } from '../../../projections/fold/fold.ts'
import type { EventLog } from '../../log/port.ts'
import type { Day } from '../../time/day.ts'
import { utcToday } from '../../time/today.ts'
import { againAfterRace } from './after-a-race.ts'
import type { Candidate } from '../candidates/candidate.ts'
import { commitStage } from './commit-staged.ts'
import { openStage } from './staging-area.ts'
import { validate } from '../candidates/validate.ts'

/** The series of the catalogue's own assertions. */
export const catalogueSeries = 'normtrail-catalogue'

let checked: { readonly today: Day; readonly candidates: readonly Candidate[] } | undefined

/** What the catalogue asserts, checked like everything else: once a day. */
export const catalogueCandidates = (): readonly Candidate[] => {
  const today = utcToday()
  if (checked?.today !== today) checked = { today, candidates: candidatesOn(today) }
  return checked.candidates
}

const candidatesOn = (today: Day): readonly Candidate[] => {
  const said = catalogueEvents()
  const kinds = new Map(
    said.flatMap(({ event: { type, data } }) =>
      type === 'SourceRegistered' ? [[data.source, data.kind as Source['kind']] as const] : [],
    ),
  )
  return said.map(({ stream, event }) => {
    const [first, ...others] = event.sources
    if (first === undefined || event.fact === undefined)
      throw new NormtrailError('check-failed', 'bad-catalogue', `${stream}: ${event.type} lacks a source or a fact key`)
    validate(event, stream, today, stream)
    const source = {
      ...first,
      ...('ref' in first && { kind: kinds.get(first.ref) }),
      series: catalogueSeries,
    } as Source
    return {
      rows: [0, 0],
      stream,
      key: keyOf(event),
      fact: event.fact,
      weight: 0,
      event: { ...event, sources: [source, ...others] },
    }
  })
}

/**
 * Makes the catalogue the first commit of a log, and brings an older log's catalogue up to date.
 * Gives the number of events that this appended.
 */
export const ensureCatalogue = (log: EventLog): Promise<number> => againAfterRace(() => ensureOnce(log))

const ensureOnce = async (log: EventLog): Promise<number> => {
  const stage = openStage()
  try {
    for (const candidate of catalogueCandidates()) stage.add(candidate)
    return (await commitStage(log, stage, { series: catalogueSeries, recordedBy: 'normtrail', dryRun: false })).appended
  } finally {
    stage.dispose()
  }
}
