import { fc } from '../support/seeded.ts'
import { describe, expect, it } from 'vitest'
import { ALWAYS, FOREVER, formatDay, parseDay, type Day } from '../../src/time/day.ts'
import { at, type Timeline } from '../../src/time/timeline.ts'
import { bindingStatuses, type Standing } from '../../projections/compose/treaty/legal-status.ts'
import { actor } from '../support/actors.ts'
import { aDay, done, someDeeds, uncertainDeeds, veryUncertainDeeds, type Deed } from '../support/arbitrary-history.ts'
import { given, History } from '../support/given.ts'
import { retracted, type Said } from '../support/recorded.ts'
import { aTreaty } from '../support/treaty-clauses.ts'

/** Two instruments put it in force after thirty days; so does each later deposit; a year's notice. */
const treaty = aTreaty({
  entryIntoForce: { trigger: { kind: 'count', n: 2 }, offset: { days: 30 } },
  perParty: { days: 30 },
  exit: { notice: { years: 1 } },
})
const actors = ['aaa', 'bbb', 'ccc']

const histories = (world: History) => actors.map((who) => world.of(who).legal)
const retold = (said: readonly Said[]) => new History(said, {}, 'aaa')

/** The days on which any of the timelines changes, and the days before. */
const turningDays = (...timelines: readonly Timeline<unknown>[]): readonly Day[] =>
  [...new Set(timelines.flatMap((timeline) => timeline.flatMap(({ from }) => [from, from - 1])))].filter(
    (day) => day >= ALWAYS && day < FOREVER,
  ) as Day[]

describe('for all histories under a treaty', () => {
  it('the order of recording is irrelevant', () => {
    fc.assert(
      fc.property(
        someDeeds.chain((deeds) =>
          fc.tuple(
            fc.constant(deeds),
            fc.shuffledSubarray(
              deeds.map((_, i) => i),
              { minLength: deeds.length },
            ),
          ),
        ),
        ([deeds, order]) => {
          const { said } = given(treaty, done(deeds))
          const clauses = said.slice(0, said.length - deeds.length)
          const acts = said.slice(clauses.length)
          expect(histories(retold([...order.map((i) => acts[i]!), ...clauses]))).toEqual(histories(retold(said)))
        },
      ),
    )
  })

  it('timelines are in order, without overlap or gap, from the beginning of time', () => {
    fc.assert(
      fc.property(fc.oneof(someDeeds, uncertainDeeds), (deeds) => {
        for (const { timeline } of histories(given(treaty, done(deeds)))) {
          expect([timeline[0]?.from, timeline.at(-1)?.to]).toEqual([ALWAYS, FOREVER])
          for (const [index, span] of timeline.entries()) {
            expect(span.from).toBeLessThan(span.to)
            if (index > 0) expect(timeline[index - 1]?.to).toBe(span.from)
          }
        }
      }),
    )
  })

  it('nobody has a status other than none without a deciding event', () => {
    fc.assert(
      fc.property(fc.oneof(someDeeds, uncertainDeeds), (deeds) => {
        for (const { timeline } of histories(given(treaty, done(deeds))))
          for (const { value, decidedBy } of timeline)
            if (value.status !== 'NONE') expect(decidedBy.length).toBeGreaterThan(0)
      }),
    )
  })

  it('an act recorded and retracted is an act never recorded', () => {
    fc.assert(
      fc.property(someDeeds, fc.nat(), (deeds, which) => {
        fc.pre(deeds.length > 0)
        const { said } = given(treaty, done(deeds))
        const wrong = said[said.length - 1 - (which % deeds.length)]!
        expect(histories(retold([...said, retracted(wrong)]))).toEqual(
          histories(retold(said.filter((one) => one !== wrong))),
        )
      }),
    )
  })

  it(
    'a withdrawal revoked before its effect equals one never notified, for bound or not bound and for the spell, ' +
      'on every day',
    () => {
      const bound = ({ status, spell }: Standing) => [status === 'IN_FORCE' || status === 'EXIT_PENDING', spell]
      fc.assert(
        fc.property(
          aDay,
          fc.integer({ min: 31, max: 3000 }),
          fc.integer({ min: 0, max: 364 }),
          (deposit, later, until) => {
            const aaa = actor('aaa')
            const notice = (parseDay(deposit) + later) as Day
            const partners = [actor('bbb').acceded('1979-01-01'), actor('ccc').acceded('1979-01-01')]
            const consents = [...partners, aaa.acceded(deposit)]
            const never = given(treaty, consents).of('aaa').legal.timeline
            const revoked = given(
              treaty,
              consents,
              aaa.notifiedWithdrawal(formatDay(notice)),
              aaa.revokedWithdrawal(formatDay((notice + until) as Day)),
            ).of('aaa').legal.timeline
            for (const day of turningDays(never, revoked))
              expect(bound(at(revoked, day)!.value)).toEqual(bound(at(never, day)!.value))
          },
        ),
      )
    },
  )
})

describe('for all successions by continuation', () => {
  it(
    'the number of parties does not fall on the day of succession, ' +
      'and the successor is bound as its predecessor was',
    () => {
      fc.assert(
        fc.property(
          someDeeds,
          fc.integer({ min: parseDay('1980-01-02'), max: parseDay('2005-12-31') }),
          (deeds, on) => {
            const succession = formatDay(on as Day)
            fc.pre(deeds.every(({ when }) => when !== succession))
            const earlier = deeds.filter(({ who, when }) => who !== 'aaa' || when < succession)
            fc.pre(earlier.length > 0)
            const history = given(treaty, done(earlier), {
              whereas: { extinct: { aaa: succession }, unions: { next: { of: ['aaa'], on: succession } } },
            })
            const bound = (who: string, day: number) =>
              bindingStatuses.has(at(history.of(who).legal.timeline, day as Day)!.value.status)
            const runsOut =
              at(given(treaty, done(earlier)).of('aaa').legal.timeline, on as Day)!.value.status === 'EXITED'
            fc.pre(!runsOut)
            const parties = (day: number) => ['aaa', 'next'].filter((who) => bound(who, day)).length
            expect(parties(on)).toBeGreaterThanOrEqual(parties(on - 1))
            expect(bound('aaa', on)).toBe(false)
          },
        ),
      )
    },
  )
})

/** The same, with the uncertain dates made exact: the n-th year by the n-th day of the year. */
const refined = (deeds: readonly Deed[], days: readonly number[]): readonly Deed[] => {
  let next = 0
  return deeds.map((deed) =>
    deed.when.length > 4
      ? deed
      : { ...deed, when: formatDay((parseDay(`${deed.when}-01-01`) + (days[next++] ?? 0)) as Day) },
  )
}

describe('for all histories with uncertain dates', () => {
  const learnt = (count: number) => fc.array(fc.integer({ min: 0, max: 364 }), { minLength: count, maxLength: count })
  it.each([
    ['two dates at most', uncertainDeeds, learnt(2), 300],
    ['more dates', veryUncertainDeeds, learnt(4), 100],
  ] as const)(
    'to learn the day within the year never turns a certain answer over, with %s uncertain',
    (_, told, known, numRuns) => {
      fc.assert(
        fc.property(told, known, (deeds, days) => {
          const before = histories(given(treaty, done(deeds)))
          const after = histories(given(treaty, done(refined(deeds, days))))
          for (const [index, { timeline }] of before.entries())
            for (const day of turningDays(timeline, after[index]!.timeline)) {
              const span = at(timeline, day)!
              if (span.certainty === 'certain')
                expect(at(after[index]!.timeline, day)!.value.status).toBe(span.value.status)
            }
        }),
        { numRuns },
      )
    },
  )

  it('what turns out to be so had been possible', () => {
    fc.assert(
      fc.property(uncertainDeeds, learnt(2), (deeds, days) => {
        const before = histories(given(treaty, done(deeds)))
        const after = histories(given(treaty, done(refined(deeds, days))))
        for (const [index, { timeline }] of after.entries())
          for (const day of turningDays(timeline, before[index]!.timeline))
            expect(at(before[index]!.timeline, day)!.value.possible).toContain(at(timeline, day)!.value.status)
      }),
      { numRuns: 300 },
    )
  })
})
