import { describe, expect, it } from 'vitest'
import { exitsOf } from '../../projections/compose/membership/exits.ts'
import { membershipConflicts } from '../../projections/compose/membership/conflicts.ts'
import { bySourceRank, type TrustedSpan } from '../../projections/compose/membership/by-source-rank.ts'
import { membershipOn, standingOn, type MembershipKind } from '../../projections/compose/membership/membership.ts'
import { igoActs } from '../../projections/folds/igo-acts.ts'
import { igoMembership } from '../../projections/folds/igo-membership.ts'
import { defaultPolicy, rankOf, type SourcePolicy } from '../../projections/fold/source-policy.ts'
import type { Source } from '../../src/events/source.ts'
import { formatBound, parseDay, type Day } from '../../src/time/day.ts'
import { intervalsOf } from '../support/folded.ts'
import { joined, wasCoded, wasOutOn, type Told } from '../support/organisations.ts'

/** What is told of one member, with the place of who tells it. */
const told = (list: readonly Told[], policy: SourcePolicy): readonly TrustedSpan[] =>
  intervalsOf(
    igoMembership,
    list.map((part) => part('coe')('abc')),
  )
    .flatMap(({ columns, ...span }) => {
      const place = rankOf(policy, JSON.parse(String(columns.told_by)) as readonly Source[])
      const kind = columns.kind as MembershipKind
      return place === undefined
        ? []
        : [
            {
              place,
              span: {
                ...span,
                igo: 'coe',
                actor: 'abc',
                kind,
                track: String(columns.track),
                observed: columns.first_year !== null,
                firstAdmission: (columns.first_admission ?? undefined) as 'certain' | undefined,
              },
            },
          ]
    })
    .toSorted((a, b) => a.span.from - b.span.from)

/** Conflicts in words: from, to, what answers follow, and against what. */
const conflicts = (list: readonly Told[], policy: SourcePolicy = defaultPolicy) => {
  const acts = intervalsOf(
    igoActs,
    list.map((part) => part('coe')('abc')),
  ).map(({ from, decidedBy, columns }) => ({
    class: columns.class as 'start',
    mode: columns.mode === null ? undefined : String(columns.mode),
    done: { lo: from, hi: columns.latest as Day },
    effect: undefined,
    decidedBy,
  }))
  return membershipConflicts(told(list, policy), acts, exitsOf(acts, undefined)).map(
    ({ from, to, follows, against }) => [formatBound(from), formatBound(to), follows.kind, against.kind],
  )
}

describe('years beside dated acts', () => {
  it('contradict them for the days of a gap that was not coded: Greece and the Council of Europe', () =>
    expect(
      conflicts([
        wasCoded('full', 1949, 2014),
        joined('1949-08-09'),
        wasOutOn('1970-12-31'),
        joined('1974-11-28', 'readmission'),
      ]),
    ).toEqual([['1970-12-31', '1974-11-28', 'none', 'full']]))
  it('contradict a first admission that came later: Germany and the United Nations', () =>
    expect(conflicts([wasCoded('none', 1955, 1964), wasCoded('full', 1965, 1990), joined('1973-09-18')])).toEqual([
      ['1965-01-01', '1973-09-18', 'none', 'full'],
    ]))
  it('contradict a return that was never coded: the United States and UNESCO', () =>
    expect(
      conflicts([
        wasCoded('full', 1946, 1984),
        wasCoded('none', 1985, 2014),
        joined('1946-11-04'),
        wasOutOn('1984-12-31'),
        joined('2003-10-01', 'readmission'),
        wasOutOn('2018-12-31'),
      ]),
    ).toEqual([['2003-10-01', '2015-01-01', 'full', 'none']]))
  it('agree with a day of joining in the year of joining, however late', () =>
    expect(conflicts([wasCoded('none', 1980, 1995), wasCoded('full', 1996, 2014), joined('1996-12-31')])).toEqual([]))
  it('contradict an exit that left no day of the year', () =>
    expect(
      conflicts([
        wasCoded('full', 1996, 2004),
        wasCoded('none', 2005, 2014),
        joined('1996-02-28'),
        wasOutOn('2004-01-01'),
      ]),
    ).toEqual([['2004-01-01', '2005-01-01', 'none', 'full']]))
  it('agree with an exit that was coded by its year or by the year after', () => {
    expect(
      conflicts([
        wasCoded('full', 1990, 2004),
        wasCoded('none', 2005, 2014),
        joined('1990-05-05'),
        wasOutOn('2004-06-30'),
      ]),
    ).toEqual([])
    expect(
      conflicts([
        wasCoded('full', 1990, 2003),
        wasCoded('none', 2004, 2014),
        joined('1990-05-05'),
        wasOutOn('2004-06-30'),
      ]),
    ).toEqual([])
  })
  it('contradict nobody where the code is that nobody knows', () =>
    expect(conflicts([wasCoded('unknown', 1950, 2014), joined('1996-02-28')])).toEqual([]))
  it('contradict no admission that came back to a spell that is not told', () =>
    expect(conflicts([wasCoded('full', 1950, 2014), joined('1996-02-28', 'readmission')])).toEqual([]))
  it('contradict no full membership by a lesser one before it', () =>
    expect(conflicts([wasCoded('observer', 1990, 1995), wasCoded('full', 1996, 2014), joined('1996-02-28')])).toEqual(
      [],
    ))
  it('contradict nobody where the date is uncertain', () =>
    expect(conflicts([wasCoded('none', 1990, 1995), joined('1990/1996')])).toEqual([]))
  it('are followed where the policy trusts them more', () =>
    expect(
      conflicts(
        [
          wasCoded('full', 1949, 2014),
          joined('1949-08-09'),
          wasOutOn('1970-12-31'),
          joined('1974-11-28', 'readmission'),
        ],
        ['dataset', 'depositary'],
      ),
    ).toEqual([['1970-12-31', '1974-11-28', 'full', 'none']]))
})

describe('trust', () => {
  const list = [wasCoded('full', 1949, 1980), joined('1949-08-09'), wasOutOn('1970-12-31')]
  const on = (day: string, policy: SourcePolicy) => membershipOn(bySourceRank(told(list, policy)), parseDay(day))?.kind
  it('lets dated acts answer before years, by default', () =>
    expect([on('1970-12-30', defaultPolicy), on('1971-06-01', defaultPolicy)]).toEqual(['full', 'none']))
  it('lets the years of a more trusted series answer, for the days that they cover', () =>
    expect([on('1971-06-01', ['cow-igo', 'depositary']), on('1981-01-01', ['cow-igo', 'depositary'])]).toEqual([
      'full',
      'none',
    ]))
  // The General Assembly admitted both German states on 18 September 1973 (resolution 3050 (XXVIII)); the matrix codes
  // them from 1965 on.
  it('lets a first admission answer for the days before it, if who tells it is trusted no less', () => {
    const standing = (says: readonly Told[], policy: SourcePolicy = defaultPolicy) =>
      membershipOn(bySourceRank(told(says, policy)), parseDay('1970-06-01'))?.kind
    expect(standing([wasCoded('full', 1965, 1990), joined('1973-09-18')])).toBeUndefined()
    expect(standing([wasCoded('full', 1965, 1990), joined('1973-09-18')], ['dataset', 'depositary'])).toBe('full')
    expect(standing([wasCoded('full', 1965, 1990), joined('1973-09-18', 'readmission')])).toBe('full')
    expect(standing([wasCoded('observer', 1965, 1973), joined('1973-09-18')])).toBe('observer')
  })
  // Joined in March and out in June, it had been no member before; out in June and back in September, it had been one.
  it('leaves open what was before, where the admission may have come after an exit of the same year', () => {
    const answer = membershipOn(
      bySourceRank(told([wasCoded('full', 1970, 1978), joined('1980'), wasOutOn('1980-06-15')], defaultPolicy)),
      parseDay('1975-01-01'),
    )
    expect([answer?.kind, answer?.certainty]).toEqual(['full', 'possible'])
  })
  it('leaves out who is not named', () =>
    expect([on('1971-06-01', ['cow-igo']), on('1981-01-01', ['cow-igo'])]).toEqual(['full', undefined]))
  it('leaves spans that touch and do not overlap', () => {
    const spans = bySourceRank(told(list, ['cow-igo', 'depositary'])).toSorted((a, b) => a.from - b.from)
    for (const [index, span] of spans.entries()) expect(span.to).toBeLessThanOrEqual(spans[index + 1]?.from ?? span.to)
    expect(standingOn(spans, parseDay('1948-12-31'))).toBeUndefined()
  })
})
