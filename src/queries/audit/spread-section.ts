import { ask } from '../question/ask.ts'
import type { Figure } from '../question/figure.ts'
import { counted } from '../question/output-fields.ts'
import { figureOf, type Question } from '../question/question.ts'
import type { ReportSection, ReportTable, Sentence } from '../question/report.ts'
import { spread } from '../spread/spread.ts'
import type { BriefSpread, SpreadPart } from '../spread/spread-answer.ts'
import type { Audit } from './audit-context.ts'
import { upper } from '../record/act-words.ts'
import { systemWords, thresholdWords } from './field-words.ts'
import { say } from './ledger.ts'

/** How the norm spread, as `spread` tells it, and the reference to that answer. */
export interface Spreading {
  readonly found: BriefSpread
  readonly asked: string
  /** The fields that it was asked with. */
  readonly given: Readonly<Record<string, string>>
}

/** What a report asks of `spread`. */
export interface SpreadAsked {
  readonly threshold: string
  readonly system?: string | undefined
  readonly channel: readonly string[]
}

export const loadSpreading = async (
  { world, norm, ledger }: Audit,
  { threshold, system, channel }: SpreadAsked,
): Promise<Spreading> => {
  const given = {
    subject: norm,
    threshold,
    spells: 'all',
    ...(system !== undefined && { system }),
    channel: channel.join(','),
    ...(channel.includes('advocacy') && { norm }),
  }
  const question: Question = spread
  const input = question.input.parse(given) as Parameters<Question['answer']>[1]
  const { answer } = await ask(question, world, input, (of, meant) => question.brief?.(of, meant) as Promise<object>)
  return { found: answer as unknown as BriefSpread, asked: await ledger.asked(question, given), given }
}

export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

const did: Readonly<Record<string, string>> = {
  SIGNED: 'had signed, or had gone further',
  CONSENTED: 'had consented to be bound, or had gone further',
  IN_FORCE: 'were bound, with an instrument in force for them',
}

/** What counts as an adoption here, in a clause. */
export const adopterWords = ({ threshold }: Pick<BriefSpread, 'threshold'>): string => did[threshold] ?? threshold

const tippingSentence = ({ found, asked }: Spreading): Sentence => {
  const { tipping, parameters, tippingEarliest } = found
  const rule = `${parameters.share} of the members of ${systemWords(found)}, by ${thresholdWords(found)}`
  if (tipping !== null)
    return say(
      `It tipped on ${tipping.date}: from that day ${tipping.adopters} of ${tipping.system} members ` +
        `(${percent(tipping.share)}) had adopted it, at a mark of ${rule}.`,
      asked,
    )
  return say(
    tippingEarliest === null
      ? `It had not reached its mark of ${rule} by the day of this report.`
      : `It had not certainly reached its mark of ${rule}; if all that is uncertain were so, on ${tippingEarliest}.`,
    asked,
  )
}

const lastYear = (found: BriefSpread) => found.curve.at(-1)
const fields = { SIGNED: 'signed', CONSENTED: 'consented', IN_FORCE: 'inForce' } as const

/** How many of how many had adopted on the day of the report, in one sentence. */
export const shareSentence = (found: BriefSpread & { readonly asOf?: string }, asked: string): Sentence => {
  const year = lastYear(found)
  if (year === undefined) return say('Nobody could adopt it by the day of this report.', asked)
  const { count, possible } = year[fields[found.threshold]]
  const more = possible > 0 ? `; of ${possible} more it is open` : ''
  return say(
    `Of ${year.system} members of ${systemWords(found)}, ${count} ${adopterWords(found)} ` +
      `(${percent(year.system === 0 ? 0 : count / year.system)})${more}.`,
    asked,
  )
}

/** The days and years on which its spread turned. */
const turningPoints = (spreading: Spreading): readonly (readonly Sentence[])[] => {
  const { found, asked } = spreading
  const peak = found.curve.toSorted((a, b) => b.adopters - a.adopters || a.year - b.year)[0]
  const first = found.adopters[0]
  const falls = found.exits.filter(({ kind }) => kind === 'exit')
  const batch = first === undefined ? [] : found.adopters.filter(({ date }) => date === first.date)
  return [
    ...(first === undefined
      ? []
      : [
          [
            say(
              batch.length === 1
                ? `${first.name} was the first to adopt it, on ${first.date}.`
                : `${batch.length} of ${found.adopters.length} adopters were the first, all on ${first.date}.`,
              asked,
            ),
          ],
        ]),
    [tippingSentence(spreading)],
    ...(peak === undefined || peak.adopters === 0
      ? []
      : [[say(`Most adopted it in ${peak.year}: ${peak.adopters} of ${peak.atRisk} that had not yet.`, asked)]]),
    ...(found.internalization.ninetyPercent === null
      ? []
      : [[say(`Nine members in ten had adopted it on ${found.internalization.ninetyPercent}.`, asked)]]),
    [
      falls.length === 0
        ? say('No exit is recorded.', asked)
        : say(
            `${counted(falls.length, 'exit')} of ${counted(found.adopters.length, 'adoption')} ` +
              `${falls.length === 1 ? 'is' : 'are'} recorded, the first of ${falls[0]?.name} on ${falls[0]?.date}.`,
            asked,
          ),
    ],
  ]
}

/** Of what goes on: how far sources reach. */
const onWords = ({ knownThrough }: BriefSpread): string =>
  knownThrough === null ? 'on, as far as recorded' : `on, as far as sources reach (${knownThrough})`

const phaseSentences = ({ found, asked }: Spreading): readonly Sentence[] =>
  found.phases.map(({ phase, from, to }) =>
    say(`${upper(phase.replaceAll('_', ' '))}: from ${from} ${to === null ? onWords(found) : `to ${to}`}.`, asked),
  )

const regionsTable = ({ found, asked }: Spreading): ReportTable => ({
  kind: 'table',
  caption: say(`By ${found.by}: adopters among the members of ${systemWords(found)} in each group.`, asked),
  head: ['Group', 'Adopters', 'Members', 'Share', 'First', `Reached ${found.parameters.share}`],
  rows: found.regions.map(({ label, adopters, system, share, first, tips }) => ({
    cells: [
      label,
      adopters,
      system,
      share === null ? 'no members' : percent(share),
      first ?? 'none yet',
      tips ?? 'not reached',
    ],
  })),
})

const figure = ({ found }: Spreading, part: SpreadPart): Figure => figureOf(spread, { ...found, part })

/** How the norm spread: a sentence, the curve, the heartbeat, the turning points, the regions. */
export const spreadSection = (spreading: Spreading): ReportSection => {
  const { found, asked } = spreading
  const from = found.curve[0]?.year
  const reach =
    found.knownThrough === null
      ? 'Of most members that have not adopted it no source says that it holds what they did.'
      : `Of most members that have not adopted it sources hold what they did through ${found.knownThrough}.`
  return {
    id: 'how-it-spread',
    heading: 'How it spread',
    blocks: [
      {
        kind: 'paragraph',
        sentences: [shareSentence(found, asked), tippingSentence(spreading), say(reach, asked)],
      },
      ...(from === undefined
        ? []
        : [
            {
              kind: 'figure' as const,
              figure: figure(spreading, 'curve'),
              caption: say(
                `The share of the members of ${systemWords(found)} that had signed, consented and were bound, by year.`,
                asked,
              ),
            },
            {
              kind: 'figure' as const,
              figure: figure(spreading, 'hazard'),
              caption: say('Its heartbeat: adoptions and exits of each year.', asked),
            },
          ]),
      { kind: 'list', items: turningPoints(spreading) },
      ...(found.phases.length === 0 ? [] : [{ kind: 'paragraph' as const, sentences: phaseSentences(spreading) }]),
      regionsTable(spreading),
    ],
  }
}
