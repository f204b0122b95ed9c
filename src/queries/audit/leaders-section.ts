import type { ReportBlock, ReportSection, ReportTable } from '../question/report.ts'
import type { BriefSpread } from '../spread/spread-answer.ts'
import { counted } from '../question/output-fields.ts'
import { listWords } from '../record/act-words.ts'
import { channelWords, systemWords } from './field-words.ts'
import { say } from './ledger.ts'
import type { Spreading } from './spread-section.ts'

/** So many of a group are named with their exposures; all are in the answer of `spread`. */
const named = 12

type Met = Pick<BriefSpread['adopters'][number], 'exposure' | 'covered'>

/** How far the sources of a value reach, in a few words. */
const reachWords = (covered: Met['covered'][string] | undefined): string => {
  if (covered === 'covered') return 'sources cover it'
  return covered === 'carried' ? 'carried from earlier years' : 'as far as recorded'
}

const cellOf = ({ exposure, covered }: Met, channel: string): string => {
  const value = exposure[channel] ?? null
  return value === null ? 'no partner is known' : `${value.toFixed(3)} (${reachWords(covered[channel])})`
}

/** Exposures by each channel in words: `0.412 by formal organisations (carried from earlier years)`. */
export const exposureWords = (channels: readonly string[], { exposure, covered }: Met): string =>
  listWords(
    channels.map((channel) => {
      const value = exposure[channel] ?? null
      return value === null
        ? `none by ${channelWords(channel)}, for no partner is known`
        : `${value.toFixed(3)} by ${channelWords(channel)} (${reachWords(covered[channel])})`
    }),
  )

const headsOf = ({ channels }: BriefSpread): readonly string[] =>
  channels.map((channel) => `Exposure by ${channelWords(channel)}`)

const roleBlocks = ({ found, asked }: Spreading, role: 'leader' | 'laggard', words: string): ReportBlock => {
  const all = found.adopters.filter((one) => one.role === role)
  if (all.length === 0) return { kind: 'paragraph', sentences: [say(`No adopter ${words}.`, asked)] }
  const most = all.length > named ? `; the first ${named} of them` : ''
  const table: ReportTable = {
    kind: 'table',
    caption: say(`${all.length} of ${counted(found.adopters.length, 'adoption')} ${words}${most}.`, asked),
    head: ['State', 'Day', ...headsOf(found)],
    rows: all
      .slice(0, named)
      .map((one) => ({ cells: [one.name, one.date, ...found.channels.map((channel) => cellOf(one, channel))] })),
  }
  return table
}

const withoutIt = ({ found, asked }: Spreading): ReportBlock => {
  const channel = found.channels[0] ?? ''
  const members = found.curve.at(-1)?.system ?? 0
  const never = found.neverAdopted
    .filter(({ possible }) => !possible)
    .toSorted((a, b) => (b.exposure[channel] ?? -1) - (a.exposure[channel] ?? -1) || (a.state < b.state ? -1 : 1))
  if (never.length === 0)
    return { kind: 'paragraph', sentences: [say('Every member has adopted it, or may have.', asked)] }
  const reach = found.knownThrough === null ? 'no source holds what they did' : `known through ${found.knownThrough}`
  const most = never.length > named ? `; the ${named} most exposed of them, by ${channelWords(channel)}` : ''
  return {
    kind: 'table',
    caption: say(
      `${never.length} of ${members} members of ${systemWords(found)} are not recorded to have adopted it ` +
        `(of most of them: ${reach})${most}.`,
      asked,
    ),
    head: ['State', ...headsOf(found)],
    rows: never.slice(0, named).map((one) => ({ cells: [one.name, ...found.channels.map((id) => cellOf(one, id))] })),
  }
}

/** Who adopted at low exposure, who late at high exposure, and who is not recorded to have. */
export const leadersSection = (spreading: Spreading): ReportSection => ({
  id: 'leaders',
  heading: 'Leaders, laggards, resisters',
  blocks: [
    {
      kind: 'paragraph',
      sentences: [
        say(
          'Exposure is the share of a state’s partners that had adopted at the end of the year before, from 0 to 1, ' +
            'each weighted by what it shares with the state; a description, not an effect.',
          spreading.asked,
        ),
      ],
    },
    roleBlocks(spreading, 'leader', 'led: adopted it at a very low exposure'),
    roleBlocks(spreading, 'laggard', 'lagged: adopted it late, and at an exposure above the mean'),
    withoutIt(spreading),
  ],
})
