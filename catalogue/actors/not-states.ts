/**
 * Actors outside the state systems: organisations that are parties to treaties, participants that are not members of
 * the Correlates of War (v2016) or Gleditsch & Ward (1999) systems, dependent and disputed territories, de facto
 * entities. Three-letter codes: ISO 3166-1. Abkhazia and South Ossetia carry their numbers in the Gleditsch-Ward list.
 */
import type { ActorEntry } from './entry.ts'

export const notStates: readonly ActorEntry[] = [
  // participants without membership in either state system
  {
    id: 'vat',
    kind: 'entity',
    name: 'Holy See',
    iso3: 'VAT',
    names: ['Vatican', 'Vatican City', 'Vatican City State', 'Holy See (Vatican City State)'],
  },
  {
    id: 'pse',
    kind: 'entity',
    name: 'State of Palestine',
    iso3: 'PSE',
    amnesty: 'MDE 21',
    names: [
      'Palestine',
      'Palestine, State of',
      'Palestinian Authority',
      'Palestinian National Authority',
      'Palestinian Authority-Administered Territories',
    ],
  },
  { id: 'cok', kind: 'entity', name: 'Cook Islands', iso3: 'COK', names: ['cookislands'] },
  { id: 'niu', kind: 'entity', name: 'Niue', iso3: 'NIU', names: [] },

  // organisations
  {
    id: 'eu',
    kind: 'organisation',
    name: 'European Union',
    names: ['EU', 'European Community', 'European Communities', 'EC', 'European Economic Community', 'EEC'],
  },
  { id: 'un', kind: 'organisation', name: 'United Nations', names: ['UN', 'United Nations Organization'] },
  {
    id: 'andean',
    kind: 'organisation',
    name: 'Andean Community',
    names: ['Andean Community of Nations', 'Andean Group', 'Andean Pact'],
  },
  {
    id: 'caricom',
    kind: 'organisation',
    name: 'Caribbean Community',
    names: ['CARICOM', 'Caribbean Community and Common Market'],
  },
  { id: 'coe', kind: 'organisation', name: 'Council of Europe', names: [] },
  { id: 'comesa', kind: 'organisation', name: 'Common Market for Eastern and Southern Africa', names: ['COMESA'] },
  {
    id: 'ctbto',
    kind: 'organisation',
    name: 'Preparatory Commission for the Comprehensive Nuclear-Test-Ban Treaty Organization',
    names: ['CTBTO', 'CTBTO Preparatory Commission', 'Comprehensive Nuclear-Test-Ban Treaty Organization'],
  },
  { id: 'eac', kind: 'organisation', name: 'East African Community', names: ['EAC'] },
  { id: 'eaec', kind: 'organisation', name: 'Eurasian Economic Community', names: ['EAEC', 'EurAsEC'] },
  { id: 'ecowas', kind: 'organisation', name: 'Economic Community of West African States', names: ['ECOWAS'] },
  {
    id: 'fao',
    kind: 'organisation',
    name: 'Food and Agriculture Organization',
    names: ['Food and Agriculture Organization of the United Nations', 'FAO'],
  },
  { id: 'iaea', kind: 'organisation', name: 'International Atomic Energy Agency', names: ['IAEA'] },
  { id: 'icao', kind: 'organisation', name: 'International Civil Aviation Organization', names: ['ICAO'] },
  {
    id: 'ilo',
    kind: 'organisation',
    name: 'International Labour Organization',
    names: ['International Labour Organisation', 'ILO'],
  },
  {
    id: 'imo',
    kind: 'organisation',
    name: 'International Maritime Organization',
    names: ['IMO', 'Inter-Governmental Maritime Consultative Organization', 'IMCO'],
  },
  {
    id: 'interpol',
    kind: 'organisation',
    name: 'International Criminal Police Organization',
    names: ['Interpol', 'ICPO-Interpol', 'International Criminal Police Organization (INTERPOL)'],
  },
  { id: 'itu', kind: 'organisation', name: 'International Telecommunication Union', names: ['ITU'] },
  {
    id: 'oau',
    kind: 'organisation',
    name: 'Organization of African Unity',
    names: ['Organisation of African Unity', 'OAU'],
  },
  {
    id: 'opcw',
    kind: 'organisation',
    name: 'Organisation for the Prohibition of Chemical Weapons',
    names: ['Organization for the Prohibition of Chemical Weapons', 'OPCW'],
  },
  { id: 'sadc', kind: 'organisation', name: 'Southern African Development Community', names: ['SADC'] },
  {
    id: 'unesco',
    kind: 'organisation',
    name: 'UNESCO',
    names: ['United Nations Educational Scientific and Cultural Organization'],
  },
  { id: 'unido', kind: 'organisation', name: 'United Nations Industrial Development Organization', names: ['UNIDO'] },
  { id: 'upu', kind: 'organisation', name: 'Universal Postal Union', names: ['UPU'] },
  { id: 'waemu', kind: 'organisation', name: 'West African Economic and Monetary Union', names: ['WAEMU', 'UEMOA'] },
  { id: 'who', kind: 'organisation', name: 'World Health Organization', names: ['World Health Organisation', 'WHO'] },
  { id: 'wipo', kind: 'organisation', name: 'World Intellectual Property Organization', names: ['WIPO'] },
  { id: 'wmo', kind: 'organisation', name: 'World Meteorological Organization', names: ['WMO'] },

  // dependent territories and special administrative regions
  { id: 'asm', kind: 'territory', name: 'American Samoa', iso3: 'ASM', names: [] },
  { id: 'bmu', kind: 'territory', name: 'Bermuda', iso3: 'BMU', amnesty: 'AMR 17', names: [] },
  { id: 'vgb', kind: 'territory', name: 'British Virgin Islands', iso3: 'VGB', names: ['Virgin Islands (British)'] },
  { id: 'cym', kind: 'territory', name: 'Cayman Islands', iso3: 'CYM', names: [] },
  {
    id: 'hkg',
    kind: 'territory',
    name: 'Hong Kong',
    iso3: 'HKG',
    amnesty: 'ASA 19',
    names: ['China, Hong Kong SAR', 'Hong Kong SAR', 'Hong Kong Special Administrative Region', 'Hong Kong, China'],
  },
  {
    id: 'mac',
    kind: 'territory',
    name: 'Macao',
    iso3: 'MAC',
    amnesty: 'ASA 27',
    names: ['Macau', 'China, Macao SAR', 'Macao SAR', 'Macao Special Administrative Region', 'Macao, China'],
  },
  { id: 'msr', kind: 'territory', name: 'Montserrat', iso3: 'MSR', names: [] },
  { id: 'pri', kind: 'territory', name: 'Puerto Rico', iso3: 'PRI', names: [] },
  { id: 'tca', kind: 'territory', name: 'Turks and Caicos Islands', iso3: 'TCA', names: [] },
  { id: 'nireland', kind: 'territory', name: 'Northern Ireland', names: [] },

  // disputed and occupied territories, as human rights and freedom scores rate them
  {
    id: 'esh',
    kind: 'territory',
    name: 'Western Sahara',
    iso3: 'ESH',
    names: ['Spanish Sahara', 'Sahrawi Arab Democratic Republic'],
  },
  {
    id: 'opt',
    kind: 'territory',
    name: 'Occupied Palestinian Territory',
    names: [
      'Occupied Palestinian Territories',
      'Israel in Occupied Territories',
      'Israel, Occupied Territories',
      'Israel/Occupied Territories',
      'Israeli-Occupied Territories',
      'West Bank and Gaza Strip',
      'West Bank and Gaza',
    ],
  },
  {
    id: 'isr1967',
    kind: 'territory',
    name: 'Israel in its pre-1967 borders',
    names: ['Israel in pre-1967 borders', 'Israel, pre-1967 borders'],
  },
  { id: 'westbank', kind: 'territory', name: 'West Bank', names: ['Palestine/West Bank'] },
  { id: 'gaza', kind: 'territory', name: 'Gaza Strip', names: ['Gaza', 'Gaza (Hamas)', 'Palestine/Gaza'] },
  {
    id: 'mandate',
    kind: 'territory',
    name: 'Palestine under the British Mandate',
    names: ['Palestine/British Mandate', 'British Mandate of Palestine', 'Mandatory Palestine'],
  },
  { id: 'chechnya', kind: 'territory', name: 'Chechnya', names: ['Chechen Republic', 'Chechen Republic of Ichkeria'] },
  { id: 'crimea', kind: 'territory', name: 'Crimea', names: ['Autonomous Republic of Crimea'] },
  { id: 'donbas', kind: 'territory', name: 'Eastern Donbas', names: ['Eastern Donbass'] },
  { id: 'ukrocc', kind: 'territory', name: 'Russian-occupied territories of Ukraine', names: [] },
  { id: 'indkashmir', kind: 'territory', name: 'Indian Kashmir', names: ['Kashmir (India)', 'Jammu and Kashmir'] },
  {
    id: 'pakkashmir',
    kind: 'territory',
    name: 'Pakistani Kashmir',
    names: ['Kashmir (Pakistan)', 'Azad Kashmir', 'Azad Jammu and Kashmir'],
  },
  { id: 'kurdistan', kind: 'territory', name: 'Kurdistan', names: ['Iraqi Kurdistan', 'Kurdistan Region of Iraq'] },
  { id: 'westpapua', kind: 'territory', name: 'West Papua', names: ['Irian Jaya', 'West Irian', 'West New Guinea'] },

  // de facto entities
  { id: 'gw396', kind: 'entity', name: 'Abkhazia', gw: '396', names: ['Republic of Abkhazia'] },
  { id: 'gw397', kind: 'entity', name: 'South Ossetia', gw: '397', names: ['Republic of South Ossetia'] },
  { id: 'karabakh', kind: 'entity', name: 'Nagorno-Karabakh', names: ['Nagorno Karabakh', 'Artsakh'] },
  {
    id: 'ncyprus',
    kind: 'entity',
    name: 'Northern Cyprus',
    names: ['Turkish Republic of Northern Cyprus', 'Cyprus (Turkish)', 'Cyprus (T)'],
  },
  { id: 'somaliland', kind: 'entity', name: 'Somaliland', names: ['Republic of Somaliland', 'British Somaliland'] },
  {
    id: 'transnistria',
    kind: 'entity',
    name: 'Transnistria',
    names: ['Transdniestria', 'Pridnestrovian Moldavian Republic'],
  },
]
