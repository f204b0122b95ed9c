import { never } from '../../src/time/date-range.ts'
import { fold, payload } from '../fold/fold.ts'
import { uncertainEdges } from '../fold/ends.ts'

/** How hard each kind of action presses (our operationalisation; see docs/exposure.md). */
const strengthOf: Readonly<Record<string, number>> = {
  statement: 1,
  report: 2,
  urgentAction: 2,
  unBodyPetition: 3,
  boycott: 4,
  divestment: 4,
  litigation: 4,
  sanction: 5,
}

interface Said {
  readonly actor: string
  readonly norm?: string
  readonly kind: string
  readonly title?: string
}

type Action = {
  readonly campaign: string
  readonly actor: string
  readonly norm: string | null
  readonly kind: string
  readonly strength: number
  /** What it is called. */
  readonly title: string | null
}

/**
 * Pressure on a state: every action that is not a mere follow-up, from its day on, with the strength of its kind. Reads
 * `campaign-<name>` and `appeals-<organisation>-<state>`. Decay and breadth of the coalition are applied when a stock
 * is asked for.
 */
export const campaignPressure = fold<Action>({
  name: 'campaign-pressure',
  reads: ['campaign', 'appeals'],
  table: 'campaign_action',
  columns: ['campaign', 'actor', 'norm', 'kind', 'strength', 'title'],
  intervals: (facts) =>
    facts
      .filter((fact) => fact.type === 'CampaignAction' && fact.data.followUp !== true)
      .flatMap((fact) => {
        const { actor, norm, kind, title } = payload<Said>(fact)
        return uncertainEdges(fact.occurred, never, fact.decidedBy, {
          campaign: fact.stream,
          actor,
          norm: norm ?? null,
          kind,
          strength: strengthOf[kind] ?? 0,
          title: title ?? null,
        })
      }),
})

type Coalition = { readonly campaign: string; readonly organisation: string; readonly norms: string }

/**
 * Which organisations had joined a campaign, and for which norms. Reads `campaign-<name>`; the initiator belongs from
 * the launch on.
 */
export const campaignCoalition = fold<Coalition>({
  name: 'campaign-coalition',
  reads: ['campaign'],
  table: 'campaign_coalition',
  columns: ['campaign', 'organisation', 'norms'],
  intervals: (facts) => {
    const launch = facts.find((fact) => fact.type === 'CampaignLaunched')
    const norms = JSON.stringify(launch === undefined ? [] : payload<{ norms: readonly string[] }>(launch).norms)
    return facts
      .filter((fact) => fact.type === 'CampaignLaunched' || fact.type === 'CampaignJoined')
      .flatMap((fact) => {
        const { organisation, initiator } = payload<{ organisation?: string; initiator?: string }>(fact)
        return uncertainEdges(fact.occurred, never, fact.decidedBy, {
          campaign: fact.stream,
          organisation: organisation ?? initiator ?? '',
          norms,
        })
      })
  },
})
