/**
 * Bodies that states meet in without a treaty, and who belongs to them. Other members than states are left out: the
 * European Union takes part in the G7 and is a member of the G20, as the African Union is since 2023.
 */
import type { CitedSource, Source } from '../../src/events/source.ts'

export interface InformalEntry {
  readonly id: string
  readonly name: string
  readonly longName?: string
  /** EDTF: the day of its first meeting. */
  readonly founded: string
  readonly names: readonly string[]
  readonly source: Source
  readonly members: readonly InformalMember[]
  /** The last day through which all memberships are told. Without: they are not known to be complete. */
  readonly through?: string
}

export interface InformalMember {
  readonly actor: string
  /** EDTF. */
  readonly from: string
  /** EDTF: the first day out. */
  readonly out?: { readonly on: string; readonly source: Source }
  readonly source: Source
}

const cited = (citation: string, published: string): CitedSource => ({ citation, kind: 'organisation', published })

const from = (day: string, source: Source, actors: string): readonly InformalMember[] =>
  actors.split(' ').map((actor) => ({ actor, from: day, source }))

const rambouillet = cited('Economic summit, Declaration of Rambouillet, 15 to 17 November 1975', '1975-11-17')
const sanJuan = cited(
  'Economic summit, Joint Declaration of the International Conference, San Juan, 27 and 28 June 1976',
  '1976-06-28',
)
const birmingham = cited('G8, Birmingham Summit, Communiqué, 15 to 17 May 1998', '1998-05-17')
const hague = cited('G7, The Hague Declaration, 24 March 2014', '2014-03-24')
const berlin = cited(
  'G20, Meeting of Finance Ministers and Central Bank Governors, Berlin, Communiqué, 15 and 16 December 1999',
  '1999-12-16',
)
const yekaterinburg = cited('BRIC, Joint Statement of the Leaders, Yekaterinburg, 16 June 2009', '2009-06-16')
const sanya = cited('BRICS, Sanya Declaration, 14 April 2011', '2011-04-14')
const johannesburg = {
  ...cited('BRICS, XV Summit, Johannesburg II Declaration, 23 August 2023', '2023-08-23'),
  locator: 'para. 91',
}
const brasilia = cited('Brazil, presidency of BRICS, announcement of 6 January 2025 on Indonesia', '2025-01-06')

export const informalIgos: readonly InformalEntry[] = [
  {
    id: 'g7',
    name: 'G7',
    longName: 'Group of Seven',
    founded: '1975-11-15',
    names: ['Group of 7', 'G8', 'Group of Eight', 'Group of 8', 'G6', 'Group of Six'],
    source: rambouillet,
    members: [
      ...from('1975-11-15', rambouillet, 'deu fra gbr ita jpn usa'),
      ...from('1976-06-27', sanJuan, 'can'),
      { actor: 'rus', from: '1998-05-15', source: birmingham, out: { on: '2014-03-24', source: hague } },
    ],
    through: '2025-12-31',
  },
  {
    id: 'g20',
    name: 'G20',
    longName: 'Group of Twenty',
    founded: '1999-12-15',
    names: ['Group of 20'],
    source: berlin,
    members: from('1999-12-15', berlin, 'arg aus bra can chn deu fra gbr idn ind ita jpn kor mex rus sau tur usa zaf'),
    through: '2025-12-31',
  },
  {
    // Saudi Arabia was invited with the others of 2024, and it is not said alike whether it accepted.
    id: 'brics',
    name: 'BRICS',
    founded: '2009-06-16',
    names: ['BRIC', 'BRICS+'],
    source: yekaterinburg,
    members: [
      ...from('2009-06-16', yekaterinburg, 'bra chn ind rus'),
      ...from('2010-12-24/2011-04-14', sanya, 'zaf'),
      ...from('2024-01-01', johannesburg, 'are egy eth irn'),
      ...from('2025-01-06', brasilia, 'idn'),
    ],
  },
]
