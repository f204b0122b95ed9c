import { z } from 'zod'
import { edtf, event, text } from './define.ts'
import type { JsonObject } from './json.ts'

const proposed = z
  .strictObject({
    stream: text.describe('The stream that the event would stand in: treaty-cat'),
    type: text,
    schemaVersion: z.int().min(1),
    occurred: edtf.optional(),
    effective: edtf.optional(),
    fact: text.describe('What it is about within its stream and actor: notice/1'),
    note: text.optional(),
    data: z.record(z.string(), z.json()),
  })
  .describe('The event that is appended where somebody accepts the proposal')

const rule = z
  .strictObject({
    name: text.describe('What the rule is called for good: withdrawal-notified'),
    version: z.int().min(1).describe('Raised with every change of what it reads'),
  })
  .describe('The rule that read it in prose')

const factProposed = {
  proposed,
  instrument: text.optional().describe('The treaty under which it was read, by id, where it was read under one'),
  file: text.describe('The file that it was read in'),
  locator: text.optional().describe('Where in the file: a note, a row'),
  sentence: text.optional().describe('The words that say so'),
  rule: rule.optional(),
  coder: text.optional().describe('Who read it, where it was a person'),
}
type Inferred = z.infer<z.ZodObject<typeof factProposed>>
/** The event that a proposal stands for. */
export type ProposedEvent = Omit<Inferred['proposed'], 'data'> & { readonly data: JsonObject }
export type FactProposed = Omit<Inferred, 'proposed'> & { readonly proposed: ProposedEvent }

const proposal = z.uuid().describe('The proposal: the id of its event')
const proposalAccepted = {
  proposal,
  event: z.uuid().describe('The event that tells the fact from now on'),
  stream: text.describe('The stream of that event'),
  because: text.optional(),
}
export type ProposalAccepted = z.infer<z.ZodObject<typeof proposalAccepted>>

/**
 * What was read in prose, or coded by hand, waits for a person: it counts for nothing until it is accepted. Stream:
 * `proposal-cat`. Brought in and decided by commands of their own, which hold what is accepted against the log; nobody
 * appends these events as lines.
 */
export const proposalEvents = [
  event('proposal', 'FactProposed', 'A rule or a coder reads a fact in a source; it counts for nothing', factProposed, {
    dated: false,
  }),
  event('proposal', 'ProposalAccepted', 'A person accepted a proposal; its event was appended', proposalAccepted, {
    dated: false,
  }),
  event('proposal', 'ProposalRejected', 'A person rejected a proposal', { proposal, because: text }, { dated: false }),
  event(
    'proposal',
    'ProposalSuperseded',
    'A new version of the rule, or a new sheet of the coder, took a pending proposal back',
    {
      proposal,
      because: text,
      version: z.int().min(1).optional().describe('The version of the rule that reads it no longer'),
    },
    { dated: false },
  ),
]
