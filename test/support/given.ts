import { expect } from 'vitest'
import { coverageOfActor } from '../../projections/compose/coverage/coverage.ts'
import { entryIntoForce, type EntryIntoForce } from '../../projections/compose/treaty/entry-into-force.ts'
import type { LegalHistory, LegalStatus, Standing } from '../../projections/compose/treaty/legal-status.ts'
import { actsOfActor, attributed, historyOfActor } from '../../projections/compose/treaty/succession.ts'
import { openingOf } from '../../projections/compose/coverage/force-coverage.ts'
import { asFarAsCovered, treatyCoverageOn, type Absence } from '../../projections/compose/coverage/treaty-coverage.ts'
import type { Terms } from '../../projections/compose/treaty/terms.ts'
import type { Act } from '../../projections/compose/treaty/acts.ts'
import { actOf, termsOf } from '../../projections/compose/treaty/from-rows.ts'
import { treatyStatus, type TreatyAct } from '../../projections/folds/treaty-acts.ts'
import { treatyTerms, type TreatyTerms } from '../../projections/folds/treaty-terms.ts'
import { groupBy } from '../../src/common/group-by.ts'
import { FOREVER, formatDay, parseDay, type Day } from '../../src/time/day.ts'
import { at, type Span } from '../../src/time/timeline.ts'
import type { ActSaid } from './actors.ts'
import { claimsIn, livesOf, surroundings, type Circumstances } from './circumstances.ts'
import { intervalsOf } from './folded.ts'
import type { Said } from './recorded.ts'
import type { TreatyText } from './treaty-clauses.ts'

type Part = ActSaid | readonly ActSaid[] | { readonly whereas: Circumstances }

/** The clauses that the log states, as the questions read them from the fold's row. */
const termsGiven = (list: readonly Said[]): Terms => {
  const [row] = intervalsOf<TreatyTerms>(treatyTerms, list)
  if (row === undefined) throw new Error('No clauses were given.')
  return termsOf(row)
}

export const actsOf = (list: readonly Said[]): readonly Act[] => intervalsOf<TreatyAct>(treatyStatus, list).map(actOf)

/** All that events say under one treaty, through facts, fold and composition; no database. */
export class History {
  readonly said: readonly Said[]
  readonly entryIntoForce: EntryIntoForce
  readonly #terms: Terms
  readonly #acts: readonly Act[]
  readonly #circumstances: Circumstances
  readonly #actor: string

  constructor(said: readonly Said[], circumstances: Circumstances, actor: string) {
    this.said = said
    this.#terms = termsGiven(said)
    this.#acts = attributed(actsOf(said), livesOf(circumstances))
    this.#circumstances = circumstances
    this.#actor = actor
    this.entryIntoForce = entryIntoForce(this.#terms, this.#acts, surroundings(circumstances))
  }

  /** The same, about another actor than the one who acts last. */
  of(actor: { readonly id: string } | string): History {
    return new History(this.said, this.#circumstances, typeof actor === 'string' ? actor : actor.id)
  }

  /** The same, and one more event. */
  and(more: Said): History {
    return new History([...this.said, more], this.#circumstances, this.#actor)
  }

  get legal(): LegalHistory {
    const lives = livesOf(this.#circumstances)
    const byActor = groupBy(this.#acts, ({ actor }) => actor)
    const recorded = historyOfActor(this.#actor, {
      acts: (who) => actsOfActor(who, byActor, lives),
      terms: this.#terms,
      eif: this.entryIntoForce,
      lives,
      resolution: undefined,
    })
    return this.#circumstances.coverage === undefined
      ? recorded
      : { ...recorded, timeline: asFarAsCovered(recorded.timeline, this.#absence(this.#circumstances.coverage)) }
  }

  /** What the absence of an act is read by. */
  #absence(coverage: NonNullable<Circumstances['coverage']>): Absence {
    const lives = livesOf(this.#circumstances)
    const byActor = groupBy(this.#acts, ({ actor }) => actor)
    return {
      terms: this.#terms,
      eif: this.entryIntoForce,
      acts: actsOfActor(this.#actor, byActor, lives),
      coverageOf: (actor) => coverageOfActor(claimsIn(coverage), actor, lives.get(actor)),
      actsOf: (actor) => actsOfActor(actor, byActor, lives),
      coverage: coverageOfActor(claimsIn(coverage), this.#actor, lives.get(this.#actor)),
      openFrom: this.#openFrom(),
    }
  }

  #openFrom(): Day {
    const { openFrom } = this.#circumstances
    if (openFrom === null) return FOREVER
    return openFrom === undefined ? openingOf(this.#terms) : parseDay(openFrom)
  }

  /** How far the sources reach on a day, in words: `carried through 2015-03-12 by a-table`. */
  coverageOn(text: string): string {
    const absence = this.#absence(this.#circumstances.coverage ?? [{}])
    const { state, through, by } = treatyCoverageOn(absence, parseDay(text))
    return [
      state,
      ...(through === undefined || through >= FOREVER ? [] : [`through ${formatDay(through)}`]),
      ...(by.length === 0 ? [] : [`by ${by.join(', ')}`]),
    ].join(' ')
  }

  get inForceOn(): string | undefined {
    return this.entryIntoForce.date === undefined ? undefined : formatDay(this.entryIntoForce.date)
  }

  get anomalies(): readonly string[] {
    return this.legal.anomalies.map(({ code }) => code)
  }

  on(text: string) {
    const span = at(this.legal.timeline, parseDay(text)) as Span<Standing>
    return {
      span,
      /** Certainly this, in this spell where one is named. */
      is: (status: LegalStatus, spell?: number) => {
        expect([span.value.status, span.certainty]).toEqual([status, 'certain'])
        if (spell !== undefined) expect(span.value.spell).toBe(spell)
      },
      /** Unknown, and exactly these are possible. */
      mayBe: (...statuses: readonly LegalStatus[]) => {
        expect([span.value.status, span.certainty]).toEqual(['UNKNOWN', 'possible'])
        expect(span.value.possible.toSorted()).toEqual(statuses.toSorted())
      },
    }
  }
}

/** What happened under one treaty. Asked about the actor who acts last, unless another is named. */
export const given = (text: TreatyText, ...parts: readonly Part[]): History => {
  const acts: ActSaid[] = []
  const circumstances: Circumstances = {}
  for (const part of parts) {
    if ('whereas' in part) Object.assign(circumstances, part.whereas)
    else if (Array.isArray(part)) acts.push(...(part as readonly ActSaid[]))
    else acts.push(part as ActSaid)
  }
  return new History(
    [...text.said(), ...acts.map(({ under }) => under(text.stream))],
    circumstances,
    acts.at(-1)?.actor ?? '',
  )
}
