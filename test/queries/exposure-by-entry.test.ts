import { describe, expect, it } from 'vitest'
import { isExactly, parse } from '../exposure/fraction.ts'
import { questionNamed } from '../support/ask.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { toyStates } from '../support/toy-states.ts'

/**
 * The toy world: A=8 B=6 C=2 D=0 E unrated; o1={A,B} o2={A,B,C,D} o3={A,C,D,E} o4={D}, asked for on 1 May 2000.
 *
 * o1: A and B founded it in 1990. o2: A founded it; B applied in 1990 and entered in 1992; C applied in 1995 and
 * entered in 1999, D applied in 1996 and entered in June 1997, nobody knows on which day. o3: A, C and D entered in
 * 1990, and nobody tells of an application; E has applied to o2. o4: D founded it.
 */
const sources = [{ citation: 'An invented world, for tests', kind: 'dataset' }]
const act = (igo: string, type: string, occurred: string, letter: string, data: object = {}) => ({
  stream: `igo-toy${igo}`,
  type,
  occurred,
  sources,
  data: { actor: `toy${letter}`, ...data },
})
const entered = (igo: string, occurred: string, letter: string, mode = 'accession') =>
  act(igo, 'MembershipStarted', occurred, letter, { kind: 'full', mode })
const applied = (igo: string, occurred: string, letter: string) => act(igo, 'MembershipApplied', occurred, letter)

const scores = { a: 8, b: 6, c: 2, d: 0 }
const { ask } = theWorkspaceOf((opened) =>
  append(
    opened,
    ...toyStates(['a', 'b', 'c', 'd', 'e'], { sources, since: '1980-01-01', system: 'un' }),
    ...['o1', 'o2', 'o3', 'o4'].map((igo) => ({
      stream: `igo-toy${igo}`,
      type: 'IgoFounded',
      occurred: '1990-01-01',
      sources,
      data: { igo: `toy${igo}`, name: `Toy organisation ${igo}` },
    })),
    entered('o1', '1990-01-01', 'a', 'original'),
    entered('o1', '1990-01-01', 'b', 'original'),
    entered('o2', '1990-01-01', 'a', 'original'),
    applied('o2', '1990-06-01', 'b'),
    entered('o2', '1992-01-01', 'b'),
    applied('o2', '1995-01-01', 'c'),
    entered('o2', '1999-01-01', 'c'),
    applied('o2', '1996-01-01', 'd'),
    entered('o2', '1997-06', 'd'),
    applied('o2', '1999-01-01', 'e'),
    ...['a', 'c', 'd', 'e'].map((letter) => entered('o3', '1990-01-01', letter)),
    entered('o4', '1990-01-01', 'd', 'original'),
    ...Object.entries(scores).map(([state, value]) => ({
      stream: `practice-toy-score-toy${state}`,
      type: 'PracticeScoreRecorded',
      occurred: '2000',
      sources,
      data: { actor: `toy${state}`, rater: 'toy', indicator: 'score', year: 2000, value },
    })),
  ),
)

interface Part {
  entry: string
  share: number
  value: number
  contribution: number
  organisations: { igo: string; reason: string | null; decidedBy: string[] }[]
}
interface Exposure {
  value: number | null
  min: number | null
  max: number | null
  missing: string | null
  uncertain: { actor: string; igo: string; may: string[] }[]
  byEntry?: { parts: Part[]; candidate: string[] }
  dropped?: { counts: string; own: { igo: string; entry: string }[]; memberships: number }
  parameters: Record<string, unknown>
}
const exposure = (letter: string, more: object = {}, asOf = '2000-05-01') =>
  ask<Exposure>('exposure', { state: `toy${letter}`, score: 'toy:score', lag: 0, minCoverage: 0, ...more }, { asOf })
const is = (value: number | null | undefined, fraction: string) =>
  expect(value).toSatisfy((one: number | null) => one !== null && isExactly(one, parse(fraction)))

describe('an exposure split by how the state came into its organisations', () => {
  /** C: o2, on probation, 14/3 of 3 rated partners; o3, unknown, 4 of 2. MM 13/3, DC 22/5. */
  it('adds up to the exposure, and says what it comes from', async () => {
    const { value, byEntry } = await exposure('c', { byEntry: true })
    is(value, '13/3')
    expect(byEntry?.parts.map(({ entry }) => entry)).toEqual(['probation', 'unknown'])
    const [probation, unknown] = byEntry?.parts ?? []
    expect([probation?.share, unknown?.share]).toEqual([1 / 2, 1 / 2])
    is(probation?.value, '14/3')
    is(probation?.contribution, '7/3')
    is(unknown?.contribution, '2')
    expect(unknown?.organisations).toMatchObject([{ igo: 'toyo3', reason: 'no-application-known' }])
    expect(probation?.organisations[0]?.decidedBy).toHaveLength(2)
  })

  it('by the dyad count weighs organisations by their rated partners', async () => {
    const { value, byEntry } = await exposure('c', { byEntry: true, formula: 'dc' })
    is(value, '22/5')
    expect(byEntry?.parts.map(({ entry, share }) => [entry, share])).toEqual([
      ['probation', 3 / 5],
      ['unknown', 2 / 5],
    ])
    is(byEntry?.parts[0]?.contribution, '14/5')
    is(byEntry?.parts[1]?.contribution, '8/5')
  })

  it('knows founders, settled members, and who is a candidate', async () => {
    const entries = async (letter: string) =>
      (await exposure(letter, { byEntry: true })).byEntry?.parts.map(({ entry }) => entry)
    expect(await entries('a')).toEqual(['founder', 'unknown'])
    expect(await entries('b')).toEqual(['founder', 'settled'])
    expect((await exposure('e', { byEntry: true })).byEntry?.candidate).toEqual(['toyo2'])
  })

  it('says that it is open on which side of three years a day lies', async () => {
    const { byEntry } = await exposure('d', { byEntry: true }, '2000-06-15')
    expect(byEntry?.parts.map(({ entry }) => entry)).toEqual(['probation|settled', 'unknown'])
    const probation = await exposure('d', { byEntry: true, dates: 'latest' }, '2000-06-15')
    expect(probation.byEntry?.parts.map(({ entry }) => entry)).toEqual(['probation', 'unknown'])
  })

  it('splits the formulas that are means of organisations alone, and organisations alone', async () => {
    await expect(exposure('a', { byEntry: true, formula: 'max' })).rejects.toThrow('byEntry splits the formulas mm')
    await expect(exposure('a', { byEntry: true, channel: 'region' })).rejects.toThrow('byEntry splits organisations')
  })
})

/**
 * Of settled members and founders: o1 = {A, B}, o2 = {A, B}, o4 = {D}; with whom nobody tells of, o3 = {A, C, D, E},
 * too.
 */
describe('an exposure of those alone who came in so', () => {
  it('drops memberships on both sides', async () => {
    // A: o1 6, o2 6, since C and D are on probation there. DC: B twice.
    const mm = await exposure('a', { entry: 'settled' })
    is(mm.value, '6')
    expect(mm.dropped).toEqual({
      counts: 'settled, founders with settled',
      own: [{ igo: 'toyo3', entry: 'unknown' }],
      // C and D in o2, all four of o3.
      memberships: 6,
    })
    expect(mm.parameters).toMatchObject({ entry: 'settled, founders with settled', probation: 3 })
    is((await exposure('a', { entry: 'settled', formula: 'dc' })).value, '6')
    // C has no settled membership at all.
    expect((await exposure('c', { entry: 'settled' })).missing).toBe('no-organisation')
  })

  it('keeps those of whom nobody tells how they came in, where that is asked', async () => {
    // A: o1 6, o2 6, o3 (2 + 0)/2 = 1. DC: (6 + 6 + 2 + 0)/4.
    const { value, dropped } = await exposure('a', { entry: 'settled,unknown' })
    is(value, '13/3')
    expect(dropped).toMatchObject({ own: [], memberships: 2 })
    is((await exposure('a', { entry: 'settled,unknown', formula: 'dc' })).value, '7/2')
  })

  it('may be asked of those on probation, or with none', async () => {
    // C alone with D in o2: 0; whose three years may be over is in doubt from the first possible day.
    is((await exposure('d', { entry: 'probation' }, '2000-05-31')).value, '2')
    // Without a probation all who applied are settled: o1 6, o2 (6 + 2 + 0)/3.
    is((await exposure('a', { entry: 'settled', probation: 0 })).value, '13/3')
  })

  it('has bounds where it is open whether a membership counts', async () => {
    // On 15 June D, 0, may be settled in o2 or not: o1 6, o2 (6 + 0)/2 or 6.
    const { value, min, max, uncertain } = await exposure('a', { entry: 'settled' }, '2000-06-15')
    is(value, '9/2')
    expect([min, max]).toEqual([4.5, 6])
    expect(uncertain).toMatchObject([{ actor: 'toyd', igo: 'toyo2', may: ['full', 'entry-open'] }])
    is((await exposure('a', { entry: 'settled', dates: 'exclude' }, '2000-06-15')).value, '6')
    is((await exposure('a', { entry: 'settled', dates: 'earliest' }, '2000-06-15')).value, '9/2')
  })

  it('is the same in a panel', async () => {
    const panel = await ask<{ columns: string[]; rows: unknown[][] }>('panel exposure', {
      score: 'toy:score',
      lag: 0,
      minCoverage: 0,
      from: '2000',
      to: '2000',
      at: '05-01',
      states: 'toya',
      formula: 'mm',
      system: 'un',
      entry: 'settled,unknown',
    })
    is(panel.rows[0]?.[panel.columns.indexOf('mm')] as number, '13/3')
  })

  it('is said in a terminal', async () => {
    const text = questionNamed('exposure').text(await exposure('a', { entry: 'settled', byEntry: true }))
    expect(text).toContain(
      "entry: only settled, founders with settled, on both sides; of the state's dropped: 1 unknown (toyo3); of all " +
        'states 6',
    )
    expect(text).toContain('founder (share 1.000000 × 6.0000): 2 (toyo1, toyo2)')
  })

  it('is refused where no organisations are asked about', async () => {
    await expect(exposure('a', { entry: 'settled', channel: 'region' })).rejects.toThrow(
      'entry says which memberships of organisations count',
    )
  })
})
