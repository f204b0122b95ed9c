import { z } from 'zod'
import { byText } from '../../common/by-text.ts'
import { groupBy } from '../../common/group-by.ts'
import { payload, type Fact } from '../../../projections/fold/fold.ts'
import { FOREVER, formatBound } from '../../time/day.ts'
import { loadFactsOfSubjects } from '../question/facts.ts'
import { knownRows } from '../question/known-rows.ts'
import { counted, dates } from '../question/output-fields.ts'
import type { Snapshot } from '../question/snapshot.ts'

const kinds = ['campaign', 'appeals'] as const

/** What is said of a campaign, wherever it is. */
export const campaignOut = z.object({
  id: z.string().describe('Its stream: campaign-icbl, appeals-amnesty-fra'),
  name: z.string().describe('What it is called; appeals by their id'),
  kind: z.enum(kinds).describe('appeals: those of one organisation about one state, which no campaign holds together'),
  norms: z.array(z.string()).describe('Ids of the norms that it, or any of its actions, is over'),
  initiator: z.string().nullable(),
  launched: dates.nullable().describe('The first and the last day on which it may have been launched'),
  ended: dates.nullable().describe('The first and the last day on which it may have ended'),
  outcome: z.string().nullable().describe('How it ended'),
  organisations: z.array(z.string()).describe('Who joined it'),
  states: z.array(z.string()).describe('Ids of the states on which it acted'),
  actions: z.int().describe('Its actions on states'),
})
export type CampaignOut = z.infer<typeof campaignOut>

interface ActionRow {
  readonly campaign: string
  readonly actor: string
  readonly norm: string | null
}

const datesOf = (fact: Fact | undefined) =>
  fact === undefined ? null : { earliest: formatBound(fact.occurred.lo), latest: formatBound(fact.occurred.hi) }

const sorted = (words: Iterable<string>): string[] => [...new Set(words)].toSorted(byText)

const campaignOf = (id: string, facts: readonly Fact[], actions: readonly ActionRow[]): CampaignOut => {
  const of = (type: string) => facts.find((fact) => fact.type === type)
  const [launched, ended] = [of('CampaignLaunched'), of('CampaignEnded')]
  const said = launched === undefined ? undefined : payload<Launch>(launched)
  return {
    id,
    name: said?.name ?? id,
    kind: id.startsWith('appeals-') ? 'appeals' : 'campaign',
    norms: sorted([...(said?.norms ?? []), ...actions.flatMap(({ norm }) => norm ?? [])]),
    initiator: said?.initiator ?? null,
    launched: datesOf(launched),
    ended: datesOf(ended),
    outcome: ended === undefined ? null : payload<{ outcome: string }>(ended).outcome,
    organisations: sorted(
      facts
        .filter(({ type }) => type === 'CampaignJoined')
        .map((fact) => payload<{ organisation: string }>(fact).organisation),
    ),
    states: sorted(actions.map(({ actor }) => actor)),
    actions: actions.length,
  }
}

type Launch = { readonly name: string; readonly norms: readonly string[]; readonly initiator: string }

/** Every campaign, and all appeals, by id. */
export const loadKnownCampaigns = async (world: Snapshot): Promise<readonly CampaignOut[]> => {
  const facts = groupBy(
    await loadFactsOfSubjects(world, 'campaign', ['CampaignLaunched', 'CampaignJoined', 'CampaignEnded']),
    ({ stream }) => stream,
  )
  // An action of an uncertain date has a possible row, and then the one that lasts.
  const actions = groupBy(
    await knownRows(world, 'campaign_action')
      .select(['campaign', 'actor', 'norm'])
      .where('valid_to', '=', FOREVER)
      .execute(),
    ({ campaign }) => campaign,
  )
  return sorted([...facts.keys(), ...actions.keys()]).map((id) =>
    campaignOf(id, facts.get(id) ?? [], actions.get(id) ?? []),
  )
}

const daysText = (told: CampaignOut['launched']): string => told?.earliest ?? '…'

/** A campaign in one line of a terminal. */
export const campaignText = (one: CampaignOut): string =>
  `  ${one.id.padEnd(32)} ${one.name}` +
  (one.launched === null ? '' : ` · ${daysText(one.launched)} to ${daysText(one.ended)}`) +
  `${one.norms.length === 0 ? '' : ` · ${one.norms.join(', ')}`}` +
  ` · ${counted(one.actions, 'action')} on ${counted(one.states.length, 'state')}`
