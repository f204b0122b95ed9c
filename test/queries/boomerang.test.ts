import { describe, expect, it } from 'vitest'
import { tableOf } from '../../src/queries/question/question.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { questionNamed } from '../support/ask.ts'
import { toyOrganisation, toyStates } from '../support/toy-states.ts'

const sources = [{ citation: 'An invented world, for tests', kind: 'organisation' }]
const line = (stream: string, type: string, occurred: string, data: object) => ({
  stream,
  type,
  occurred,
  sources,
  fact: `${type}/${occurred}/${JSON.stringify(data).length}`,
  data,
})
const norm = (id: string) => ({
  stream: `norm-${id}`,
  type: 'NormDefined',
  sources,
  data: { norm: id, name: `Norm ${id}`, statement: 'An invented norm', coreArticles: ['toy 1'] },
})
const violation = (state: string, on: string, of = 'toynorm') =>
  line(`conduct-${of}-toy${state}`, 'ViolationReported', on, { actor: `toy${state}`, norm: of, title: 'A massacre' })
const pressed = (state: string, on: string, by: string) =>
  line(`conduct-toynorm-toy${state}`, 'ThirdPartyPressure', on, {
    actor: `toy${state}`,
    norm: 'toynorm',
    by,
    kind: 'resolution',
  })
const conceded = (state: string, on: string, kind = 'release') =>
  line(`conduct-toynorm-toy${state}`, 'ConcessionMade', on, { actor: `toy${state}`, kind })
const launched = (campaign: string, on: string, targets: 'all' | readonly string[], initiator = 'One') =>
  line(`campaign-${campaign}`, 'CampaignLaunched', on, {
    name: `Campaign ${campaign}`,
    norms: ['toynorm'],
    targets,
    initiator,
  })
const joined = (campaign: string, on: string, organisation: string, base?: string) =>
  line(`campaign-${campaign}`, 'CampaignJoined', on, { organisation, ...(base !== undefined && { base }) })
const acted = (campaign: string, on: string, state: string, kind: string, by?: string) =>
  line(`campaign-${campaign}`, 'CampaignAction', on, {
    actor: `toy${state}`,
    kind,
    norm: 'toynorm',
    ...(by !== undefined && { by }),
  })

/**
 * A: the whole, from 1 February 1980 to 1 March 1983, after a violation of 1970 that nobody took up; a second
 * concession in 1984, and the first taken back in 1985. B: organisations of elsewhere alone. C: one of no recorded
 * base. D: nothing but a violation of another norm. E: a sanction by the organisation, none by anybody else. F: a
 * ruling at home, and a law that another follows on the day of its repeal, which is repealed in turn.
 */
const { ask } = theWorkspaceOf((opened) =>
  append(
    opened,
    norm('toynorm'),
    norm('toyquiet'),
    ...toyStates(['a', 'b', 'c', 'd', 'e', 'f', 'g'], { sources, since: '1950-01-01', system: 'un' }),
    ...toyOrganisation('toyo1', ['a', 'b'], { sources, since: '1950-01-01' }),
    violation('a', '1970-01-01'),
    violation('a', '1980-02-01'),
    launched('north', '1979-01-01', 'all', 'North Watch'),
    joined('north', '1979-01-01', 'North Watch', 'toyb'),
    joined('north', '1981-06-01', 'A Against It', 'toya'),
    pressed('a', '1981-12-01', 'toyb'),
    pressed('a', '1979-12-01', 'toyc'),
    conceded('a', '1983-03-01'),
    conceded('a', '1984-04-01', 'pledge'),
    line('conduct-toynorm-toya', 'ConcessionReversed', '1985-05-01', { actor: 'toya', kind: 'release' }),
    violation('b', '1980-02-01'),
    joined('north', '1986-01-01', 'A Late One'),
    launched('south', '1981-01-01', ['toyb'], 'South Watch'),
    joined('south', '1981-01-01', 'South Watch', 'toya'),
    joined('south', '1981-02-01', 'East Watch', 'toyc'),
    violation('c', '1980-02-01'),
    launched('west', '1981-01-01', ['toyc'], 'West Watch'),
    joined('west', '1981-02-01', 'Home Watch', 'toyc'),
    pressed('c', '1982-01-01', 'toyb'),
    violation('d', '1980-02-01', 'toyquiet'),
    violation('e', '1980-02-01'),
    violation('g', '../1980-02-01'),
    launched('east', '1981-01-01', ['toye'], 'East Watch'),
    joined('east', '1981-01-01', 'E Watch', 'toye'),
    joined('east', '1981-01-01', 'North Watch', 'toyb'),
    acted('east', '1982-01-01', 'e', 'sanction', 'E Watch'),
    acted('east', '1982-02-01', 'e', 'sanction', 'toyo1'),
    acted('east', '1982-03-01', 'e', 'report', 'toyb'),
    line('domestic-toyf', 'DomesticCourtRuling', '1990-01-01', {
      actor: 'toyf',
      norm: 'toynorm',
      title: 'The state v. One',
      direction: 'denies',
    }),
    line('domestic-toyf', 'LegislationEnacted', '1991-01-01', { actor: 'toyf', norm: 'toynorm', title: 'The Act' }),
    line('domestic-toyf', 'LegislationEnacted', '1993-01-01', { actor: 'toyf', norm: 'toynorm', title: 'Act Two' }),
    line('domestic-toyf', 'LegislationRepealed', '1995-01-01', { actor: 'toyf', norm: 'toynorm', title: 'Act Two' }),
    line('domestic-toyf', 'LegislationRepealed', '1993-01-01', { actor: 'toyf', norm: 'toynorm', title: 'The Act' }),
  ),
)

interface Answer {
  completed: string
  reached: number | null
  certainlyReached: number | null
  reason: string | null
  steps: { step: string; earliest: string; says: string; daysSince: object | null; decidedBy: string[] }[]
  days: object | null
  lacks: string | null
  takenBack: string | null
  completions: { conceded: string }[]
  coalitions: { campaign: string; formed: { earliest: string; certainty: string } | null; unknownBase: number }[]
  blockages: number
  known: Record<string, number>
  evidence: { id: string }[]
}
const traced = (letter: string, more: object = {}, asOf = '2000-01-01') =>
  ask<Answer>('boomerang', { state: `toy${letter}`, norm: 'toynorm', ...more }, { asOf })

describe('a boomerang on the record', () => {
  it('is told step by step, with the days between and the events', async () => {
    const answer = await traced('a')
    expect(answer).toMatchObject({
      completed: 'yes',
      reached: 4,
      steps: [
        { step: 'violation', earliest: '1980-02-01', says: 'report: A massacre' },
        {
          step: 'campaign',
          earliest: '1981-06-01',
          says: 'Campaign north: A Against It (toya) and North Watch (toyb) had joined',
          daysSince: { least: 486, most: 486 },
        },
        { step: 'pressure', earliest: '1981-12-01', daysSince: { least: 183, most: 183 } },
        { step: 'concession', earliest: '1983-03-01', daysSince: { least: 455, most: 455 } },
      ],
      days: { least: 1124, most: 1124 },
      reason: null,
      lacks: null,
    })
    // The violation, two joins, the resolution, the concession.
    expect(answer.steps.map(({ decidedBy }) => decidedBy.length)).toEqual([1, 2, 1, 1])
    expect(answer.evidence.map(({ id }) => id).toSorted()).toEqual(
      answer.steps.flatMap(({ decidedBy }) => decidedBy).toSorted(),
    )
  })
  it('says what was taken back afterwards, and counts every concession that ended a whole chain', async () =>
    expect(await traced('a')).toMatchObject({
      takenBack: '1985-05-01',
      completions: [{ conceded: '1983-03-01' }],
      known: { violations: 2, pressure: 2, concessions: 2, reversals: 1, actions: 0, withoutNorm: 0 },
    }))
  // From 1 January 1971 to 1 June 1981 it is 3653 + 151 days.
  it('within one year goes no farther than a violation: the first, for none leads farther', async () =>
    expect(await traced('a', { window: '1' })).toMatchObject({
      completed: 'no',
      reached: 1,
      reason: 'as-recorded',
      lacks: expect.stringContaining('the next came on 1981-06-01, 3804 days too late'),
    }))
  it('on an earlier day knows nothing of what came later', async () =>
    expect(await traced('a', {}, '1981-11-30')).toMatchObject({
      completed: 'no',
      reached: 2,
      lacks: expect.stringContaining('is recorded after 1981-06-01 and by 1985-02-01: 1 that is known came before'),
    }))
})

describe('what a coalition is', () => {
  it('is none of organisations of elsewhere alone, nor against other states', async () => {
    const answer = await traced('b')
    // The campaign against all states has organisations of B and of A.
    expect(answer).toMatchObject({ completed: 'no', reached: 2, steps: [{}, { earliest: '1981-06-01' }] })
    expect(answer.coalitions.map(({ campaign, formed }) => [campaign, formed?.earliest ?? null])).toEqual([
      ['campaign-north', '1981-06-01'],
      ['campaign-south', null],
    ])
  })
  it('is possible where an organisation has no base that is recorded', async () => {
    const answer = await traced('c')
    expect(answer).toMatchObject({ completed: 'no', reason: 'as-recorded', reached: 3, certainlyReached: 1 })
    expect(questionNamed('boomerang').text(answer)).toContain(
      'as far as recorded: possibly step 3 of 4 is the furthest, for certain step 1',
    )
    expect(answer.coalitions).toContainEqual(
      expect.objectContaining({
        campaign: 'campaign-west',
        unknownBase: 1,
        formed: expect.objectContaining({ earliest: '1981-02-01', certainty: 'possible' }),
      }),
    )
  })
})

describe('pressure of a third party', () => {
  it('is a sanction by a state or organisation that is known, and no other action of a campaign', async () =>
    expect(await traced('e')).toMatchObject({
      reached: 3,
      steps: [{}, {}, { earliest: '1982-02-01', says: 'sanction, by Toy organisation o1' }],
      lacks: 'no concession over the norm is recorded',
    }))
})

describe('pressure as a stock', () => {
  it('lists what third parties did beside it, over the norm and by the day, and counts none of it', async () => {
    const asked = (asOf: string) =>
      ask<{ value: number | null; thirdParties: { date: string; by: string }[] }>(
        'pressure',
        { state: 'toya', norm: 'toynorm' },
        { asOf },
      )
    const answer = await asked('2000-01-01')
    expect(answer).toMatchObject({
      value: null,
      reason: 'no-action-known',
      thirdParties: [
        { date: '1979-12-01', by: 'toyc', kind: 'resolution' },
        { date: '1981-12-01', by: 'toyb', kind: 'resolution' },
      ],
    })
    expect(questionNamed('pressure').text(answer)).toContain('beside the stock, and not in it: 2 acts of third states')
    expect((await asked('1981-11-30')).thirdParties).toHaveLength(1)
  })
})

describe('what begins it', () => {
  it('may be a blockage at home: a ruling, a repeal', async () => {
    expect(await traced('f')).toMatchObject({ reached: 1, steps: [{ earliest: '1990-01-01' }] })
    expect((await traced('f')).steps[0]?.says).toContain('refused to apply the norm: The state v. One')
  })
  it('is no repeal on the day on which another law takes the place of the old: 1993, but not 1995', async () =>
    expect((await traced('f')).blockages).toBe(2))
  it('is unknown, and never 0, where no violation of this norm is recorded', async () => {
    const answer = await traced('d')
    expect(answer).toMatchObject({ completed: 'unknown', reached: null, reason: 'no-violation-known', steps: [] })
    expect(questionNamed('boomerang').text(answer)).toContain('UNKNOWN: no-violation-known')
  })
})

describe('its faces', () => {
  it('have a row for each step, reached or not', async () => {
    const { columns, rows } = tableOf(questionNamed('boomerang'), await traced('e'))
    const at = (name: string): number => columns.findIndex((column) => column.name === name)
    expect([...rows].map((row) => [row[at('step')], row[at('earliest')], row[at('says')]])).toEqual([
      [1, '1980-02-01', 'report: A massacre'],
      [2, '1981-01-01', expect.stringContaining('E Watch (toye)')],
      [3, '1982-02-01', 'sanction, by Toy organisation o1'],
      [4, null, 'no concession over the norm is recorded'],
    ])
  })
  it('say in words what came after what, who says so, and what is no claim', async () => {
    const text = questionNamed('boomerang').text(await traced('a'))
    expect(text).toContain('completed: 4 of 4 steps within 5 years, 1124 days from step 1 to step 4')
    expect(text).toContain('An invented world, for tests')
    expect(text).toContain('the concession was taken back by 1985-05-01')
    expect(text).toContain('no claim that one step brought the next about')
  })
})

describe('a violation without a first day', () => {
  it('is told by its last day alone, and never by the year 1', async () => {
    const answer = await traced('g')
    expect(answer).toMatchObject({ completed: 'no', steps: [{ earliest: null, latest: '1980-02-01' }] })
    expect(JSON.stringify(answer)).not.toContain('0001-')
    expect(questionNamed('boomerang').text(answer)).toContain('  1  ../1980-02-01  ')
  })
})

describe('what it refuses', () => {
  it('a norm that nobody knows, and no norm at all', async () => {
    await expect(traced('a', { norm: 'toynothing' })).rejects.toThrow('toynothing')
    await expect(traced('a', { norm: undefined })).rejects.toThrow()
  })
})
