import { describe, expect, it } from 'vitest'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { complete } from '../support/complete.ts'

const sources = [{ citation: 'A record of the depositary, for tests', kind: 'depositary' }]
const id = (n: number) => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const consent = (n: number, actor: string, occurred: string, stream = 'treaty-toy') => ({
  id: id(n),
  stream,
  type: 'TreatyAcceded',
  occurred,
  sources,
  data: { actor },
})
const coded = (n: number, actor: string, firstYear: number, lastYear: number) => ({
  id: id(n),
  stream: 'igo-toyo',
  type: 'MembershipObserved',
  occurred: `${firstYear}/${lastYear}`,
  sources,
  data: { actor, code: 'full', firstYear, lastYear },
})
const score = (n: number, actor: string, value: number, indicator = 'score') => ({
  id: id(n),
  stream: `practice-toy-${indicator}-${actor}`,
  type: 'PracticeScoreRecorded',
  occurred: '2000',
  sources,
  data: { actor, rater: 'toy', indicator, year: 2000, value },
})
const corrected = (n: number, stream: string, target: number, replacement: object) => ({
  id: id(n),
  stream,
  type: 'EventCorrected',
  sources,
  data: { target: id(target), reason: 'it was misread', replacement },
})
const retracted = (n: number, stream: string, target: number) => ({
  id: id(n),
  stream,
  type: 'EventRetracted',
  sources,
  data: { target: id(target), reason: 'it never happened' },
})

/** What became known, step by step: each step is one commit. */
const steps: readonly (readonly object[])[] = [
  [
    {
      stream: 'treaty-toy',
      type: 'TreatyConcluded',
      occurred: '1980-01-01',
      sources,
      data: {
        treaty: 'toy',
        title: 'A toy treaty',
        entryIntoForce: { trigger: { kind: 'count', n: 2 }, offset: { days: 30 } },
        perParty: { days: 30 },
        exit: 'silent',
      },
    },
    {
      stream: 'igo-toyo',
      type: 'IgoFounded',
      occurred: '1950-01-01',
      sources,
      data: { igo: 'toyo', name: 'A toy organisation' },
    },
    ...complete(['toy']),
    consent(1, 'fra', '1981-01-01'),
    coded(2, 'fra', 1950, 1960),
    score(3, 'fra', 5),
    score(4, 'deu', 7),
    {
      stream: 'igo-toyp',
      type: 'IgoFounded',
      occurred: '1990-01-01',
      sources,
      data: { igo: 'toyp', name: 'Another toy organisation' },
    },
    ...['fra', 'deu'].flatMap((actor) => [
      { stream: 'igo-toyp', type: 'MembershipStarted', occurred: '1990-01-01', sources, data: { actor, kind: 'full' } },
      {
        stream: `state-${actor}`,
        type: 'StateEntered',
        occurred: '1990-01-01',
        sources,
        data: { actor, system: 'cow' },
      },
    ]),
  ],
  [consent(5, 'deu', '1982-01-01')],
  [
    corrected(6, 'treaty-toy', 5, { occurred: '1982-02-01' }),
    corrected(7, 'practice-toy-score-fra', 3, { data: { ...score(3, 'fra', 4).data } }),
  ],
  [retracted(8, 'treaty-toy', 5), coded(9, 'fra', 1961, 1965)],
  [score(10, 'fra', 3, 'later'), score(11, 'deu', 6, 'later')],
]

const moments: string[] = []
const { ask } = theWorkspaceOf(async (opened) => {
  for (const step of steps) {
    await append(opened, ...step)
    moments.push(String((await opened.log.head()).recordedAt))
  }
})

type Row = {
  what: string
  actor: string
  subject: string
  from: string | null
  to: string | null
  before: string | null
  after: string | null
  events: string[]
}
const diff = async (from: number, to: number | undefined, input: object = {}) =>
  (
    await ask<{ rows: Row[] }>('diff', {
      from: moments[from - 1],
      ...(to !== undefined && { to: moments[to - 1] }),
      ...input,
    })
  ).rows
const inWords = (rows: Row[]) =>
  rows.map(({ what, actor, subject, from, to, before, after, events }) => [
    what,
    actor,
    subject,
    from,
    to,
    before,
    after,
    ...events.map((text) => Number(text.slice(-3))),
  ])

describe('a difference between two moments of knowledge', () => {
  it('is none between a moment and itself', async () => expect(await diff(2, 2)).toEqual([]))

  // The second instrument, of 1 January 1982, puts the treaty in force thirty days later: on 31 January, for both.
  it('reaches all whom an act puts under a treaty, and names the act', async () =>
    expect(inWords(await diff(1, 2))).toEqual([
      ['status', 'deu', 'toy', '1982-01-01', '1982-01-31', 'NONE', 'CONSENTED', 5],
      ['status', 'deu', 'toy', '1982-01-31', null, 'NONE', 'IN_FORCE', 5],
      ['status', 'fra', 'toy', '1982-01-31', null, 'CONSENTED', 'IN_FORCE', 5],
    ]))

  // Corrected to 1 February, the instrument puts the treaty in force on 3 March.
  it('reaches what a correction moved, and names the correction', async () =>
    expect(inWords(await diff(2, 3))).toEqual([
      ['score', 'fra', 'toy:score', '2000-01-01', '2001-01-01', '5', '4', 7],
      ['status', 'deu', 'toy', '1982-01-01', '1982-01-31', 'CONSENTED', 'NONE', 6],
      ['status', 'deu', 'toy', '1982-01-31', '1982-02-01', 'IN_FORCE', 'NONE', 6],
      ['status', 'deu', 'toy', '1982-02-01', '1982-03-03', 'IN_FORCE', 'CONSENTED', 6],
      ['status', 'fra', 'toy', '1982-01-31', '1982-03-03', 'IN_FORCE', 'CONSENTED', 6],
    ]))

  it('takes back what a retraction unmade, and tells of memberships', async () =>
    expect(inWords(await diff(3, 4))).toEqual([
      ['membership', 'fra', 'toyo', '1961-01-01', '1966-01-01', null, 'full', 9],
      ['status', 'deu', 'toy', '1982-02-01', '1982-03-03', 'CONSENTED', 'NONE', 8],
      ['status', 'deu', 'toy', '1982-03-03', null, 'IN_FORCE', 'NONE', 8],
      ['status', 'fra', 'toy', '1982-03-03', null, 'IN_FORCE', 'CONSENTED', 8],
    ]))

  it('reaches exposures on request, and names what changed the scores of the company', async () => {
    const panel = { exposure: 'toy:score', formula: 'mm', fromYear: '2000', toYear: '2002' }
    expect(inWords(await diff(2, 3, { about: 'scores', ...panel })).slice(1)).toEqual([
      ['exposure', 'deu', 'mm toy:score', '2001-01-01', '2002-01-01', '5', '4', 7],
    ])
    expect(inWords(await diff(1, 2, { about: 'scores', ...panel }))).toEqual([])
    await expect(diff(1, 2, { exposure: 'toy:score', fromYear: '2000' })).rejects.toThrow('last year')
    await expect(diff(1, 2, { fromYear: '2000' })).rejects.toThrow('none is asked for')
  })

  // Until the last step nobody had scored it. France then has 3, to which Germany, its only partner, is exposed, and
  // the other way round.
  it('has exposures where there was no score before, and refuses a score that nobody ever recorded', async () => {
    const panel = { exposure: 'toy:later', formula: 'mm', fromYear: '2001', toYear: '2001', about: 'memberships' }
    expect(inWords(await diff(4, undefined, panel))).toEqual([
      ['exposure', 'deu', 'mm toy:later', '2001-01-01', '2002-01-01', null, '3', 10],
      ['exposure', 'fra', 'mm toy:later', '2001-01-01', '2002-01-01', null, '6', 11],
    ])
    await expect(diff(1, 2, { ...panel, exposure: 'toy:other' })).rejects.toThrow(
      'nobody has recorded scores for "toy:other"',
    )
  })

  // Germany took the treaty on by event 5; France, which shares an organisation with nobody else, is exposed to that
  // from the next year on.
  it('reaches exposures to the adoption of a treaty', async () => {
    const panel = { exposure: 'toy', formula: 'mm', fromYear: '1991', toYear: '1991', about: 'memberships' }
    expect(inWords(await diff(1, 2, panel))).toEqual([
      ['exposure', 'fra', 'mm toy', '1991-01-01', '1992-01-01', '0', '1', 5],
    ])
    expect(
      inWords(await diff(3, 4, { ...panel, partnerKinds: 'observer' })).filter(([what]) => what === 'exposure'),
    ).toEqual([])
  })

  it('leaves out what came and went in between', async () =>
    expect((await diff(1, 4, { about: 'status' })).map(({ subject }) => subject)).toEqual([]))

  it('may be asked for by subject, state and kind', async () => {
    expect(inWords(await diff(2, 3, { subject: 'toy:score' }))).toEqual([
      ['score', 'fra', 'toy:score', '2000-01-01', '2001-01-01', '5', '4', 7],
    ])
    expect((await diff(2, 3, { state: 'fra' })).map(({ what }) => what)).toEqual(['score', 'status'])
    expect((await diff(3, 4, { about: 'memberships' })).map(({ what }) => what)).toEqual(['membership'])
    expect((await diff(3, 4, { subject: 'toyo' })).map(({ what }) => what)).toEqual(['membership'])
    expect((await diff(1, 2, { subject: 'toy', state: 'deu' })).map(({ after }) => after)).toEqual([
      'CONSENTED',
      'IN_FORCE',
    ])
  })

  it('needs the earlier moment first, and one at which something was known', async () => {
    await expect(diff(3, 2)).rejects.toThrow('lies after')
    await expect(ask('diff', { from: '1999-01-01' })).rejects.toThrow('nothing had been recorded')
    await expect(diff(1, 2, { subject: 'no such thing' })).rejects.toThrow('no such thing')
  })
})

describe('an answer as known before', () => {
  it('is what it was, whatever came later', async () => {
    const known = (moment: number) =>
      ask<{ status: string; decidedBy: string[] }>(
        'status',
        { state: 'fra', subject: 'toy' },
        { asOf: '1982-02-15', asKnownAt: moments[moment - 1] as string },
      )
    expect(await Promise.all([1, 2, 3, 4].map(async (moment) => (await known(moment)).status))).toEqual([
      'CONSENTED',
      'IN_FORCE',
      'CONSENTED',
      'CONSENTED',
    ])
  })
})

describe('a retraction that was a mistake, and was retracted itself', () => {
  const taken: string[] = []
  const { ask: askHere } = theWorkspaceOf(async (opened) => {
    const [treaty] = steps[0] as [object]
    const unretracted = { ...retracted(13, 'treaty-toy', 12), data: { target: id(12), reason: 'it did happen' } }
    for (const step of [
      [treaty, ...complete(['toy']), consent(1, 'fra', '1981-01-01')],
      [retracted(12, 'treaty-toy', 1)],
      [unretracted],
      [corrected(14, 'treaty-toy', 1, { occurred: '1981-02-01' })],
    ]) {
      await append(opened, ...step)
      taken.push(String((await opened.log.head()).recordedAt))
    }
  })
  const changes = async (from: number, to: number) => {
    const { rows } = (await askHere('diff', { from: taken[from] as string, to: taken[to] as string })) as {
      rows: { before: string; after: string; events: string[] }[]
    }
    return rows.map(({ before, after, events }) => [before, after, events])
  }

  it('changed nothing, and is no cause of what was changed later', async () => {
    expect(await changes(0, 2)).toEqual([])
    expect(await changes(0, 3)).toEqual([['CONSENTED', 'NONE', [id(14)]]])
  })
  it('is a cause as long as it stood', async () => {
    expect(await changes(0, 1)).toEqual([['CONSENTED', 'NONE', [id(12)]]])
  })
})
