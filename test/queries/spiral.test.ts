import { describe, expect, it } from 'vitest'
import { tableOf } from '../../src/queries/question/question.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { questionNamed } from '../support/ask.ts'
import { toyStates } from '../support/toy-states.ts'

/**
 * The state A and the norm "toynorm", carried by articles 1 and 2 of the Convention against Torture. Others have the
 * scores 2 to 9 every year; A has the lowest, 1, until 1984, 5.5 in 1985, which is the middle, and 9 from 1986 on, as
 * high as the best of them. 1983 has no score of A.
 *
 *     1979 reported; 1980 a campaign acts, A calls on sovereignty; 1983 a release, taken back in 1984; 1985 a pledge;
 *     1987 consent, and 1988 complaints accepted; 1989 a law, repealed in 1996.
 */
const sources = [{ citation: 'An invented world, for tests', kind: 'organisation' }]
const line = (stream: string, type: string, occurred: string | undefined, data: object) => ({
  stream,
  type,
  ...(occurred !== undefined && { occurred }),
  sources,
  fact: `${type}/${occurred ?? ''}/${JSON.stringify(data)}`,
  data,
})
const norm = (id: string) =>
  line(`norm-${id}`, 'NormDefined', undefined, { norm: id, name: `Norm ${id}`, statement: 'An invented norm' })
const conduct = (type: string, on: string, data: object, state = 'a') =>
  line(`conduct-toynorm-toy${state}`, type, on, { actor: `toy${state}`, ...data })
const score = (state: string, year: number, value: number) =>
  line(`practice-toy-score-toy${state}`, 'PracticeScoreRecorded', String(year), {
    actor: `toy${state}`,
    rater: 'toy',
    indicator: 'score',
    year,
    value,
  })
const registered = (source: string, more: object = {}) =>
  line(`source-${source}`, 'SourceRegistered', undefined, {
    source,
    citation: 'An invented world, for tests',
    kind: 'dataset',
    series: source,
    ...more,
  })
const yearsFrom = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, k) => from + k)
const others = ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
const ofA = (year: number): number => {
  if (year <= 1984) return 1
  return year === 1985 ? 5.5 : 9
}

const { ask } = theWorkspaceOf((opened) =>
  append(
    opened,
    norm('toynorm'),
    norm('toyquiet'),
    ...toyStates(['a', ...others], { sources, since: '1950-01-01', system: 'un' }),
    registered('toy-scores', { scales: { 'toy:score': { direction: 'higher-is-better' } } }),
    ...yearsFrom(1976, 1999).flatMap((year) => [
      ...others.map((state, index) => score(state, year, index + 2)),
      ...(year === 1983 ? [] : [score('a', year, ofA(year))]),
    ]),
    line('practice-blind-score-toya', 'PracticeScoreRecorded', '1980', {
      actor: 'toya',
      rater: 'blind',
      indicator: 'score',
      year: 1980,
      value: 1,
    }),
    line('treaty-cat', 'TreatyAcceded', '1987-06-01', { actor: 'toya' }),
    line('treaty-cat', 'DeclarationMade', '1988-06-01', {
      actor: 'toya',
      declaration: 'art-22',
      at: 'late',
      kind: 'optionalClause',
      provisions: ['22'],
    }),
    registered('toy-treaties'),
    line('source-toy-treaties', 'CoverageClaimed', undefined, {
      treaties: ['cat'],
      actors: 'existing',
      classes: ['signature', 'consent', 'exit', 'declaration'],
      through: '2005-12-31',
    }),
    line('norm-toynorm', 'InstrumentLinked', undefined, { instrument: 'cat', role: 'core', articles: ['1', '2'] }),
    conduct('ViolationReported', '1979-05-01', { norm: 'toynorm', title: 'Prisons' }),
    line('campaign-toy', 'CampaignLaunched', '1980-01-01', {
      name: 'Toy campaign',
      norms: ['toynorm'],
      targets: 'all',
      initiator: 'One',
    }),
    line('campaign-toy', 'CampaignAction', '1980-06-01', { actor: 'toya', kind: 'report' }),
    conduct('StateResponded', '1980-07-01', { stance: 'sovereignty' }),
    conduct('ConcessionMade', '1983-01-01', { kind: 'release' }),
    conduct('ConcessionReversed', '1984-01-01', { kind: 'release' }),
    conduct('ConcessionMade', '1985-01-01', { kind: 'pledge' }),
    line('domestic-toya', 'LegislationEnacted', '1989-03-01', { actor: 'toya', norm: 'toynorm', title: 'The Act' }),
    line('domestic-toya', 'LegislationRepealed', '1996-03-01', { actor: 'toya', norm: 'toynorm', title: 'The Act' }),
    // Of B: complaints about article 2 of the Convention, and about another; of C: an action over no norm.
    line('review-cat-toyb', 'ComplaintDecided', '1990-01-01', {
      actor: 'toyb',
      body: 'A committee',
      complaint: '1/1989',
      violation: true,
      articles: ['2'],
    }),
    line('review-cat-toyb', 'ComplaintDecided', '1991-01-01', {
      actor: 'toyb',
      body: 'A committee',
      complaint: '2/1989',
      violation: true,
      articles: ['30'],
    }),
    conduct('ViolationReported', '1980-05-01', { norm: 'toynorm' }, 'c'),
    conduct('ConcessionMade', '1985-01-01', { kind: 'release' }, 'e'),
    // Against D a campaign from 1977 until the end of 1984.
    conduct('ViolationReported', '1979-05-01', { norm: 'toynorm' }, 'd'),
    line('campaign-named', 'CampaignLaunched', '1977-01-01', {
      name: 'Against D',
      norms: ['toynorm'],
      targets: ['toyd'],
      initiator: 'One',
    }),
    line('campaign-named', 'CampaignEnded', '1984-12-31', { outcome: 'partial', names: 'lastDayIn' }),
    // Of F an answer without a first day; G leaves the state system on 3 May 1991.
    conduct('StateResponded', '../1985-05-19', { stance: 'sovereignty' }, 'f'),
    conduct('ViolationReported', '1989-05-01', { norm: 'toynorm' }, 'g'),
    line('state-toyg', 'StateEnded', '1991-05-03', { actor: 'toyg', system: 'un', names: 'firstDayOut' }),
    line('appeals-one-toyc', 'CampaignAction', '1985-06-01', { actor: 'toyc', kind: 'urgentAction' }),
  ),
)

interface Found {
  value: string
  says: string
  reason: string | null
  decidedBy: string[]
}
interface Answer {
  changes: { year: number; from: string | null; to: string; kind: string; says: string; decidedBy: string[] }[]
  years: {
    year: number
    phase: string
    possible: string[]
    reasons: string[]
    tercile: string | null
    counts: Record<string, number>
    found: Record<string, Found>
  }[]
  known: Record<string, number>
  evidence: { id: string; type: string }[]
  direction: string | null
  parameters: Record<string, unknown>
}
const spiralOf = (letter: string, more: object = {}, asOf = '1999-12-31') =>
  ask<Answer>('spiral', { state: `toy${letter}`, norm: 'toynorm', score: 'toy:score', ...more }, { asOf })
const phasesOf = async (...how: Parameters<typeof spiralOf>) =>
  Object.fromEntries((await spiralOf(...how)).years.map(({ year, phase }) => [year, phase]))
const yearOf = async (year: number, ...how: Parameters<typeof spiralOf>) =>
  (await spiralOf(...how)).years.find((one) => one.year === year)

describe('a trajectory', () => {
  it('changes when what the rules read changes, with the evidence of each change', async () => {
    const { changes } = await spiralOf('a')
    expect(changes.slice(0, 6).map(({ year, to, kind }) => [year, to, kind])).toEqual([
      // Reported in 1979, and no answer yet in the window 1977 to 1979: others are recorded, so that it was silent.
      [1979, '2', 'start'],
      // The answer is in the window up to 1982; of 1983 practice is not known, so that the concession may be tactical.
      [1983, 'UNKNOWN', 'unknown'],
      // The release was taken back on the first day of 1984, and no action is left in the window 1982 to 1984; practice
      // is bad, and no violation is recorded in it.
      [1984, 'UNKNOWN', 'unknown'],
      // The pledge of 1985, but practice is better than in 1982: 5.5 against 1.
      [1985, 'NONE', 'none'],
      // Practice is held against 1983, which has no score; then against 1984.
      [1986, 'UNKNOWN', 'unknown'],
      [1987, 'NONE', 'none'],
    ])
  })
  it('has phase 3 where practice is no better than delta: 1985 to 1982, 1987 to 1984; 1983 has no score', async () =>
    expect(await phasesOf('a', { delta: '8' })).toMatchObject({ 1985: '3', 1986: 'UNKNOWN', 1987: '3' }))
  it('has prescriptive status by the signs: consent and complaints since 1988, a law from 1989 until 1996', async () =>
    expect(await phasesOf('a', { delta: '8', sustained: '12' })).toMatchObject({
      1988: 'UNKNOWN',
      1989: '4',
      1995: '4',
      1996: '4-partial',
    }))
  it('has phase 5 after five years at the top, from 1986 on: 1990; and falls back as the law is repealed', async () => {
    expect(await phasesOf('a', { delta: '8' })).toMatchObject({ 1989: '4', 1990: '5', 1995: '5', 1996: '4-partial' })
    const { changes } = await spiralOf('a', { delta: '8' })
    expect(changes.at(-1)).toMatchObject({ year: 1996, from: '5', to: '4-partial', kind: 'regress' })
  })
  it('stays open where it is not known whether phase 3 was ever reached: in 1986 it may have been', async () => {
    const { years } = await spiralOf('a')
    expect(Object.fromEntries(years.map(({ year, possible }) => [year, possible.join(' ')]))).toMatchObject({
      1986: '3 NONE',
      1987: 'NONE',
    })
    // The last act is the pledge of 1985: from 1988 on none is in the window.
    expect(years.find(({ year }) => year === 1988)).toMatchObject({ phase: 'UNKNOWN', reasons: ['nothing-recorded'] })
  })
  it('is the same whatever years are shown', async () => {
    const whole = await phasesOf('a', { delta: '8' })
    const part = await phasesOf('a', { delta: '8', from: '1988', to: '1990' })
    expect(Object.entries(part)).toEqual(Object.entries(whole).filter(([year]) => year >= '1988' && year <= '1990'))
  })
  it('reads a cut in place of the top tercile', async () =>
    expect(await phasesOf('a', { delta: '8', cut: '5', sustained: '5' })).toMatchObject({ 1989: '5' }))
})

describe('its signs', () => {
  it('are told with the events that each rests on', async () => {
    const year = await yearOf(1990, 'a')
    expect(year?.found).toMatchObject({
      consent: { value: 'yes', says: '(a) consent to cat; cat 22 accepted' },
      law: { value: 'yes', says: '(b) The Act' },
      complaints: { value: 'yes' },
      discourse: { value: 'yes' },
    })
    const { evidence, changes } = await spiralOf('a', { delta: '8' })
    expect(new Set(changes.flatMap(({ decidedBy }) => decidedBy)).size).toBe(evidence.length)
    expect(evidence.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['ViolationReported', 'ConcessionMade', 'LegislationEnacted', 'TreatyAcceded']),
    )
  })
  it('are no before the day, where a source holds every consent and declaration', async () => {
    expect((await yearOf(1986, 'a'))?.found['consent']).toMatchObject({ value: 'no' })
    expect((await yearOf(1987, 'a'))?.found['consent']).toMatchObject({
      value: 'no',
      says: '(a) cat 22 not accepted',
    })
  })
  it('of a law are unknown, and not no, where none is recorded', async () =>
    expect((await yearOf(1988, 'a'))?.found['law']).toMatchObject({
      value: 'unknown',
      reason: 'domestic-law-not-recorded',
    }))
  it('are counted within the window', async () =>
    expect((await yearOf(1982, 'a'))?.counts).toEqual({
      violations: 0,
      actions: 1,
      pressure: 0,
      responses: 1,
      concessions: 0,
      reversals: 0,
    }))
})

describe('what is not known', () => {
  it('is said of years before anything is recorded', async () =>
    expect(await yearOf(1978, 'a', { from: '1978' })).toMatchObject({
      phase: 'UNKNOWN',
      possible: [],
      reasons: ['nothing-recorded'],
    }))
  it('is said of a norm of which nothing is recorded: never phase 1', async () => {
    const { years } = await spiralOf('a', { norm: 'toyquiet', from: '1980', to: '1982' })
    expect(years.map(({ phase, reasons }) => [phase, reasons])).toEqual(
      [1980, 1981, 1982].map(() => ['UNKNOWN', ['nothing-recorded']]),
    )
  })
  it('is said where a concession alone is recorded', async () =>
    expect(await yearOf(1986, 'e')).toMatchObject({ phase: 'UNKNOWN', reasons: ['nothing-recorded'] }))
  it('is a year in whose window no act of the two is recorded, though practice is bad', async () => {
    // Of C, third from below among nine, one violation is known, of 1980; of its answers nothing.
    const { years } = await spiralOf('c')
    expect(years.map(({ phase, possible, reasons }) => [phase, possible, reasons])).toEqual([
      ...[1980, 1981, 1982].map(() => ['UNKNOWN', ['2', '1'], ['no-answer-recorded']]),
      ...yearsFrom(1983, 1999).map(() => ['UNKNOWN', [], ['nothing-recorded']]),
    ])
    expect(years.find(({ year }) => year === 1984)).toMatchObject({
      tercile: 'bottom',
      counts: { violations: 0, actions: 0, pressure: 0, responses: 0, concessions: 0, reversals: 0 },
    })
    expect(questionNamed('spiral').text(await spiralOf('c'))).toContain('1983-1999  UNKNOWN: nothing-recorded')
  })
  it('is bad practice without a violation of the norm: 1984, with a release that was taken back', async () =>
    expect(await yearOf(1984, 'a')).toMatchObject({
      phase: 'UNKNOWN',
      possible: ['1', 'NONE'],
      reasons: ['no-violation-recorded'],
      found: { violated: { value: 'unknown' } },
    }))
  it('is whether an act without a first day lies in a window: years begin with its last possible day', async () => {
    const { years, parameters } = await spiralOf('f')
    expect([parameters['from'], years[0]?.year]).toEqual([1985, 1985])
    // F is in the middle: no rule holds, if the answer was given in 1983 to 1985, which nobody knows.
    expect(years[0]).toMatchObject({ phase: 'UNKNOWN', possible: [] })
    const words = (await yearOf(1985, 'f', { from: '1984' }))?.found['denial']
    expect(words).toMatchObject({ value: 'unknown', says: 'response (sovereignty) of ../1985-05-19' })
  })
  it('is a year without a score', async () =>
    expect(await yearOf(1983, 'a')).toMatchObject({
      possible: ['3', '1', 'NONE'],
      reasons: ['practice:no-score'],
    }))
  it('is a score of which nobody says what a higher value means', async () =>
    expect(await yearOf(1980, 'a', { score: 'blind:score' })).toMatchObject({
      phase: 'UNKNOWN',
      reasons: ['phase-1-not-known'],
      tercile: null,
    }))
  it('is silence, where no answer of the state is recorded at all', async () =>
    expect((await yearOf(1990, 'b'))?.found['silence']).toMatchObject({
      value: 'unknown',
      reason: 'no-answer-recorded',
    }))
  it('is whether a campaign acted, where an action on the state carries no norm', async () => {
    const { years, known } = await spiralOf('c')
    expect(known).toMatchObject({ actions: 0, violations: 1, withoutNorm: 1 })
    expect(years.find(({ year }) => year === 1984)?.found['campaign']).toMatchObject({ value: 'no' })
    expect(years.find(({ year }) => year === 1985)?.found['campaign']).toMatchObject({
      value: 'unknown',
      reason: 'acts-without-norm',
    })
  })
})

describe('an active campaign', () => {
  it('is one that names the state, from its beginning until its end is recorded', async () => {
    const { years } = await spiralOf('d')
    const found = Object.fromEntries(years.map(({ year, found: signs }) => [year, signs]))
    expect([1980, 1984, 1986, 1987].map((year) => found[year]?.['active']?.value)).toEqual(['yes', 'yes', 'yes', 'no'])
    // Its launch of 1977 is an act upon D in the windows that hold it, and no longer in that of 1980, from 1978 on.
    expect([1979, 1980].map((year) => found[year]?.['campaign']?.value)).toEqual(['yes', 'no'])
  })
  it('is none of those against all states, which are active where they act', async () =>
    expect((await yearOf(1983, 'a'))?.found['active']).toMatchObject({ value: 'no' }))
})

describe('a state that ended', () => {
  it('has no years after the one in which it did', async () => {
    expect((await spiralOf('g')).years.map(({ year }) => year)).toEqual([1989, 1990, 1991])
    expect((await spiralOf('g', { to: '1995' })).years.at(-1)?.year).toBe(1991)
    await expect(spiralOf('g', { from: '1992' })).rejects.toThrow('from is 1992, after 1991')
  })
})

describe('a list of sources', () => {
  it('decides on consent to treaties alone, and the answer says so', async () => {
    const by = await spiralOf('a', { sources: 'depositary' })
    const { known } = await spiralOf('a')
    expect(by.known).toEqual(known)
    expect((await yearOf(1990, 'a', { sources: 'depositary' }))?.found['consent']?.value).not.toBe('yes')
    expect(by.parameters['acts']).toContain('whoever tells of them')
    expect(questionNamed('spiral').text(by)).toContain('these sources decide on consent to treaties alone; acts')
  })
})

describe('a finding of a body that names no norm', () => {
  it('counts for the norm whose article it names, and for none by another article', async () =>
    expect((await spiralOf('b')).known).toMatchObject({ violations: 1, withoutNorm: 1 }))
})

describe('its faces', () => {
  it('have a row for each year, with every sign', async () => {
    const { columns, rows } = tableOf(questionNamed('spiral'), await spiralOf('a', { delta: '8' }))
    const at = (name: string): number => columns.findIndex((column) => column.name === name)
    const row = [...rows].find((one) => one[at('year')] === 1990)
    expect(
      ['phase', 'score', 'tercile', 'rated', 'consent', 'law', 'complaints', 'discourse'].map(
        (name) => row?.[at(name)],
      ),
    ).toEqual(['5', 9, 'top', 9, 'yes', 'yes', 'yes', 'yes'])
  })
  it('print the parameters and what the phases are', async () => {
    const answer = await spiralOf('a')
    expect(answer.parameters).toMatchObject({ window: 3, delta: 0, sustained: 5, score: 'toy:score', from: 1979 })
    expect(answer.direction).toBe('higher-is-better')
    const text = questionNamed('spiral').text(answer)
    expect(text).toContain('1979-1982  2 denial, as far as recorded')
    expect(text).toContain('they are no events')
  })
})

describe('what it refuses', () => {
  it('no score, a score that nobody has recorded, years that are not over', async () => {
    await expect(spiralOf('a', { score: undefined })).rejects.toThrow()
    await expect(spiralOf('a', { score: 'toy:skore' })).rejects.toThrow('nobody has recorded scores')
    await expect(spiralOf('a', { from: '2005' })).rejects.toThrow('from is 2005, after 1999')
  })
})
