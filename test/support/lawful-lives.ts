import { addDays, formatDay, parseDay, type Day } from '../../src/time/day.ts'
import type { JsonObject } from '../../src/events/json.ts'
import { done, type Deed } from './arbitrary-history.ts'
import {
  gaveNotice,
  joined,
  tookNoticeBack,
  wasOutOn,
  wasReinstated,
  wasSuspended,
  type Told,
} from './organisations.ts'
import { corrected, retracted, said, type Said } from './recorded.ts'
import { fc } from './seeded.ts'

/** An act, and from how many days after the one before it on, to how many. */
interface Next<A extends string> {
  readonly act: A
  readonly least: number
  readonly most: number
}

/** What may lawfully follow on what; `nothing` begins. */
type Follows<A extends string> = Readonly<Partial<Record<A | 'nothing', readonly Next<A>[]>>>

export interface Lived<A extends string> {
  readonly act: A
  readonly day: string
  /** What is told of the day: the day itself, or its year. */
  readonly when: string
}

const begins = parseDay('1980-01-01')

/** One life: each act follows on the one before it, some of them known to the year only. */
const aLife = <A extends string>(follows: Follows<A>, maxLength: number): fc.Arbitrary<readonly Lived<A>[]> =>
  fc.array(fc.record({ which: fc.nat(99), later: fc.nat(3_000), yearOnly: fc.nat(5) }), { maxLength }).map((drawn) => {
    let last: A | 'nothing' = 'nothing'
    let day: Day = begins
    return drawn.map(({ which, later, yearOnly }) => {
      const choices = follows[last] ?? []
      const { act, least, most } = choices[which % choices.length] as Next<A>
      last = act
      day = addDays(day, least + (later % (most - least + 1)))
      return { act, day: formatDay(day), when: yearOnly === 0 ? formatDay(day).slice(0, 4) : formatDay(day) }
    })
  })

const within = <A extends string>(least: number, most: number, ...acts: readonly A[]): readonly Next<A>[] =>
  acts.map((act) => ({ act, least, most }))

const party = within<Deed['does']>(31, 3_000, 'notifiedWithdrawal', 'suspended')

/** Under a treaty that gives a year's notice: nobody comes back before it is out. */
const underTreaty: Follows<Deed['does']> = {
  nothing: within(0, 3_000, 'signed', 'acceded', 'signedDefinitively'),
  signed: within(1, 3_000, 'ratified', 'accepted', 'repudiatedSignature'),
  repudiatedSignature: within(1, 3_000, 'acceded'),
  ratified: party,
  accepted: party,
  acceded: party,
  signedDefinitively: party,
  revokedWithdrawal: party,
  resumed: party,
  suspended: within(1, 900, 'resumed'),
  notifiedWithdrawal: [
    ...within<Deed['does']>(1, 300, 'revokedWithdrawal'),
    ...within<Deed['does']>(800, 3_000, 'acceded'),
  ],
}

/** How each act of a member is told, by its name. */
export const tells = {
  joined: (when) => joined(when),
  gaveNotice: (when) => gaveNotice(when),
  tookNoticeBack,
  wasOutOn: (when) => wasOutOn(when),
  wasSuspended: (when) => wasSuspended(when),
  wasReinstated,
} as const satisfies Record<string, (when: string) => Told>
export type Membership = keyof typeof tells

const member = within<Membership>(1, 3_000, 'gaveNotice', 'wasSuspended', 'wasOutOn')

/** In an organisation that gives a year's notice. */
const inOrganisation: Follows<Membership> = {
  nothing: within(0, 3_000, 'joined'),
  joined: member,
  tookNoticeBack: member,
  wasReinstated: member,
  gaveNotice: [...within<Membership>(1, 300, 'tookNoticeBack'), ...within<Membership>(800, 3_000, 'joined')],
  wasSuspended: within(1, 900, 'wasReinstated'),
  wasOutOn: within(1, 3_000, 'joined'),
}

export const actors = ['aaa', 'bbb', 'ccc'] as const

const ofEach = <T>(life: fc.Arbitrary<readonly T[]>): fc.Arbitrary<readonly (readonly T[])[]> =>
  fc.tuple(...actors.map(() => life))

/** The lives of three actors under one treaty. */
export const lawfulDeeds: fc.Arbitrary<readonly Deed[]> = ofEach(aLife(underTreaty, 5)).map((lives) =>
  lives.flatMap((life, index) => life.map(({ act, when }) => ({ who: actors[index] as string, does: act, when }))),
)

/** The life of one member of an organisation. */
export const lawfulMembership = aLife(inOrganisation, 6)

const memberships = ofEach(aLife(inOrganisation, 4))

const scores = fc.uniqueArray(
  fc.record({ actor: fc.constantFrom(...actors), year: fc.integer({ min: 1987, max: 1989 }), value: fc.nat(8) }),
  { maxLength: 5, selector: ({ actor, year }) => `${actor} ${year}` },
)

const once: fc.Arbitrary<readonly Said[]> = fc
  .tuple(lawfulDeeds, memberships, scores)
  .map(([deeds, members, rated]) => [
    ...done(deeds).map(({ under }) => under('treaty-toy')),
    ...members.flatMap((life, index) => life.map(({ act, when }) => tells[act](when)('toy')(actors[index] as string))),
    ...rated.map(({ actor, year, value }) =>
      said(`practice-toy-score-${actor}`, 'PracticeScoreRecorded', `${year}`, {
        actor,
        rater: 'toy',
        indicator: 'score',
        year,
        value,
      }),
    ),
  ])

const table = { sources: [{ citation: 'A table, for tests', kind: 'dataset', series: 'a-table' }] } as const

/**
 * What is said of a treaty `toy`, an organisation `toy` and scores `toy:score`: lawful, of some dates only the year;
 * some of it twice, by another source, which may know less.
 */
export const lawfulStatements: fc.Arbitrary<readonly Said[]> = fc
  .tuple(once, fc.array(fc.tuple(fc.nat(99), fc.boolean()), { maxLength: 3 }))
  .map(([list, again]) => [
    ...list,
    ...again.flatMap(([which, exactly]) => {
      const one = list[which % Math.max(1, list.length)]
      return one === undefined
        ? []
        : [
            said(
              one.stream,
              one.event.type,
              exactly ? one.event.occurred : one.event.occurred?.slice(0, 4),
              one.event.data,
              table,
            ),
          ]
    }),
  ])

/** What becomes of a statement later: another date or actor or score, taken back, or the last amendment taken back. */
export interface Fate {
  readonly which: number
  readonly how: 'date' | 'who' | 'retract' | 'undo'
  readonly by: number
}
export const someFates: fc.Arbitrary<readonly Fate[]> = fc.array(
  fc.record({ which: fc.nat(99), how: fc.constantFrom('date', 'who', 'retract', 'undo'), by: fc.nat(5_000) }),
  { maxLength: 5 },
)

const correctionOf = (target: Said, { how, by }: Fate): Said => {
  const { data } = target.event
  if (target.stream.startsWith('practice-'))
    return corrected(target, { data: { ...data, value: by % 9 } as JsonObject })
  if (how === 'who')
    return corrected(target, { data: { ...data, actor: actors[by % actors.length] as string } as JsonObject })
  return corrected(target, { occurred: by % 4 === 0 ? String(1980 + (by % 20)) : formatDay(addDays(begins, by)) })
}

/**
 * Corrections and retractions of the statements, each after its target; an undoing takes back the amendment before it.
 */
export const amendmentsOf = (
  statements: readonly Said[],
  fates: readonly Fate[],
): readonly { readonly amendment: Said; readonly target: Said }[] => {
  const made: { readonly amendment: Said; readonly target: Said }[] = []
  for (const fate of fates) {
    const target = statements[fate.which % Math.max(1, statements.length)]
    if (target === undefined) break
    const before = made.at(-1)
    if (fate.how === 'undo' && before !== undefined)
      made.push({ amendment: retracted(before.amendment), target: before.target })
    else made.push({ amendment: fate.how === 'retract' ? retracted(target) : correctionOf(target, fate), target })
  }
  return made
}
