/**
 * What states called themselves, and until when, by the records of name changes: the short English form of the days
 * before and after. Only changes whose day is on record are here; where records differ by days, or tell no more than
 * the month, the date is as wide, and the name counts from its first day. A name that was written out at length, or in
 * another alphabet, is none. A state keeps every name as a spelling for all days: this says which one it went by.
 */
import type { CitedSource } from '../../src/events/source.ts'

export interface Renaming {
  /** The first day of the name, in EDTF: a month, or an interval, where records leave it open. */
  readonly on: string
  readonly name: string
  readonly source: CitedSource
  readonly locator?: string
}

export interface NamesOverTime {
  readonly actor: string
  /** What it was called before the first of the changes. */
  readonly first: string
  /** In order of time; the last one is the name in use. */
  readonly later: readonly Renaming[]
}

const organisation = 'organisation' as const

const depositary: CitedSource = {
  citation:
    'United Nations Treaty Collection, Multilateral Treaties Deposited with the Secretary-General, ' +
    'Historical Information',
  kind: 'depositary',
  url: 'https://treaties.un.org/Pages/HistoricalInfo.aspx',
}
const members: CitedSource = {
  citation: 'United Nations, Member States, notes on changes of name',
  kind: organisation,
  url: 'https://www.un.org/en/about-us/member-states',
}
const act = (citation: string): CitedSource => ({ citation, kind: organisation })

const one = (
  [actor, first]: readonly [string, string],
  [on, name]: readonly [string, string],
  source: CitedSource,
): NamesOverTime => ({ actor, first, later: [{ on, name, source }] })

export const renamings: readonly NamesOverTime[] = [
  // africa
  one(
    ['ben', 'Dahomey'],
    ['1975-11-30/1975-12-02', 'Benin'],
    act(
      "Proclamation of the People's Republic of Benin, 30 November 1975; the Historical Information of the United " +
        'Nations Treaty Collection has Dahomey until 2 December 1975',
    ),
  ),
  one(['bfa', 'Upper Volta'], ['1984-08-04', 'Burkina Faso'], depositary),
  {
    actor: 'cmr',
    first: 'Cameroon',
    later: [
      { on: '1975-03-10', name: 'United Republic of Cameroon', source: depositary },
      { on: '1984-02-04', name: 'Cameroon', source: depositary },
    ],
  },
  {
    actor: 'cod',
    first: 'Congo (Leopoldville)',
    later: [
      {
        on: '1964-08-01',
        name: 'Democratic Republic of the Congo',
        source: act('Constitution of the Democratic Republic of the Congo, 1 August 1964, article 1'),
      },
      {
        on: '1971-10-27',
        name: 'Zaire',
        source: depositary,
        locator: 'Democratic Republic of the Congo',
      },
      {
        on: '1997-05-17',
        name: 'Democratic Republic of the Congo',
        source: members,
        locator: 'Democratic Republic of the Congo',
      },
    ],
  },
  one(['cpv', 'Cape Verde'], ['2013-10-24', 'Cabo Verde'], depositary),
  one(['civ', 'Ivory Coast'], ['1986-01-01', "Côte d'Ivoire"], depositary),
  {
    actor: 'egy',
    first: 'Egypt',
    later: [
      { on: '1958-02-22', name: 'United Arab Republic', source: members, locator: 'Egypt' },
      { on: '1971-09-02', name: 'Egypt', source: members, locator: 'Egypt' },
    ],
  },
  {
    actor: 'lby',
    first: 'Libya',
    later: [
      {
        on: '1969-09-01',
        name: 'Libyan Arab Republic',
        source: act('Libya, Revolutionary Command Council, proclamation of the Libyan Arab Republic, 1 September 1969'),
      },
      {
        on: '1977-03-02',
        name: 'Libyan Arab Jamahiriya',
        source: act("Libya, General People's Congress, Declaration of the Authority of the People, 2 March 1977"),
      },
      { on: '2011-09-16', name: 'Libya', source: members, locator: 'Libya' },
    ],
  },
  one(
    ['swz', 'Swaziland'],
    ['2018-04-19', 'Eswatini'],
    act('Eswatini, Legal Notice No. 80 of 2018, declaration of change of name, in force from 19 April 2018'),
  ),
  {
    actor: 'tza',
    first: 'Tanganyika',
    later: [
      {
        on: '1964-04-26',
        name: 'United Republic of Tanganyika and Zanzibar',
        source: members,
        locator: 'United Republic of Tanzania',
      },
      {
        on: '1964-10-28/1964-11-01',
        name: 'Tanzania',
        source: act(
          'Tanzania, Act No. 61 of 1964 on the name of the United Republic, of 28 or 29 October; the list of Member ' +
            'States of the United Nations has the name from 1 November 1964',
        ),
      },
    ],
  },
  one(['zwe', 'Southern Rhodesia'], ['1980-04-18', 'Zimbabwe'], {
    ...act(
      'United Kingdom, Zimbabwe Act 1979 (c. 60), section 1 (1), and S.I. 1980/394, by which the day is appointed',
    ),
    url: 'https://www.legislation.gov.uk/ukpga/1979/60/section/1',
  }),

  // asia and oceania
  {
    actor: 'khm',
    first: 'Cambodia',
    later: [
      { on: '1970-12-28', name: 'Khmer Republic', source: depositary },
      { on: '1975-04-30', name: 'Cambodia', source: depositary },
      { on: '1976-04-06', name: 'Democratic Kampuchea', source: depositary },
      { on: '1990-02-03', name: 'Cambodia', source: depositary },
    ],
  },
  one(
    ['irn', 'Persia'],
    ['1935-03-21/1935-03-22', 'Iran'],
    act('Iran, circular note to foreign missions, with effect from the new year of 1314, 21 or 22 March 1935'),
  ),
  one(['lka', 'Ceylon'], ['1972-05-22', 'Sri Lanka'], act('Constitution of Sri Lanka, 22 May 1972, section 1')),
  one(
    ['mmr', 'Burma'],
    ['1989-06-18', 'Myanmar'],
    act('State Law and Order Restoration Council, Law No. 15/89, Adaptation of Expressions Law, 18 June 1989'),
  ),
  one(['mys', 'Federation of Malaya'], ['1963-09-16', 'Malaysia'], members),
  one(
    ['sau', 'Hejaz and Nejd'],
    ['1932-09-23', 'Saudi Arabia'],
    act('Saudi Arabia, Royal Order No. 2716 of 17 Jumada al-Ula 1351, in force on 23 September 1932'),
  ),
  {
    actor: 'tha',
    first: 'Siam',
    later: [
      {
        on: '1939-06-24',
        name: 'Thailand',
        source: act('Thailand, State Convention No. 1 on the name of the country, 24 June 1939'),
      },
      {
        on: '1945-09-07',
        name: 'Siam',
        source: act(
          'Siam, announcement of the Office of the Prime Minister of 7 September 1945 on the name of the country in ' +
            'English, Royal Gazette 62, part 49, 11 September 1945',
        ),
      },
      {
        on: '1949-05-11',
        name: 'Thailand',
        source: act('Thailand, announcement of the government on the name of the country, 11 May 1949'),
      },
    ],
  },
  one(
    ['vnm', 'Democratic Republic of Viet Nam'],
    ['1976-07-02', 'Viet Nam'],
    act('National Assembly of Viet Nam, resolution on the name of the country, 2 July 1976'),
  ),
  one(['wsm', 'Western Samoa'], ['1997-07-04', 'Samoa'], {
    ...act('Samoa, Constitution Amendment Act (No. 2) 1997, No. 15, of 4 July 1997, section 2'),
    url: 'http://www.paclii.org/ws/legis/num_act/caa21997295/',
  }),

  // europe
  one(['blr', 'Byelorussian SSR'], ['1991-09-19', 'Belarus'], members),
  {
    actor: 'cze',
    first: 'Czech Republic',
    later: [{ on: '2016-05-17', name: 'Czechia', source: members, locator: 'Czechoslovakia' }],
  },
  {
    actor: 'deu',
    first: 'Prussia',
    later: [
      {
        on: '1871-01-18',
        name: 'Germany',
        source: act('Proclamation of the German Empire at Versailles, 18 January 1871'),
      },
      {
        on: '1949-05-24',
        name: 'Federal Republic of Germany',
        source: act(
          'Basic Law for the Federal Republic of Germany, promulgated on 23 May 1949, in force at the end of that ' +
            'day: article 145 (2)',
        ),
      },
      { on: '1990-10-03', name: 'Germany', source: members, locator: 'Germany' },
    ],
  },
  {
    actor: 'irl',
    first: 'Irish Free State',
    later: [
      {
        on: '1937-12-29',
        name: 'Ireland',
        source: act('Constitution of Ireland, in force on 29 December 1937, article 4'),
      },
    ],
  },
  one(
    ['ita', 'Sardinia'],
    ['1861-03-17', 'Italy'],
    act('Kingdom of Sardinia, Law No. 4671 of 17 March 1861, title of King of Italy, Gazzetta Ufficiale No. 68'),
  ),
  one(
    ['mkd', 'The former Yugoslav Republic of Macedonia'],
    ['2019-02-12', 'North Macedonia'],
    act(
      'Final Agreement for the settlement of the differences as described in Security Council resolutions ' +
        '817 (1993) and 845 (1993), in force on 12 February 2019, article 1 (3)',
    ),
  ),
  {
    actor: 'rus',
    first: 'Russia',
    later: [
      {
        on: '1922-12-30',
        name: 'Soviet Union',
        source: act('Treaty on the Formation of the Union of Soviet Socialist Republics, 30 December 1922'),
      },
      { on: '1991-12-24', name: 'Russian Federation', source: members, locator: 'Russian Federation' },
    ],
  },
  {
    actor: 'srb',
    first: 'Serbia',
    later: [
      {
        on: '1992-04-27',
        name: 'Federal Republic of Yugoslavia',
        source: act('Constitution of the Federal Republic of Yugoslavia, 27 April 1992'),
      },
      { on: '2003-02-04', name: 'Serbia and Montenegro', source: members, locator: 'Serbia' },
      { on: '2006-06-03', name: 'Serbia', source: members, locator: 'Serbia' },
    ],
  },
  {
    actor: 'tur',
    first: 'Ottoman Empire',
    later: [
      {
        on: '1923-10-29',
        name: 'Turkey',
        source: act('Grand National Assembly of Turkey, Law No. 364 of 29 October 1923'),
      },
      {
        on: '2022-06-01',
        name: 'Türkiye',
        source: act(
          'Türkiye, letter of the Minister for Foreign Affairs to the Secretary-General of the United Nations of 31 ' +
            'May 2022, in effect from its receipt on 1 June',
        ),
      },
    ],
  },
  one(
    ['ukr', 'Ukrainian SSR'],
    ['1991-08-24', 'Ukraine'],
    act('Verkhovna Rada, Act Declaring the Independence of Ukraine, and Decree No. 1427-XII, 24 August 1991'),
  ),
]
