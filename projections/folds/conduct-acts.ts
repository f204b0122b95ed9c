import { FOREVER } from '../../src/time/day.ts'
import { fold, payload, type Fact } from '../fold/fold.ts'

export type ConductActRow = {
  readonly actor: string
  /** Null where neither the act nor, as far as it says, anything else names one. */
  readonly norm: string | null
  readonly act: 'violation' | 'pressure' | 'response' | 'concession' | 'reversal'
  /** Of a violation: report, complaint or judgment. Of pressure its kind, of a response its stance. */
  readonly kind: string | null
  readonly by: string | null
  readonly title: string | null
  /** A list in JSON, of a complaint or a judgment: the articles that were violated. */
  readonly articles: string | null
  /** The last day on which it may have been done; the interval begins on the first. */
  readonly latest: number
}

interface Payload {
  readonly actor: string
  readonly norm?: string
  readonly kind?: string
  readonly by?: string
  readonly title?: string
  readonly stance?: string
  readonly body?: string
  readonly complaint?: string
  readonly court?: string
  readonly application?: string
  readonly violation?: boolean
  readonly articles?: readonly string[]
}

type Told = Pick<ConductActRow, 'act' | 'kind' | 'by' | 'title'>

/** What each type says; nothing where a body found no violation. */
const readers: Readonly<Record<string, (data: Payload) => Told | undefined>> = {
  ViolationReported: ({ by = null, title = null }) => ({ act: 'violation', kind: 'report', by, title }),
  ComplaintDecided: ({ body = null, complaint = null, violation }) =>
    violation === true ? { act: 'violation', kind: 'complaint', by: body, title: complaint } : undefined,
  JudgmentDelivered: ({ court = null, application = null, violation }) =>
    violation === true ? { act: 'violation', kind: 'judgment', by: court, title: application } : undefined,
  ThirdPartyPressure: ({ by = null, kind = null, title = null }) => ({ act: 'pressure', kind, by, title }),
  StateResponded: ({ stance = null, title = null }) => ({ act: 'response', kind: stance, by: null, title }),
  ConcessionMade: ({ kind = null }) => ({ act: 'concession', kind, by: null, title: null }),
  ConcessionReversed: ({ kind = null }) => ({ act: 'reversal', kind, by: null, title: null }),
}

const actOf = (fact: Fact) => {
  const data = payload<Payload>(fact)
  const told = readers[fact.type]?.(data)
  if (told === undefined) return []
  const { lo, hi } = fact.occurred
  const certainty = lo === hi ? ('certain' as const) : ('possible' as const)
  const columns: ConductActRow = {
    actor: data.actor,
    norm: data.norm ?? null,
    ...told,
    articles: data.articles === undefined ? null : JSON.stringify(data.articles),
    latest: hi,
  }
  return [{ from: lo, to: FOREVER, certainty, decidedBy: fact.decidedBy, columns }]
}

/**
 * How a state kept norms, who pressed it and what it answered: violations that were reported or found, pressure of
 * third states and organisations, responses, concessions and what was taken back of them; each from its day on. Reads
 * `conduct-<norm>-<state>`, `campaign-<name>` and `review-<body>-<state>`.
 */
export const conductActs = fold<ConductActRow>({
  name: 'conduct-acts',
  reads: ['conduct', 'campaign', 'review'],
  table: 'conduct_act',
  columns: ['actor', 'norm', 'act', 'kind', 'by', 'title', 'articles', 'latest'],
  intervals: (facts) => facts.flatMap(actOf),
})
