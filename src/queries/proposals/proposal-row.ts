import { z } from 'zod'
import { besides, type RecordedFact } from '../../../projections/compose/proposals/beside-proposal.ts'
import { proposalStates, type QueuedProposal } from '../../../projections/compose/proposals/proposal-queue.ts'
import { keyOf, type Fact } from '../../../projections/fold/fold.ts'
import { formatBound } from '../../time/day.ts'
import type { DateRange } from '../../time/date-range.ts'
import { eventIds } from '../question/output-fields.ts'

const logged = z.object({
  type: z.string(),
  occurred: z.string().nullable().describe('The day, or the first and the last that it may have been'),
  effective: z.string().nullable(),
  citations: z.array(z.string()),
  decidedBy: eventIds,
})

/** A proposal beside what the log says already. */
export const proposalRow = z.object({
  id: z.string().describe('By this it is accepted or rejected'),
  state: z
    .enum(proposalStates)
    .describe(
      'pending; accepted; rejected; superseded by a new version of its rule or a new ' +
        'sheet of its coder; retracted: accepted, and its event taken back since',
    ),
  beside: z
    .enum(besides)
    .describe(
      'What the log says, but for the event that it became: the same, something else about the same, or nothing',
    ),
  stream: z.string().describe('Where its event stands, or would'),
  treaty: z.string().nullable().describe('The treaty under which it was read'),
  actor: z.string().nullable(),
  type: z.string(),
  occurred: z.string().nullable().describe('EDTF, as proposed'),
  effective: z.string().nullable(),
  fact: z.string().describe('What it is about within its stream and actor: notice/1'),
  data: z.record(z.string(), z.unknown()).describe('The whole payload'),
  sentence: z.string().nullable().describe('The words that say so'),
  file: z.string(),
  locator: z.string().nullable(),
  rule: z.string().nullable(),
  ruleVersion: z.int().nullable(),
  coder: z.string().nullable(),
  log: z.array(logged).describe('The facts that say the same, or otherwise'),
  event: z.string().nullable().describe('The event that it became'),
  decision: z
    .object({ by: z.string(), at: z.string(), because: z.string().nullable() })
    .nullable()
    .describe('Who decided it last, when, and why; of a superseded one: who brought the new version in'),
  proposedBy: z.string(),
  proposedAt: z.string(),
})
export type ProposalRow = z.infer<typeof proposalRow>

const datesText = ({ lo, hi }: DateRange): string | null => {
  const [first, last] = [formatBound(lo), formatBound(hi)]
  if (first === null && last === null) return null
  return first === last ? first : `${first ?? '..'}/${last ?? '..'}`
}

/** The row of a proposal; `cited` gives the citations of events. */
export const rowOfProposal = (
  { id, event, says, state, decision, became }: QueuedProposal,
  { beside, facts }: RecordedFact,
  cited: (ids: readonly string[]) => readonly string[],
): ProposalRow => {
  const { proposed, instrument, sentence, file, locator, rule, coder } = says
  const actor = keyOf(proposed)
  const because = decision?.data.because
  return {
    id,
    state,
    beside,
    stream: proposed.stream,
    treaty: instrument ?? null,
    actor: actor === '*' ? null : actor,
    type: proposed.type,
    occurred: proposed.occurred ?? null,
    effective: proposed.effective ?? null,
    fact: proposed.fact,
    data: proposed.data,
    sentence: sentence ?? null,
    file,
    locator: locator ?? null,
    rule: rule?.name ?? null,
    ruleVersion: rule?.version ?? null,
    coder: coder ?? null,
    log: facts.map((fact) => loggedOf(fact, cited)),
    event: became?.event ?? null,
    decision:
      decision === undefined
        ? null
        : { by: decision.recordedBy, at: decision.recordedAt, because: typeof because === 'string' ? because : null },
    proposedBy: event.recordedBy,
    proposedAt: event.recordedAt,
  }
}

const loggedOf = (fact: Fact, cited: (ids: readonly string[]) => readonly string[]) => ({
  type: fact.type,
  occurred: datesText(fact.occurred),
  effective: fact.effective === undefined ? null : datesText(fact.effective),
  citations: [...cited(fact.decidedBy)],
  decidedBy: [...fact.decidedBy],
})
