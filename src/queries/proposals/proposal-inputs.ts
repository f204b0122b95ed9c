import { z } from 'zod'
import type { QueuedProposal } from '../../../projections/compose/proposals/proposal-queue.ts'
import { keyOf } from '../../../projections/fold/fold.ts'
import { freeWords, treatyFilter } from '../question/inputs.ts'
import type { Snapshot } from '../question/snapshot.ts'

/** Which proposals are meant: what their questions take alike. */
export const proposalFilters = {
  treaty: treatyFilter,
  rule: z.string().min(1).optional().describe('Only what this rule read'),
  coder: z.string().min(1).optional().describe('Only what this coder coded'),
  actor: z.string().min(1).optional().describe('Only of this state or other actor: id, code or name'),
}

/** The same where coders are compared. */
export const codingFilters = {
  treaty: treatyFilter,
  coders: freeWords.optional().describe('Only these coders, with commas between; all where none is named'),
  actor: proposalFilters.actor,
}

interface Filters {
  readonly treaty?: string | undefined
  readonly rule?: string | undefined
  readonly coder?: string | undefined
  readonly actor?: string | undefined
}

/** The proposals that are asked for. Throws `unknown-treaty`, `unknown-actor`. */
export const filtered = (
  world: Snapshot,
  all: readonly QueuedProposal[],
  { treaty, rule, coder, actor }: Filters,
): readonly QueuedProposal[] => {
  const day = { day: world.asOf }
  const instrument = treaty === undefined ? undefined : world.names.require('treaty', treaty, day)
  const who = actor === undefined ? undefined : world.names.require('state', actor, day)
  return all.filter(
    ({ says }) =>
      (instrument === undefined || says.instrument === instrument) &&
      (rule === undefined || says.rule?.name === rule) &&
      (coder === undefined || says.coder === coder) &&
      (who === undefined || keyOf(says.proposed) === who),
  )
}
