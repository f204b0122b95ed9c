import { syntheticStreams, type SyntheticStream } from './synthetic.ts'

/** How the same kind of events is handed to a log. */
export interface Load {
  readonly title: string
  /** How many streams are written at the same time; in each, one append after the other, with its expected revision. */
  readonly inFlight: number
  readonly perAppend: number
  readonly perStream: number
  /** The part of `--events` that it takes: slow loads need fewer. */
  readonly share: number
  /** All of it is one commit; else each append is one. */
  readonly oneCommit?: true
}

export const loads = {
  single: { title: 'append one by one', inFlight: 1, perAppend: 1, perStream: 50, share: 0.04 },
  eight: { title: 'append, 8 in flight', inFlight: 8, perAppend: 1, perStream: 50, share: 0.2 },
  many: { title: 'append, 64 in flight', inFlight: 64, perAppend: 1, perStream: 50, share: 0.4 },
  batch: { title: 'append, 500 at a time', inFlight: 1, perAppend: 500, perStream: 2_500, share: 1 },
  import: {
    title: 'append one commit of many streams',
    inFlight: 1,
    perAppend: 50,
    perStream: 50,
    share: 1,
    oneCommit: true,
  },
} as const satisfies Record<string, Load>

export type LoadName = keyof typeof loads

export const loadNamed = (name: string): Load => {
  const load = (loads as Readonly<Record<string, Load>>)[name]
  if (load === undefined) throw new Error(`no load "${name}"; known: ${Object.keys(loads).join(', ')}`)
  return load
}

/** How many events a load has of `--events`: a whole number of appends. */
export const sizeOf = ({ share, perAppend }: Load, events: number): number =>
  Math.max(1, Math.round((events * share) / perAppend)) * perAppend

/** The streams of a load; shorter ones where there would be too few to keep so many in flight. */
export const streamsOf = ({ perStream, perAppend, inFlight }: Load, total: number): readonly SyntheticStream[] =>
  syntheticStreams(total, Math.max(perAppend, Math.min(perStream, Math.floor(total / (4 * inFlight)))))

/** One append. */
export interface Turn<E> {
  /** Revision of its first event. */
  readonly from: number
  readonly events: readonly E[]
}

export const turnsOf = <E>(events: readonly E[], perAppend: number): readonly Turn<E>[] =>
  Array.from({ length: Math.ceil(events.length / perAppend) }, (_, index) => ({
    from: index * perAppend,
    events: events.slice(index * perAppend, (index + 1) * perAppend),
  }))

/** Works through the items, so many at a time. */
export const inLanes = async <T>(
  lanes: number,
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> => {
  const left = items.values()
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (const item of left) await work(item)
    }),
  )
}

/** Appended before the clock starts: the first call connects. */
export const warmUpStream = 'practice-synthetic-warm-s0'
