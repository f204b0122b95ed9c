import { contestation } from '../contestation/contestation.ts'
import type { Contestation } from '../contestation/contestation-answer.ts'
import { parseDay } from '../../time/day.ts'
import { ask } from '../question/ask.ts'
import { idsOf, knownRows } from '../question/known-rows.ts'
import { counted } from '../question/output-fields.ts'
import type { ReportBlock, ReportSection, Sentence } from '../question/report.ts'
import { surroundingSentences, type Surroundings } from './around.ts'
import { actSentences, nameAtBeginning, nameOf, type Audit } from './audit-context.ts'
import { say } from './ledger.ts'
import { percent, type Spreading } from './spread-section.ts'

type Objector = Contestation['objectors'][number]

const classes: Readonly<Record<Objector['class'], string>> = {
  persistent: 'is a persistent objector: it objected repeatedly, first before the tipping date, and has not consented',
  subsequent: 'is a subsequent objector: it objected repeatedly, first on the tipping date or later, without consent',
  single: 'objected once, which makes it neither a persistent nor a subsequent objector',
  consented: 'objected, and had consented by then or did since',
  withdrawn: 'took back all of its objections',
  contesting: 'contested the application of the norm, not its validity',
  'none-recorded': 'is not recorded to have spoken against the norm',
  unknown: 'spoke against the norm; which kind of objector it is cannot be told',
}

/**
 * One that spoke against the norm: as which kind of objector, what it said, and what stood around its first objection.
 */
const objectorEntry = async (
  audit: Audit,
  spreading: Spreading,
  surroundings: Surroundings,
  one: Objector,
  asked: string,
): Promise<ReportSection> => {
  const name = nameAtBeginning(audit, one.state)
  const reasons = one.class === 'unknown' && one.reasons.length > 0 ? ` (${one.reasons.join(', ')})` : ''
  const around =
    one.first === null ? [] : await surroundingSentences(audit, spreading, surroundings, one.state, parseDay(one.first))
  return {
    id: `objector-${one.state}`,
    heading: name,
    blocks: [
      {
        kind: 'paragraph',
        sentences: [
          say(`${name} ${classes[one.class]}${reasons}.`, asked),
          ...actSentences(
            audit,
            one.statements.flatMap(({ events }) => events),
          ),
        ],
      },
      ...(around.length === 0 ? [] : [{ kind: 'paragraph' as const, sentences: around }]),
    ],
  }
}

/** The share that legitimises the norm, with what it is of, and how it is spread over regions. */
const legitimacySentence = ({ legitimacy }: Contestation, asked: string): Sentence => {
  const { share, legitimate, system, breadth } = legitimacy
  if (share === null)
    return say(
      'No contestation of the norm is recorded, so that how many consent without contesting it cannot be told from ' +
        'who consents.',
      asked,
    )
  const spread = breadth === null ? '' : `; spread over the regions at ${breadth.toFixed(3)} of 1`
  return say(
    `${legitimate} of ${system} members have consented to it and are not recorded to contest its validity ` +
      `(${percent(share)}, as far as statements are recorded)${spread}.`,
    asked,
  )
}

const endorsements = async (audit: Audit, only: string | undefined): Promise<readonly ReportBlock[]> => {
  const { world, norm, ledger } = audit
  const rows = await knownRows(world, 'norm_position')
    .selectAll()
    .where('stream', '=', `norm-${norm}`)
    .where('position', '=', 'endorsed')
    .where('valid_from', '<=', world.asOf)
    .execute()
  const ids = rows
    .filter(({ actor }) => only === undefined || actor === only)
    .flatMap(({ decided_by }) => [...idsOf(decided_by)])
  await ledger.load(ids)
  const items = actSentences(audit, ids).map((one) => [one])
  return items.length === 0 ? [] : [{ kind: 'list', items }]
}

/** Who spoke against the norm, as which kind of objector, and who for it without being bound. */
export const contestationSection = async (
  audit: Audit,
  spreading: Spreading,
  surroundings: Surroundings,
  only: string | undefined,
): Promise<ReportSection> => {
  const { world, norm, ledger } = audit
  const { threshold, system } = spreading.given
  const fields = {
    norm,
    ...(only !== undefined && { state: only }),
    ...(threshold !== undefined && { threshold }),
    ...(system !== undefined && { system }),
  }
  const { answer } = await ask(contestation, world, contestation.input.parse(fields))
  const found = answer as unknown as Contestation
  const asked = await ledger.asked(contestation, fields)
  const spoke = found.objectors.filter((one) => one.class !== 'none-recorded')
  await ledger.load(spoke.flatMap(({ statements }) => statements.flatMap(({ events }) => events)))
  const sections: ReportSection[] = []
  for (const one of spoke) sections.push(await objectorEntry(audit, spreading, surroundings, one, asked))
  const whose = only === undefined ? '' : ` of ${nameOf(audit, only)}`
  const lead =
    spoke.length === 0
      ? `No statement${whose} is recorded as contesting the norm itself; no source claims to hold all of them.`
      : `${counted(spoke.length, 'state')} ${spoke.length === 1 ? 'is' : 'are'} recorded to have spoken against the ` +
        'norm.'
  return {
    id: 'contestation',
    heading: 'Contestation and endorsement',
    blocks: [
      {
        kind: 'paragraph',
        sentences: [say(lead, asked), ...(only === undefined ? [legitimacySentence(found, asked)] : [])],
      },
      ...(await endorsements(audit, only)),
    ],
    sections,
  }
}
