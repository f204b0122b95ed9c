import { z } from 'zod'
import { byText } from '../../common/by-text.ts'
import { formatDay } from '../../time/day.ts'
import { eventIds } from '../question/output-fields.ts'
import { question } from '../question/question.ts'
import { clocksText, type Snapshot } from '../question/snapshot.ts'
import { loadCampaigns } from '../subjects/campaign-actions.ts'
import { campaignOut, campaignText, loadKnownCampaigns } from './known-campaigns.ts'
import { oneOf } from './one-of.ts'

const action = z.object({
  state: z.string(),
  earliest: z.string().describe('First day on which it may have been done'),
  latest: z.string().describe('Last day on which it may have been done'),
  kind: z.string(),
  norms: z.array(z.string()),
  title: z.string().nullable(),
  decidedBy: eventIds,
})

const actionsOf = async (world: Snapshot, campaign: string): Promise<z.infer<typeof action>[]> =>
  [...(await loadCampaigns(world)).onStates]
    .flatMap(([state, actions]) => actions.map((one) => ({ state, ...one })))
    .filter((one) => one.campaign === campaign)
    .toSorted((a, b) => a.day - b.day || byText(a.state, b.state) || byText(a.decidedBy[0] ?? '', b.decidedBy[0] ?? ''))
    .map(({ state, earliest, day, kind, norms, title, decidedBy }) => ({
      state,
      earliest: formatDay(earliest),
      latest: formatDay(day),
      kind,
      norms: [...norms],
      title: title ?? null,
      decidedBy: [...decidedBy],
    }))

export const campaign = question({
  name: 'campaign',
  resource: 'campaigns',
  asks: 'A campaign, or appeals of one organisation about one state: who led it, who joined, each of its actions.',
  positional: ['campaign'],
  sources: { withoutRivals: 'campaigns are recorded from what those who lead them say' },
  input: z.object({ campaign: z.string().min(1).describe('A campaign: its id (campaign-icbl, or icbl)') }),
  output: campaignOut.omit({ actions: true }).extend({ actions: z.array(action) }),
  answer: async (world, { campaign: word }) => {
    const all = await loadKnownCampaigns(world)
    const found = all.find(({ id }) => id === `campaign-${word}`) ?? oneOf(all, { code: 'unknown-campaign', word })
    return { ...found, actions: await actionsOf(world, found.id) }
  },
  text: (found) =>
    [
      `${campaignText({ ...found, actions: found.actions.length }).trimStart()} ${clocksText(found)}`,
      ...(found.organisations.length === 0 ? [] : [`  joined by ${found.organisations.join('; ')}`]),
      ...found.actions.map(
        ({ state, latest, kind, title }) =>
          `  ${latest} ${state.padEnd(6)} ${kind}${title === null ? '' : `: ${title}`}`,
      ),
    ].join('\n'),
})
