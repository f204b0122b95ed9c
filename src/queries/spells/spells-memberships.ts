import { z } from 'zod'
import { byText } from '../../common/by-text.ts'
import { badInput } from '../../common/error.ts'
import { loadIsCounted } from '../memberships/formality.ts'
import { loadMembershipRecords, loadOrganisationNames, loadRecordsIn } from '../memberships/load-memberships.ts'
import { loadSeries } from '../memberships/load-spans.ts'
import { loadDaysCovered } from '../memberships/membership-coverage.ts'
import { dateColumn, intColumn, joined, stateColumn, textColumn } from '../question/columns.ts'
import { echoText } from '../question/echo.ts'
import { formalityInput, igoInput, stateInput } from '../question/inputs.ts'
import { counted } from '../question/output-fields.ts'
import { question, type TableCell } from '../question/question.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { commonDays, howMany, lastDayOf } from '../record/days-in-text.ts'
import { membershipSpellOut, spellsOfRecord, type MembershipSpellOut } from './spells-memberships-answer.ts'

const answer = z.object({
  state: z.string().nullable().describe('The state or other actor asked about; null where none was'),
  igo: z.string().nullable().describe('The organisation asked about; null where none was'),
  memberships: z
    .array(membershipSpellOut)
    .describe('One for all days that touch and on which the same is told, by state, organisation and first day'),
})

/** All that is told of the state, of the organisation, or of both. */
const recordsOf = async (world: Snapshot, actor: string | undefined, igo: string | undefined) => {
  if (actor !== undefined) return loadMembershipRecords(world, actor, igo)
  if (igo !== undefined) return loadRecordsIn(world, igo)
  throw badInput('bad-input', 'neither `state` nor `igo` is given; expected one of them, or both.', {
    hint: 'Name a state to have its memberships, or an organisation to have its members.',
  })
}

/** `voting 1962-01-31/2009-06-02`: what was suspended, and the first and last day of it. */
const suspendedText = ({ scope, certainty, ...days }: MembershipSpellOut['suspended'][number]): string =>
  `${scope} ${days.from ?? '..'}/${lastDayOf([days]) ?? '..'}${certainty === 'certain' ? '' : ' (possible)'}`

const lineOf = (one: MembershipSpellOut): string =>
  [
    `  ${one.state.padEnd(8)} ${one.igo.padEnd(14)} ${one.kind.padEnd(10)} ${one.since} to ${one.until ?? '…'}`,
    ...(one.certainty === 'possible' ? ['(possible)'] : []),
    ...(one.spell === 1 ? [] : [`· spell ${one.spell}`]),
    ...one.suspended.map((held) => `· suspended: ${suspendedText(held)}`),
  ].join(' ')

const rowOf = (one: MembershipSpellOut): readonly TableCell[] => [
  one.state,
  one.name,
  one.cow,
  one.iso3,
  one.igo,
  one.igoName,
  one.formality,
  one.kind,
  one.from,
  one.to,
  one.since,
  one.until,
  one.certainty,
  one.certain?.from ?? null,
  one.certain?.to ?? null,
  one.toldBy,
  one.spell,
  joined(one.suspended.map(suspendedText), '; '),
  howMany(one, one.covered),
  lastDayOf(commonDays(one, one.covered)),
]

const columns = [
  stateColumn,
  textColumn('name', 'The name that it had last'),
  intColumn('cow', 'The Correlates of War number that it had last, whenever the span was', 'It never had one'),
  textColumn('iso3', 'The ISO 3166-1 alpha-3 code that it had last, whenever the span was', 'It never had one'),
  textColumn('igo', 'Id of the organisation'),
  textColumn('igo_name', 'What the organisation is called on the day asked about'),
  textColumn('formality', 'formal, or informal: no treaty founds it'),
  textColumn('kind', 'full, associate, observer or unknown (the source says that it cannot tell)'),
  dateColumn('from', 'First day of the span', 'Since before all that is recorded'),
  dateColumn('to', 'First day after the span', 'It goes on, as far as is recorded'),
  textColumn('since', 'Since when it stood so: a day, first/last where only that is known, or a year that was coded'),
  textColumn(
    'until',
    'The first day on which it no longer stood so, likewise; 2015/.. where its source ends with the year before',
    'It goes on, as far as is recorded',
  ),
  textColumn('certainty', 'certain, or possible where it stood so on none of these days for certain'),
  dateColumn(
    'certain_from',
    'The first of these days on which it certainly stood so; before, it may have',
    'It is certain since before all that is recorded, or on no day',
  ),
  dateColumn(
    'certain_to',
    'The first day after those on which it certainly stood so; then, it may have until `to`',
    'It is certain without end, or on no day',
  ),
  textColumn('told_by', 'days, or years: a source coded years, and says of no day that it began or ended'),
  intColumn('spell', 'Which unbroken membership of any kind these days are part of: 2 after an exit and a return'),
  textColumn(
    'suspended',
    'Which rights were suspended, and the first and last of these days on which they were, with semicolons between; ' +
      'it is a member all the same',
    'None',
  ),
  textColumn(
    'days_covered',
    'Of how many of these days a source holds every membership of the state in it: all, some or none',
  ),
  dateColumn(
    'covered_through',
    'The last of these days of which a source does: where a study ends that rests on nothing else',
    'No source holds any of them, or sources hold them without end',
  ),
]

export const spellsMemberships = question({
  name: 'spells memberships',
  asks: 'The memberships of a state, of an organisation, or of one in the other over all time, one span of days each.',
  positional: [],
  sources: 'asked',
  input: z.object({
    state: stateInput.optional().describe('A state or other actor: id (usa), code or name; this or igo is needed'),
    igo: igoInput.optional().describe('An organisation: id (un), code or name; this or state is needed'),
    formality: formalityInput,
  }),
  output: answer,
  answer: async (asked, input) => {
    const world = { ...asked, formality: input.formality }
    const { names, asOf: day } = world
    const actor = input.state === undefined ? undefined : names.require('state', input.state, { day })
    const igo = input.igo === undefined ? undefined : names.require('igo', input.igo, { day })
    const records = await recordsOf(world, actor, igo)
    const beside = {
      seriesOf: await loadSeries(world),
      nameOf: await loadOrganisationNames(world),
      isFormal: await loadIsCounted({ ...world, formality: 'formal' }),
      covered: await loadDaysCovered(world, igo),
    }
    const order = records.toSorted((a, b) => byText(a.actor, b.actor) || byText(a.igo, b.igo))
    return {
      state: actor ?? null,
      igo: igo ?? null,
      memberships: order.flatMap((record) => spellsOfRecord(world, record, beside)),
    }
  },
  text: (found) =>
    [
      `${[found.state, found.igo].filter((word) => word !== null).join(' · ')} · ${echoText(found)} · ` +
        counted(found.memberships.length, 'span'),
      ...found.memberships.map(lineOf),
    ].join('\n'),
  table: {
    columns,
    note:
      'A row for all days that touch and on which a state stood in the same way since the same beginning, whatever ' +
      'day is asked about: another kind of membership, or one that another source tells, is a row of its own. Rows ' +
      'of one spell are one membership.',
    rows: (found) => found.memberships.map(rowOf),
  },
})
