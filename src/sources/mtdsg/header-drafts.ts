import type { JsonObject } from '../../events/json.ts'
import type { Draft, Yield } from '../importer/draft.ts'
import { conclusionOf } from '../untc/untc-title.ts'
import type { MtdsgHeader } from './document.ts'
import type { Taking } from './taking.ts'
import { dayAfter } from './written-date.ts'

const undatedFile =
  'nobody says on which day the files were taken: they claim to hold nothing in full. Give the day (retrieved)'

/**
 * What the header states of the instrument. Its clauses are unknown until somebody enters them; the day of entry into
 * force is a check on the one that they give. An entry into force that is provisional, or lies ahead of the file, is
 * none.
 */
export function* headerDrafts(taking: Taking): Generator<Yield> {
  const { document, file, retrieved } = taking
  const { header } = document
  const rows = taking.next()
  const concluded = conclusionOf(header.conclusion)
  if (concluded === undefined) {
    yield { rows, skipped: 'no-value', detail: `${document.number}: the header does not say when it was concluded` }
    return
  }
  const unread = document.unread.filter((part, index, all) => all.indexOf(part) === index)
  const remark = retrieved === undefined ? undatedFile : unreadText(unread)
  yield taking.draft(rows, 'TreatyConcluded', {
    fact: 'concluded',
    occurred: concluded.occurred,
    references: { treaty: { scheme: 'untc', code: document.code, subject: 'treaty' } },
    data: definitionIn(header, concluded.place),
    locator: `${file}, header`,
    ...(remark !== undefined && { remark }),
  })
  yield* statedIn(taking, rows, concluded.occurred)
}

const unreadText = (parts: readonly string[]): string | undefined =>
  parts.length === 0 ? undefined : `these parts are not read: ${parts.join(', ')}`

const definitionIn = ({ title, chapter, registration, text }: MtdsgHeader, place: string | undefined): JsonObject => ({
  title,
  ...(place !== undefined && { place }),
  chapter: `${chapter.number}${chapter.part === undefined ? '' : `-${chapter.part}`}. ${chapter.name}`,
  ...(registration !== undefined && registration.text !== '' && { registered: registration.text }),
  ...(text.length > 0 && { published: text.join(' ') }),
  entryIntoForce: 'unknown',
  exit: 'unknown',
})

function* statedIn(taking: Taking, rows: Draft['rows'], concluded: string): Generator<Draft> {
  const { header } = taking.document
  const locator = `${taking.file}, header`
  const opened = openedIn(header.note)
  if (opened !== undefined && opened >= concluded.slice(0, 10))
    yield taking.draft(rows, 'TreatyOpenedForSignature', { fact: 'opened', occurred: opened, locator })
  const inForce = inForceIn(header)
  if (inForce !== undefined && (taking.retrieved === undefined || inForce.day <= taking.retrieved))
    yield taking.draft(rows, 'TreatyEnteredIntoForce', {
      fact: 'inForce',
      occurred: inForce.day,
      data: inForce.article === undefined ? {} : { article: inForce.article },
      locator: `${locator}: ${header.entryIntoForce?.text ?? ''}`,
    })
  const ended = endedIn(header)
  if (ended !== undefined)
    yield taking.draft(rows, 'TreatyTerminated', {
      fact: 'terminated',
      occurred: ended,
      data: { ground: header.termination?.text ?? '' },
      locator,
    })
}

/**
 * `The Covenant was opened for signature at New York on 19 December 1966.` Not where it says until when before it says
 * since when.
 */
export const openedIn = (note: readonly string[]): string | undefined =>
  note
    .map((text) =>
      dayAfter(text, String.raw`\bopen(?:ed)? for signature\b(?:(?!\buntil\b|\bto \d)[^.])*?\b(?:on|from|as of) `),
    )
    .find((day) => day !== undefined)

/** `26 June 1987, in accordance with article 27(1).` */
export const inForceIn = ({
  entryIntoForce,
}: Pick<MtdsgHeader, 'entryIntoForce'>): { readonly day: string; readonly article: string | undefined } | undefined => {
  if (entryIntoForce?.label !== 'Entry into force') return undefined
  const { text } = entryIntoForce
  const day = dayAfter(text, '^') ?? dayAfter(text, String.raw`\bdefinitively on `)
  const article =
    /\bin accordance with (?:the )?((?:article|section|paragraph)s? ?[\w().?]+?)(?=which|of the|[,;:."“[]|\s|$)/.exec(
      text,
    )?.[1]
  return day === undefined ? undefined : { day, article }
}

/** `Terminated in accordance with its provisions on 30 June 1995.` */
export const endedIn = ({ termination }: Pick<MtdsgHeader, 'termination'>): string | undefined =>
  termination === undefined
    ? undefined
    : (dayAfter(termination.text, '^') ??
      dayAfter(termination.text, String.raw`\b(?:[Tt]erminated|expired?)\b[^.]*?\b(?:on|with effect from) `))
