import { only } from '../../names/meaning.ts'
import type { Meant, Names, SubjectKind } from '../../names/names.ts'
import type { Draft, Reference } from '../../sources/importer/draft.ts'
import { numberMeant } from '../../text/treaty-number.ts'
import { parseDate } from '../../time/edtf.ts'
import type { Defined } from './defined.ts'
import { subjectKindOf } from './resolve-payload.ts'

/** A reference that resolves to nothing: what was written, what it was meant to be, and what it has meant. */
export interface Unresolved {
  readonly kind: SubjectKind
  readonly reference: Reference
  readonly meant: Exclude<Meant, { is: 'one' }>
}

export interface Resolved {
  readonly stream: string
  /** The ids of the payload's references, by field. */
  readonly ids: Readonly<Record<string, string>>
  /** Treaties, organisations and norms that nobody knows by their code: the ids that they would have. */
  readonly made: readonly (Unresolved & { readonly id: string })[]
  /** References that were taken for their only holder, outside its days. */
  readonly beyond: readonly Unresolved[]
}

const streamKinds: Readonly<Record<string, SubjectKind>> = { treaty: 'treaty', igo: 'igo', norm: 'norm' }
const subjectKinds = { actor: 'state', treaty: 'treaty', igo: 'igo', norm: 'norm' } as const

/** Treaties and organisations that the catalogue does not name are known by the code of the table that lists them. */
const ownId: Readonly<Record<string, (code: string) => string>> = {
  untc: (code) => `untc-${numberMeant(code) ?? code.toLowerCase()}`,
  'cow-igo': (code) => code.toLowerCase(),
  migo: (code) => `migo-${code.toLowerCase()}`,
}

const read = (names: Names, kind: SubjectKind, { scheme, code, year, on }: Reference): Meant =>
  names.read(kind, scheme, code, { year, period: on === undefined ? undefined : parseDate(on) })

/** Our own ids are written in lower case; a table that defines what it names may use them before the log knows them. */
const madeId = (kind: SubjectKind, { scheme, code }: Reference): string | undefined => {
  if (scheme === 'id') return kind !== 'state' && /^[a-z0-9_-]+$/.test(code) ? code : undefined
  return Object.hasOwn(ownId, scheme) ? ownId[scheme]?.(code) : undefined
}

/**
 * Puts ids for the references of a draft: in the stream's name and in the payload. Gives the first that resolves to
 * nothing. Codes that the files of the command give count like those that the log knows. Outside its days a code
 * resolves to nothing, unless its only holder is to be taken.
 */
export const resolve = (
  names: Names,
  draft: Pick<Draft, 'type' | 'stream' | 'references'>,
  takeOutsideDays = false,
  defined?: Defined,
): Resolved | Unresolved => {
  const beyond: Unresolved[] = []
  const made: (Unresolved & { id: string })[] = []
  const find = (kind: SubjectKind, reference: Reference): string | Unresolved => {
    const meant = read(names, kind, reference)
    if (meant.is === 'one') return meant.id
    if (meant.is === 'nothing') {
      const coded = defined?.coded(kind, reference.scheme, reference.code)
      if (coded !== undefined) return coded
    }
    const id = meant.is === 'nothing' ? madeId(kind, reference) : undefined
    if (id !== undefined) {
      made.push({ kind, reference, meant, id })
      return id
    }
    const holder = takeOutsideDays && meant.is === 'outside-its-days' ? only(meant.holders) : undefined
    if (holder === undefined) return { kind, reference, meant }
    beyond.push({ kind, reference, meant })
    return holder
  }
  const [family] = draft.stream
  const words: string[] = []
  for (const word of draft.stream) {
    if (typeof word === 'string') {
      words.push(word)
      continue
    }
    const kind = word.subject === undefined ? (streamKinds[String(family)] ?? 'state') : subjectKinds[word.subject]
    const id = find(kind, word)
    if (typeof id !== 'string') return id
    words.push(id)
  }
  const ids: Record<string, string> = {}
  for (const [field, reference] of Object.entries(draft.references)) {
    const kind = reference.subject === undefined ? subjectKindOf(draft.type, field) : subjectKinds[reference.subject]
    const id = find(kind, reference)
    if (typeof id !== 'string') return id
    ids[field] = id
  }
  return { stream: words.join('-'), ids, made, beyond: beyond.slice(0, 1) }
}
