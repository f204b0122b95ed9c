import { closest } from '../common/closest.ts'
import { notFound, type NormtrailError } from '../common/error.ts'
import { groupBy } from '../common/group-by.ts'
import { memo } from '../common/memo.ts'
import { ALWAYS, FOREVER, type Day } from '../time/day.ts'
import type { DateRange } from '../time/date-range.ts'
import { numberMeant } from '../text/treaty-number.ts'
import { holdersIn, only, periodOf, type Meaning, type Meant, type SubjectKind, type When } from './meaning.ts'
import { isAlsoAWord, normaliseCode, normaliseName, otherSpellings } from './normalise.ts'

export type { Meaning, Meant, SubjectKind, When } from './meaning.ts'

export interface Subject {
  readonly kind: SubjectKind
  readonly id: string
  readonly name: string
  /** The days on which it had this name; without: always. */
  readonly from?: Day
  readonly to?: Day
}

/** What a subject was called on the days [from, to). */
export interface NameOverTime {
  readonly name: string
  readonly from: Day
  readonly to: Day
}

/**
 * What is known of each kind, made when it is asked for: of several subjects with one id, in the order of the days on
 * which they had their names, the last is the one that counts.
 */
export interface Known {
  readonly subjects: (kind: SubjectKind) => readonly Subject[]
  readonly meanings: (kind: SubjectKind) => readonly Meaning[]
}

const words: Record<SubjectKind, string> = { state: 'actor', treaty: 'treaty', igo: 'organisation', norm: 'norm' }
const kindsOfSubject = Object.keys(words) as readonly SubjectKind[]

/** Ids, codes and names of actors, treaties, organisations and norms, each for the days on which it means one. */
export class Names {
  readonly #subjects: (kind: SubjectKind) => ReadonlyMap<string, Subject>
  readonly #meanings: (kind: SubjectKind) => readonly Meaning[]
  readonly #byScheme: (kind: SubjectKind, scheme: string) => ReadonlyMap<string, readonly Meaning[]>
  readonly #byName: (kind: SubjectKind) => ReadonlyMap<string, readonly Meaning[]>
  readonly #codes: (kind: SubjectKind) => ReadonlyMap<string, readonly Meaning[]>
  readonly #overTime: (kind: SubjectKind) => ReadonlyMap<string, readonly Subject[]>

  constructor({ subjects, meanings }: Known) {
    this.#subjects = memo((kind) => new Map(subjects(kind).map((subject) => [subject.id, subject])))
    this.#overTime = memo((kind) => groupBy(subjects(kind), ({ id }) => id))
    this.#meanings = meanings
    const spelt = memo((kind: SubjectKind) =>
      groupBy(
        meanings(kind).filter(({ scheme }) => isAlsoAWord(scheme)),
        ({ code }) => normaliseName(code),
      ),
    )
    const ownNames = memo((kind: SubjectKind) =>
      groupBy(
        subjects(kind)
          .filter(({ name }) => !spelt(kind).has(normaliseName(name)))
          .map(ownName),
        ({ code }) => normaliseName(code),
      ),
    )
    this.#byName = memo((kind) => new Map([...spelt(kind), ...ownNames(kind)]))
    const schemesOf = memo((kind: SubjectKind) =>
      memo((scheme) => {
        const coded = meanings(kind).filter((meaning) => meaning.scheme === scheme)
        return new Map([
          ...groupBy(coded, ({ code }) => normaliseCode(scheme, code)),
          ...(scheme === 'name' ? ownNames(kind) : []),
        ])
      }),
    )
    this.#byScheme = (kind, scheme) => schemesOf(kind)(scheme)
    this.#codes = memo((kind) => groupBy(meanings(kind), ({ subject }) => subject))
  }

  /** A subject by its own id. */
  subject(kind: SubjectKind, id: string): Subject | undefined {
    return this.#subjects(kind).get(id)
  }

  subjects(kind: SubjectKind): readonly Subject[] {
    return [...this.#subjects(kind).values()]
  }

  nameOf(kind: SubjectKind, id: string): string {
    return this.subject(kind, id)?.name ?? id
  }

  /** What a subject was called, one name after the other: one name where nobody says that it took another. */
  namesOverTime(kind: SubjectKind, id: string): readonly NameOverTime[] {
    return (this.#overTime(kind).get(id) ?? []).map(({ name, from = ALWAYS, to = FOREVER }) => ({ name, from, to }))
  }

  /**
   * What a subject was called on a day: before its first name that one, after the last of them that one. Where nobody
   * says that it took another, what it is called now, unless that came later.
   */
  nameOn(kind: SubjectKind, id: string, day: Day): string {
    const names = this.namesOverTime(kind, id)
    if (names.length > 1) return (names.find(({ to }) => day < to) ?? names.at(-1))?.name ?? id
    const own = this.nameOf(kind, id)
    const spelt = this.meaningsOf(kind, id).filter(({ scheme, code }) => scheme === 'name' && code === own)
    const isThen = spelt.length === 0 || spelt.some(({ from, to }) => from <= day && day < to)
    return isThen ? own : (this.codeOf(kind, id, 'name', day) ?? own)
  }

  /** The schemes in which some subject of the kind has a code; `id` is our own. */
  schemes(kind: SubjectKind): readonly string[] {
    return [...new Set(['id', ...this.#meanings(kind).map(({ scheme }) => scheme)])]
  }

  /** Whom a code of a scheme has meant, on which days. */
  meanings(kind: SubjectKind, scheme: string, code: string): readonly Meaning[] {
    const held = (word: string) => this.#byScheme(kind, scheme).get(normaliseCode(scheme, word)) ?? []
    return scheme === 'name' ? named(code, held) : held(code)
  }

  /** Every code and name that has meant a subject, on which days. */
  meaningsOf(kind: SubjectKind, id: string): readonly Meaning[] {
    return this.#codes(kind).get(id) ?? []
  }

  /**
   * The first day on which no name means a subject any more: Czechoslovakia's is 1 January 1993. Undefined where some
   * name means it still, or none ever did.
   */
  goneFrom(kind: SubjectKind, id: string): Day | undefined {
    const ends = (this.#codes(kind).get(id) ?? []).filter(({ scheme }) => scheme === 'name').map(({ to }) => to)
    const last = Math.max(...ends) as Day
    return ends.length === 0 || last >= FOREVER ? undefined : last
  }

  /** Whom a word has meant, by a code or a name, on which days. Treaties go by their number, however it is written. */
  holders(kind: SubjectKind, word: string): readonly Meaning[] {
    const held = (spelling: string) => this.#byName(kind).get(normaliseName(spelling)) ?? []
    const found = named(word, held)
    const number = kind === 'treaty' && found.length === 0 ? numberMeant(word) : undefined
    return number === undefined ? found : [...held(number), ...this.#numbered(number)]
  }

  /** The treaty that has no other id than its number. */
  #numbered(number: string): readonly Meaning[] {
    const id = `untc-${number}`
    const subject = this.subject('treaty', id)
    return subject === undefined ? [] : [{ ...ownName(subject), scheme: 'untc', code: number }]
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

  /**
   * What a user's word means in a record: an id as it is written, else a code or a name in any scheme on these days,
   * and on no others. `yem` is an id, `YEM` a code of ISO, which is another state's in 1985. An id in other letters is
   * read as one where nobody has it as a code.
   */
  readWord(kind: SubjectKind, word: string, period: DateRange | undefined): Meant {
    if (this.subject(kind, word) !== undefined) return { is: 'one', id: word }
    const holders = this.holders(kind, word)
    const id = word.toLowerCase()
    if (holders.length === 0 && this.subject(kind, id) !== undefined) return { is: 'one', id }
    return holdersIn(holders, period)
  }

  /**
   * The id that a word in a question means, as `readWord`; but on other days too where it only ever meant one, or is an
   * id in other letters.
   */
  lookUp(kind: SubjectKind, word: string, when: When = {}): string | undefined {
    const meant = this.readWord(kind, word, periodOf(when))
    if (meant.is === 'one') return meant.id
    return only(this.holders(kind, word)) ?? this.subject(kind, word.toLowerCase())?.id
  }

  /** As `lookUp`, but throws `unknown-actor`, `unknown-treaty`, … naming what was probably meant. */
  require(kind: SubjectKind, word: string, when: When = {}): string {
    const id = this.lookUp(kind, word, when)
    if (id !== undefined) return id
    throw this.unknown([kind], word, when)
  }

  /**
   * That a word means nothing of these kinds: `unknown-actor`, …, or `unknown-subject` where it might have been of
   * several.
   */
  unknown(kinds: readonly SubjectKind[], word: string, when: When = {}): NormtrailError {
    const [first = '', ...rest] = kinds.map((kind) => words[kind])
    const expected = rest.length === 0 ? `no ${first}` : `neither ${[first, ...rest].map(article).join(' nor ')}`
    return notFound(
      rest.length === 0 ? `unknown-${first}` : 'unknown-subject',
      `"${word}" is ${expected} that normtrail knows.`,
      { hint: this.hint(kinds, word, when) },
    )
  }

  /** What a word that means nothing of these kinds may mean: something of another kind, or what is spelt like it. */
  hint(kinds: readonly SubjectKind[], word: string, when: When = {}): string {
    if (kindsOfSubject.every((kind) => this.#subjects(kind).size === 0))
      return 'The log is empty. Load something first: `import bundled`.'
    const expected = kinds.map((kind) => words[kind]).join(' or ')
    const others = kindsOfSubject.filter((kind) => !kinds.includes(kind))
    for (const kind of others) {
      const id = this.lookUp(kind, word, when)
      if (id !== undefined)
        return `It is ${article(words[kind])} (${this.nameOf(kind, id)}), where ${article(expected)} was expected.`
    }
    const near = this.#spelledLike(kinds, word)
    if (near.length > 0) return `Closest: ${near.join(', ')}.`
    const [other] = others.flatMap((kind) =>
      this.#spelledLike([kind], word).map((name) => `${article(words[kind])}, ${name}`),
    )
    return `No known ${expected} is spelt like it.${other === undefined ? '' : ` Closest is ${other}.`}`
  }

  /** The nearest ids and names of these kinds, each subject once. */
  #spelledLike(kinds: readonly SubjectKind[], word: string): readonly string[] {
    const spellings = new Map<string, string>()
    const spell = (spelling: string, kind: SubjectKind, id: string): void => {
      if (!spellings.has(spelling))
        spellings.set(spelling, `${spelling === id ? this.nameOf(kind, id) : spelling} (${id})`)
    }
    for (const kind of kinds) {
      for (const { id, name } of this.subjects(kind)) {
        spell(name, kind, id)
        spell(id, kind, id)
      }
      for (const meanings of this.#codes(kind).values())
        for (const { scheme, code, subject } of meanings) if (scheme === 'name') spell(code, kind, subject)
    }
    const byId = new Map<string, string>()
    for (const spelling of closest(word, spellings.keys(), 12)) {
      const shown = spellings.get(spelling) as string
      const id = shown.slice(shown.lastIndexOf('('))
      if (!byId.has(id)) byId.set(id, shown)
    }
    return [...byId.values()].slice(0, 3)
  }

  /**
   * The code of a subject in a scheme on a day, or undefined. Of several the one that our id is made of, else the one
   * that it keeps longest, and had first.
   */
  codeOf(kind: SubjectKind, id: string, scheme: string, day: Day): string | undefined {
    return this.#codes(kind)
      .get(id)
      ?.filter((meaning) => meaning.scheme === scheme && meaning.from <= day && day < meaning.to)
      .reduce<Meaning | undefined>(
        (best, each) => (best === undefined || isRather(each, best) ? each : best),
        undefined,
      )?.code
  }
}

/** The name that a subject was defined with means it, on any day, where no name that was mapped says whom it means. */
const ownName = ({ kind, id, name }: Subject): Meaning => ({
  scheme: 'name',
  code: name,
  kind,
  subject: id,
  from: ALWAYS,
  to: FOREVER,
})

const article = (word: string): string => `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`

/** Whom a name means as it is written, else as another list would write it; two names in one have to mean the same. */
const named = (name: string, held: (spelling: string) => readonly Meaning[]): readonly Meaning[] => {
  const written = held(name)
  if (written.length > 0) return written
  const { turned, parts } = otherSpellings(name)
  const inTurn = turned.flatMap(held)
  if (inTurn.length > 0) return inTurn
  const ofParts = parts.map(held)
  return ofParts.every((meanings) => meanings.length > 0) && only(ofParts.flat()) !== undefined ? ofParts.flat() : []
}

/** Withdrawn codes (HVO of Burkina Faso) are still understood, and are not what a state is called by. */
const isRather = (one: Meaning, other: Meaning): boolean => {
  const isOwn = ({ code, subject }: Meaning): boolean => code.toLowerCase() === subject
  if (isOwn(one) !== isOwn(other)) return isOwn(one)
  if (one.to !== other.to) return one.to > other.to
  return one.from === other.from ? one.code < other.code : one.from < other.from
}
