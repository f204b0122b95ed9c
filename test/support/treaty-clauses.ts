import { treaties } from '../../catalogue/treaties/index.ts'
import type { EntryIntoForceRule, ExitRule, Offset } from '../../src/events/clauses.ts'
import type { JsonObject } from '../../src/events/json.ts'
import { said, type Said } from './recorded.ts'

/** The clauses that matter to a status; the catalogue's entries have this shape. */
interface Clauses {
  readonly id: string
  readonly concluded: string
  readonly opened?: { readonly on: string }
  readonly entryIntoForce: EntryIntoForceRule
  readonly perParty?: Offset
  readonly laterThan?: 'entryIntoForce'
  readonly exit: ExitRule
  readonly inForce?: string
}

const plain = (value: object): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject

/** `1 year`, `3 months`, `90 days` */
const spanOf = (words: string): Offset => {
  const [count = '0', unit = 'days'] = words.split(' ')
  return { [unit.endsWith('s') ? unit : `${unit}s`]: Number(count) }
}

/** A treaty as a test speaks of it: its clauses, to be varied in a sentence. */
export class TreatyText {
  readonly kind = 'treaty'
  readonly clauses: Clauses

  constructor(clauses: Clauses) {
    this.clauses = clauses
  }

  get id(): string {
    return this.clauses.id
  }

  get stream(): string {
    return `treaty-${this.id}`
  }

  with(more: Partial<Clauses>): TreatyText {
    return new TreatyText({ ...this.clauses, ...more })
  }

  /** The day that the depositary states: it stands in where the acts at hand do not reach the threshold. */
  enteredIntoForceOn(inForce: string): TreatyText {
    return this.with({ inForce })
  }

  withdrawalAfter(words: string): TreatyText {
    return this.with({ exit: { notice: spanOf(words) } })
  }

  /** The events that say all this. */
  said(): readonly Said[] {
    const { concluded, opened, inForce, entryIntoForce, perParty, laterThan, exit } = this.clauses
    return [
      said(
        this.stream,
        'TreatyConcluded',
        concluded,
        plain({ treaty: this.id, title: this.id, entryIntoForce, perParty, laterThan, exit }),
      ),
      ...(opened === undefined ? [] : [said(this.stream, 'TreatyOpenedForSignature', opened.on, {})]),
      ...(inForce === undefined ? [] : [said(this.stream, 'TreatyEnteredIntoForce', inForce, {})]),
    ]
  }
}

/** A treaty of the catalogue, with its real clauses, but without the day that its depositary states. */
export const theTreaty = (id: string): TreatyText => {
  const entry = treaties.find((treaty) => treaty.id === id)
  if (entry === undefined) throw new Error(`The catalogue has no treaty "${id}".`)
  const { inForce: _stated, ...clauses } = entry
  return new TreatyText(clauses)
}

/** A treaty made up for a test: in force with the first instrument, silent on withdrawal, unless said otherwise. */
export const aTreaty = (more: Partial<Clauses> = {}): TreatyText =>
  new TreatyText({
    id: 'toy',
    concluded: '1900-01-01',
    entryIntoForce: { trigger: { kind: 'count', n: 1 } },
    exit: 'silent',
    ...more,
  })
