import { z } from 'zod'
import { proposalStates } from '../../../projections/compose/proposals/proposal-queue.ts'
import type { Json } from '../../events/json.ts'
import { counted } from '../question/output-fields.ts'
import { codedUnits, fieldsOfCoding, valueText, type CodedUnit } from './coded-units.ts'
import { actorColumn, textColumn, treatyColumn } from '../question/columns.ts'
import { flag } from '../question/inputs.ts'
import { loadProposals } from './load-proposals.ts'
import { codingFilters, filtered } from './proposal-inputs.ts'
import { question } from '../question/question.ts'
import { clocksText } from '../question/snapshot.ts'

const coding = z.object({
  coder: z.string(),
  value: z.string().nullable().describe('What the coder says; null where the coder says nothing of it'),
  proposal: z
    .string()
    .nullable()
    .describe('By this it is accepted or rejected; null where the coder did not code the fact'),
  state: z.enum(proposalStates).nullable(),
})

const row = z.object({
  stream: z.string(),
  treaty: z.string().nullable(),
  actor: z.string().nullable(),
  fact: z.string(),
  field: z
    .string()
    .describe('type, occurred, effective or data.…; `coded` where somebody did not code the fact at all'),
  codings: z.array(coding),
})
type Row = z.infer<typeof row>

const codingOf = (unit: CodedUnit, coder: string, field: string): Row['codings'][number] => {
  const one = unit.codings.get(coder)
  if (one === undefined) return { coder, value: null, proposal: null, state: null }
  const value: Json | undefined = field === 'coded' ? 'yes' : fieldsOfCoding(one).get(field)
  return { coder, value: value === undefined ? null : valueText(value), proposal: one.id, state: one.state }
}

/** The fields of a fact that coders tell differently; where one of them did not code it, that alone. */
const rowsOfUnit = (unit: CodedUnit, coders: readonly string[]): readonly Row[] => {
  const { codings, ...about } = unit
  const asked = coders.length > codings.size ? ['coded'] : []
  const fields = new Set([...codings.values()].flatMap((one) => [...fieldsOfCoding(one).keys()]))
  return [...asked, ...fields].flatMap((field) => {
    const told = coders
      .filter((coder) => field === 'coded' || codings.has(coder))
      .map((coder) => codingOf(unit, coder, field))
    return new Set(told.map(({ value }) => value)).size > 1 ? [{ ...about, field, codings: told }] : []
  })
}

const isOpen = ({ codings }: Row): boolean => codings.every(({ state }) => state !== 'accepted')

export const proposalsDisagreements = question({
  name: 'proposals disagreements',
  asks:
    'What coders who worked apart tell differently, fact by fact and field ' +
    'by field, with the proposal of each: for whoever decides.',
  takesLong: true,
  positional: [],
  sources: { withoutRivals: 'what coders say is held against what other coders say, and nobody else' },
  input: z.object({
    ...codingFilters,
    all: flag('Lists also facts of which one coding was accepted'),
  }),
  output: z.object({ rows: z.array(row) }),
  answer: async (world, input) => {
    const units = codedUnits(filtered(world, await loadProposals(world), input), input.coders)
    const coders = [...new Set(units.flatMap(({ codings }) => [...codings.keys()]))].toSorted()
    const rows = units.flatMap((unit) => rowsOfUnit(unit, coders))
    return { rows: input.all ? rows : rows.filter(isOpen) }
  },
  text: (found) =>
    [
      `${counted(found.rows.length, 'disagreement')} ${clocksText(found)}`,
      ...found.rows.flatMap((one) => [
        `  ${one.stream} ${one.actor ?? ''} ${one.fact}: ${one.field}`,
        ...one.codings.map(
          ({ coder, value, proposal, state }) =>
            `      ${coder}: ${value ?? 'nothing'}${proposal === null ? '' : `  ${proposal} (${state})`}`,
        ),
      ]),
    ].join('\n'),
  table: {
    note: 'One row for each coder.',
    columns: [
      textColumn('stream', 'Where the event stands, or would'),
      { ...treatyColumn, empty: 'It is about no treaty' },
      actorColumn('It is about the treaty, organisation or norm itself'),
      textColumn('fact', 'What it is about within its stream and actor: notice/1'),
      textColumn('field', 'What the coders tell differently; `coded`: whether they coded the fact at all'),
      textColumn('coder', 'Who says so'),
      textColumn('value', 'What the coder says', 'The coder says nothing of it'),
      textColumn('proposal', 'By this it is accepted or rejected', 'The coder did not code the fact'),
      textColumn('state', 'Where the proposal stands', 'The coder did not code the fact'),
    ],
    rows: (found) =>
      found.rows.flatMap(({ stream, treaty, actor, fact, field, codings }) =>
        codings.map(({ coder, value, proposal, state }) => [
          stream,
          treaty,
          actor,
          fact,
          field,
          coder,
          value,
          proposal,
          state,
        ]),
      ),
  },
})
