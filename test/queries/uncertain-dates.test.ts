import { describe, expect, it } from 'vitest'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { rowsOf } from '../support/ask.ts'
import { complete } from '../support/complete.ts'
import { toyStates } from '../support/toy-states.ts'

/**
 * The world of docs/exposure.md, "Uncertain dates", worked out there by hand: y: A=8 B=6 C=2 D=0 in every year;
 * o1={A,B} o2={A,B,C,D}. B joined o1 in 1984, nobody says when; D left o2 in June 1984. Whoever adopts the treaty: B in
 * 1986, C in 1990, nobody says when. Apart from them, F, G and H sit in o4, coded by years: F (1) from 1980 to 1984, G
 * (5) and H (7) to 2000.
 */
const sources = [{ citation: 'An invented world, for tests', kind: 'dataset' }]
const scores = { a: 8, b: 6, c: 2, d: 0, f: 1, g: 5, h: 7 }
const joined = (igo: string, state: string, occurred: string) => ({
  stream: `igo-toy${igo}`,
  type: 'MembershipStarted',
  occurred,
  sources,
  data: { actor: `toy${state}`, kind: 'full' },
})
const coded = (state: string, lastYear: number) => ({
  stream: 'igo-toyo4',
  type: 'MembershipObserved',
  occurred: `1980/${lastYear}`,
  sources,
  data: { actor: `toy${state}`, code: 'full', firstYear: 1980, lastYear },
})
const acceded = (state: string, occurred: string) => ({
  stream: 'treaty-toytreaty',
  type: 'TreatyAcceded',
  occurred,
  sources,
  data: { actor: `toy${state}` },
})
const lines = [
  ...complete(['toytreaty'], { sources }),
  ...toyStates(Object.keys(scores), { sources, since: '1970-01-01', system: 'un' }),
  ...['o1', 'o2', 'o4'].map((igo) => ({
    stream: `igo-toy${igo}`,
    type: 'IgoFounded',
    occurred: '1970-01-01',
    sources,
    data: { igo: `toy${igo}`, name: `Toy organisation ${igo}` },
  })),
  joined('o1', 'a', '1970-01-01'),
  joined('o1', 'b', '1984'),
  ...['a', 'b', 'c', 'd'].map((state) => joined('o2', state, '1970-01-01')),
  {
    stream: 'igo-toyo2',
    type: 'MembershipEnded',
    occurred: '1984-06',
    sources,
    data: { actor: 'toyd', mode: 'withdrawal', names: 'firstDayOut' },
  },
  coded('f', 1984),
  coded('g', 2000),
  coded('h', 2000),
  ...Object.entries(scores).flatMap(([state, value]) =>
    [1984, 1990].map((year) => ({
      stream: `practice-toy-score-toy${state}`,
      type: 'PracticeScoreRecorded',
      occurred: String(year),
      sources,
      data: { actor: `toy${state}`, rater: 'toy', indicator: 'score', year, value },
    })),
  ),
  {
    stream: 'treaty-toytreaty',
    type: 'TreatyConcluded',
    occurred: '1980-01-01',
    sources,
    data: {
      treaty: 'toytreaty',
      title: 'Toy treaty',
      entryIntoForce: { trigger: { kind: 'fixedDate', date: '1980-01-01' } },
      exit: 'unknown',
    },
  },
  acceded('b', '1986-05-05'),
  acceded('c', '1990'),
]

const { ask } = theWorkspaceOf((opened) => append(opened, ...lines))

interface Exposure {
  value: number
  min: number
  max: number
  uncertain: { actor: string; igo: string | null; may: string[]; decidedBy: string[] }[]
  parameters: Record<string, unknown>
  evidence: { id: string }[]
}
const exposureOf = (state: string, asOf: string, more: object, name = 'exposure') =>
  ask<Exposure>(name, { state: `toy${state}`, lag: 0, system: 'un', ...more }, { asOf })
const ofA = (formula: string, more: object = {}, name?: string) =>
  exposureOf('a', '1984-06-15', { formula, score: 'toy:score', ...more }, name)

describe('A on 15 June 1984: B may sit with it in o1, D may have left o2', () => {
  it.each([
    ['mm', 13 / 3, 8 / 3, 5],
    ['dc', 7 / 2, 8 / 3, 14 / 3],
    ['bin', 8 / 3, 8 / 3, 4],
    ['spmon', 7 / 2, 8 / 3, 14 / 3],
    ['raw', 14, 8, 14],
    ['max', 6, 8 / 3, 6],
    // Seven states: n − 1 = 6.
    ['ti', 14 / 6, 8 / 6, 14 / 6],
  ])('%s is %d, and may be from %d to %d', async (formula, value, min, max) => {
    const found = await ofA(formula)
    expect(found.value).toBeCloseTo(value, 12)
    expect(found.min).toBeCloseTo(min, 12)
    expect(found.max).toBeCloseTo(max, 12)
  })

  it.each([
    ['earliest', 5, 14 / 3],
    ['latest', 8 / 3, 8 / 3],
    ['midpoint', 4, 4],
    ['exclude', 4, 4],
  ])('by %s it is %d in mm and %d in dc, without bounds around it', async (dates, mm, dc) => {
    for (const [formula, expected] of [
      ['mm', mm],
      ['dc', dc],
    ] as const) {
      const { value, min, max, uncertain, parameters } = await ofA(formula, { dates })
      expect(value).toBeCloseTo(expected, 12)
      expect([min, max, uncertain]).toEqual([value, value, []])
      expect(parameters['dates']).toBe(dates)
    }
  })

  it('says what is uncertain, and on what that rests', async () => {
    const { uncertain, evidence, parameters } = await ofA('mm', {}, 'explain exposure')
    expect(uncertain.map(({ actor, igo, may }) => [actor, igo, may])).toEqual([
      ['toyb', 'toyo1', ['full', 'out']],
      ['toyd', 'toyo2', ['full', 'out']],
    ])
    const told = new Set(evidence.map(({ id }) => id))
    for (const { decidedBy } of uncertain)
      expect(decidedBy.length > 0 && decidedBy.every((id) => told.has(id))).toBe(true)
    expect(parameters['dates']).toBe('bounds')
  })

  it('is certain once the dates are past: B in o1, D out of o2', async () => {
    const { value, min, max } = await exposureOf('a', '1990-06-01', { formula: 'mm', score: 'toy:score' })
    expect([value, min, max]).toEqual([5, 5, 5])
  })
})

describe('exposure of A to adopters on 1 June 1990: C acceded in 1990, nobody says when', () => {
  const adoption = (formula: string, more: object = {}) =>
    exposureOf('a', '1990-06-01', { formula, adoption: 'toytreaty', threshold: 'CONSENTED', ...more })

  it.each([
    ['dc', 2 / 3],
    ['mm', 3 / 4],
  ])('%s leaves C out of the value, and not of the bounds: 1, from %d to 1', async (formula, min) => {
    const found = await adoption(formula)
    expect([found.value, found.max]).toEqual([1, 1])
    expect(found.min).toBeCloseTo(min, 12)
    expect(found.uncertain).toEqual([
      expect.objectContaining({ actor: 'toyc', igo: null, may: ['adopted', 'not adopted'] }),
    ])
  })

  it.each([
    ['earliest', 1],
    ['latest', 2 / 3],
    ['midpoint', 2 / 3],
    ['exclude', 1],
  ])('by %s it is %d in dc', async (dates, expected) => {
    const { value, min, max } = await adoption('dc', { dates })
    expect(value).toBeCloseTo(expected, 12)
    expect([min, max]).toEqual([value, value])
  })
})

describe('H in 1984, the last year for which F is coded beside it', () => {
  const input = { score: 'toy:score', lag: 0, formula: 'mm' }
  it('on a day of that year, F may have left: 3, from 3 to 5', async () => {
    expect(await exposureOf('h', '1984-12-31', input)).toMatchObject({
      value: 3,
      min: 3,
      max: 5,
      parameters: { year_codes: 'edges' },
    })
  })
  it('read as whole years, F was in', async () => {
    expect(await exposureOf('h', '1984-12-31', { ...input, yearCodes: 'whole' })).toMatchObject({
      value: 3,
      min: 3,
      max: 3,
    })
  })
  it('a panel takes the code of the year for the state-year, unless asked not to', async () => {
    const panel = async (more: object = {}) => {
      const found = await ask<{ columns: string[]; rows: unknown[][]; parameters: object }>('panel exposure', {
        ...input,
        formula: 'mm,dc',
        from: '1984',
        to: '1984',
        system: 'un',
        ...more,
      })
      return { ...rowsOf(found).find(({ state }) => state === 'toyh'), parameters: found.parameters }
    }
    expect(await panel()).toMatchObject({
      mm: 3,
      min_mm: 3,
      max_mm: 3,
      min_dc: 3,
      max_dc: 3,
      parameters: { year_codes: 'whole', dates: 'bounds' },
    })
    expect(await panel({ yearCodes: 'edges' })).toMatchObject({
      mm: 3,
      min_mm: 3,
      max_mm: 5,
      min_dc: 3,
      max_dc: 5,
      parameters: { year_codes: 'edges' },
    })
    expect(await panel({ yearCodes: 'edges', dates: 'earliest' })).toMatchObject({ mm: 5, min_mm: 5, max_mm: 5 })
  })
})

describe('a status with an uncertain date', () => {
  const steps = [
    ['1989-12-31', 'NONE', 'certain', ['NONE']],
    ['1990-06-01', 'UNKNOWN', 'possible', ['NONE', 'IN_FORCE']],
    ['1990-12-31', 'IN_FORCE', 'certain', ['IN_FORCE']],
  ] as const
  it.each(steps)('C on %s is %s, %s', async (asOf, status, certainty, possible) => {
    expect(await ask('status', { state: 'toyc', subject: 'toytreaty' }, { asOf })).toMatchObject({
      status,
      certainty,
      possible,
    })
  })

  it('a panel says so, too', async () => {
    const panel = await ask<never>('panel status', {
      subject: 'toytreaty',
      from: '1989',
      to: '1990',
      at: '06-01',
      system: 'un',
    })
    const rows = rowsOf(panel).filter(({ state }) => state === 'toyc')
    expect(rows.map(({ year, status, certainty, possible }) => [year, status, certainty, possible])).toEqual([
      [1989, 'NONE', 'certain', 'NONE'],
      [1990, 'UNKNOWN', 'possible', 'NONE IN_FORCE'],
    ])
  })

  it('spread counts C from the day on which it certainly had, and says when it may have', async () => {
    interface Spread {
      adopters: { state: string; date: string; earliest: string }[]
      curve: { year: number; inForce: { count: number; possible: number } }[]
    }
    const found = async (asOf: string) => ask<Spread>('spread', { subject: 'toytreaty', system: 'un' }, { asOf })
    const whole = await found('1991-06-01')
    expect(whole.adopters.map(({ state, date, earliest }) => [state, date, earliest])).toEqual([
      ['toyb', '1986-05-05', '1986-05-05'],
      ['toyc', '1990-12-31', '1990-01-01'],
    ])
    const inForce = (spread: Spread, year: number) =>
      spread.curve.filter((one) => one.year === year).map((one) => [one.inForce.count, one.inForce.possible])
    expect([inForce(whole, 1989), inForce(whole, 1990)]).toEqual([[[1, 0]], [[2, 0]]])
    // Asked within 1990, it may or may not have.
    expect(inForce(await found('1990-06-01'), 1990)).toEqual([[1, 1]])
  })

  it('keeps the date as it was written', async () => {
    const { items: events } = await ask<{ items: { occurred: string }[] }>('events', {
      stream: 'igo-toyo1',
      actor: 'toyb',
    })
    expect(events.map(({ occurred }) => occurred)).toEqual(['1984'])
  })
})
