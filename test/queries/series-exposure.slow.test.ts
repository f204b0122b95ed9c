import { describe, expect, it } from 'vitest'
import type { ExposureValue } from '../../src/queries/exposure/exposure-value.ts'
import { firstReading } from '../../src/queries/panels/turning-days.ts'
import { laggedDay } from '../../src/queries/network/lag.ts'
import { addDays, formatDay, parseDay } from '../../src/time/day.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { toyOrganisation, toyStates } from '../support/toy-states.ts'

/**
 * An invented world in which something of every kind happens between 2000 and 2002: who joins on a day, in an unknown
 * month, in a coded year; who is suspended, leaves, accedes, changes its class, a tie that ends, a score that is
 * published late.
 */
const sources = [{ citation: 'An invented world, for tests', kind: 'dataset', series: 'toy', published: '2001-11-11' }]
const since = '1990-01-01'
const toy = (letter: string) => `toy${letter}`
const membership = (type: string, igo: string, letter: string, occurred: string, more: object = {}) => ({
  stream: `igo-${igo}`,
  type,
  occurred,
  sources,
  data: { actor: toy(letter), ...more },
})
const rated = (letter: string, year: number, value: number) => ({
  stream: `practice-toy-score-${toy(letter)}`,
  type: 'PracticeScoreRecorded',
  occurred: String(year),
  sources,
  data: { actor: toy(letter), rater: 'toy', indicator: 'score', year, value },
})
const act = (type: string, letter: string, occurred: string) => ({
  stream: 'treaty-toyt',
  type,
  occurred,
  sources,
  data: { actor: toy(letter) },
})
const inClass = (letter: string, name: string, more: object) => ({
  stream: `classification-m49-subregion-${toy(letter)}`,
  type: 'ActorClassified',
  sources,
  data: { classification: 'm49-subregion', class: name, label: `Class ${name}`, actor: toy(letter), ...more },
})

const { ask } = theWorkspaceOf((opened) =>
  append(
    opened,
    ...toyStates(['a', 'b', 'c', 'd'], { sources, since, system: 'un' }),
    ...toyOrganisation('toyo1', ['a', 'b'], { sources, since }),
    ...toyOrganisation('toyo2', ['a', 'c'], { sources, since }),
    membership('MembershipStarted', 'toyo1', 'c', '2000-05-17', { kind: 'full' }),
    membership('MembershipStarted', 'toyo2', 'd', '2001-03', { kind: 'full' }),
    membership('MembershipObserved', 'toyo2', 'b', '2000/2001', { code: 'full', firstYear: 2000, lastYear: 2001 }),
    membership('MembershipSuspended', 'toyo1', 'b', '2000-09-09', { scope: 'all' }),
    membership('MembershipEnded', 'toyo2', 'c', '2002-02-28', { names: 'firstDayOut' }),
    ...[1999, 2000, 2001, 2002].flatMap((year) => [
      rated('b', year, year - 1998),
      rated('c', year, 2 * (year - 1998)),
      rated('d', year, 0),
    ]),
    {
      stream: 'treaty-toyt',
      type: 'TreatyConcluded',
      occurred: since,
      sources,
      data: {
        treaty: 'toyt',
        title: 'Treaty toyt',
        entryIntoForce: { trigger: { kind: 'fixedDate', date: since } },
        exit: { notice: { months: 12 } },
      },
    },
    act('TreatyAcceded', 'b', '2000-07-03'),
    act('TreatyAcceded', 'c', '2001-06'),
    act('TreatyAcceded', 'a', '2000-02-29'),
    act('TreatyWithdrawalNotified', 'b', '2001-02-02'),
    inClass('a', 'r1', {}),
    inClass('b', 'r1', { from: '2001-04-04' }),
    inClass('c', 'r1', { from: '1995-01-01', through: '2000-10-31' }),
    {
      stream: `relation-cow-alliance-${toy('a')}`,
      type: 'RelationObserved',
      occurred: '2000',
      sources,
      data: {
        relation: 'cow-alliance',
        actor: toy('a'),
        other: toy('b'),
        directed: false,
        from: '2000-03-03',
        through: '2002-01-05',
      },
    },
  ),
)

type Told = ExposureValue & { readonly covered: object }
interface Series {
  readonly spans: readonly (Told & { readonly from: string; readonly to: string })[]
}

const toldIn = ({ value, min, max, missing, coverage, degree, covered }: Told): Told => ({
  value,
  min,
  max,
  missing,
  coverage,
  degree,
  covered,
})

/** What `exposure` says on a day. */
const toldOn = async (day: string, input: object): Promise<Told> =>
  toldIn(await ask<Told>('exposure', { state: 'toya', ...input }, { asOf: day }))

/** Every thirteenth day of the three years, and those before and after each turn. */
const daysToLookAt = ({ spans }: Series): readonly string[] => {
  const some = Array.from({ length: 84 }, (_, k) => addDays(parseDay('2000-01-01'), 13 * k))
  const turns = spans.slice(1).map(({ from }) => parseDay(from))
  return [...new Set([...some, ...turns.flatMap((day) => [addDays(day, -1), day])])].map(formatDay)
}

const ofScore = { score: 'toy:score' }
const ofTreaty = { adoption: 'toyt' }

describe('a series of an exposure', () => {
  it.each<[what: string, input: object]>([
    ['organisations, by score', { ...ofScore }],
    ['a lag of days', { ...ofScore, lag: '45d' }],
    ['no lag, years as coded', { ...ofScore, lag: 0, yearCodes: 'whole', formula: 'dc' }],
    ['the earliest days', { ...ofScore, dates: 'earliest' }],
    ['the middle of what is uncertain', { ...ofScore, dates: 'midpoint', lag: 0 }],
    ['nothing uncertain', { ...ofScore, dates: 'exclude', excludeSuspended: true, lag: 0 }],
    ['as it had been published', { ...ofScore, published: true, lag: 0 }],
    ['an adoption', { ...ofTreaty, lag: 0 }],
    ['an adoption for good', { ...ofTreaty, cumulative: true }],
    ['treaties in force', { ...ofScore, channel: 'treaties', system: 'un', lag: 0 }],
    ['a region', { ...ofScore, channel: 'region', system: 'un' }],
    ['an alliance', { ...ofScore, channel: 'alliance', system: 'un', lag: 0 }],
    ['all states of the system', { ...ofTreaty, formula: 'ti', system: 'un', lag: 0 }],
  ])('says of a day what the question of that day says: %s', async (_, input) => {
    const series = await ask<Series>('series exposure', { state: 'toya', from: '2000', to: '2002', ...input })
    const { spans } = series
    expect(spans[0]?.from).toBe('2000-01-01')
    expect(spans.at(-1)?.to).toBe('2003-01-01')
    for (const [k, span] of spans.entries()) if (k > 0) expect(span.from).toBe(spans[k - 1]?.to)
    for (const day of daysToLookAt(series)) {
      const span = spans.find(({ from, to }) => from <= day && day < to)
      expect(span && toldIn(span), day).toEqual(await toldOn(day, input))
    }
    expect(spans.length).toBeGreaterThan(1)
  })

  it('turns on the days on which the acts were done: by hand', async () => {
    // B, alone in the first organisation with A, acceded on 3 July 2000; its notice of 2 February 2001 takes effect
    // after twelve months. C joined the first on 17 May 2000, and is no party before June 2001.
    const { spans } = await ask<Series>('series exposure', {
      state: 'toya',
      from: '2000-07-01',
      to: '2000-12-31',
      igos: 'toyo1',
      lag: 0,
      ...ofTreaty,
    })
    expect(spans.map(({ from, to, value }) => [from, to, value])).toEqual([
      ['2000-07-01', '2000-07-03', 0],
      ['2000-07-03', '2001-01-01', 1 / 2],
    ])
  })

  it('refuses what has no stretches', async () => {
    const asked = (more: object) =>
      ask('series exposure', { state: 'toya', from: '2000', to: '2001', ...ofScore, ...more })
    await expect(asked({ formula: 'years' })).rejects.toThrow('many years')
    await expect(asked({ discount: '0.5' })).rejects.toThrow('formulas of the past alone')
    await expect(asked({ channel: 'advocacy', norm: 'torture' })).rejects.toThrow('another every day')
    await expect(asked({ from: '2001-05-01', to: '2001-04-30' })).rejects.toThrow('expected no day before 2001-05-01')
  })
})

describe('the first day on which a day is read', () => {
  it.each([
    ['2001-03-01', '2002-03-01'],
    // Of 29 February nothing is read a year later: 28 February reads the day before it, 1 March the day after.
    ['2000-02-29', '2001-03-01'],
    ['2003-02-28', '2004-02-28'],
  ])('%s is read from %s on', (read, day) => {
    expect(formatDay(firstReading(parseDay(read), { years: 1 }))).toBe(day)
  })

  it('is the first of all that read it or a later one, for every day of eight years', () => {
    for (let read = parseDay('1999-01-01'); read < parseDay('2007-01-01'); read = addDays(read, 1)) {
      const first = firstReading(read, { years: 1 })
      expect(laggedDay(first, { years: 1 })).toBeGreaterThanOrEqual(read)
      expect(laggedDay(addDays(first, -1), { years: 1 })).toBeLessThan(read)
    }
  })
})
