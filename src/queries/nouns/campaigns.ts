import { z } from 'zod'
import { list } from '../lists/list.ts'
import { listingOf } from '../lists/listing.ts'
import { finder, searchInput } from '../lists/search.ts'
import { dateColumn, intColumn, joined, textColumn } from '../question/columns.ts'
import { campaignOut, campaignText, loadKnownCampaigns } from './known-campaigns.ts'

export const campaigns = list({
  name: 'campaigns',
  asks:
    'The campaigns and appeals that are recorded: over which norms, launched when and by whom, who joined, ' +
    'on how many states they acted, and how they ended.',
  words: ['campaign', 'campaigns'],
  withoutRivals: 'campaigns are recorded from what those who lead them say',
  filters: z.object({
    q: searchInput,
    norm: z.string().min(1).optional().describe('Only those over this norm: id or name'),
  }),
  item: campaignOut,
  find: async (world, { q, norm }) => {
    const isFound = finder(q)
    const meant = norm === undefined ? undefined : world.names.require('norm', norm, { day: world.asOf })
    const found = (await loadKnownCampaigns(world)).filter(
      ({ id, name, norms, organisations, initiator }) =>
        (meant === undefined || norms.includes(meant)) && isFound([id, name, initiator ?? '', ...organisations]),
    )
    return listingOf(found, ({ id }) => id)
  },
  keyOf: ({ id }) => id,
  show: async (_world, entries) => entries,
  lines: (one) => [campaignText(one)],
  columns: [
    textColumn('campaign', 'Id of the campaign: its stream'),
    textColumn('name', 'What it is called; appeals by their id'),
    textColumn('kind', 'campaign, or appeals of one organisation about one state'),
    textColumn('norms', 'Ids of the norms that it is over, with spaces between', 'It is over none'),
    textColumn('initiator', 'Who began it', 'Nobody says it'),
    dateColumn('launched', 'The first day on which it may have been launched', 'Nobody says it'),
    dateColumn('ended', 'The first day on which it may have ended', 'Nobody says that it did'),
    textColumn('outcome', 'How it ended', 'Nobody says that it did'),
    intColumn('organisations', 'How many organisations joined it'),
    intColumn('states', 'On how many states it acted'),
    intColumn('actions', 'Its actions on states'),
  ],
  cells: (one) => [
    one.id,
    one.name,
    one.kind,
    joined(one.norms),
    one.initiator,
    one.launched?.earliest ?? null,
    one.ended?.earliest ?? null,
    one.outcome,
    one.organisations.length,
    one.states.length,
    one.actions,
  ],
})
