import type { Claim, Importer, OpenFile, Yield } from '../importer/draft.ts'
import { untcRelease } from './untc-2015.ts'
import { badDate, badRow, draftOfAct } from './untc-act.ts'
import { codeOfNumber } from '../../text/treaty-number.ts'
import { consentOf, consentWords } from './untc-legend.ts'

/** The day of the table, and of the names in it. */
const status = '2026-02-03'

/**
 * Protocols and an amendment of the CCW that nobody signs: the one date of their table, under `signature_date`, is the
 * date of consent.
 */
const withoutSignature: ReadonlySet<string> = new Set(['26-2-a', '26-2-b', '26-2-c', '26-2-d'])

/**
 * Human rights and disarmament tables of the UN Treaty Collection as of February 2026, one row for each state and
 * treaty.
 *
 * - `mtdsg_no`: chapter in Roman numerals, number, letter: `XXVI-2-a`; `country_name`: the name that the UN uses now
 * - `signature_date`; `action_date` and `action_type`: consent. Acceptance and approval are mostly printed as
 *   Ratification or Accession
 * - `chapter`, `treaty_id`, `treaty_name`, `treaty_open_year`: not read
 *
 * A release of the same series as the tables of 2015: the same act has the same stream, fact and date, whatever its
 * label. Parties that withdrew are absent: what a vanished act means is an anomaly, to be settled by hand.
 */
export const untc2026: Importer = {
  name: 'untc-2026',
  reads: 'UN Treaty Collection, human rights and disarmament tables of 2026 (untc_hr_arms_2026.csv)',
  order: 31,
  header: [
    'chapter',
    'mtdsg_no',
    'treaty_id',
    'treaty_name',
    'treaty_open_year',
    'country_name',
    'signature_date',
    'action_type',
    'action_date',
  ],
  release: untcRelease(status),
  about: {
    download:
      'github.com/mgaldino/treaties-ideal-point, commit 6d4d319: data/raw/un_hr_treaties ' +
      'and data/raw/arms_control, one below the other (untc_hr_arms_2026.csv)',
    covers: '18 human-rights and 12 disarmament instruments, acts to 2026-02-03; withdrawn parties are absent',
  },
  vanished: 'anomaly',
  scope: { streams: 'named', facts: 'told' },
  claims: async (file) => claimsOf(await numbersIn(file)),
  namesItsOwn: true,
  unmatched: 'stop',
  async *rows(file) {
    for await (const { row, cells } of file.records()) yield* readRow(row, cells)
  },
}

/**
 * Treaties whose table has lost parties that withdrew, or an instrument that was taken back (Optional Protocol, test
 * ban, Ottawa): it does not hold every consent.
 */
const withLosses: ReadonlySet<string> = new Set(['4-5', '26-4', '26-5'])

const numbersIn = async (file: OpenFile): Promise<readonly string[]> => {
  const codes = new Set<string>()
  for await (const { cells } of file.records()) codes.add(codeOfNumber(cells['mtdsg_no'] ?? '') ?? '')
  return [...codes].filter((code) => code !== '').toSorted()
}

/**
 * It holds every signature and consent that stood on its day; of a treaty that somebody has left it does not tell who
 * never consented.
 */
const claimsOf = (codes: readonly string[]): readonly Claim[] => [
  {
    treaties: codes.filter((code) => !withLosses.has(code)).map((code) => ({ scheme: 'untc', code })),
    classes: ['signature', 'consent'],
    through: status,
  },
]

function* readRow(row: number, cells: Readonly<Record<string, string>>): Generator<Yield> {
  const {
    mtdsg_no: number = '',
    country_name: participant = '',
    signature_date: signed = '',
    action_type: word = '',
    action_date: done = '',
  } = cells
  const treaty = codeOfNumber(number)
  const type = consentOf(word)
  if (treaty === undefined)
    return yield badRow(row, 'mtdsg_no', number, 'chapter in Roman numerals and number, such as IV-9')
  if (participant === '') return yield badRow(row, 'country_name', participant, 'the name of a participant')
  const bad = badDate(row, { signed, done }, '1984-12-10')
  if (bad !== undefined) return yield bad
  if ((word !== '' || done !== '') && type === undefined)
    return yield badRow(row, 'action_type', word, `one of ${consentWords.join(', ')}`)
  if (word !== '' && done === '') return yield badRow(row, 'action_date', done, `the day of the ${word.toLowerCase()}`)
  if (signed === '' && done === '')
    return yield { rows: [row, row], skipped: 'no-value', detail: 'neither a signature nor a consent' }

  if (objectors.has(participant) && done === '')
    return yield {
      rows: [row, row],
      skipped: 'not-an-act',
      detail: 'the date of an objection among the notes, not of a signature',
    }

  yield* actsOf({ row, treaty, participant, locator: `${number}, ${participant}` }, { signed, done, type })
}

/** The acts of a row, checked: days or nothing. */
function* actsOf(
  act: Pick<Parameters<typeof draftOfAct>[0], 'row' | 'treaty' | 'participant' | 'locator'>,
  {
    signed,
    done,
    type,
  }: { readonly signed: string; readonly done: string; readonly type: ReturnType<typeof consentOf> },
): Generator<Yield> {
  if (withoutSignature.has(act.treaty)) {
    const note = type === undefined ? { note: 'The only date of a table without signatures' } : {}
    return yield draftOfAct(
      { ...act, type: type ?? 'TreatyConsentExpressed', date: done === '' ? signed : done, ...note },
      status,
    )
  }
  if (signed !== '') yield draftOfAct({ ...act, type: 'TreatySigned', date: signed }, status)
  if (done !== '' && type !== undefined) yield draftOfAct({ ...act, type, date: done }, status)
}

/**
 * States that the depositary's tables no longer list. Their rows were read from the notes below: the date is that of
 * their objection to the signature of Democratic Kampuchea (German Democratic Republic 1980-12-11, Czechoslovakia
 * 1981-03-10), the same under three treaties.
 */
const objectors: ReadonlySet<string> = new Set(['Czechoslovakia', 'German Democratic Republic'])
