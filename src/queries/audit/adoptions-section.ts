import { parseDay } from '../../time/day.ts'
import { at } from '../../time/timeline.ts'
import type { ReportSection, Sentence } from '../question/report.ts'
import { countBeside } from '../memberships/in-system.ts'
import type { BriefSpread } from '../spread/spread-answer.ts'
import { membershipSentences, pressureSentences, type Surroundings } from './around.ts'
import { actSentences, nameAtBeginning, type Audit } from './audit-context.ts'
import { systemWords } from './field-words.ts'
import { say } from './ledger.ts'
import { exposureWords } from './leaders-section.ts'
import { adopterWords, type Spreading } from './spread-section.ts'

type Adopter = BriefSpread['adopters'][number]

/** The events of a state itself by which it stood as it did on a day. */
const actsBehind = ({ subject }: Audit, state: string, date: string): readonly string[] => {
  const span = at(subject.historyOf(state).timeline, parseDay(date))
  return span === undefined ? [] : [...span.decidedBy]
}

/** Of the events behind a status those that the state itself did, in treaties. */
const ownActs = ({ ledger }: Audit, ids: readonly string[], state: string): readonly string[] =>
  ids.filter((id) => {
    const event = ledger.read(id)
    return event !== undefined && event.data['actor'] === state && event.stream.startsWith('treaty-')
  })

const besideWords = (found: BriefSpread, { inSystem }: Pick<Adopter, 'inSystem'>): string =>
  inSystem === false
    ? `it was no member of ${systemWords(found)} then`
    : `the sources believed do not tell whether it was a member of ${systemWords(found)} then`

const placeSentence = ({ found, asked }: Spreading, one: Adopter): Sentence => {
  const batch = found.adopters.filter(({ date }) => date === one.date).length
  const among = batch === 1 ? '' : `, with ${batch - 1} other${batch === 2 ? '' : 's'} on that day`
  const outside = one.inSystem === true ? '' : `; ${besideWords(found, one)}`
  const again = one.spell > 1 ? ` for the ${one.spell}. time` : ''
  return say(
    `It was number ${one.order} of ${found.adopters.length} to adopt it${again}${among}: ${one.date} is the first ` +
      `day on which it certainly ${adopterWords(found).split(',')[0] ?? ''}${outside}.`,
    asked,
  )
}

const entry = async (
  audit: Audit,
  spreading: Spreading,
  surroundings: Surroundings,
  one: Adopter,
): Promise<ReportSection> => {
  const day = parseDay(one.date)
  const ids = actsBehind(audit, one.state, one.date)
  const acts = actSentences(audit, ownActs(audit, ids, one.state))
  const { found, asked } = spreading
  return {
    id: `adoption-${one.state}-${one.date}`,
    heading: `${nameAtBeginning(audit, one.state)}, ${one.date}`,
    blocks: [
      {
        kind: 'paragraph',
        sentences: [
          placeSentence(spreading, one),
          ...acts,
          say(`Its exposure at the end of the year before: ${exposureWords(found.channels, one)}.`, asked),
        ],
      },
      { kind: 'paragraph', sentences: await pressureSentences(audit, surroundings, one.state, day) },
      { kind: 'paragraph', sentences: await membershipSentences(audit, surroundings, one.state, day) },
    ],
  }
}

/** How many adoptions the figures and the share leave out, for they count members alone. */
const outsideWords = (found: BriefSpread): string => {
  const { outside, untold } = countBeside(found.adopters)
  const words = [
    outside > 0 && `${outside} of them by who was no member of ${systemWords(found)} then`,
    untold > 0 && `${untold} by whom the sources believed do not tell of as a member of ${systemWords(found)}`,
  ].filter((one) => one !== false)
  return words.length === 0 ? '' : ` (${words.join('; ')})`
}

/** Each adoption with its acts, exposures, pressures, and memberships gained and lost around it. */
export const adoptionsSection = async (
  audit: Audit,
  spreading: Spreading,
  surroundings: Surroundings,
  only: string | undefined,
): Promise<ReportSection> => {
  const { found, asked } = spreading
  const { years } = surroundings
  const listed = found.adopters.filter(({ state }) => only === undefined || state === only)
  await audit.ledger.load(listed.flatMap((one) => [...actsBehind(audit, one.state, one.date)]))
  const sections: ReportSection[] = []
  for (const one of listed) {
    audit.world.goOn?.()
    sections.push(await entry(audit, spreading, surroundings, one))
  }
  const lead =
    only === undefined
      ? say(
          `Each of the ${found.adopters.length} adoptions${outsideWords(found)}, in order: its acts, its exposure, ` +
            `who pressed the state in the ${years} years before, and what memberships it gained or lost within ` +
            `${years} years.`,
          asked,
        )
      : say(
          listed.length === 0
            ? `${nameAtBeginning(audit, only)} is not known to have adopted it by the day of this report.`
            : `${nameAtBeginning(audit, only)} adopted it ${listed.length === 1 ? 'once' : `${listed.length} times`}.`,
          asked,
        )
  return { id: 'adoptions', heading: 'Adoptions', blocks: [{ kind: 'paragraph', sentences: [lead] }], sections }
}
