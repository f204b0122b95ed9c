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
    for (const segment of segments) yield* segmentDrafts({ taking, rows, section, statement, segment, labels })
  }
}

/** A part of a statement, and where it stands. */
interface Part {
  readonly taking: Taking
  readonly rows: Draft['rows']
  readonly section: Section
  readonly statement: Statement
  readonly segment: StatementSegment
  /** How often a section used the same words of a participant. */
  readonly labels: Map<string, number>
}

/** The same words for the same thing, each time: the second reservation to article 29 is `art-29-2`. */
const labelOf = ({ section, statement, labels }: Part, words: string): string => {
  const key = `${section} ${statement.participant} ${words}`
  const count = (labels.get(key) ?? 0) + 1
  labels.set(key, count)
  return count === 1 ? words : `${words}-${count}`
}

type Saying = (
  type: string,
  fact: string,
  data: JsonObject,
  more?: { references?: Draft['references']; remark?: string },
) => Draft

const madeIn = ({ taking: { document }, statement, segment }: Part): Made => {
  const row = rowOf(document.participants?.rows ?? [], statement.participant)
  const acts = row === undefined ? [] : actsIn(document.participants?.columns ?? [], row, document.code)
  return madeOf(segment, ownDaysOf(acts))
}

const wholeOf = ({ titles, text }: StatementSegment): string => [...titles, text].join('\n')

function* segmentDrafts(part: Part): Generator<Yield> {
  const { taking, rows, section, segment } = part
  const { participant, notes } = part.statement
  const made = madeIn(part)
  const locator = taking.locator(participant, [...new Set([...notes, ...segment.notes])], segment.titles.join(' '))
  const say: Saying = (type, fact, data, more = {}) =>
    taking.draft(rows, type, { actor: participant, locator, fact, data, occurred: made.on, ...more })
  const objected =
    section === 'objections' ? objectedIn(segment.titles, segment.text, (name) => taking.isKnown(name)) : undefined
  if (objected === undefined) return yield* declared(part, made, say)
  for (const to of objected.to)
    yield say(
      'ObjectionMade',
      labelOf(part, `objection/${to}`),
      { precludesEntryIntoForce: objected.precludes, text: wholeOf(segment) },
      { references: { to: taking.actor(to) } },
    )
}

/** A reservation or a declaration, by what it says of itself; what is neither is kept whole. */
function* declared(part: Part, made: Made, say: Saying): Generator<Yield> {
  const { taking, section, segment } = part
  const text = wholeOf(segment)
  const isClassed = section !== 'objections' && section !== 'notifications'
  const found = isClassed ? classOf(segment, taking.document.code, section === 'declarationsUnderArticle') : undefined
  if (found?.is === 'reservation') {
    const name = labelOf(part, nameOf(found.provisions))
    const data = { reservation: name, provisions: [...found.provisions], ...attached(made), text }
    return yield say('ReservationMade', `reservation/${name}`, data)
  }
  const kind = found?.kind ?? 'unclassified'
  const provisions = found?.provisions ?? []
  // One acceptance for each article: it can be taken back alone.
  for (const articles of kind === 'optionalClause' ? provisions.map((one) => [one]) : [provisions]) {
    const name = labelOf(part, `${whatItIs[section]}-${nameOf(articles)}`)
    yield say(
      'DeclarationMade',
      `declaration/${name}`,
      {
        declaration: name,
        kind,
        ...attached(made),
        ...(articles.length > 0 && { provisions: [...articles] }),
        text,
      },
      kind === 'unclassified' ? { remark: `not classified, kept whole: ${whatItIs[section]}` } : {},
    )
  }
}

const attached = ({ at }: Made): JsonObject => ({ at })

const nameOf = (provisions: readonly string[]): string =>
  provisions.length === 0 || provisions.length > 4 ? '1' : `art-${provisions.join('-')}`
