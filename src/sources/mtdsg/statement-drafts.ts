import type { JsonObject } from '../../events/json.ts'
import type { Draft, Yield } from '../importer/draft.ts'
import { classOf } from './classify.ts'
import type { Statement, Statements } from './document.ts'
import { objectedIn } from './objections.ts'
import { statementSegmentsOf, type StatementSegment } from './segments.ts'
import { actsIn } from './table-drafts.ts'
import type { Taking } from './taking.ts'
import { madeOf, ownDaysOf, rowOf, type Made } from './when-made.ts'

type Section = 'declarations' | 'declarationsUnderArticle' | 'notifications' | 'objections'

const whatItIs: Readonly<Record<Section, string>> = {
  declarations: 'declaration',
  declarationsUnderArticle: 'declaration-under-article',
  notifications: 'notification',
  objections: 'objection',
}

/**
 * The texts below the table, by section and participant: each part an act of its own, whole, with what it says of
 * itself.
 */
export function* statementDrafts(taking: Taking): Generator<Yield> {
  for (const section of ['declarations', 'declarationsUnderArticle', 'notifications', 'objections'] as const)
    yield* sectionDrafts(taking, section, taking.document[section])
}

function* sectionDrafts(taking: Taking, section: Section, { statements }: Statements): Generator<Yield> {
  const labels = new Map<string, number>()
  for (const statement of statements) {
    const rows = taking.next()
    const segments = statementSegmentsOf(statement.paragraphs)
    if (segments.length === 0) {
      yield { rows, skipped: 'no-value', detail: `${taking.file}, ${statement.participant}: only notes` }
      continue
    }
    if (!taking.isKnown(statement.participant)) {
      yield { rows, skipped: 'unmatched-name', detail: statement.participant }
      continue
    }
    for (const segment of segments) yield* segmentDrafts(taking, { rows, section, labels }, statement, segment)
  }
}

/** Where a statement stands, and how often each label was given there. */
interface InSection {
  readonly rows: Draft['rows']
  readonly section: Section
  readonly labels: Map<string, number>
}

function* segmentDrafts(
  taking: Taking,
  { rows, section, labels }: InSection,
  { participant, notes }: Statement,
  segment: StatementSegment,
): Generator<Yield> {
  const { document } = taking
  const row = rowOf(document.participants?.rows ?? [], participant)
  const made = madeOf(
    segment,
    ownDaysOf(row === undefined ? [] : actsIn(document.participants?.columns ?? [], row, document.code)),
  )
  const all = [...new Set([...notes, ...segment.notes])]
  const locator = taking.locator(participant, all, segment.titles.join(' '))
  const whole = [...segment.titles, segment.text].join('\n')
  /** The same words for the same thing, each time: the second reservation to article 29 is `art-29-2`. */
  const label = (words: string, about = participant): string => {
    const key = `${section} ${about} ${words}`
    const count = (labels.get(key) ?? 0) + 1
    labels.set(key, count)
    return count === 1 ? words : `${words}-${count}`
  }
  const said = (
    type: string,
    fact: string,
    data: JsonObject,
    more: { references?: Draft['references']; remark?: string } = {},
  ): Draft => taking.draft(rows, type, { actor: participant, locator, fact, data, occurred: made.on, ...more })
  if (section === 'objections') {
    const objected = objectedIn(segment.titles, segment.text, (name) => taking.isKnown(name))
    if (objected !== undefined) {
      for (const to of objected.to)
        yield said(
          'ObjectionMade',
          label(`objection/${to}`),
          { precludesEntryIntoForce: objected.precludes, text: whole },
          { references: { to: taking.actor(to) } },
        )
      return
    }
  }
  const found =
    section === 'objections' || section === 'notifications'
      ? undefined
      : classOf(segment, document.code, section === 'declarationsUnderArticle')
  if (found?.is === 'reservation') {
    const name = label(nameOf(found.provisions))
    yield said('ReservationMade', `reservation/${name}`, {
      reservation: name,
      provisions: [...found.provisions],
      ...attached(made),
      text: whole,
    })
    return
  }
  const kind = found?.kind ?? 'unclassified'
  const provisions = found?.provisions ?? []
  // One acceptance for each article: it can be taken back alone.
  for (const articles of kind === 'optionalClause' ? provisions.map((one) => [one]) : [provisions]) {
    const name = label(`${whatItIs[section]}-${nameOf(articles)}`)
    yield said(
      'DeclarationMade',
      `declaration/${name}`,
      {
        declaration: name,
        kind,
        ...attached(made),
        ...(articles.length > 0 && { provisions: [...articles] }),
        text: whole,
      },
      kind === 'unclassified' ? { remark: `not classified, kept whole: ${whatItIs[section]}` } : {},
    )
  }
}

const attached = ({ at }: Made): JsonObject => ({ at })

const nameOf = (provisions: readonly string[]): string =>
  provisions.length === 0 || provisions.length > 4 ? '1' : `art-${provisions.join('-')}`
