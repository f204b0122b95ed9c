/** The sources that the catalogue cites, each registered once. */
import type { CitedSource, Source } from '../src/events/source.ts'

/** A code or a class is said of somebody: nothing else of these lists stands here. */
const asCodes = { licence: 'No licence stated for the codes as such', redistributable: 'unknown' } as const

/** The lists that codes and classes are taken from. */
export const listsCited = {
  catalogue: {
    citation: 'normtrail, catalogue of actors, organisations, treaties and norms',
    kind: 'dataset',
    licence: 'MIT, as normtrail itself',
    redistributable: 'yes',
  },
  'codes-cow': {
    citation: 'Correlates of War Project, State System Membership List',
    kind: 'dataset',
    version: '2016',
    published: '2017',
    url: 'https://correlatesofwar.org',
    ...asCodes,
  },
  'codes-gw': {
    citation:
      'Gleditsch, K. S. & Ward, M. D., A revised list of independent states since the Congress of Vienna, ' +
      'International Interactions 25(4), 393-413',
    kind: 'dataset',
    published: '1999',
    ...asCodes,
  },
  'codes-iso-3166': {
    citation: 'International Organization for Standardization, ISO 3166-1 and ISO 3166-3, country codes',
    kind: 'organisation',
    ...asCodes,
  },
  'codes-polity': {
    citation: 'Marshall, M. G. & Gurr, T. R., Polity5: Political Regime Characteristics and Transitions, 1800-2018',
    kind: 'dataset',
    version: '5',
    published: '2020',
    url: 'https://www.systemicpeace.org',
    ...asCodes,
  },
  'codes-vdem': {
    citation: 'Varieties of Democracy (V-Dem) Project, Country Coding Units',
    kind: 'dataset',
    url: 'https://www.v-dem.net',
    ...asCodes,
  },
  'codes-amnesty': {
    citation: 'Amnesty International, document index: country codes',
    kind: 'organisation',
    ...asCodes,
  },
  'codes-cow-igo': {
    citation:
      'Pevehouse, Nordstrom, McManus & Jamison, Tracking organizations in the world: ' +
      'The Correlates of War IGO Version 3.0 datasets, Journal of Peace Research 57(3)',
    kind: 'dataset',
    version: '3.0',
    published: '2020',
    url: 'https://doi.org/10.1177/0022343319881175',
    ...asCodes,
  },
  'codes-migo': {
    citation:
      'Roger & Rowan, The New Terrain of Global Governance: Mapping Membership in Informal International ' +
      'Organizations, Journal of Conflict Resolution 67(6)',
    kind: 'dataset',
    version: '2022',
    published: '2022',
    url: 'https://doi.org/10.7910/DVN/8CYXX5',
    ...asCodes,
  },
  'cow-majors-2016': {
    citation: 'Correlates of War Project, State System Membership List: major powers',
    kind: 'dataset',
    version: '2016',
    published: '2017',
    url: 'https://correlatesofwar.org',
    ...asCodes,
  },
  'un-charter': {
    citation: 'Charter of the United Nations, 26 June 1945, in force on 24 October 1945',
    kind: 'organisation',
    url: 'https://www.un.org/en/about-us/un-charter',
    ...asCodes,
  },
  m49: {
    citation:
      'United Nations, Statistics Division, Standard Country or Area Codes for Statistical Use (M49), ' +
      'geographic regions',
    kind: 'organisation',
    url: 'https://unstats.un.org/unsd/methodology/m49/',
    ...asCodes,
  },
  'codes-untc': {
    citation:
      'United Nations Treaty Collection, Multilateral Treaties Deposited with the Secretary-General: ' +
      'chapters and numbers',
    kind: 'depositary',
    url: 'https://treaties.un.org',
    ...asCodes,
  },
} as const satisfies Readonly<Record<string, CitedSource>>
export type CodeList = keyof typeof listsCited

export const from = (ref: CodeList, locator?: string): Source => ({ ref, ...(locator !== undefined && { locator }) })
