import { at } from '../../time/timeline.ts'
import { coverage } from '../holdings/coverage.ts'
import { counted } from '../question/output-fields.ts'
import type { ReportSection, Sentence } from '../question/report.ts'
import { nameOf, type Audit } from './audit-context.ts'
import { say } from './ledger.ts'
import type { Spreading } from './spread-section.ts'

/** Of whom the status is unknown on the day. */
const unknownStatus = (audit: Audit, { asked }: Spreading, only: string | undefined): Sentence => {
  const { world, subject } = audit
  const isUnknown = (actor: string): boolean =>
    at(subject.historyOf(actor).timeline, world.asOf)?.value.status === 'UNKNOWN'
  if (only !== undefined)
    return say(
      `The status of ${nameOf(audit, only)} on the day of this report is ` +
        `${isUnknown(only) ? 'unknown' : 'known as far as sources reach'}.`,
      asked,
    )
  const unknown = subject.actors.filter(isUnknown)
  return say(
    unknown.length === 0
      ? 'Of nobody who acted under its instruments the status is unknown on the day of this report.'
      : `Of ${counted(unknown.length, 'actor')} of ${subject.actors.length} the status is unknown on the day of this ` +
          `report: ${unknown.map((actor) => nameOf(audit, actor)).join(', ')}.`,
    asked,
  )
}

/** Of whom it is open whether they adopted it, and from when on no source says. */
const openAdoptions = (audit: Audit, { found, asked }: Spreading, only: string | undefined): readonly Sentence[] => {
  const open = found.neverAdopted.filter(({ possible, state }) => possible && (only === undefined || state === only))
  const after =
    found.knownThrough === null
      ? 'Of most members without it no source holds what they did.'
      : `What most members without it did after ${found.knownThrough} no source says.`
  const words =
    only === undefined
      ? `Of ${counted(open.length, 'member')} dates or rival sources leave open whether they had adopted it` +
        `${open.length === 0 ? '' : `: ${open.map(({ name }) => name).join(', ')}`}.`
      : `Whether ${nameOf(audit, only)} had adopted it dates and rival sources ` +
        `${open.length === 0 ? 'do not ' : ''}leave open.`
  return [say(words, asked), say(after, asked)]
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
  const isMeant = (actor: string): boolean => only === undefined || actor === only
  const isDomestic = subject.actors.some((actor) => isMeant(actor) && (subject.domesticOf?.(actor) ?? []).length > 0)
  const holdings = await ledger.asked(coverage, {})
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
          [unknownStatus(audit, spreading, only)],
          openAdoptions(audit, spreading, only),
          ...(only === undefined ? unknownOutcomes(spreading) : []),
          [
            say(
              `${home} recorded; no source claims to hold all of them, so that their absence says nothing.`,
              holdings,
            ),
          ],
          [
            say(
              'No source claims to hold all campaigns, actions, answers, concessions or violations: none recorded is ' +
                'not none done.',
              holdings,
            ),
          ],
        ],
      },
    ],
  }
}
