import type { JsonObject } from '../../events/json.ts'
import type { SubjectKind } from '../../names/names.ts'
import { normaliseName } from '../../names/normalise.ts'

const defining: Readonly<Record<string, SubjectKind>> = {
  ActorDefined: 'state',
  TreatyConcluded: 'treaty',
  IgoFounded: 'igo',
  NormDefined: 'norm',
}

/**
 * What a batch of lines, or the files of one command, define themselves: whatever stands in them may refer to it,
 * before it and after it.
 */
export class Defined {
  readonly #ids = new Set<string>()
  readonly #names = new Map<string, string | undefined>()
  /** Whom a code means that stands for one subject on all days. */
  readonly #codes = new Map<string, string>()

  /** Notes the subject that an event brings into being, or gives a code to, if it does. */
  add(type: string, stream: string, data: JsonObject): void {
    if (type === 'IdentifierMapped') return this.#addCode(stream, data)
    const { name, title } = data
    const kind = Object.hasOwn(defining, type) ? defining[type] : undefined
    if (kind === undefined) return
    const id = stream.slice(kind.length + 1)
    this.#ids.add(`${kind} ${id}`)
    for (const word of [name, title]) {
      if (typeof word !== 'string') continue
      const key = `${kind} ${normaliseName(word)}`
      this.#names.set(key, this.#names.has(key) && this.#names.get(key) !== id ? undefined : id)
    }
  }

  #addCode(stream: string, { scheme, code, from, to }: JsonObject): void {
    if (from !== undefined || to !== undefined) return
    const dash = stream.indexOf('-')
    this.#codes.set(`${stream.slice(0, dash)} ${String(scheme)} ${String(code)}`, stream.slice(dash + 1))
  }

  /** The subject to which the files give a code. */
  coded(kind: SubjectKind, scheme: string, code: string): string | undefined {
    return this.#codes.get(`${kind} ${scheme} ${code}`)
  }

  has(kind: SubjectKind, id: string): boolean {
    return this.#ids.has(`${kind} ${id}`)
  }

  /** The subject that a word means: its id, or the name that it is defined with, where only one is. */
  find(kind: SubjectKind, word: string): string | undefined {
    return this.has(kind, word) ? word : this.#names.get(`${kind} ${normaliseName(word)}`)
  }
}
