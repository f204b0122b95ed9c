import { z } from 'zod'
import { pressure as stockOf } from '../../../projections/compose/campaign/pressure.ts'
import { badInput } from '../../common/error.ts'
import { formatDay, type Day } from '../../time/day.ts'
import { counted, eventIds } from '../question/output-fields.ts'
import { flag, halfLifeInput, stateInput } from '../question/inputs.ts'
import { dateColumn, doubleColumn, intColumn, stateColumn, textColumn } from '../question/columns.ts'
import { question } from '../question/question.ts'
import { clocksText } from '../question/snapshot.ts'
import { actionsOver, loadCampaigns, type CampaignAction, type Campaigns } from '../subjects/campaign-actions.ts'
import { loadThirdParties, thirdPartiesOut, thirdPartiesText } from './third-parties.ts'

const answer = z.object({
  state: z.string(),
  norm: z.string().nullable(),
  value: z
    .number()
    .nullable()
    .describe('The stock of pressure on the day; null, never 0, where no action is recorded: see reason'),
  reason: z
    .enum(['no-campaign-known', 'no-action-known', 'uncertain'])
    .nullable()
    .describe(
      'Why there is no value: no campaign or action over the norm is known at all; none on the state by the day, ' +
        'and nobody claims to hold all of them; it is not certain that anybody had acted. Null where there is one',
    ),
  halfLife: z.number().describe('Years in which half of an action wears off'),
  withoutNorm: z
    .int()
    .describe(
      'Actions on the state up to the day that carry no norm, neither of their own nor of their campaign, and say ' +
        'no word that is assigned to one: left out where a norm is asked about',
    ),
  unattributed: z
    .object({
      actions: z.int(),
      value: z
        .number()
        .nullable()
        .describe('The stock of pressure that they make by themselves; null where there are none'),
    })
    .nullable()
    .describe('With unattributed: the actions that withoutNorm counts, as a stock apart; else null'),
  terms: z.array(
    z.object({
      date: z.string(),
      campaign: z.string(),
      kind: z.string(),
      strength: z.number(),
      organisations: z.int(),
      contribution: z.number(),
      title: z.string().nullable(),
      word: z
        .string()
        .nullable()
        .describe(
          'The word of its title by which it counts for the norm, where neither it nor its campaign carries one: the ' +
            'assignment is among the deciding events; null where it carries the norm, or none is asked about',
        ),
      decidedBy: eventIds,
    }),
  ),
  thirdParties: thirdPartiesOut,
})
type Answer = z.output<typeof answer>

const asOver = (action: CampaignAction) => ({ ...action, byWord: undefined })

/** Of the terms those that count by a word, in brief; nothing where none does. */
const byWordsText = ({ terms }: Answer): readonly string[] => {
  const byWord = terms.filter(({ word }) => word !== null)
  if (byWord.length === 0) return []
  const words = [...new Set(byWord.map(({ word }) => word))].toSorted()
  return [`  of these ${byWord.length} by words that are assigned to the norm: ${words.join(', ')}`]
}

const whyNone: Readonly<Record<NonNullable<Answer['reason']>, string>> = {
  'no-campaign-known': 'no campaign or action over the norm is recorded at all',
  'no-action-known': 'no action on the state is recorded by the day, and nobody claims to hold all of them',
  uncertain: 'it is not certain that anybody had acted by the day',
}

const valueText = ({ value, reason, terms }: Answer): string =>
  reason === null
    ? `  ${(value ?? 0).toFixed(4)} from ${counted(terms.length, 'action')}`
    : `  unknown (${reason}): ${whyNone[reason]}`

/** Why a stock has no value: as the channel advocacy has it, of all norms where none is asked about. */
const reasonOf = (
  over: readonly CampaignAction[],
  { norms }: Campaigns,
  { norm, day }: { readonly norm: string | undefined; readonly day: Day },
): Answer['reason'] => {
  if (over.some((action) => action.day <= day)) return null
  if (over.length > 0) return 'uncertain'
  return norm === undefined || norms.has(norm) ? 'no-action-known' : 'no-campaign-known'
}

const unattributedText = ({ unattributed }: Answer): readonly string[] => {
  if (unattributed === null) return []
  const { actions, value } = unattributed
  if (value === null) return ['  apart: no action is recorded that carries no norm']
  return [`  apart: ${value.toFixed(4)} from ${counted(actions, 'action')} of which nobody knows over what`]
}

/** So many of the latest actions are named in a terminal. */
const shown = 10

export const pressure = question({
  name: 'pressure',
  asks:
    'Advocacy pressure on a state: a stock that every action feeds and time ' +
    'wears down. Our own operationalisation; a description, not an effect.',
  positional: ['state'],
  sources: { withoutRivals: 'every recorded action of a campaign counts, whoever tells of it' },
  input: z.object({
    state: stateInput,
    norm: z.string().min(1).optional().describe('Only pressure over this norm; all where none is given'),
    halfLife: halfLifeInput,
    unattributed: flag('With norm: also the pressure by actions that carry no norm and say no word of one, apart'),
  }),
  output: answer,
  answer: async (world, input) => {
    const actor = world.names.require('state', input.state, { day: world.asOf })
    const norm = input.norm === undefined ? undefined : world.names.require('norm', input.norm)
    if (input.unattributed && norm === undefined)
      throw badInput(
        'bad-input',
        'unattributed tells apart what carries no norm, and needs `norm`; came no norm, so that all actions count.',
        { where: 'unattributed' },
      )
    const campaigns = await loadCampaigns(world)
    const begun = (campaigns.onStates.get(actor) ?? []).filter(({ earliest }) => earliest <= world.asOf)
    const over = norm === undefined ? begun.map(asOver) : actionsOver(begun, norm)
    const reason = reasonOf(over, campaigns, { norm, day: world.asOf })
    const { value, terms } = stockOf(over, world.asOf, input.halfLife)
    const actions = begun.filter(({ day }) => day <= world.asOf)
    const without = actions.filter(({ norms }) => norms.length === 0)
    return {
      state: actor,
      norm: norm ?? null,
      value: reason === null ? value : null,
      reason,
      halfLife: input.halfLife,
      withoutNorm: without.length,
      unattributed: input.unattributed
        ? {
            actions: without.length,
            value: without.length === 0 ? null : stockOf(without, world.asOf, input.halfLife).value,
          }
        : null,
      terms: terms.map(({ day, campaign, kind, strength, organisations, contribution, title, byWord, decidedBy }) => ({
        date: formatDay(day),
        campaign,
        kind,
        strength,
        organisations,
        contribution,
        title: title ?? null,
        word: byWord?.word ?? null,
        decidedBy: [...decidedBy],
      })),
      thirdParties: await loadThirdParties(world, actor, norm),
    }
  },
  text: (found) =>
    [
      `${found.state} · ` +
        `pressure${found.norm === null ? '' : ` over ${found.norm}`} · ` +
        `${clocksText(found)} · half-life ${found.halfLife} years`,
      valueText(found),
      ...byWordsText(found),
      ...unattributedText(found),
      ...(found.norm === null || found.withoutNorm === 0
        ? []
        : [
            `  left out: ${counted(found.withoutNorm, 'action')} on ${found.state} that ` +
              `${found.withoutNorm === 1 ? 'carries' : 'carry'} no norm, so that nobody knows whether over ` +
              `${found.norm}`,
          ]),
      ...(found.terms.length > shown ? [`  … and ${counted(found.terms.length - shown, 'earlier action')}, then`] : []),
      ...found.terms
        .slice(-shown)
        .map(
          (term) =>
            `  ${term.date}  ${term.contribution.toFixed(4).padStart(9)}  ${term.kind}, ${term.campaign}` +
            `${term.word === null ? '' : ` (by the word "${term.word}")`}`,
        ),
      ...thirdPartiesText(found.thirdParties),
    ].join('\n'),
  table: {
    columns: [
      stateColumn,
      dateColumn('date', 'The day of the action; of an uncertain date its last possible day'),
      textColumn('campaign', 'Id of the campaign'),
      textColumn('kind', 'What was done'),
      doubleColumn('strength', 'The strength of the action as it is recorded'),
      intColumn('organisations', 'How many organisations had joined the campaign by then; 1 at least'),
      doubleColumn('contribution', 'What the action adds to the pressure on the day asked about'),
      textColumn('title', 'What it is called', 'Its source gives it no title'),
      textColumn(
        'word',
        'The word of its title by which it counts for the norm that is asked about',
        'It counts because it or its campaign carries the norm, or no norm is asked about',
      ),
    ],
    rows: (found) =>
      found.terms.map((term) => [
        found.state,
        term.date,
        term.campaign,
        term.kind,
        term.strength,
        term.organisations,
        term.contribution,
        term.title,
        term.word,
      ]),
  },
})
