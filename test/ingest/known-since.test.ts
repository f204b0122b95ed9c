import { describe, expect, it } from 'vitest'
import type { EventId, NewEvent } from '../../src/events/envelope.ts'
import type { Source } from '../../src/events/source.ts'
import type { Candidate } from '../../src/ingest/candidates/candidate.ts'
import { knownSince, type KnowledgeDates } from '../../src/ingest/backdated/knowledge-dates.ts'
import { formatDay, parseDay } from '../../src/time/day.ts'
import { parseDate } from '../../src/time/edtf.ts'

const today = parseDay('2020-06-01')
const candidate = (
  type: string,
  occurred: string | undefined,
  sources: readonly Source[],
  more: Partial<NewEvent> = {},
): Candidate => ({
  rows: [1, 1],
  stream: 'treaty-cat',
  key: 'usa',
  fact: 'consent/1',
  weight: 0,
  event: {
    type,
    schemaVersion: 1,
    ...(occurred !== undefined && { occurred }),
    sources,
    confidence: 'certain',
    data: { actor: 'usa' },
    ...more,
  },
})
const since = (one: Candidate, more: Partial<KnowledgeDates> = {}): string => {
  const { day, basis } = knownSince(one, { published: new Map(), beside: [], today, ...more })
  return `${day === undefined ? 'before all' : formatDay(day)}, ${basis}`
}

const depositary: Source = { citation: 'The depositary, for tests', kind: 'depositary' }
const book = (published: string): Source => ({ citation: 'A book, for tests', kind: 'scholarly', published })
const table: Source = { ref: 'table-2', kind: 'dataset' }
const releases = {
  published: new Map([
    ['table-2', parseDate('2015-03')],
    ['silent-1', undefined],
  ]),
}

describe('what could be known, from when on', () => {
  it.each<[string, string, Candidate, Partial<KnowledgeDates>]>([
    [
      'an act, by its depositary: on the day of deposit',
      '1994-10-21, act',
      candidate('TreatyRatified', '1994-10-21', [depositary]),
      {},
    ],
    [
      'an act of a month: when the month is over',
      '1994-10-31, act',
      candidate('TreatyRatified', '1994-10', [depositary]),
      {},
    ],
    [
      'an act that the depositary published later: then',
      '1995-01-15, publication',
      candidate('TreatyRatified', '1994-10-21', [{ ...depositary, published: '1995-01-15' }]),
      {},
    ],
    [
      'an act that a book tells of: when the book was out',
      '1999-12-31, publication',
      candidate('TreatyRatified', '1994-10-21', [book('1999')]),
      {},
    ],
    [
      'of several sources: by the first that could tell',
      '1994-10-21, act',
      candidate('TreatyRatified', '1994-10-21', [book('1999'), depositary]),
      {},
    ],
    [
      'of several publications: by the earliest',
      '1997-12-31, publication',
      candidate('TreatyRatified', '1994-10-21', [book('1999'), book('1997')]),
      {},
    ],
    [
      'a row of a table: when the release was published',
      '2015-03-31, publication',
      candidate('PracticeScoreRecorded', '1990', [table]),
      releases,
    ],
    [
      'nothing before it was done, whatever is printed on it',
      '1994-10-21, publication',
      candidate('TreatyRatified', '1994-10-21', [book('1990')]),
      {},
    ],
    [
      'a due date that lies ahead: when its source was published',
      '2010-12-31, publication',
      candidate('ReportDue', '2030-01-01', [book('2010')]),
      {},
    ],
    [
      'a table that does not say when it was published: now',
      '2020-06-01, undated',
      candidate('TreatyRatified', '1994-10-21', [{ ref: 'silent-1', kind: 'dataset' }]),
      releases,
    ],
    ['nothing in the future', '2020-06-01, publication', candidate('TreatyRatified', '1994-10-21', [book('2020')]), {}],
    [
      'a source with a date of publication: when it was published',
      '2015-03-31, publication',
      candidate('SourceRegistered', undefined, [depositary], { data: { source: 'table-2', published: '2015-03' } }),
      {},
    ],
    [
      'a source without one: before all else',
      'before all, definition',
      candidate('SourceRegistered', undefined, [depositary], { data: { source: 'register' } }),
      {},
    ],
    [
      'a definition by a body: before all else',
      'before all, definition',
      candidate('ActorDefined', undefined, [depositary]),
      {},
    ],
    [
      'the clauses of the catalogue: before all else',
      'before all, definition',
      candidate('TreatyConcluded', '1984-12-10', [{ ...depositary, series: 'normtrail-catalogue' }]),
      {},
    ],
    [
      'what the catalogue says to have happened: when it did',
      '1987-06-26, act',
      candidate('TreatyEnteredIntoForce', '1987-06-26', [{ ...depositary, series: 'normtrail-catalogue' }]),
      {},
    ],
  ])('%s', (_, expected, one, more) => expect(since(one, more)).toBe(expected))

  it('a reservation made with the consent: with the consent', () => {
    const beside = [
      candidate('TreatySigned', '1988-04-18', [depositary]),
      candidate('TreatyRatified', '1994-10-21', [depositary]),
    ]
    const attached = (at: string) =>
      candidate('ReservationMade', undefined, [depositary], {
        data: { actor: 'usa', reservation: '1', provisions: ['1'], at },
      })
    expect(since(attached('consent'), { beside })).toBe('1994-10-21, act')
    expect(since(attached('late'), { beside })).toBe('2020-06-01, undated')
  })

  it('a correction: when its source was published, and never before what it corrects', () => {
    const id = '6c77852c-b5b8-4c2d-af3b-6a05ba0ca65a' as EventId
    const target = candidate('TreatyRatified', '1994-10-21', [depositary], { id })
    const correction = (sources: readonly Source[]) =>
      candidate('EventCorrected', undefined, sources, { data: { target: id } })
    expect(since(correction([book('1999')]), { beside: [target] })).toBe('1999-12-31, publication')
    expect(since(correction([book('1990')]), { beside: [target] })).toBe('1994-10-21, act')
    expect(since(correction([depositary]), { beside: [target] })).toBe('1994-10-21, act')
    expect(since(correction([depositary]))).toBe('2020-06-01, undated')
  })
})
