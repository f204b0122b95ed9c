import type { Importer, OpenFile, Reference, Yield } from '../importer/draft.ts'
import { badDate, badRow, draftOfAct } from './untc-act.ts'
import { consentOf, consentWords } from './untc-legend.ts'
import { treatyCollectionTerms } from '../importer/terms.ts'

/** A day on which the names in it held; the table says November 2020. */
const status = '2020-11-30'
/** The day of the last act in it. */
const lastAct = '2020-11-16'

/**
 * The Paris Agreement as of about November 2020, from a page for students that retells the UN Treaty Collection.
 *
 * - `country_name`: short names (Iran, Syria); `signature_date`; `action_type`, `action_date`: consent
 * - `raw_state`: the page's word for the state of things: Ratifié, Adhésion, Non ratifié, …; empty for South Sudan,
 *   which only signed
 *
 * Of the United States only signature and the word "Retrait" are left: acceptance and withdrawal have no dates here,
 * and come from elsewhere.
 */
export const paris2020: Importer = {
  name: 'paris-2020',
  reads: 'Paris Agreement, participants of 2020 (paris_agreement_2020.csv)',
  order: 32,
  header: ['country_name', 'signature_date', 'action_type', 'action_date', 'raw_state'],
  release: {
    id: 'untc-paris-2020-11',
    series: 'untc-paris',
    version: '2020-11',
    citation:
      'United Nations Treaty Collection, Paris Agreement, participants as ' +
      'of about November 2020, via N. Faure, International-Press',
    kind: 'dataset',
    published: '2020-11',
    url: 'https://treaties.un.org',
    ...treatyCollectionTerms,
  },
  about: {
    download:
      'github.com/Noe-Faure/International-Press, commit e3df669: ' +
      'data/country-cop21.js, as a table (paris_agreement_2020.csv)',
    covers: '197 participants of the Paris Agreement, to about November 2020; of the United States the signature only',
  },
  vanished: 'anomaly',
  scope: { streams: 'named', facts: 'told' },
  claims: async (file) => [
    {
      treaties: [{ scheme: 'untc', code: '27-7-d' }],
      actors: await actorsIn(file),
      classes: ['signature', 'consent'],
      through: lastAct,
    },
  ],
  namesItsOwn: true,
  unmatched: 'stop',
  async *rows(file) {
    for await (const { row, cells } of file.records()) yield* readRow(row, cells)
  },
}

/** Of whom it holds everything: all whom it lists, but those of whom it has lost the consent with the withdrawal. */
const actorsIn = async (file: OpenFile): Promise<readonly Reference[]> => {
  const actors: Reference[] = []
  for await (const { cells } of file.records())
    if (cells['action_type'] !== 'withdrawal' && cells['country_name'] !== undefined)
      actors.push({ scheme: 'name', code: cells['country_name'], on: status })
  return actors
}

function* readRow(row: number, cells: Readonly<Record<string, string>>): Generator<Yield> {
  const {
    country_name: participant = '',
    signature_date: signed = '',
    action_type: word = '',
    action_date: done = '',
    raw_state: state = '',
  } = cells
  const undatedWithdrawal = word === 'withdrawal' && done === ''
  const type = consentOf(word)
  if (participant === '') return yield badRow(row, 'country_name', participant, 'the name of a participant')
  const bad = badDate(row, { signed, done }, '2016-04-22')
  if (bad !== undefined) return yield bad
  if ((word !== '' || done !== '') && type === undefined && !undatedWithdrawal)
    return yield badRow(row, 'action_type', word, `one of ${consentWords.join(', ')}, or withdrawal without a date`)
  if (type !== undefined && done === '') return yield badRow(row, 'action_date', done, `the day of the ${word}`)
  if (signed === '' && undatedWithdrawal)
    return yield { rows: [row, row], skipped: 'not-an-act', detail: `${participant}: "${state}" without a date` }
  if (signed === '' && done === '')
    return yield { rows: [row, row], skipped: 'no-value', detail: 'neither a signature nor a consent' }

  yield* actsOf(row, participant, { signed, done, type, undated: undatedWithdrawal ? state : undefined })
}

/** What a row holds, checked: days or nothing; a withdrawal has no date, but the word of the page. */
interface Cells {
  readonly signed: string
  readonly done: string
  readonly type: ReturnType<typeof consentOf>
  readonly undated: string | undefined
}

function* actsOf(row: number, participant: string, { signed, done, type, undated }: Cells): Generator<Yield> {
  const act = { row, treaty: '27-7-d', participant, locator: participant }
  const note = undated === undefined ? {} : { note: `The table also says "${undated}" (withdrawal), without a date` }
  if (signed !== '') yield draftOfAct({ ...act, type: 'TreatySigned', date: signed, ...note }, status)
  if (type !== undefined && done !== '') yield draftOfAct({ ...act, type, date: done }, status)
}
