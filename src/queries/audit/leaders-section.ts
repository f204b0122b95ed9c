import type { ReportSection, Sentence } from '../question/report.ts'
import type { BriefSpread } from '../spread/spread-answer.ts'
import { counted } from '../question/output-fields.ts'
import { listWords } from './act-words.ts'
import { say } from './ledger.ts'
import type { Spreading } from './spread-section.ts'

/** So many of a group are named with their exposures; all are in the answer of `spread`. */
const named = 12

type Met = Pick<BriefSpread['adopters'][number], 'exposure' | 'covered'>

/** By which sources' reach a value stands, in a word or two. */
const reachWords = (covered: Met['covered'][string] | undefined): string => {
  if (covered === 'covered') return 'sources cover it'
  return covered === 'carried' ? 'carried from earlier years' : 'as far as recorded'
}

/** Exposures by each channel in words: `0.412 by igo (carried from earlier years)`. */
export const exposureWords = (channels: readonly string[], { exposure, covered }: Met): string =>
  listWords(
    channels.map((channel) => {
      const value = exposure[channel] ?? null
      return value === null
        ? `none by ${channel}, for no partner is known`
        : `${value.toFixed(3)} by ${channel} (${reachWords(covered[channel])})`
    }),
  )

const first = ({ channels }: BriefSpread): string => channels[0] ?? ''

const roleSentences = ({ found, asked }: Spreading, role: 'leader' | 'laggard', words: string): readonly Sentence[] => {
  const all = found.adopters.filter((one) => one.role === role)
  const of = `${all.length} of ${counted(found.adopters.length, 'adoption')}`
  if (all.length === 0) return [say(`No adopter ${words}.`, asked)]
  return [
    say(`${of} ${words}${all.length > named ? `; the first ${named} of them` : ''}:`, asked),
    ...all
      .slice(0, named)
      .map((one) => say(`${one.name}, on ${one.date}, exposure ${exposureWords(found.channels, one)}.`, asked)),
  ]
}

const resisters = ({ found, asked }: Spreading): readonly Sentence[] => {
  const channel = first(found)
  const members = found.curve.at(-1)?.system ?? 0
  const never = found.neverAdopted
    .filter(({ possible }) => !possible)
    .toSorted((a, b) => (b.exposure[channel] ?? -1) - (a.exposure[channel] ?? -1) || (a.state < b.state ? -1 : 1))
  if (never.length === 0) return [say('No member of the system is certainly without it.', asked)]
  return [
    say(
      `${never.length} of ${members} members have certainly not adopted it` +
        `${never.length > named ? `; the ${named} most exposed of them, by ${channel}` : ''}:`,
      asked,
    ),
    ...never.slice(0, named).map((one) => say(`${one.name}, exposure ${exposureWords(found.channels, one)}.`, asked)),
  ]
}

/** Who adopted at low exposure, who late at high exposure, and who never did. */
export const leadersSection = (spreading: Spreading): ReportSection => ({
  id: 'leaders',
  heading: 'Leaders, laggards, resisters',
  blocks: [
    {
      kind: 'paragraph',
      sentences: [
        say(
          'Exposure is the share of a state’s partners that had adopted at the end of the year before, from 0 to 1, each ' +
            'weighted by what it shares with the state; a description, not an effect.',
          spreading.asked,
        ),
      ],
    },
    {
      kind: 'list',
      items: [
        roleSentences(spreading, 'leader', 'led: adopted it at a very low exposure'),
        roleSentences(spreading, 'laggard', 'lagged: adopted it late, and at an exposure above the mean'),
        resisters(spreading),
      ],
    },
  ],
})
