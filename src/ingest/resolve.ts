import type { Names, SubjectKind } from '../names/names.ts'
import type { Draft, Reference } from '../sources/draft.ts'
import { parseDay } from '../time/day.ts'

/** A reference that resolves to nothing: what was written, and what it was meant to be. */
export interface Unresolved {
  readonly kind: SubjectKind
  readonly reference: Reference
}

export interface Resolved {
  readonly stream: string
  /** The ids of the payload's references, by field. */
  readonly ids: Readonly<Record<string, string>>
}

const streamKinds: Readonly<Record<string, SubjectKind>> = { treaty: 'treaty', igo: 'igo', norm: 'norm' }
const subjectKinds = { actor: 'state', treaty: 'treaty', igo: 'igo', norm: 'norm' } as const

/** Treaties and organisations that the catalogue does not name are known by the code of the table that lists them. */
const ownId: Readonly<Record<string, (code: string) => string>> = {
  untc: (code) => `untc-${code.toLowerCase()}`,
  'cow-igo': (code) => code.toLowerCase(),
}

const find = (names: Names, kind: SubjectKind, reference: Reference): string | undefined => {
  const when = { year: reference.year, day: reference.on === undefined ? undefined : parseDay(reference.on) }
  return names.find(kind, reference.scheme, reference.code, when) ?? ownId[reference.scheme]?.(reference.code)
}

/** Puts ids for the references of a draft: in the stream's name and in the payload. Gives the first that resolves to nothing. */
export const resolve = (names: Names, draft: Draft): Resolved | Unresolved => {
  const [family] = draft.stream
  const words: string[] = []
  for (const word of draft.stream) {
    if (typeof word === 'string') {
      words.push(word)
      continue
    }
    const kind = word.subject === undefined ? (streamKinds[String(family)] ?? 'state') : subjectKinds[word.subject]
    const id = find(names, kind, word)
    if (id === undefined) return { kind, reference: word }
    words.push(id)
  }
  const ids: Record<string, string> = {}
  for (const [field, reference] of Object.entries(draft.references)) {
    const kind = subjectKinds[reference.subject ?? 'actor']
    const id = find(names, kind, reference)
    if (id === undefined) return { kind, reference }
    ids[field] = id
  }
  return { stream: words.join('-'), ids }
}
