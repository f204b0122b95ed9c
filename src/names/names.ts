import { closest } from '../closest.ts'
import { notFound } from '../error.ts'
import type { Day } from '../time/day.ts'
import type { DateRange } from '../time/edtf.ts'
import { holdersIn, only, periodOf, type Meaning, type Meant, type SubjectKind, type When } from './meaning.ts'
import { isAlsoAWord, normaliseCode, normaliseName } from './normalise.ts'

export type { Meaning, Meant, SubjectKind, When } from './meaning.ts'

export interface Subject {
  readonly kind: SubjectKind
  readonly id: string
  readonly name: string
}

const words: Record<SubjectKind, string> = { state: 'actor', treaty: 'treaty', igo: 'organisation', norm: 'norm' }

/** Ids, codes and names of actors, treaties, organisations and norms, each for the days on which it means one. */
export class Names {
  readonly #subjects: ReadonlyMap<string, Subject>
  readonly #byScheme = new Map<string, Meaning[]>()
  readonly #byName = new Map<string, Meaning[]>()
  readonly #codes = new Map<string, Meaning[]>()
  readonly #schemes = new Map<SubjectKind, Set<string>>()

  constructor(subjects: Iterable<Subject>, meanings: Iterable<Meaning>) {
    this.#subjects = new Map([...subjects].map((subject) => [`${subject.kind} ${subject.id}`, subject]))
    for (const meaning of meanings) {
      const { kind, scheme, code, subject } = meaning
      add(this.#byScheme, `${kind} ${scheme} ${normaliseCode(scheme, code)}`, meaning)
      if (isAlsoAWord(scheme)) add(this.#byName, `${kind} ${normaliseName(code)}`, meaning)
      add(this.#codes, `${kind} ${subject}`, meaning)
      this.#schemes.set(kind, (this.#schemes.get(kind) ?? new Set(['id'])).add(scheme))
    }
  }

  /** A subject by its own id. */
  subject(kind: SubjectKind, id: string): Subject | undefined {
    return this.#subjects.get(`${kind} ${id}`)
  }

  subjects(kind: SubjectKind): readonly Subject[] {
    return [...this.#subjects.values()].filter((subject) => subject.kind === kind)
  }

  nameOf(kind: SubjectKind, id: string): string {
    return this.subject(kind, id)?.name ?? id
  }

  /** The schemes in which some subject of the kind has a code; `id` is our own. */
  schemes(kind: SubjectKind): readonly string[] {
    return [...(this.#schemes.get(kind) ?? ['id'])]
  }

  /** Whom a code of a scheme has meant, on which days. */
  meanings(kind: SubjectKind, scheme: string, code: string): readonly Meaning[] {
    return this.#byScheme.get(`${kind} ${scheme} ${normaliseCode(scheme, code)}`) ?? []
  }

  /** What a code of a scheme means; within one year its last holder. Outside its days it means nobody. */
  read(kind: SubjectKind, scheme: string, code: string, when: When = {}): Meant {
    if (scheme !== 'id') return holdersIn(this.meanings(kind, scheme, code), periodOf(when))
    const id = this.subject(kind, code)?.id
    return id === undefined ? { is: 'nothing' } : { is: 'one', id }
  }

  /** The id that `read` gives, or undefined. */
  find(kind: SubjectKind, scheme: string, code: string, when: When = {}): string | undefined {
    const meant = this.read(kind, scheme, code, when)
    return meant.is === 'one' ? meant.id : undefined
  }

  /** What a user's word means in a record: an id, else a code or a name in any scheme on these days, and on no others. */
  readWord(kind: SubjectKind, word: string, period: DateRange | undefined): Meant {
    const id = word.toLowerCase()
    if (this.subject(kind, id) !== undefined) return { is: 'one', id }
    return holdersIn(this.#byName.get(`${kind} ${normaliseName(word)}`) ?? [], period)
  }

  /** The id that a word in a question means, as `readWord`; but a word that only ever meant one is understood on any day. */
  lookUp(kind: SubjectKind, word: string, when: When = {}): string | undefined {
    const meant = this.readWord(kind, word, periodOf(when))
    if (meant.is === 'one') return meant.id
    return only(this.#byName.get(`${kind} ${normaliseName(word)}`) ?? [])
  }

  /** As `lookUp`, but throws `unknown-actor`, `unknown-treaty`, … naming the closest. */
  require(kind: SubjectKind, word: string, when: When = {}): string {
    const id = this.lookUp(kind, word, when)
    if (id !== undefined) return id
    throw notFound(`unknown-${words[kind]}`, `"${word}" is no ${words[kind]} that normtrail knows.`, {
      hint: this.hint(kind, word),
    })
  }

  /** The nearest names, in words. */
  hint(kind: SubjectKind, word: string): string {
    if (this.#subjects.size === 0) return 'The log is empty. Load something first: `normtrail import bundled`.'
    const spellings = new Map<string, string>()
    for (const subject of this.subjects(kind)) spellings.set(subject.name, subject.id)
    for (const [key, meanings] of this.#codes)
      if (key.startsWith(`${kind} `))
        for (const { scheme, code, subject } of meanings) if (scheme === 'name') spellings.set(code, subject)
    const near = closest(word, spellings.keys()).map((name) => `${name} (${spellings.get(name)})`)
    return near.length === 0 ? `No known ${words[kind]} is spelt like it.` : `Closest: ${near.join(', ')}.`
  }

  /** The code of a subject in a scheme on a day, or undefined. */
  codeOf(kind: SubjectKind, id: string, scheme: string, day: Day): string | undefined {
    return this.#codes
      .get(`${kind} ${id}`)
      ?.find((meaning) => meaning.scheme === scheme && meaning.from <= day && day < meaning.to)?.code
  }
}

const add = (map: Map<string, Meaning[]>, key: string, meaning: Meaning): void => {
  const known = map.get(key)
  if (known === undefined) map.set(key, [meaning])
  else known.push(meaning)
}
