import { describe, expect, it } from 'vitest'
import { factsOf } from '../../projections/fold/facts.ts'
import { defaultPolicy, rankOf, type SourcePolicy } from '../../projections/fold/source-policy.ts'
import { treatyActs } from '../../projections/folds/treaty-acts.ts'
import { igoMembership } from '../../projections/folds/igo-membership.ts'
import { membershipActs } from '../../projections/folds/igo-acts.ts'
import { formatDay } from '../../src/time/day.ts'
import { folded } from '../support/folded.ts'
import { recorded, said, type Said } from '../support/recorded.ts'
import { by } from '../support/sources.ts'

const depositary = by('depositary', 'untc')
const scholar = by('scholarly', 'a-table')
const dataset = by('dataset', 'a-dataset')

type About = { readonly sources: ReturnType<typeof by>['sources']; readonly fact?: string }
const consented = (day: string, about: About, type = 'TreatyRatified'): Said =>
  said('treaty-cat', type, day, { actor: 'abc' }, about)

/** The consents that stand under a policy, by day. */
const consents = (list: readonly Said[], policy: SourcePolicy = defaultPolicy) =>
  treatyActs(factsOf(recorded(list)), policy)
    .map(({ from }) => formatDay(from))
    .toSorted()

describe('a source', () => {
  it.each([
    [defaultPolicy, depositary, 0],
    [defaultPolicy, dataset, 3],
    [['dataset', 'depositary'], depositary, 1],
    [['a-dataset'], dataset, 0],
    [['a-dataset'], scholar, undefined],
  ] as const)('has its place in %j', (policy, { sources }, place) => expect(rankOf(policy, sources)).toBe(place))
  it('may be named by the id under which it is registered', () =>
    expect(rankOf(['press', 'untc-2015'], [{ ref: 'untc-2015', kind: 'depositary', series: 'untc' }])).toBe(1))
  it('of which nobody has said what kind it is comes last by default, and is left out of a list', () => {
    expect(rankOf(defaultPolicy, [{ ref: 'something' }])).toBe(5)
    expect(rankOf(['press'], [{ ref: 'something' }])).toBeUndefined()
  })
})

describe('one act that two sources date differently', () => {
  const list = [consented('1970-01-14', scholar.of('consent/1')), consented('1970-02-13', depositary.of('consent/1'))]
  it('stands as the depositary has it', () => expect(consents(list)).toEqual(['1970-02-13']))
  it('stands as whoever is named first has it', () =>
    expect(consents(list, ['scholarly', 'depositary'])).toEqual(['1970-01-14']))
  it('stands as the only source that is named has it', () =>
    expect(consents(list, ['a-table'])).toEqual(['1970-01-14']))
  it('is unknown to those who do not speak of it', () => expect(consents(list, ['press'])).toEqual([]))
  it('stands the same in whatever order it was recorded', () =>
    expect(consents(list.toReversed())).toEqual(['1970-02-13']))
  it('of two sources of one kind, stands as more of them have it', () => {
    const more = [
      consented('1970-01-14', by('dataset', 'one').of('consent/1')),
      consented('1970-02-13', by('dataset', 'two').of('consent/1')),
      consented('1970-02-13', by('dataset', 'three').of('consent/1')),
    ]
    expect(consents(more)).toEqual(['1970-02-13'])
  })
  it('is two acts where nobody says that it is one', () =>
    expect(consents([consented('1970-01-14', scholar), consented('1970-02-13', depositary)])).toEqual([
      '1970-01-14',
      '1970-02-13',
    ]))
})

describe('one act that two sources date alike', () => {
  it('is one act with the name that the more trusted gives it, decided by both', () => {
    const list = [
      consented('1970-01-14', dataset.of('consent/1'), 'TreatyAcceded'),
      consented('1970-01-14', depositary.of('consent/1')),
    ]
    const [act, ...others] = treatyActs(factsOf(recorded(list)), defaultPolicy)
    expect([others, act?.columns.form, act?.decidedBy.length]).toEqual([[], 'TreatyRatified', 2])
    expect(treatyActs(factsOf(recorded(list)), ['dataset', 'depositary'])[0]?.columns.form).toBe('TreatyAcceded')
    expect(treatyActs(factsOf(recorded(list)), ['dataset'])[0]?.decidedBy.length).toBe(1)
  })
})

describe(
  'a table that keeps the last accession of a party only: Guyana and the first Optional Protocol (MTDSG, ' +
    'chapter IV.5)',
  () => {
    // Acceded on 10 May 1993, denounced and acceded again on 5 January 1999: the table has the second date alone, and
    // calls it the first.
    const full = by('organisation', 'a-history')
    const list = [
      consented('1999-01-05', depositary.of('consent/1'), 'TreatyAcceded'),
      consented('1993-05-10', full.of('consent/1'), 'TreatyAcceded'),
      consented('1999-01-05', full.of('consent/2'), 'TreatyAcceded'),
    ]
    it('is no rival of a history that has both', () => expect(consents(list)).toEqual(['1993-05-10', '1999-01-05']))
  },
)

describe('a membership that two sources date differently', () => {
  const started = (day: string, about: About) =>
    said('igo-coe', 'MembershipStarted', day, { actor: 'abc', kind: 'full' }, about)
  const list = [
    started('1949-08-05', dataset.of('started/1')),
    started('1949-08-09', by('organisation').of('started/1')),
  ]
  it('begins when the organisation says so', () =>
    expect(folded(igoMembership, list, 'kind')).toEqual([['1949-08-09', null, 'certain', 'full']]))
  it('is one act of coming, not two', () => {
    expect(membershipActs(factsOf(recorded(list)), defaultPolicy).map(({ from }) => formatDay(from))).toEqual([
      '1949-08-09',
    ])
    expect(membershipActs(factsOf(recorded(list)), ['dataset']).map(({ from }) => formatDay(from))).toEqual([
      '1949-08-05',
    ])
  })
  it('ends on one day, whether a source names the last day in or the first day out', () => {
    const ended = (day: string, names: string, about: About) =>
      said('igo-coe', 'MembershipEnded', day, { actor: 'abc', names }, about)
    const both = [
      ...list,
      ended('1970-12-30', 'lastDayIn', dataset.of('ended/1')),
      ended('1970-12-31', 'firstDayOut', by('organisation').of('ended/1')),
    ]
    expect(folded(igoMembership, both, 'kind')).toEqual([
      ['1949-08-09', '1970-12-31', 'certain', 'full'],
      ['1970-12-31', null, 'certain', 'none'],
    ])
    expect(membershipActs(factsOf(recorded(both)), defaultPolicy)).toHaveLength(2)
  })
})
