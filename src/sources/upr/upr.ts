import { createHash } from 'node:crypto'
import type { Draft, Importer, Reference, Yield } from '../importer/draft.ts'
import { badRow } from '../untc/untc-act.ts'
import { readSessions, type SessionOf } from './upr-sessions.ts'

/** What the state under review made of it. `unknown` says nothing, so nothing is recorded as its answer. */
const decisions: ReadonlyMap<string, string | undefined> = new Map([
  ['support', 'supported'],
  ['consider', 'considered'],
  ['reject', 'rejected'],
  ['implemented', 'implemented'],
  ['implement', 'implemented'],
  ['noted', 'noted'],
  ['unknown', undefined],
  ['', undefined],
])

/**
 * Recommendations of the Universal Periodic Review, 2008 to 2014: one row for each recommendation and state that made
 * it.
 *
 * - `year`: of the report; nothing is dated better. `state_under_review`: often one word, `unitedkingdom`
 * - `recommending_state`: as the reports spell it; empty in 12 rows. Joint recommendations stand once for each state
 * - `decision`: support, consider, reject, implemented (also `implement`), noted, unknown
 * - `text`: as parsed upstream. Damaged bytes (U+FFFD) stay as they are. `notes`, `file`: not read
 */
export const uprRecommendations: Importer = {
  name: 'upr',
  reads: 'Universal Periodic Review, recommendations (upr_recommendations_2008_2014.csv)',
  order: 61,
  header: ['year', 'state_under_review', 'recommending_state', 'decision', 'text', 'notes', 'file'],
  release: {
    id: 'upr-v1',
    series: 'upr',
    version: 'v1',
    citation:
      'UN Human Rights Council, Universal Periodic Review, recommendations ' +
      '2008-2014; Terman & Byun 2022, American Political Science Review',
    kind: 'dataset',
    published: '2022',
    licence: 'No licence stated',
    redistributable: 'unknown',
  },
  about: {
    download:
      'github.com/rochelleterman/uprs, commit 986898e: v.1/Data/year-csvs, one below the other ' +
      '(upr_recommendations_2008_2014.csv), and sessions.csv beside it (upr_sessions.csv)',
    covers: 'Recommendations of the first twenty sessions, 2008 to 2014; by year',
  },
  vanished: 'ignore',
  unmatched: 'skip',
  async *rows(file) {
    const sessionOf = await readSessions(await file.beside('upr_sessions.csv'))
    const told = new Map<string, string[]>()
    for await (const { row, cells } of file.records()) yield* readRow(row, cells, sessionOf, told)
  },
}

function* readRow(
  row: number,
  cells: Readonly<Record<string, string>>,
  sessionOf: SessionOf,
  told: Map<string, string[]>,
): Generator<Yield> {
  const { year: written = '', decision = '', text = '' } = cells
  const state = tidy(cells['state_under_review'] ?? '')
  const from = tidy(cells['recommending_state'] ?? '')
  const year = Number(written)
  if (!/^\d{4}$/.test(written)) return yield badRow(row, 'year', written, 'a year')
  if (state === '') return yield badRow(row, 'state_under_review', state, 'the name of a state')
  if (!decisions.has(decision))
    return yield badRow(row, 'decision', decision, `one of ${[...decisions.keys()].filter(Boolean).join(', ')}`)

  const key = factKey(year, from, text)
  const earlier = told.get(`${state}|${key}`) ?? []
  if (earlier.includes(decision)) return yield { rows: [row, row], skipped: 'repeated', detail: key }
  told.set(`${state}|${key}`, [...earlier, decision])
  // The same words with another answer: the report lists them twice.
  const fact = earlier.length === 0 ? key : `${key}/${earlier.length + 1}`

  const actor: Reference = { scheme: 'name', code: state, year }
  const session = sessionOf(state, year)
  const common = {
    rows: [row, row],
    stream: ['review', 'upr', actor],
    occurred: session === undefined || session.year === year ? written : `${session.year}/${year}`,
    references: { actor, ...(from === '' ? {} : { from: { scheme: 'name', code: from, year } }) },
    locator: `row ${row}`,
  } as const satisfies Partial<Draft>
  yield {
    ...common,
    type: 'UprRecommendationMade',
    fact,
    data: { text, ...(session === undefined ? {} : { session: session.session }) },
  }
  const answer = decisions.get(decision)
  if (answer !== undefined)
    yield {
      ...common,
      type: 'UprRecommendationAnswered',
      fact: `${fact}/answer`,
      data: { decision: answer, recommendation: fact },
    }
}

const tidy = (name: string): string =>
  name
    .replace(/\s+/g, ' ')
    .replace(/[\s;,.]+$/, '')
    .trim()

/**
 * `2008/united-kingdom/3f2a90c1d4e5`: from whom, and what; not where it stood in the file, nor how the state answered.
 */
const factKey = (year: number, from: string, text: string): string => {
  const slug = from
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '-')
    .replace(/^-|-$/g, '')
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
  return `${year}/${slug === '' ? 'unnamed' : slug}/${createHash('sha256').update(words).digest('hex').slice(0, 12)}`
}
