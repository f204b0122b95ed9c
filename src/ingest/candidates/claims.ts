import { createHash } from 'node:crypto'
import { canonicalJson, type JsonObject } from '../../events/json.ts'
import { definitionOf, familyOf } from '../../events/registry.ts'
import type { Names, SubjectKind } from '../../names/names.ts'
import type { Claim, Draft, Reference, Release } from '../../sources/importer/draft.ts'
import type { Day } from '../../time/day.ts'
import type { Candidate } from './candidate.ts'
import { resolve } from './resolve-draft.ts'
import { validate } from './validate.ts'

const scopes = ['treaties', 'organisations', 'raters', 'relations', 'attributes'] as const
type Scope = (typeof scopes)[number]

const families: Readonly<Record<string, Scope>> = {
  treaty: 'treaties',
  igo: 'organisations',
  practice: 'raters',
  relation: 'relations',
  attribute: 'attributes',
}

/** The field of an event that says what it speaks of, where the stream's name does not say it by itself. */
const subjectFields: Readonly<Partial<Record<Scope, string>>> = {
  raters: 'rater',
  relations: 'relation',
  attributes: 'attribute',
}

/**
 * What the rows of one file speak of, and of what of it some row could not be read: what the file's claims of coverage
 * come to.
 */
export class Claims {
  readonly #names: Names
  readonly #named: Readonly<Record<Scope, Set<string>>> = {
    treaties: new Set(),
    organisations: new Set(),
    raters: new Set(),
    relations: new Set(),
    attributes: new Set(),
  }
  readonly #actors = new Set<string>()
  readonly #leftOut = new Set<string>()
  #unread = false

  constructor(names: Names) {
    this.#names = names
  }

  /** Notes what a row tells. */
  told({ stream, key, event }: Pick<Candidate, 'stream' | 'key' | 'event'>): void {
    const scope = scopeOf(stream)
    if (scope === undefined) return
    const field = subjectFields[scope]
    const { other } = event.data
    this.#named[scope].add(field === undefined ? subjectOf(stream) : String(event.data[field]))
    if (key !== '*') this.#actors.add(key)
    if (scope === 'relations' && typeof other === 'string') this.#actors.add(other)
  }

  /**
   * Notes that a row names somebody unknown. A score of somebody unknown is nobody's else, and so is a tie, or what
   * somebody is like; of anything else it may have told more.
   */
  nobodyKnown(stream: Draft['stream']): void {
    const scope = scopeOf(`${String(stream[0])}-`)
    if (scope === undefined || subjectFields[scope] === undefined) this.notRead(stream)
  }

  /** Notes that a row told something that was not understood; undefined where nobody can tell of what. */
  notRead(stream: Draft['stream'] | undefined): void {
    if (stream?.[0] === 'practice') return
    const [family, what] = stream ?? []
    if (family === 'relation' || family === 'attribute') {
      this.#leftOut.add(`${family}s ${String(what)}`)
      return
    }
    const resolved = stream === undefined ? undefined : resolve(this.#names, { type: '', stream, references: {} })
    const name = resolved !== undefined && 'stream' in resolved ? resolved.stream : undefined
    const scope = name === undefined ? undefined : scopeOf(name)
    if (name === undefined || scope === undefined) this.#unread = true
    else this.#leftOut.add(`${scope} ${subjectOf(name)}`)
  }

  /** The claims as candidates, and in words what cannot be claimed. */
  candidates(
    claims: readonly Claim[],
    release: Release,
    today: Day,
  ): { readonly made: readonly Candidate[]; readonly withheld: string | undefined } {
    if (claims.length === 0) return { made: [], withheld: undefined }
    if (this.#unread)
      return { made: [], withheld: 'what the file covers is not recorded: some row of it could not be read' }
    const left = [...this.#leftOut].map((one) => one.slice(one.indexOf(' ') + 1))
    return {
      made: claims.flatMap((claim) => candidateOf(this.#payload(claim), release, today) ?? []),
      withheld:
        left.length === 0
          ? undefined
          : `that it covers ${left.toSorted().join(', ')} is not recorded: some row of these could not be read`,
    }
  }

  #payload({
    treaties,
    only,
    except,
    organisations,
    raters,
    relations,
    attributes,
    actors = 'existing',
    classes,
    from,
    through,
    system,
    isStatic,
  }: Claim): JsonObject {
    return {
      ...this.#covered('treaties', treaties === 'named' ? this.#treaties(only, except) : treaties, 'treaty'),
      ...this.#covered('organisations', organisations, 'igo'),
      ...this.#covered('raters', raters),
      ...this.#covered('relations', relations),
      ...this.#covered('attributes', attributes),
      actors: actors === 'existing' || actors === 'all' ? actors : this.#actorsOf(actors),
      classes: [...classes],
      ...(from !== undefined && { from }),
      through,
      ...(system !== undefined && { system }),
      ...(isStatic === true && { static: true }),
    }
  }

  #covered(
    scope: Scope,
    what: 'named' | readonly (Reference | string)[] | undefined,
    kind?: SubjectKind,
  ): JsonObject | undefined {
    if (what === undefined) return undefined
    const all =
      what === 'named'
        ? [...this.#named[scope]]
        : what.flatMap((one) => (typeof one === 'string' ? one : (this.#idOf(kind ?? 'state', one) ?? [])))
    const covered = all.filter((one) => !this.#leftOut.has(`${scope} ${one}`))
    return covered.length === 0 ? undefined : { [scope]: [...new Set(covered)].toSorted() }
  }

  /** The treaties that the file names: of all of them, or of some, or of all but some. */
  #treaties(only: readonly Reference[] | undefined, except: readonly Reference[] = []): readonly string[] {
    const idsOf = (references: readonly Reference[]) =>
      new Set(references.flatMap((one) => this.#idOf('treaty', one) ?? []))
    const [taken, left] = [only && idsOf(only), idsOf(except)]
    return [...this.#named.treaties].filter((id) => taken?.has(id) !== false && !left.has(id))
  }

  #actorsOf(actors: 'named' | readonly Reference[]): readonly string[] {
    const ids = actors === 'named' ? [...this.#actors] : actors.flatMap((one) => this.#idOf('state', one) ?? [])
    return [...new Set(ids)].toSorted()
  }

  #idOf(kind: SubjectKind, reference: Reference): string | undefined {
    const stream = [kind, { subject: kind === 'state' ? ('actor' as const) : kind, ...reference }]
    const resolved = resolve(this.#names, { type: '', stream, references: {} })
    return 'stream' in resolved ? subjectOf(resolved.stream) : undefined
  }
}

const scopeOf = (stream: string): Scope | undefined => {
  const family = familyOf(stream)
  return Object.hasOwn(families, family) ? families[family] : undefined
}

const subjectOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1)

/**
 * A claim that is left with nothing to speak of is none. The same claim is recorded once, however often its file is
 * imported.
 */
const candidateOf = (data: JsonObject, release: Release, today: Day): Candidate | undefined => {
  const { actors } = data
  if (scopes.every((scope) => data[scope] === undefined)) return undefined
  if (Array.isArray(actors) && actors.length === 0) return undefined
  const stream = `source-${release.id}`
  const fact = `coverage/${createHash('sha256').update(canonicalJson(data)).digest('hex').slice(0, 16)}`
  const event: Candidate['event'] = {
    type: 'CoverageClaimed',
    schemaVersion: definitionOf('CoverageClaimed').version,
    sources: [{ ref: release.id, kind: release.kind, series: release.series }],
    confidence: 'certain',
    fact,
    data,
  }
  validate(event, stream, today, `what ${release.id} claims to hold in full`)
  return { rows: [0, 0], stream, key: '*', fact, weight: 0, event }
}
