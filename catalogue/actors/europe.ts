/**
 * The states of Europe, with the Caucasus, Cyprus and Türkiye. Numbers and abbreviations: Correlates of War state system
 * v2016 and Gleditsch & Ward (1999); three-letter codes: ISO 3166-1, withdrawn ones ISO 3166-3. Germany is one actor
 * under two numbers, Russia carries the Soviet Union, Serbia carries the federation with Montenegro from 1992-04-27.
 * The German Democratic Republic, Czechoslovakia and Yugoslavia before that day are among the former states.
 */
import type { ActorEntry } from './entry.ts'

export const europe: readonly ActorEntry[] = [
  { id: 'alb', kind: 'state', name: 'Albania', cow: '339', cowAbb: 'ALB', gw: '339', iso3: 'ALB', amnesty: 'EUR 11', names: ['Republic of Albania', "People's Socialist Republic of Albania"] },
  { id: 'and', kind: 'state', name: 'Andorra', cow: '232', cowAbb: 'AND', gw: '232', iso3: 'AND', names: ['Principality of Andorra'] },
  { id: 'arm', kind: 'state', name: 'Armenia', cow: '371', cowAbb: 'ARM', gw: '371', iso3: 'ARM', amnesty: 'EUR 54', names: ['Republic of Armenia', 'Armenian SSR'] },
  { id: 'aut', kind: 'state', name: 'Austria', cow: '305', cowAbb: 'AUS', gw: '305', iso3: 'AUT', amnesty: 'EUR 13', names: ['Republic of Austria'] },
  { id: 'aze', kind: 'state', name: 'Azerbaijan', cow: '373', cowAbb: 'AZE', gw: '373', iso3: 'AZE', amnesty: 'EUR 55', names: ['Republic of Azerbaijan', 'Azerbaijani Republic', 'Azerbaijan SSR'] },
  {
    id: 'blr', kind: 'state', name: 'Belarus', cow: '370', cowAbb: 'BLR', gw: '370', iso3: [{ code: 'BLR' }, { code: 'BYS' }], amnesty: 'EUR 49',
    names: ['Republic of Belarus', 'Belarus (Byelorussia)', 'Byelorussia', 'Belorussia', 'Byelorussian SSR', 'Byelorussian Soviet Socialist Republic', 'White Russia'],
  },
  { id: 'bel', kind: 'state', name: 'Belgium', cow: '211', cowAbb: 'BEL', gw: '211', iso3: 'BEL', amnesty: 'EUR 14', names: ['Kingdom of Belgium'] },
  {
    id: 'bih', kind: 'state', name: 'Bosnia and Herzegovina', cow: '346', cowAbb: 'BOS', gw: '346', iso3: 'BIH', amnesty: 'EUR 63',
    names: ['Bosnia-Herzegovina', 'Bosnia Herzegovina', 'Bosnia Herzegovenia', 'bosniaandherzegovina', 'Bosnia', 'Republic of Bosnia and Herzegovina'],
  },
  { id: 'bgr', kind: 'state', name: 'Bulgaria', cow: '355', cowAbb: 'BUL', gw: '355', iso3: 'BGR', amnesty: 'EUR 15', names: ['Republic of Bulgaria', "People's Republic of Bulgaria"] },
  { id: 'hrv', kind: 'state', name: 'Croatia', cow: '344', cowAbb: 'CRO', gw: '344', iso3: 'HRV', amnesty: 'EUR 64', names: ['Republic of Croatia'] },
  { id: 'cyp', kind: 'state', name: 'Cyprus', cow: '352', cowAbb: 'CYP', gw: '352', iso3: 'CYP', amnesty: 'EUR 17', names: ['Republic of Cyprus', 'Cyprus (Greek)', 'Cyprus (G)'] },
  { id: 'cze', kind: 'state', name: 'Czechia', cow: '316', cowAbb: 'CZR', gw: '316', iso3: 'CZE', amnesty: 'EUR 71', names: ['Czech Republic', 'Czech Rep.', 'czechrepublic'] },
  { id: 'dnk', kind: 'state', name: 'Denmark', cow: '390', cowAbb: 'DEN', gw: '390', iso3: 'DNK', amnesty: 'EUR 18', names: ['Kingdom of Denmark'] },
  { id: 'est', kind: 'state', name: 'Estonia', cow: '366', cowAbb: 'EST', gw: '366', iso3: 'EST', amnesty: 'EUR 51', names: ['Republic of Estonia', 'Estonian SSR'] },
  { id: 'fin', kind: 'state', name: 'Finland', cow: '375', cowAbb: 'FIN', gw: '375', iso3: 'FIN', amnesty: 'EUR 20', names: ['Republic of Finland'] },
  { id: 'fra', kind: 'state', name: 'France', cow: '220', cowAbb: 'FRN', gw: '220', iso3: 'FRA', amnesty: 'EUR 21', names: ['French Republic'] },
  { id: 'geo', kind: 'state', name: 'Georgia', cow: '372', cowAbb: 'GRG', gw: '372', iso3: 'GEO', amnesty: 'EUR 56', names: ['Republic of Georgia', 'Georgian SSR'] },
  {
    id: 'deu', kind: 'state', name: 'Germany',
    cow: [{ code: '255', to: '1945-05-09' }, { code: '260', from: '1949-05-23', to: '1990-10-03' }, { code: '255', from: '1990-10-03' }],
    cowAbb: [{ code: 'GMY', to: '1945-05-09' }, { code: 'GFR', from: '1949-05-23', to: '1990-10-03' }, { code: 'GMY', from: '1990-10-03' }],
    gw: [{ code: '255', to: '1945-05-09' }, { code: '260', from: '1949-05-23' }], iso3: 'DEU', amnesty: 'EUR 23',
    names: ['Federal Republic of Germany', 'Germany, Federal Republic of', 'German Federal Republic', 'West Germany', 'Germany, West', 'Germany, W.', 'Germany (Prussia)', 'Prussia', 'German Reich', 'German Empire'],
  },
  { id: 'grc', kind: 'state', name: 'Greece', cow: '350', cowAbb: 'GRC', gw: '350', iso3: 'GRC', amnesty: 'EUR 25', names: ['Hellenic Republic', 'Kingdom of Greece'] },
  { id: 'hun', kind: 'state', name: 'Hungary', cow: '310', cowAbb: 'HUN', gw: '310', iso3: 'HUN', amnesty: 'EUR 27', names: ['Republic of Hungary', "Hungarian People's Republic"] },
  { id: 'isl', kind: 'state', name: 'Iceland', cow: '395', cowAbb: 'ICE', gw: '395', iso3: 'ISL', names: ['Republic of Iceland'] },
  { id: 'irl', kind: 'state', name: 'Ireland', cow: '205', cowAbb: 'IRE', gw: '205', iso3: 'IRL', amnesty: 'EUR 29', names: ['Republic of Ireland', 'Irish Free State', 'Eire'] },
  {
    id: 'ita', kind: 'state', name: 'Italy', cow: '325', cowAbb: 'ITA', gw: '325', iso3: 'ITA', amnesty: 'EUR 30',
    names: ['Italian Republic', 'Kingdom of Italy', 'Italy/Sardinia', 'Sardinia', 'Kingdom of Sardinia', 'Piedmont-Sardinia'],
  },
  { id: 'xkx', kind: 'state', name: 'Kosovo', cow: '347', cowAbb: 'KOS', gw: '347', iso3: 'XKX', names: ['Republic of Kosovo', 'Kosovo (UNSCR 1244)'] },
  { id: 'lva', kind: 'state', name: 'Latvia', cow: '367', cowAbb: 'LAT', gw: '367', iso3: 'LVA', amnesty: 'EUR 52', names: ['Republic of Latvia', 'Latvian SSR'] },
  { id: 'lie', kind: 'state', name: 'Liechtenstein', cow: '223', cowAbb: 'LIE', gw: '223', iso3: 'LIE', names: ['Principality of Liechtenstein'] },
  { id: 'ltu', kind: 'state', name: 'Lithuania', cow: '368', cowAbb: 'LIT', gw: '368', iso3: 'LTU', amnesty: 'EUR 53', names: ['Republic of Lithuania', 'Lithuanian SSR'] },
  { id: 'lux', kind: 'state', name: 'Luxembourg', cow: '212', cowAbb: 'LUX', gw: '212', iso3: 'LUX', names: ['Grand Duchy of Luxembourg', 'Luxemburg'] },
  { id: 'mlt', kind: 'state', name: 'Malta', cow: '338', cowAbb: 'MLT', gw: '338', iso3: 'MLT', amnesty: 'EUR 33', names: ['Republic of Malta'] },
  {
    id: 'mda', kind: 'state', name: 'Moldova', cow: '359', cowAbb: 'MLD', gw: '359', iso3: 'MDA', amnesty: 'EUR 59',
    names: ['Republic of Moldova', 'Moldova, Republic of', 'Moldavia', 'Moldavian SSR'],
  },
  { id: 'mco', kind: 'state', name: 'Monaco', cow: '221', cowAbb: 'MNC', gw: '221', iso3: 'MCO', names: ['Principality of Monaco'] },
  {
    id: 'mne', kind: 'state', name: 'Montenegro', cow: '341', cowAbb: 'MNG', gw: '341', iso3: 'MNE', amnesty: 'EUR 66',
    names: ['Republic of Montenegro', 'Principality of Montenegro', 'Kingdom of Montenegro'],
  },
  {
    id: 'nld', kind: 'state', name: 'Netherlands', cow: '210', cowAbb: 'NTH', gw: '210', iso3: 'NLD', amnesty: 'EUR 35',
    names: ['Kingdom of the Netherlands', 'Netherlands (Kingdom of the)', 'Netherlands, The', 'Holland'],
  },
  {
    id: 'mkd', kind: 'state', name: 'North Macedonia', cow: '343', cowAbb: 'MAC', gw: '343', iso3: 'MKD', amnesty: 'EUR 65',
    names: [
      'Republic of North Macedonia', 'Macedonia', 'Republic of Macedonia', 'The former Yugoslav Republic of Macedonia', 'Macedonia (Former Yugoslav Republic of)', 'Macedonia, the former Yugoslav Republic of',
      'Macedonia, former Yugoslav Republic', 'Macedonia FYR', 'FYR Macedonia', 'FYROM', 'TFYR Macedonia',
    ],
  },
  { id: 'nor', kind: 'state', name: 'Norway', cow: '385', cowAbb: 'NOR', gw: '385', iso3: 'NOR', amnesty: 'EUR 36', names: ['Kingdom of Norway'] },
  { id: 'pol', kind: 'state', name: 'Poland', cow: '290', cowAbb: 'POL', gw: '290', iso3: 'POL', amnesty: 'EUR 37', names: ['Republic of Poland', "Polish People's Republic"] },
  { id: 'prt', kind: 'state', name: 'Portugal', cow: '235', cowAbb: 'POR', gw: '235', iso3: 'PRT', amnesty: 'EUR 38', names: ['Portuguese Republic', 'Kingdom of Portugal'] },
  {
    id: 'rou', kind: 'state', name: 'Romania', cow: '360', cowAbb: 'ROM', gw: '360', iso3: [{ code: 'ROU' }, { code: 'ROM' }], amnesty: 'EUR 39',
    names: ['Rumania', 'Roumania', 'Socialist Republic of Romania'],
  },
  {
    id: 'rus', kind: 'state', name: 'Russian Federation', cow: '365', cowAbb: 'RUS', gw: '365', iso3: [{ code: 'RUS' }, { code: 'SUN', to: '1991-12-26' }], amnesty: 'EUR 46',
    names: ['Russia', 'Russia (Soviet Union)', 'Soviet Union', 'USSR', 'Union of Soviet Socialist Republics', 'Russian Empire', 'Russian SFSR'],
  },
  { id: 'smr', kind: 'state', name: 'San Marino', cow: '331', cowAbb: 'SNM', gw: '331', iso3: 'SMR', names: ['Republic of San Marino', 'sanmarino'] },
  {
    id: 'srb', kind: 'state', name: 'Serbia', cow: [{ code: '345', from: '1992-04-27' }, { code: '342' }], cowAbb: [{ code: 'YUG', from: '1992-04-27' }],
    gw: [{ code: '340', to: '1918-12-01' }, { code: '345', from: '1992-04-27', to: '2006-06-05' }, { code: '340', from: '2006-06-05' }],
    iso3: [{ code: 'SRB' }, { code: 'YUG', from: '1992-04-27', to: '2003-02-04' }, { code: 'SCG', from: '2003-02-04', to: '2006-06-05' }],
    amnesty: [{ code: 'EUR 70' }, { code: 'EUR 48', from: '1992-04-27' }],
    names: [
      'Republic of Serbia', 'Kingdom of Serbia', 'Serbia and Montenegro', 'State Union of Serbia and Montenegro', 'Federal Republic of Yugoslavia', 'Yugoslavia, Federal Republic of', 'Yugoslavia (Serbia and Montenegro)',
      'FR Yugoslavia', { code: 'Yugoslavia', from: '1992-04-27' },
    ],
  },
  { id: 'svk', kind: 'state', name: 'Slovakia', cow: '317', cowAbb: 'SLO', gw: '317', iso3: 'SVK', amnesty: 'EUR 72', names: ['Slovak Republic'] },
  { id: 'svn', kind: 'state', name: 'Slovenia', cow: '349', cowAbb: 'SLV', gw: '349', iso3: 'SVN', amnesty: 'EUR 68', names: ['Republic of Slovenia'] },
  { id: 'esp', kind: 'state', name: 'Spain', cow: '230', cowAbb: 'SPN', gw: '230', iso3: 'ESP', amnesty: 'EUR 41', names: ['Kingdom of Spain'] },
  { id: 'swe', kind: 'state', name: 'Sweden', cow: '380', cowAbb: 'SWD', gw: '380', iso3: 'SWE', amnesty: 'EUR 42', names: ['Kingdom of Sweden'] },
  { id: 'che', kind: 'state', name: 'Switzerland', cow: '225', cowAbb: 'SWZ', gw: '225', iso3: 'CHE', amnesty: 'EUR 43', names: ['Swiss Confederation'] },
  {
    id: 'tur', kind: 'state', name: 'Türkiye', cow: '640', cowAbb: 'TUR', gw: '640', iso3: 'TUR', amnesty: 'EUR 44',
    names: ['Turkey', 'Tuerkiye', 'Republic of Türkiye', 'Republic of Turkey', 'Turkey (Ottoman Empire)', 'Ottoman Empire'],
  },
  {
    id: 'ukr', kind: 'state', name: 'Ukraine', cow: '369', cowAbb: 'UKR', gw: '369', iso3: 'UKR', amnesty: 'EUR 50',
    names: ['Ukrainian SSR', 'Ukrainian Soviet Socialist Republic'],
  },
  {
    id: 'gbr', kind: 'state', name: 'United Kingdom', cow: '200', cowAbb: 'UKG', gw: '200', iso3: 'GBR', amnesty: 'EUR 45',
    names: ['United Kingdom of Great Britain and Northern Ireland', 'United Kingdom of Great Britain and Ireland', 'unitedkingdom', 'UK', 'Great Britain', 'Britain'],
  },
]
