import { describe, expect, it } from 'vitest'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { questionNamed, rowsOf } from '../support/ask.ts'
import { toyOrganisation, toyStates } from '../support/toy-states.ts'

/**
 * o1={A,B,D} o2={A,C}, since 1990. One list holds the members of o1 to the end of 2010, another those of o2 to the end
 * of 2005; the scores of A and B are held from 1995 to 2008, C has scores that nobody claims to hold, D has none. What
 * follows is read off these days.
 */
const members = { o1: ['a', 'b', 'd'], o2: ['a', 'c'] }
const sources = [{ citation: 'An invented world, for tests', kind: 'dataset' }]
const claimed = (source: string, data: object) => [
  {
    stream: `source-${source}`,
    type: 'SourceRegistered',
    sources,
    data: { source, citation: 'An invented world, for tests', kind: 'dataset', series: source },
  },
  { stream: `source-${source}`, type: 'CoverageClaimed', sources, data },
]
const treaty = (id: string, occurred: string, entryIntoForce: object) => ({
  stream: `treaty-${id}`,
  type: 'TreatyConcluded',
  occurred,
  sources,
  data: { treaty: id, title: `The treaty ${id}`, entryIntoForce, exit: { notice: { years: 1 } } },
})
const acceded = (id: string, ...actors: readonly string[]) =>
  actors.map((actor) => ({
    stream: `treaty-${id}`,
    type: 'TreatyAcceded',
    occurred: '1991-01-01',
    sources,
    data: { actor: `toy${actor}` },
  }))
const waysIn = ['signature', 'consent']

const { ask } = theWorkspaceOf((opened) =>
  append(
    opened,
    ...toyStates(['a', 'b', 'c', 'd'], { sources, since: '1990-01-01', system: 'cow' }),
    ...Object.entries(members).flatMap(([igo, list]) =>
      toyOrganisation(`toy${igo}`, list, { sources, since: '1990-01-01' }),
    ),
    ...['a', 'b', 'c'].flatMap((state) =>
      [2004, 2006, 2008, 2009].map((year) => ({
        stream: `practice-toy-score-toy${state}`,
        type: 'PracticeScoreRecorded',
        occurred: String(year),
        sources,
        data: { actor: `toy${state}`, rater: 'toy', indicator: 'score', year, value: 1 },
      })),
    ),
    {
      stream: 'practice-other-score-toya',
      type: 'PracticeScoreRecorded',
      occurred: '2008',
      sources,
      data: { actor: 'toya', rater: 'other', indicator: 'score', year: 2008, value: 1 },
    },
    ...claimed('list-one', {
      organisations: ['toyo1'],
      actors: ['toya', 'toyb', 'toyc', 'toyd'],
      classes: ['membership'],
      through: '2010-12-31',
    }),
    ...claimed('list-two', {
      organisations: ['toyo2'],
      actors: 'existing',
      classes: ['membership'],
      through: '2005-12-31',
    }),
    ...claimed('toy-scores', {
      raters: ['toy'],
      actors: ['toya', 'toyb'],
      classes: ['score'],
      from: '1995-01-01',
      through: '2008-12-31',
    }),
    treaty('three', '1990-01-01', { trigger: { kind: 'count', n: 3 } }),
    ...acceded('three', 'a'),
    treaty('one', '1990-01-01', { trigger: { kind: 'count', n: 1 } }),
    ...acceded('one', 'a'),
    treaty('whole', '1990-01-01', { trigger: { kind: 'count', n: 1 } }),
    ...acceded('whole', 'a'),
    ...claimed('table', {
      treaties: ['three', 'one'],
      actors: 'existing',
      classes: waysIn,
      through: '2003-12-31',
    }),
    ...claimed('record', {
      treaties: ['whole'],
      actors: 'existing',
      classes: [...waysIn, 'exit'],
      through: '2003-12-31',
    }),
    treaty('dark', '1990-01-01', { trigger: { kind: 'count', n: 2 }, offset: { days: 90 } }),
    ...acceded('dark', 'a'),
  ),
)

const one = { state: 'covered', through: '2010-12-31', by: ['list-one'] }
const two = { state: 'carried', through: '2005-12-31', by: ['list-two'] }
const none = { state: 'none', through: null, by: [] }
const both = ['list-one', 'list-two']

const tableOf = (name: string, answer: object) => {
  const { table } = questionNamed(name)
  if (table === undefined) throw new Error(`"${name}" has no table.`)
  const columns = (table.columnsOf?.(answer) ?? table.columns).map((column) => column.name)
  return rowsOf({ columns, rows: [...table.rows(answer)] })
}

describe('members and memberships', () => {
  it('members: as far as the list of the organisation reaches', async () => {
    const on = (igo: string, asOf: string) => ask('members', { igo }, { asOf })
    expect(await on('toyo1', '2008-06-01')).toMatchObject({
      coverage: one,
      members: [{ coverage: one }, { coverage: one }, { coverage: one }],
    })
    expect(await on('toyo2', '2008-06-01')).toMatchObject({ coverage: two })
    const later = await on('toyo1', '2011-01-01')
    expect(later).toMatchObject({ coverage: { ...one, state: 'carried' } })
    expect(questionNamed('members').text(later)).toContain('carried from 2010-12-31')
    expect(tableOf('members', later)[0]).toMatchObject({
      covered: 'carried',
      covered_through: '2010-12-31',
      covered_by: 'list-one',
    })
  })
  it('members: a list that names its actors speaks of these alone', async () =>
    expect(await ask('members', { igo: 'toyo1', kinds: 'observer' }, { asOf: '2008-06-01' })).toMatchObject({
      members: [],
      coverage: none,
    }))
  it('memberships: each as its organisation, all no farther than the one that is known least', async () => {
    const answer = await ask('memberships', { state: 'toya' }, { asOf: '2008-06-01' })
    expect(answer).toMatchObject({
      memberships: [
        { igo: 'toyo1', coverage: one },
        { igo: 'toyo2', coverage: two },
      ],
      coverage: { state: 'carried', through: '2005-12-31', by: both },
    })
    expect(tableOf('memberships', answer).map(({ igo, covered }) => [igo, covered])).toEqual([
      ['toyo1', 'covered'],
      ['toyo2', 'carried'],
    ])
    expect(await ask('memberships', { state: 'toya' }, { asOf: '2004-06-01' })).toMatchObject({
      coverage: { state: 'covered', through: '2005-12-31', by: both },
    })
  })
  it('memberships: that there is none rests on the list, too', async () => {
    const answer = await ask('memberships', { state: 'toyb', igo: 'toyo2' }, { asOf: '2008-06-01' })
    expect(answer).toMatchObject({ notMember: { standing: 'not-recorded', coverage: two }, coverage: two })
    expect(questionNamed('memberships').text(answer)).toContain('carried from 2005-12-31')
    expect(tableOf('memberships', answer)).toMatchObject([{ kind: 'not-recorded', covered: 'carried' }])
  })
  it('counts on no list of whom the question does not believe', async () =>
    expect(await ask('members', { igo: 'toyo1', sources: 'list-two,dataset' }, { asOf: '2008-06-01' })).toMatchObject({
      coverage: one,
    }))
})

const panel = async (name: string, input: object) =>
  rowsOf(await ask<{ columns: string[]; rows: unknown[][] }>(name, { system: 'cow', ...input })).map((row) => ({
    ...row,
    of: `${row['state']} ${row['year']}`,
  }))

describe('panel scores', () => {
  it('says whether the scores of the state and year are held', async () => {
    const rows = await panel('panel scores', { score: 'toy:score', from: '2008', to: '2009' })
    expect(
      rows.map((row: Record<string, unknown>) => [
        row['of'],
        row['covered'],
        row['covered_through'],
        row['covered_by'],
      ]),
    ).toEqual([
      ['toya 2008', 'covered', '2008-12-31', 'toy-scores'],
      ['toya 2009', 'carried', '2008-12-31', 'toy-scores'],
      ['toyb 2008', 'covered', '2008-12-31', 'toy-scores'],
      ['toyb 2009', 'carried', '2008-12-31', 'toy-scores'],
      ...['toyc 2008', 'toyc 2009', 'toyd 2008', 'toyd 2009'].map((of) => [of, 'none', null, null]),
    ])
  })
  it('of several raters: no farther than the one that is known least', async () => {
    const rows = await panel('panel scores', { score: 'toy:score,other:score', from: '2008', to: '2008' })
    expect(rows[0]).toMatchObject({ of: 'toya 2008', covered: 'none', covered_through: null, covered_by: null })
  })
})

describe('exposures', () => {
  const by = 'list-one list-two toy-scores'
  const coverageOf = async (input: object, lag: string) =>
    (await panel('panel exposure', { score: 'toy:score', formula: 'mm', ...input })).map(
      (row: Record<string, unknown>) => [
        row['of'],
        ...['covered', 'covered_through', 'covered_by'].map((name) => row[`${name}${lag}`]),
      ],
    )
  it('panel: memberships and scores on the day on which they are read, by the part that is known least', async () => {
    expect(await coverageOf({ from: '2005', to: '2005' }, '_lag1')).toEqual([
      // A meets C, whose score nobody claims to hold.
      ['toya 2005', 'none', null, null],
      // B meets A, and D, which has no score: it leaves the fraction.
      ['toyb 2005', 'covered', '2005-12-31', by],
      ['toyc 2005', 'covered', '2005-12-31', by],
      ['toyd 2005', 'covered', '2005-12-31', by],
    ])
    expect((await coverageOf({ from: '2007', to: '2007' }, '_lag1'))[1]).toEqual([
      'toyb 2007',
      'carried',
      '2005-12-31',
      by,
    ])
  })
  it('panel: organisations that are left out decide nothing', async () =>
    expect((await coverageOf({ from: '2006', to: '2006', lag: '0', igos: '!toyo2' }, ''))[0]).toEqual([
      'toya 2006',
      'covered',
      '2008-12-31',
      'list-one toy-scores',
    ]))
  it('to adopters: as far as the acts of the partners are covered, where that is less', async () => {
    const exposure = (asOf: string, adoption: string) =>
      ask('exposure', { state: 'toyb', adoption, lag: '0', minCoverage: '0' }, { asOf })
    const acts = { through: '2003-12-31', by: [...both, 'table'] }
    const covered = await exposure('2003-06-01', 'three')
    expect(covered).toMatchObject({ coverage: 1, covered: { state: 'covered', ...acts } })
    expect(tableOf('exposure', covered)[0]).toMatchObject({ covered: 'covered', covered_by: acts.by.join(' ') })
    const carried = await exposure('2004-06-01', 'three')
    expect(carried).toMatchObject({ covered: { state: 'carried', ...acts } })
    expect(questionNamed('exposure').text(carried)).toContain('carried from 2003-12-31')
    // Of A an act is known, which nobody covers; D, of which nothing is, leaves the fraction.
    expect(await exposure('2003-06-01', 'dark')).toMatchObject({ value: 1, coverage: 0.5, covered: none })
  })
})

describe('whether a treaty is in force', () => {
  interface Ledger {
    others: { treaty: string; basis: string; reason: string | null; possible: string[]; coverage: object }[]
  }
  const ofAll = async (asOf: string) => {
    const answer = await ask<Ledger>('entry-into-force', {}, { asOf })
    return { answer, others: new Map(answer.others.map((other) => [other.treaty, other])) }
  }
  it('is not yet so while a source that covers the day holds every consent', async () =>
    expect((await ofAll('2003-06-01')).others.get('three')).toMatchObject({
      basis: 'not-yet',
      reason: null,
      possible: ['not-yet'],
      coverage: { state: 'covered', through: '2003-12-31' },
    }))
  it('is carried after that day', async () => {
    const { answer, others } = await ofAll('2004-06-01')
    expect(others.get('three')).toMatchObject({ basis: 'not-yet', coverage: { state: 'carried' } })
    expect(questionNamed('entry-into-force').text(answer)).toMatch(/not yet in force when last known: .*\bthree\b/)
  })
  it('is unknown where nobody claims to hold every consent', async () => {
    const { answer, others } = await ofAll('2003-06-01')
    expect(others.get('dark')).toMatchObject({
      basis: 'unknown',
      reason: 'not-covered',
      possible: ['not-yet', 'in-force'],
      coverage: none,
    })
    expect(questionNamed('entry-into-force').text(answer)).toMatch(
      /entry into force unknown, since no source says that it holds every consent: .*\bdark\b/,
    )
    expect(tableOf('entry-into-force', answer)).toContainEqual(
      expect.objectContaining({
        treaty: 'dark',
        basis: 'unknown',
        reason: 'not-covered',
        possible: 'not-yet in-force',
      }),
    )
    const about = await ask('treaty', { treaty: 'dark' }, { asOf: '2003-06-01' })
    expect(about).toMatchObject({ enteredIntoForce: { date: null, basis: 'unknown', reason: 'not-covered' } })
    expect(questionNamed('treaty').text(about)).toContain('no source says that it holds every consent')
  })
  it('is not yet so, whoever consented, before the clause lets it be', async () => {
    // Open from 1 January 1990, in force on the ninetieth day after the second consent: not before 1 April 1990.
    expect((await ofAll('1990-03-31')).others.get('dark')).toMatchObject({ basis: 'not-yet', possible: ['not-yet'] })
    expect((await ofAll('1990-04-01')).others.get('dark')).toMatchObject({ basis: 'unknown' })
  })
})

describe('the rows of other tables', () => {
  it('treaty: each act by its class', async () => {
    const answer = await ask('treaty', { treaty: 'three' }, { asOf: '2003-06-01' })
    expect(answer).toMatchObject({ actCoverage: { consent: { state: 'covered', through: '2003-12-31' } } })
    expect(tableOf('treaty', answer)).toMatchObject([{ actor: 'toya', covered: 'covered', covered_by: 'table' }])
  })
  it('spread: each share of the curve', async () => {
    const answer = await ask('spread', { subject: 'one', system: 'cow' }, { asOf: '2004-06-01' })
    const rows = tableOf('spread', answer)
    const counts = { signed: 4, consented: 4, in_force: 4 }
    for (const [share, all] of Object.entries(counts)) {
      expect(rows.at(-2)).toMatchObject({ year: 2003, [`${share}_covered`]: all, [`${share}_carried`]: 0 })
      expect(rows.at(-1)).toMatchObject({ year: 2004, [`${share}_covered`]: 0, [`${share}_carried`]: all })
    }
  })
})

describe('a state that is bound', () => {
  const withdrawals = 'withdrawals are not known to be complete'
  const textOf = async (name: string, input: Record<string, unknown>, asOf = '2003-06-01') =>
    questionNamed(name).text(await ask(name, input, { asOf }))
  it('may have left where no source holds the withdrawals', async () => {
    const bound = { state: 'toya', subject: 'one' }
    for (const name of ['status', 'explain status', 'timeline'])
      expect(await textOf(name, bound)).toContain(`data through 2003-12-31 (table); ${withdrawals}`)
    expect(await textOf('status', bound, '2004-06-01')).toContain(withdrawals)
    expect(await textOf('treaty', { treaty: 'one' })).toContain(withdrawals)
  })
  it('has not where one does', async () => {
    expect(await textOf('status', { state: 'toya', subject: 'whole' })).toContain('data through 2003-12-31 (record)\n')
    expect(await textOf('treaty', { treaty: 'whole' })).not.toContain(withdrawals)
  })
  it('is meant by that alone', async () => {
    expect(await textOf('status', { state: 'toyb', subject: 'one' })).not.toContain(withdrawals)
    expect(await textOf('treaty', { treaty: 'three' })).not.toContain(withdrawals)
  })
})
