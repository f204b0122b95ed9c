import { describe, expect, it } from 'vitest'
import { bindingStatuses, type Standing } from '../../projections/compose/treaty/legal-status.ts'
import { addDays, formatDay, parseDay, type Day } from '../../src/time/day.ts'
import { at, type Span, type Timeline } from '../../src/time/timeline.ts'
import { actor } from '../support/actors.ts'
import { done } from '../support/arbitrary-history.ts'
import { given, type History } from '../support/given.ts'
import { actors, lawfulDeeds } from '../support/lawful-lives.ts'
import { fc } from '../support/seeded.ts'
import { aTreaty } from '../support/treaty-clauses.ts'

const treaty = aTreaty({
  entryIntoForce: { trigger: { kind: 'count', n: 2 }, offset: { days: 30 } },
  perParty: { days: 30 },
  exit: { notice: { years: 1 } },
})
/** The second instrument is that of whoever comes first. */
const parent = actor('xxx').acceded('1979-01-01')

const all = [...actors, 'xxx']

/** Everybody's standing, composed once. */
const standings = (history: History): ReadonlyMap<string, Timeline<Standing>> =>
  new Map(all.map((who) => [who, history.of(who).legal.timeline]))
const on = (timeline: Timeline<Standing> | undefined, day: Day): Standing =>
  (at(timeline ?? [], day) as Span<Standing>).value
const turning = (...timelines: readonly (Timeline<Standing> | undefined)[]): readonly Day[] => [
  ...new Set(timelines.flatMap((timeline = []) => timeline.map(({ from }) => from))),
]

/** What is left of a standing when the label of a pending exit is taken off. */
const unlabelled = ({ status, spell, possible }: Standing) => {
  const plain = (one: string) => (one === 'EXIT_PENDING' ? 'IN_FORCE' : one)
  return [plain(status), spell, [...new Set(possible.map(plain))].toSorted()]
}

/** A stretch of more than two days on which an actor was certainly in force, as [actor, first day, last day]. */
const stretchesInForce = (found: ReadonlyMap<string, Timeline<Standing>>): readonly (readonly [string, Day, Day])[] =>
  actors.flatMap((who) =>
    (found.get(who) ?? [])
      .filter(({ value, from, to }) => value.status === 'IN_FORCE' && to - from > 2)
      .map(({ from, to }) => [who, from, (Math.min(to, parseDay('2010-01-01')) - 1) as Day] as const),
  )

describe('for all lawful histories under a treaty, some of their dates uncertain', () => {
  it(
    '6: a withdrawal revoked is no withdrawal for bound and not bound and for the spell, on every day; ' +
      'only the label and the ledger of exits remember it',
    () => {
      let met = 0
      fc.assert(
        fc.property(lawfulDeeds, fc.nat(), fc.nat(), fc.nat(363), (deeds, which, later, until) => {
          const never = given(treaty, parent, done(deeds))
          const before = standings(never)
          const stretches = stretchesInForce(before)
          fc.pre(stretches.length > 0)
          const [who, first, last] = stretches[which % stretches.length] as (typeof stretches)[number]
          // Not on the first day: a notice on the very day of a revocation comes before it.
          const notice = addDays(first, 1 + (later % (last - first - 1)))
          const end = addDays(notice, 1 + (until % (last - notice)))
          // A revocation of which only the year is known might be that of this notice.
          fc.pre(
            deeds.every(
              (deed) =>
                deed.who !== who ||
                deed.does !== 'revokedWithdrawal' ||
                deed.when.length > 4 ||
                deed.when < formatDay(notice).slice(0, 4) ||
                deed.when > formatDay(end).slice(0, 4),
            ),
          )
          const revoked = given(
            treaty,
            parent,
            done(deeds),
            actor(who).notifiedWithdrawal(formatDay(notice)),
            actor(who).revokedWithdrawal(formatDay(end)),
          )
          const after = standings(revoked)
          met += 1
          for (const other of all)
            for (const day of turning(before.get(other), after.get(other))) {
              const [was, is] = [on(before.get(other), day), on(after.get(other), day)]
              expect(unlabelled(is)).toEqual(unlabelled(was))
              if (is.status !== was.status) expect([other, day >= notice && day < end]).toEqual([who, true])
            }
          expect(on(after.get(who), notice).status).toBe('EXIT_PENDING')
          const inLedger = (history: History) =>
            history
              .of(who)
              .legal.spells.flatMap(({ notices }) => notices)
              .filter(({ from, to, ended }) => from === notice && to === end && ended === 'revoked')
          expect([inLedger(never).length, inLedger(revoked).length]).toEqual([0, 1])
        }),
        { numRuns: 200 },
      )
      expect(met).toBeGreaterThan(100)
    },
  )

  it(
    '7: a treaty in force does not lapse by exits, though all leave it (Vienna Convention art. 55), ' +
      'and binds who comes after them',
    () => {
      fc.assert(
        fc.property(lawfulDeeds, fc.nat(400), (deeds, gap) => {
          const before = given(treaty, parent, done(deeds))
          const { date, earliest } = before.entryIntoForce
          fc.pre(date !== undefined)
          const last = Math.max(date as Day, ...turning(...standings(before).values())) as Day
          const notice = addDays(last, 1 + gap)
          const leaving = all.map((who) => actor(who).notifiedWithdrawal(formatDay(notice)))
          const late = addDays(notice, 3_000)
          const left = given(treaty, parent, done(deeds), leaving, actor('new').acceded(formatDay(late)))
          expect([left.entryIntoForce.date, left.entryIntoForce.earliest]).toEqual([date, earliest])
          for (const timeline of standings(left).values())
            expect(bindingStatuses.has(on(timeline, late).status)).toBe(false)
          const newcomer = left.of('new').legal.timeline
          expect([on(newcomer, addDays(late, 29)).status, on(newcomer, addDays(late, 30)).status]).toEqual([
            'CONSENTED',
            'IN_FORCE',
          ])
        }),
        { numRuns: 200 },
      )
    },
  )
})
