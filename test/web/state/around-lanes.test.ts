import { describe, expect, it } from 'vitest'
import {
  aroundLanes,
  aroundTicks,
  countsByYear,
  isDense,
  toldOf,
  yearHeights,
} from '../../../web/src/state/around-lanes.ts'
import { whenWords } from '../../../web/src/words/when.ts'
import type { Timeline } from '../../../web/src/state/shown.ts'

type Event = Timeline['events'][number]
let made = 0
const event = (type: string, stream: string, date: string | null, more: Partial<Event> = {}): Event => ({
  id: String(++made),
  type,
  stream,
  date,
  summary: '',
  corrections: [],
  retracted: null,
  ...more,
})
const appeals = (year: number, count: number): Event[] =>
  Array.from({ length: count }, () => event('CampaignAction', 'appeals-amnesty-toya', `${year}-03-01`))
const takenBack = { id: 'x', reason: 'an error', recordedAt: '2020-01-01T00:00:00Z', recordedBy: 'somebody' }

describe('a date that may be unsure', () => {
  it.each([
    ['1997-04', 'April 1997'],
    ['1997', '1997'],
    ['1949-08-09/1950-04-13', 'between 9 August 1949 and 13 April 1950'],
    ['1969-11-24/..', 'on 24 November 1969 or later'],
  ])('%s reads %s', (date, words) => expect(whenWords(date).replaceAll('\u00a0', ' ')).toBe(words))
})

describe('what others did towards a state', () => {
  const lanes = aroundLanes([
    ...appeals(1990, 60),
    ...appeals(1991, 30),
    event('CampaignAction', 'campaign-icbl', '1997-03-18'),
    event('ConcessionMade', 'campaign-icbl', '1992-10-23'),
    event('ReportSubmitted', 'review-cat-toya', '2005'),
    event('TreatySigned', 'treaty-cat', '1988-04-18'),
    event('CampaignAction', 'campaign-icbl', null),
    event('CampaignAction', 'campaign-icbl', '1998-01-01', { retracted: takenBack }),
  ])
  it('is told apart by who acts; acts under treaties, what has no day and what was taken back are not of it', () =>
    expect(lanes.map(({ name, events }) => [name, events.length])).toEqual([
      ['Appeals', 90],
      ['Campaigns', 1],
      ['What it answered and conceded', 1],
      ['Reports and reviews', 1],
    ]))
  it('is counted by the year where it is much, the tallest at full height', () => {
    expect(lanes.map(isDense)).toEqual([true, false, false, false])
    expect(countsByYear(lanes[0]!)).toEqual([
      [1990, 60],
      [1991, 30],
    ])
    expect(yearHeights(lanes[0]!).map(({ share, says }) => [share, says])).toEqual([
      [1, '1990: 60'],
      [0.5, '1991: 30'],
    ])
  })
  it('is marked by the day where it is little; of a year by its first', () =>
    expect(
      lanes
        .slice(1)
        .flatMap(aroundTicks)
        .map(({ day, kind }) => [day, kind]),
    ).toEqual([
      ['1997-03-18', 'campaign'],
      ['1992-10-23', 'campaign'],
      ['2005-01-01', 'report'],
    ]))
  it.each([
    [
      'campaign action, by Amnesty International, followUp true, kind urgentAction, title More, on UA 62',
      'Amnesty International: urgent action: More, on UA 62',
    ],
    ['report due, body Committee against Torture, cycle 2', 'Committee against Torture'],
    [
      'concession made, kind Detainee Treatment Act: a ban on cruel, inhuman treatment, norm torture',
      'Detainee Treatment Act: a ban on cruel, inhuman treatment',
    ],
    ['state responded, norm landmines, stance pledges', 'pledges'],
    ['treaty ratified', ''],
  ])('says of "%s" who and what', (summary, words) => expect(toldOf(summary)).toBe(words))
})
