import { at } from '../../time/timeline.ts'
import { coverage } from '../holdings/coverage.ts'
import { counted } from '../question/output-fields.ts'
import type { Question } from '../question/question.ts'
import type { ReportSection, Sentence } from '../question/report.ts'
import { nameOf, type Audit } from './audit-context.ts'
import { say } from './ledger.ts'
import type { Spreading } from './spread-section.ts'

/** Whom a report is of: everybody, or one. */
type IsMeant = (actor: string) => boolean

/** Of whom the status is unknown on the day. */
const unknownStatus = (audit: Audit, { asked }: Spreading, isMeant: IsMeant): Sentence => {
  const { world, subject } = audit
  const isUnknown = (actor: string): boolean =>
    at(subject.historyOf(actor).timeline, world.asOf)?.value.status === 'UNKNOWN'
  const unknown = subject.actors.filter((actor) => isMeant(actor) && isUnknown(actor))
  return say(
    unknown.length === 0
      ? 'Of nobody who acted under its instruments the status is unknown on the day of this report.'
      : `Of ${counted(unknown.length, 'actor')} of ${subject.actors.length} the status is unknown on the day of this ` +
          `report: ${unknown.map((actor) => nameOf(audit, actor)).join(', ')}.`,
    asked,
  )
}

/** Of whom it is open whether they adopted it. */
const openAdoptions = ({ found, asked }: Spreading, isMeant: IsMeant): Sentence => {
  const open = found.neverAdopted.filter(({ possible, state }) => possible && isMeant(state))
  return say(
    open.length === 0
      ? 'Of nobody counted as without it its adoption is left open by dates or sources.'
      : `Of ${counted(open.length, 'member')} it is open whether they had adopted it: ` +
          `${open.map(({ name }) => name).join(', ')}.`,
    asked,
  )
}

/** Of how many of those at risk nobody says what they did. */
const unknownOutcomes = ({ found, asked }: Spreading): readonly (readonly Sentence[])[] => {
  const last = found.curve.at(-1)
  if (last === undefined) return []
  const { year, atRisk, unknown } = last
  return [
    [
      say(
        `In ${year} ${atRisk} members were at risk of adopting it: of ${unknown} of them nobody says what they did.`,
        asked,
      ),
    ],
  ]
}

/** What is not known, and why: of whom nobody says where they stand, and what no source claims to hold. */
export const unknownSection = async (
  audit: Audit,
  spreading: Spreading,
  only: string | undefined,
): Promise<ReportSection> => {
  const { subject, ledger } = audit
  const isMeant: IsMeant = (actor) => only === undefined || actor === only
  const isDomestic = subject.actors.some((actor) => isMeant(actor) && (subject.domesticOf?.(actor) ?? []).length > 0)
  const holdings = await ledger.asked(coverage as unknown as Question, {})
  const home = isDomestic
    ? 'Some laws, rulings or institutions at home are'
    : 'No law, ruling or institution at home is'
  return {
    id: 'unknown',
    heading: 'What is not known',
    blocks: [
      {
        kind: 'list',
        items: [
          [unknownStatus(audit, spreading, isMeant)],
          [openAdoptions(spreading, isMeant)],
          ...(only === undefined ? unknownOutcomes(spreading) : []),
          [
            say(
              `${home} recorded; no source claims to hold all of them, so that their absence says nothing.`,
              holdings,
            ),
          ],
          [
            say(
              'No source claims to hold all campaigns, actions, answers, concessions or violations: none recorded is not ' +
                'none done.',
              holdings,
            ),
          ],
        ],
      },
    ],
  }
}
