import { z } from 'zod'
import { objectorClasses, objectorOn, objectorReasons, type Tipped } from '../../diffusion/persistent-objector.ts'
import { byText } from '../../common/by-text.ts'
import { ALWAYS, FOREVER, formatBound, formatDay, parseDay, type Day } from '../../time/day.ts'
import { at, holdsOn, type Days } from '../../time/timeline.ts'
import { adoptionSpells, earliestOf } from '../diffusion/adoption-spells.ts'
import type { Adoptions } from '../diffusion/adoptions.ts'
import { coverageOf, coverageOut } from '../question/coverage-fields.ts'
import { eventIds, nullableDay } from '../question/output-fields.ts'
import type { Snapshot } from '../question/snapshot.ts'
import type { Tipping } from '../spread/tipping-point.ts'
import { committedIn, hasReached, mayHaveReached } from '../status/adoption-threshold.ts'
import type { SaidAgainst, Statement } from './said-against.ts'

/** The step from which on a state has consented to a norm. */
export const consent = 'CONSENTED'

const statementOut = z.object({
  earliest: nullableDay.describe('First day on which it may have been said'),
  latest: nullableDay.describe('Last such day: the same where the day is known'),
  says: z
    .enum(['objection', 'contestation', 'withdrawal'])
    .describe(
      'objection: rejects being bound, or the validity of the norm; contestation: disputes its application; ' +
        'withdrawal: takes back what was said before of the same type',
    ),
  stance: z.enum(['objecting', 'contesting', 'withdrawn']),
  type: z.enum(['validity', 'application']),
  text: z.string().nullable(),
  events: eventIds,
})

export const objectorOut = z.object({
  state: z.string(),
  name: z.string(),
  class: z
    .enum(objectorClasses)
    .describe(
      'persistent: objected on two days or more, the first before the tipping date, and neither consented since nor ' +
        'took it back; subsequent: the same, the first on that date or after it; single: objected once; consented: ' +
        'had consented by the first objection, or did since; withdrawn: took all of it back; contesting: spoke ' +
        'against the application alone; none-recorded: nothing is recorded, which is no "no"; unknown: see reasons',
    ),
  reasons: z
    .array(z.enum([...objectorReasons, 'consent-not-covered']))
    .describe(
      'Why it is unknown: the dates of what it said, whether it consented, whether any source tells whether it ' +
        'consented, from when the norm tipped, that it is not known to have tipped, or to have held its share',
    ),
  beforeTipping: z.int().nullable().describe('Objections certainly before the tipping date; null: there is none'),
  objections: z.int().describe('Objections that were certainly made by the day asked about'),
  first: nullableDay.describe('First day on which its first objection may have been made'),
  last: nullableDay.describe('The same of its last one'),
  consent: nullableDay.describe('First day of its consent that lasted to the first objection or came later'),
  consentKnown: coverageOut.describe('How far sources tell whether it consented'),
  statements: z.array(statementOut),
  consentEvents: eventIds.describe('What decides the status that it consented to then'),
})
export type Objector = z.infer<typeof objectorOut>

const statementOf = ({ when, says, stance, type, text, decidedBy }: Statement): Objector['statements'][number] => ({
  earliest: formatBound(when.lo),
  latest: formatBound(when.hi),
  says,
  stance,
  type,
  text: text ?? null,
  events: [...decidedBy],
})

/** The tipping date as the classes are judged by it. */
const tippedBy = (tipping: Tipping, earliest: string | null): Tipped => ({
  date: tipping === null ? undefined : parseDay(tipping.date),
  earliest: earliest === null ? undefined : parseDay(earliest),
  isSustained: tipping?.sustained === true,
})

/** How a state stood towards consent since its first objection. */
const consentSince = (adoptions: Adoptions, state: string, first: Day, until: Day) => {
  const timeline = adoptions.timelines.get(state) ?? []
  const certain = adoptionSpells(timeline, consent)
  const possible = timeline.filter(({ value }) => mayHaveReached(committedIn(value), consent))
  const since = <D extends Days>(list: readonly D[]) => list.filter(({ from, to }) => to > first && from <= until)
  const coverage = adoptions.subject.coverageOf(state).on(until)
  // A list that ends before the first objection tells nothing of what came after it.
  const isKnown = coverage.state === 'covered' || (coverage.state === 'carried' && (coverage.through ?? first) > first)
  const open = { from: first, to: FOREVER }
  return {
    certain: since(certain),
    consented: certain,
    mayHave: isKnown ? possible : [...possible, open],
    isCovered: isKnown && !since(possible).some(({ value }) => value.reason !== undefined),
    coverage,
    timeline,
  }
}

const dayOf = (statement: Statement | undefined): string | null =>
  statement === undefined ? null : formatBound(statement.when.lo)

/** One state: what it said against the norm, and what that makes it. */
const objectorRow = (
  world: Snapshot,
  adoptions: Adoptions,
  state: string,
  { statements }: Pick<SaidAgainst, 'statements'>,
  tipped: Tipped,
): Objector => {
  const { asOf } = world
  const objections = statements.filter(({ says }) => says === 'objection')
  const first = objections[0]?.when.lo ?? asOf
  const since = consentSince(adoptions, state, first, asOf)
  const history = { said: statements, consented: since.consented, mayHaveConsented: since.mayHave }
  const found = objectorOn(history, tipped, asOf)
  const consented = objections.length === 0 ? undefined : since.certain[0]?.from
  return {
    state,
    name: world.names.nameOn('state', state, world.asOf),
    class: found.class,
    reasons: found.reasons.map((why) => (why === 'consent' && !since.isCovered ? 'consent-not-covered' : why)),
    beforeTipping:
      tipped.date === undefined ? null : objections.filter(({ when }) => when.hi < (tipped.date as Day)).length,
    objections: objections.filter(({ when }) => when.hi <= asOf).length,
    first: dayOf(objections[0]),
    last: dayOf(objections.at(-1)),
    consent: consented === undefined ? null : formatDay(earliestOf(since.timeline, consented, consent)),
    consentKnown: coverageOf(since.coverage),
    statements: statements.map(statementOf),
    consentEvents: consented === undefined ? [] : [...(at(since.timeline, consented)?.decidedBy ?? [])],
  }
}

const order = (one: Objector): number => objectorClasses.indexOf(one.class)

/**
 * Everybody who spoke against the norm by the day, by class and name; of one state that state alone, whatever it did.
 */
export const objectorsOf = (
  world: Snapshot,
  adoptions: Adoptions,
  said: ReadonlyMap<string, SaidAgainst>,
  judged: { readonly tipping: Tipping; readonly tippingEarliest: string | null },
  only: string | undefined,
): readonly Objector[] => {
  const tipped = tippedBy(judged.tipping, judged.tippingEarliest)
  const states = only === undefined ? [...said.keys()] : [only]
  return states
    .map((state) => objectorRow(world, adoptions, state, said.get(state) ?? { statements: [] }, tipped))
    .toSorted((a, b) => order(a) - order(b) || byText(a.first ?? '', b.first ?? '') || byText(a.state, b.state))
}

/** How a state stood towards consent on a day; and since when, where it certainly stood there. */
export const consentOn = (
  { timelines }: Adoptions,
  state: string,
  day: Day,
): { readonly is: boolean | undefined; readonly since: Day | undefined } => {
  const timeline = timelines.get(state) ?? []
  const is = hasReached(committedIn(at(timeline, day)?.value ?? { possible: [] }), consent)
  return { is, since: adoptionSpells(timeline, consent).find((spell) => holdsOn(spell, day))?.from }
}

/**
 * Whether a state speaks against the validity of the norm on a day: it did, and has not taken it back. Of one that has
 * consented since, what it said before is overtaken: its consent says otherwise. `since`: from when on it consents.
 */
export const againstValidityOn = (
  { standing, statements }: SaidAgainst,
  day: Day,
  since: Day | undefined,
): 'yes' | 'maybe' | 'no' => {
  const spans = standing.filter((span) => span.value.type === 'validity' && holdsOn(span, day))
  if (spans.length === 0) return 'no'
  const said = statements.filter(({ says, type }) => says === 'objection' && type === 'validity')
  const from = since ?? ALWAYS
  if (!said.some(({ when }) => when.hi >= from && when.lo <= day)) return 'no'
  const isSure = said.some(({ when }) => when.lo >= from && when.hi <= day)
  return isSure && spans.some(({ certainty }) => certainty === 'certain') ? 'yes' : 'maybe'
}
