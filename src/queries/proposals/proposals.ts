import { z } from 'zod'
import { besides } from '../../../projections/compose/proposals/beside-proposal.ts'
import { proposalStates, type QueuedProposal } from '../../../projections/compose/proposals/proposal-queue.ts'
import { list } from '../lists/list.ts'
import { listingOf } from '../lists/listing.ts'
import { finder, searchInput } from '../lists/search.ts'
import { actorColumn, eventsColumn, intColumn, joined, textColumn, treatyColumn } from '../question/columns.ts'
import { loadBeside, loadProposals } from './load-proposals.ts'
import { filtered, proposalFilters } from './proposal-inputs.ts'
import { proposalRow } from './proposal-row.ts'
import { shownProposals } from './shown-proposals.ts'
import { proposalLines } from './proposal-lines.ts'

const states = [...proposalStates, 'all'] as const

const wordsOf = ({ id, says: { proposed, sentence, file } }: QueuedProposal): readonly string[] => [
  id,
  proposed.stream,
  proposed.type,
  sentence ?? '',
  file,
]

export const proposals = list({
  name: 'proposals',
  asks:
    'The facts that rules read in prose, or coders coded, and that wait for a person: each ' +
    'beside what the log already says. They count for nothing until they are accepted.',
  words: ['proposal', 'proposals'],
  withoutRivals: 'a proposal is held against what every source says',
  filters: z.object({
    q: searchInput.describe(
      'Only those that say each of these words: in the stream, the type, the sentence or the file',
    ),
    ...proposalFilters,
    state: z.enum(states).default('pending').describe('Where they stand'),
    beside: z
      .enum(besides)
      .optional()
      .describe('Only those of which the log says the same, something else, or nothing'),
  }),
  item: proposalRow,
  find: async (world, { q, state, beside, ...filters }) => {
    const isFound = finder(q)
    const asked = filtered(world, await loadProposals(world), filters).filter(
      (one) => (state === 'all' || one.state === state) && isFound(wordsOf(one)),
    )
    const told = await loadBeside(world, asked)
    const found = asked.flatMap((one) => {
      const fact = told.get(one)
      return fact === undefined || (beside !== undefined && fact.beside !== beside) ? [] : [{ one, fact }]
    })
    return listingOf(found, ({ one }) => one.id)
  },
  keyOf: ({ one }) => one.id,
  show: shownProposals,
  lines: proposalLines,
  columns: [
    textColumn('id', 'By this it is accepted or rejected'),
    textColumn('state', 'pending, accepted, rejected, superseded or retracted'),
    textColumn('beside', 'What the log already says: same, differs or new'),
    textColumn('stream', 'Where its event stands, or would'),
    { ...treatyColumn, description: 'The treaty under which it was read', empty: 'It was read under none' },
    actorColumn('It is about the treaty, organisation or norm itself'),
    textColumn('type', 'The type of event'),
    textColumn('occurred', 'When it was done, as proposed (EDTF)', 'It has no date, as a definition has none'),
    textColumn('effective', 'When it took effect, as proposed (EDTF)', 'The source states no day of effect'),
    textColumn('fact', 'What it is about within its stream and actor: notice/1'),
    textColumn('data', 'The payload, as JSON'),
    textColumn('sentence', 'The words that say so', 'A coder named none'),
    textColumn('file', 'The file that it was read in'),
    textColumn('locator', 'Where in the file', 'Nobody said it'),
    textColumn('rule', 'The rule that read it', 'A coder did'),
    intColumn('rule_version', 'The version of the rule', 'A coder read it'),
    textColumn('coder', 'The coder who read it', 'A rule did'),
    textColumn('log_occurred', 'When the log has it, each act after the other', 'The log says nothing of it'),
    textColumn('log_effective', 'The days of effect that the log states', 'The log states none'),
    eventsColumn('log_events', 'The events of the log that say so'),
    textColumn('event', 'The event that it became', 'It is not accepted'),
    textColumn('decided_by', 'Who decided it last', 'Nobody did'),
    textColumn('decided_at', 'When: an instant in UTC', 'Nobody decided it'),
    textColumn('because', 'The reason that was given', 'Nobody decided it, or said why'),
  ],
  cells: (row) => [
    row.id,
    row.state,
    row.beside,
    row.stream,
    row.treaty,
    row.actor,
    row.type,
    row.occurred,
    row.effective,
    row.fact,
    JSON.stringify(row.data),
    row.sentence,
    row.file,
    row.locator,
    row.rule,
    row.ruleVersion,
    row.coder,
    joined(row.log.flatMap(({ occurred }) => occurred ?? [])),
    joined(row.log.flatMap(({ effective }) => effective ?? [])),
    joined(row.log.flatMap(({ decidedBy }) => decidedBy)),
    row.event,
    row.decision?.by ?? null,
    row.decision?.at ?? null,
    row.decision?.because ?? null,
  ],
  formerly: { wasWhole: true, shape: async ({ items }) => ({ rows: items }) },
})
