import { describe, expect, it } from 'vitest'
import {
  boundWords,
  exitTicks,
  membershipBars,
  membershipLanes,
  type Membership,
} from '../../../web/src/state/membership-lanes.ts'

const membership = (igo: string, from: string, to: string | null, more: Partial<Membership> = {}): Membership => ({
  state: 'toya',
  name: 'Toya',
  cow: null,
  iso3: null,
  igo,
  igoName: igo.toUpperCase(),
  formality: 'formal',
  kind: 'full',
  from,
  to,
  since: from,
  until: to,
  certainty: 'certain',
  certain: { from, to },
  toldBy: 'days',
  spell: 1,
  suspended: [],
  covered: [],
  decidedBy: [],
  ...more,
})
const byYears = (since: string, until: string | null): Partial<Membership> => ({ toldBy: 'years', since, until })

const left = [membership('left', '1949-08-09', '1970-12-31'), membership('left', '1974-11-28', null, { spell: 2 })]
const cut = membership('cut', '1931-01-01', '2015-01-01', byYears('1931', '2015/..'))
const ended = membership('ended', '1920-01-01', '1939-01-01', byYears('1920', '1939'))
const suspended = membership('suspended', '1962-01-01', null, {
  suspended: [{ from: '2009-07-04', to: '2011-06-01', scope: 'all', ground: null, certainty: 'certain' }],
})
const standing = membership('standing', '1945-10-24', null)
const turned = [
  membership('turned', '1950-07-13', '1951-05-02', { kind: 'associate' }),
  membership('turned', '1951-05-02', null),
]
const lanes = membershipLanes([ended, cut, standing, ...turned, ...left, suspended])
const lane = (igo: string) => lanes.find((one) => one.igo === igo)!

describe('the organisations of a state', () => {
  it('tell first where it left or was suspended on a day; what ended in some year last', () =>
    expect(lanes.map(({ igo }) => igo)).toEqual(['left', 'suspended', 'standing', 'turned', 'cut', 'ended']))
  it('are a lane each, with all memberships in one', () => expect(lane('left').rows).toHaveLength(2))
  it('have a mark where it left: not where it came in another way, and not where a source ends', () =>
    expect(lanes.flatMap((one) => exitTicks(one).map(({ day }) => [one.igo, day]))).toEqual([['left', '1970-12-31']]))
  it('are pale where membership is possible, and full over the days on which it is certain', () => {
    const doubtful = membership('x', '2023-07-01', null, { certain: { from: '2023-07-31', to: null } })
    const bars = membershipBars(membershipLanes([doubtful])[0]!)
    expect(bars.map(({ wears, from, to }) => [wears, from, to])).toEqual([
      ['possible', '2023-07-01', null],
      ['member', '2023-07-31', null],
    ])
  })
  it('tell a suspension over the membership, and that nobody tells where a source ends', () => {
    expect(membershipBars(lane('suspended')).at(-1)).toMatchObject({
      wears: 'suspended',
      from: '2009-07-04',
      to: '2011-06-01',
    })
    expect(membershipBars(lane('cut')).at(-1)).toMatchObject({ wears: 'beyond', from: '2015-01-01', to: null })
    expect(membershipBars(lane('ended')).map(({ wears }) => wears)).not.toContain('beyond')
  })
  it.each([
    ['1974-11-28', '28 November 1974'],
    ['2023-07-01/2023-07-31', 'July 2023'],
    ['1931', '1931'],
    ['2015/..', 'not told after 2014'],
  ])('say %s as %s', (bound, words) => expect(boundWords(bound).replaceAll('\u00a0', ' ')).toBe(words))
})
