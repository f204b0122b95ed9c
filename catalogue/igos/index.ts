/**
 * The organisations that normtrail knows from the start. Codes: Correlates of War, Intergovernmental Organizations,
 * version 3.0.
 */
import type { IgoEntry } from './entry.ts'

export type { IgoEntry } from './entry.ts'

export const igos: readonly IgoEntry[] = [
  {
    id: 'un',
    name: 'United Nations',
    founded: '1945-10-24',
    exit: 'silent',
    exitClause: 'Charter of the United Nations, without a clause on withdrawal',
    names: ['UN', 'United Nations Organization', 'UNO'],
  },
  {
    id: 'lon',
    name: 'League of Nations',
    founded: '1920-01-10',
    exit: { notice: { years: 2 } },
    exitClause: 'Covenant of the League of Nations, art. 1(3)',
    // The Assembly closed on 18 April 1946; the League ceased to exist from the day after.
    dissolved: { on: '1946-04-18', names: 'lastDayIn' },
    successor: { id: 'un', mode: 'replaced' },
    names: ['LoN'],
  },
  {
    id: 'ilo',
    name: 'International Labour Organization',
    founded: '1919',
    exit: { notice: { years: 2 } },
    exitClause: 'Constitution of the International Labour Organization, art. 1(5)',
    names: ['ILO', 'International Labour Organisation'],
  },
  {
    id: 'unesco',
    name: 'UNESCO',
    longName: 'United Nations Educational, Scientific and Cultural Organization',
    founded: '1946-11-04',
    exit: { notice: { snap: 'endOfNextYear' } },
    exitClause: 'Constitution of UNESCO, art. II(6)',
    names: ['United Nations Educational, Scientific, and Cultural Organization'],
  },
  {
    id: 'who',
    name: 'World Health Organization',
    founded: '1948-04-07',
    exit: 'silent',
    exitClause: 'Constitution of the World Health Organization, without a clause on withdrawal',
    names: ['WHO', 'World Health Organisation'],
  },
  {
    id: 'gatt',
    name: 'GATT',
    longName: 'General Agreement on Tariffs and Trade',
    founded: '1948-01-01',
    exit: { notice: { months: 6 } },
    exitClause: 'General Agreement on Tariffs and Trade, art. XXXI',
    dissolved: { on: '1995-12-31', names: 'lastDayIn' },
    successor: { id: 'wto', mode: 'replaced' },
    names: ['GATT 1947'],
  },
  {
    id: 'wto',
    name: 'World Trade Organization',
    founded: '1995-01-01',
    exit: { notice: { months: 6 } },
    exitClause: 'Agreement establishing the World Trade Organization, art. XV',
    names: ['WTO', 'World Trade Organisation'],
  },
  {
    id: 'icc',
    name: 'International Criminal Court',
    founded: '2002-07-01',
    exit: { notice: { years: 1 } },
    exitClause: 'Rome Statute of the International Criminal Court, art. 127',
    names: ['ICC'],
  },
  {
    id: 'iwc',
    name: 'International Whaling Commission',
    founded: '1948-11-10',
    cowIgo: 'iwhale',
    exit: { notice: { snap: 'june30' } },
    exitClause: 'International Convention for the Regulation of Whaling, art. XI',
    names: ['IWC'],
  },
  // Correlates of War codes the Secretariat, which began in 1965; the association counts from the Statute of
  // Westminster.
  {
    id: 'commonwealth',
    name: 'Commonwealth',
    longName: 'Commonwealth of Nations',
    founded: '1931-12-11',
    cowIgo: 'comsec',
    exit: 'silent',
    exitClause: 'without a constituent treaty',
    names: ['British Commonwealth', 'British Commonwealth of Nations', 'Commonwealth Secretariat'],
  },
  {
    id: 'coe',
    name: 'Council of Europe',
    founded: '1949-05-05',
    exit: { notice: { snap: 'endOfFinancialYear' } },
    exitClause: 'Statute of the Council of Europe, art. 7',
    names: ['CoE'],
  },
  {
    id: 'ecsc',
    name: 'European Coal and Steel Community',
    founded: '1952-07-23',
    // Its treaty was concluded for fifty years.
    dissolved: { on: '2002-07-23', names: 'lastDayIn' },
    successor: { id: 'eu', mode: 'integrated' },
    names: ['ECSC'],
  },
  {
    id: 'eec',
    name: 'European Economic Community',
    founded: '1958-01-01',
    exit: 'silent',
    exitClause: 'Treaty of Rome, without a clause on withdrawal',
    // On 1 November 1993 it was renamed European Community, within the Union that succeeded it on 1 December 2009:
    // here, as in most membership data, the line goes on as `eu`.
    dissolved: { on: '1993-11-01', names: 'firstDayOut' },
    successor: { id: 'eu', mode: 'integrated' },
    names: ['EEC', 'Common Market'],
  },
  {
    id: 'eu',
    name: 'European Union',
    founded: '1993-11-01',
    exit: { notice: { years: 2 } },
    exitClause: 'Treaty on European Union, art. 50(3), since 1 December 2009; another day may be agreed',
    names: ['EU'],
  },
  {
    id: 'nato',
    name: 'NATO',
    longName: 'North Atlantic Treaty Organization',
    founded: '1949-08-24',
    exit: { notice: { years: 1 }, minYearsAfterEntryIntoForce: 20 },
    exitClause: 'North Atlantic Treaty, art. 13',
    names: ['North Atlantic Treaty Organisation', 'Atlantic Alliance'],
  },
  // As the Conference on Security and Co-operation in Europe, which took its present name on 1 January 1995.
  {
    id: 'osce',
    name: 'OSCE',
    longName: 'Organization for Security and Co-operation in Europe',
    founded: '1973-07-03',
    renamed: { from: 'Conference on Security and Co-operation in Europe', on: '1995-01-01' },
    names: [
      'CSCE',
      'Conference on Security and Co-operation in Europe',
      'Organization for Security and Cooperation in Europe',
    ],
  },
  { id: 'cis', name: 'Commonwealth of Independent States', founded: '1991-12-08', names: ['CIS'] },
  // Counted, as in Correlates of War, from the International Union of American Republics; its Charter took effect on 13
  // December 1951.
  {
    id: 'oas',
    name: 'Organization of American States',
    founded: '1890-04-14',
    exit: { notice: { years: 2 } },
    exitClause: 'Charter of the Organization of American States, art. 143',
    names: ['OAS', 'Organisation of American States', 'Pan American Union', 'Pan-American Union'],
  },
  {
    id: 'mercosur',
    name: 'Mercosur',
    longName: 'Southern Common Market',
    founded: '1991-11-29',
    names: ['Mercosul', 'Common Market of the South'],
  },
  {
    id: 'oau',
    name: 'Organization of African Unity',
    founded: '1963-05-25',
    exit: { notice: { years: 1 } },
    exitClause: 'Charter of the Organization of African Unity, art. XXXII',
    dissolved: { on: '2002-07-09', names: 'firstDayOut' },
    successor: { id: 'au', mode: 'replaced' },
    names: ['OAU', 'Organisation of African Unity', 'Organization for African Unity'],
  },
  {
    id: 'au',
    name: 'African Union',
    founded: '2002-07-09',
    exit: { notice: { years: 1 } },
    exitClause: 'Constitutive Act of the African Union, art. 31',
    names: ['AU'],
  },
  { id: 'ecowas', name: 'Economic Community of West African States', founded: '1975-05-28', names: ['ECOWAS'] },
  { id: 'loas', name: 'League of Arab States', founded: '1945-03-22', names: ['Arab League', 'LAS'] },
  // Called Organization of the Islamic Conference until 28 June 2011.
  {
    id: 'oic',
    name: 'Organisation of Islamic Cooperation',
    founded: '1969-09-25',
    renamed: { from: 'Organization of the Islamic Conference', on: '2011-06-28' },
    names: [
      'OIC',
      'Organization of the Islamic Conference',
      'Organisation of the Islamic Conference',
      'Organization of Islamic Cooperation',
    ],
  },
  {
    id: 'asean',
    name: 'ASEAN',
    longName: 'Association of Southeast Asian Nations',
    founded: '1967-08-08',
    names: ['Association of South East Asian Nations'],
  },
]
