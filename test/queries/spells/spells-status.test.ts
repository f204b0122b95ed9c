import { describe, expect, it } from 'vitest'
import { chunksOf } from '../../../src/exports/write-answer.ts'
import { tableOf } from '../../../src/queries/question/question.ts'
import { dayOf, formatDay, type Day } from '../../../src/time/day.ts'
import { theBundledCase } from '../../support/a-workspace-of.ts'
import { questionNamed } from '../../support/ask.ts'
import { fc } from '../../support/seeded.ts'

const { ask } = theBundledCase()

interface Days {
  from: string | null
  to: string | null
}
interface Told extends Days {
  status: string
  possible: string[]
  spell: number
  marks: string[]
  reason: string | null
  certainty: string
}
interface StateSpells {
  state: string
  name: string
  cow: number | null
  iso3: string | null
  system: Days[]
  covered: (Days & { state: string; through: string | null })[]
  spans: Told[]
}
interface Spells {
  subject: string
  title: string
  shortTitle: string | null
  kind: string
  system: string | null
  knownThrough: string | null
  states: StateSpells[]
}

const spells = (input: Record<string, unknown>, asOf?: string) => ask<Spells>('spells status', input, { asOf })
const isOn =
  (day: string) =>
  ({ from, to }: Days): boolean =>
    (from ?? '') <= day && day < (to ?? '~')
const told = ({ from, to, status }: Told) => [from, to, status]
const only = async (input: Record<string, unknown>): Promise<StateSpells> =>
  (await spells(input)).states[0] ?? expect.fail('nothing is told')

describe('spells status', () => {
  it(
    'Türkiye and the Istanbul Convention (CETS 210, chart of signatures; art. 75: in force on the first day of the ' +
      'month after three months from the tenth ratification; art. 80: out on that of the month after three months)',
    async () => {
      const found = await spells({ subject: 'istanbul', state: 'tur' })
      expect(found).toMatchObject({ subject: 'istanbul', shortTitle: 'Istanbul Convention', kind: 'treaty' })
      expect(found.states).toMatchObject([{ state: 'tur', cow: 640, iso3: 'TUR', system: [{ from: '1945-10-24' }] }])
      expect(found.states[0]?.spans.map(told)).toEqual([
        [null, '2011-05-11', 'NONE'],
        ['2011-05-11', '2012-03-14', 'SIGNED'],
        ['2012-03-14', '2014-08-01', 'CONSENTED'],
        ['2014-08-01', '2021-03-22', 'IN_FORCE'],
        ['2021-03-22', '2021-07-01', 'EXIT_PENDING'],
        ['2021-07-01', null, 'EXITED'],
      ])
    },
  )
  it('has a number of each spell: Greece left the European Convention in 1970, and came back in 1974', async () => {
    const { spans } = await only({ subject: 'echr', state: 'Greece' })
    const bound = spans.filter(({ status }) => status === 'IN_FORCE' || status === 'EXIT_PENDING')
    expect(bound.map(({ from, to, spell, status }) => [from, to, spell, status])).toEqual([
      ['1953-09-03', '1969-12-12', 1, 'IN_FORCE'],
      ['1969-12-12', '1970-06-13', 1, 'EXIT_PENDING'],
      ['1974-11-28', null, 2, 'IN_FORCE'],
    ])
  })
  it('has the codes that an extinct state had last, and the days on which it was a state', async () => {
    expect(await only({ subject: 'cat', state: 'ddr' })).toMatchObject({
      cow: 265,
      iso3: 'DDR',
      // Admitted on 18 September 1973; one with the Federal Republic from 3 October 1990 (Unification Treaty, art. 1).
      system: [{ from: '1973-09-18', to: '1990-10-03' }],
    })
  })
  it('says of a norm what it is called', async () =>
    expect(await spells({ subject: 'torture', state: 'usa' })).toMatchObject({
      subject: 'torture',
      title: 'Prohibition of torture',
      shortTitle: null,
      kind: 'norm',
    }))
  it('is about all days: the day asked about cuts nothing', async () => {
    const [early, late] = [
      await spells({ subject: 'cat' }, '1950-01-01'),
      await spells({ subject: 'cat' }, '2020-01-01'),
    ]
    expect(early.states).toEqual(late.states)
  })
  it('is known through the day of the list of the depositary', async () =>
    expect((await spells({ subject: 'cat' })).knownThrough).toBe('2026-02-03'))
  it('refuses a state that nobody knows', async () =>
    await expect(spells({ subject: 'cat', state: 'nowhere land' })).rejects.toMatchObject({ code: 'unknown-actor' }))
})

const subjects = ['cat', 'istanbul', 'echr', 'rome', 'torture', 'landmines']

describe('what spells tell of a day', () => {
  const from = dayOf(1945, 1, 1) as Day
  const to = dayOf(2030, 1, 1) as Day

  it('is what `world` says of it, of every state', async () => {
    const whole = new Map<string, Map<string, StateSpells>>()
    for (const subject of subjects) {
      const { states } = await spells({ subject })
      whole.set(subject, new Map(states.map((one) => [one.state, one])))
    }
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...subjects), fc.integer({ min: from, max: to }), async (subject, on) => {
        const day = formatDay(on as Day)
        const world = await ask<{ states: Record<string, unknown>[] }>('world', { subject }, { asOf: day })
        const own = whole.get(subject) as Map<string, StateSpells>
        const answered = world.states.map(({ state }) => {
          const { spans, covered, system } = own.get(state as string) ?? expect.fail(`${String(state)} is missing`)
          const span = spans.find(isOn(day))
          const reach = covered.find(isOn(day))
          return {
            state,
            status: span?.status ?? 'UNKNOWN',
            spell: span?.spell ?? 0,
            certainty: span?.certainty ?? 'possible',
            possible: span?.possible ?? [],
            reason: span?.reason ?? null,
            coverage: { state: reach?.state, through: reach?.through },
            inSystem: system.some(isOn(day)),
          }
        })
        expect(world.states).toMatchObject(answered)
        const existing = [...own.values()].filter(({ system }) => system.some(isOn(day))).map(({ state }) => state)
        expect(world.states.map(({ state }) => state)).toEqual(expect.arrayContaining(existing))
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it.each(['usa', 'tur', 'grc', 'srb', 'ddr', 'bdi'])(
    'is what `timeline` says of %s, span by span; of a norm those that differ in facets alone are one',
    async (state) => {
      for (const subject of subjects) {
        const asked = await ask<{ subjects: { spans: (Told & Record<string, unknown>)[] }[] }>('timeline', {
          state,
          subject,
        })
        const spans = (asked.subjects[0]?.spans ?? []).map((span) =>
          Object.fromEntries(Object.entries(span).filter(([field]) => field !== 'norm' && field !== 'decidedBy')),
        ) as unknown as readonly Told[]
        const own = (await only({ subject, state })).spans
        const parts = own.map((one) =>
          spans.filter((part) => (one.from ?? '') <= (part.from ?? '') && isOn(part.from ?? '')(one)),
        )
        expect(parts.flat()).toEqual(spans)
        parts.forEach((list, index) => {
          const one = own[index] as Told
          expect([list[0]?.from, list.at(-1)?.to]).toEqual([one.from, one.to])
          for (const part of list) expect({ ...part, from: one.from, to: one.to }).toEqual(one)
        })
        if (subject === 'cat' || subject === 'echr') expect(own).toEqual(spans)
      }
    },
  )
  it('has no two spans that touch and say the same', async () => {
    for (const subject of subjects)
      for (const { state, spans } of (await spells({ subject })).states)
        for (const [index, span] of spans.entries()) {
          const before = spans[index - 1]
          if (before === undefined) continue
          expect({ ...before, from: null, to: null }, `${subject} ${state}`).not.toEqual({
            ...span,
            from: null,
            to: null,
          })
        }
  })
})

describe('the table', () => {
  const rows = async (input: Record<string, unknown>) => {
    const { columns, rows: cells } = tableOf(questionNamed('spells status'), await spells(input))
    return [...cells].map((row) => Object.fromEntries(columns.map(({ name }, index) => [name, row[index]])))
  }
  it('says how much of a span sources cover: the depositary lists what was done through 2026-02-03', async () => {
    const usa = await rows({ subject: 'cat', state: 'usa' })
    expect(
      usa.map((row) => [row['from'], row['to'], row['status'], row['days_covered'], row['covered_through']]),
    ).toEqual([
      [null, '1988-04-18', 'NONE', 'all', '1988-04-17'],
      ['1988-04-18', '1994-10-21', 'SIGNED', 'all', '1994-10-20'],
      ['1994-10-21', '1994-11-20', 'CONSENTED', 'all', '1994-11-19'],
      ['1994-11-20', null, 'IN_FORCE', 'some', '2026-02-03'],
    ])
  })
  it('and of how much of it the state was one', async () => {
    const ddr = await rows({ subject: 'cat', state: 'ddr' })
    expect(ddr.map((row) => [row['status'], row['from'], row['days_in_system']])).toEqual([
      ['NONE', null, 'some'],
      ['SIGNED', '1986-04-07', 'all'],
      ['CONSENTED', '1987-09-09', 'all'],
      ['IN_FORCE', '1987-10-09', 'all'],
      ['EXTINCT', '1990-10-03', 'none'],
    ])
  })
  it('has a row for each span', async () => {
    const { states } = await spells({ subject: 'torture' })
    expect(await rows({ subject: 'torture' })).toHaveLength(states.flatMap(({ spans }) => spans).length)
  })
})

it('is small enough to be drawn at once: every state and the Convention against Torture, a state a line', async () => {
  const found = await spells({ subject: 'cat' })
  const text = [...chunksOf(questionNamed('spells status'), found, 'json')].join('')
  expect(JSON.parse(text)).toEqual(found)
  expect(Buffer.byteLength(text)).toBeLessThan(150_000)
  expect(text.split('\n').filter((line) => /^ {4}\{"state":"[a-z0-9]+"/.test(line))).toHaveLength(found.states.length)
})
