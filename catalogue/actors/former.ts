/**
 * States that are no longer: those with a withdrawn ISO 3166-3 code, those the Correlates of War state system (v2016)
 * knows only before, and those only the Gleditsch & Ward (1999) list has. A state whose name or number another
 * actor carries on (Prussia, Sardinia, Persia, the Soviet Union) is not here but with that actor.
 */
import type { ActorEntry } from './entry.ts'

export const former: readonly ActorEntry[] = [
  {
    id: 'ddr', kind: 'state', name: 'German Democratic Republic', cow: '265', cowAbb: 'GDR', gw: '265', iso3: 'DDR',
    names: ['East Germany', 'Germany, East', 'Germany, E.', 'GDR', 'Germany, Democratic Republic of'],
  },
  {
    id: 'csk', kind: 'state', name: 'Czechoslovakia', cow: '315', cowAbb: 'CZE', gw: '315', iso3: 'CSK', amnesty: 'EUR 16',
    names: ['Czechoslovak Republic', 'Czechoslovak Socialist Republic', 'Czech and Slovak Federal Republic', 'Czech and Slovak Federative Republic'],
  },
  {
    id: 'yug', kind: 'state', name: 'Yugoslavia', cow: [{ code: '345', to: '1992-04-27' }], cowAbb: [{ code: 'YUG', to: '1992-04-27' }],
    gw: [{ code: '345', to: '1992-04-27' }], iso3: [{ code: 'YUG', to: '1992-04-27' }], amnesty: [{ code: 'EUR 48', to: '1992-04-27' }],
    names: [
      { code: 'Yugoslavia', to: '1992-04-27' }, 'Socialist Federal Republic of Yugoslavia', 'Yugoslavia, Socialist Federal Republic of', "Federal People's Republic of Yugoslavia", 'SFR Yugoslavia',
      'Yugoslavia (former)', 'Former Yugoslavia', 'Kingdom of Yugoslavia', 'Kingdom of the Serbs, Croats and Slovenes',
    ],
  },
  {
    id: 'rvn', kind: 'state', name: 'Republic of Viet Nam', cow: '817', cowAbb: 'RVN', gw: '817',
    names: ['Republic of Vietnam', 'Vietnam, Republic of', 'South Vietnam', 'South Viet Nam', 'Vietnam, South', 'Vietnam, S.'],
  },
  {
    id: 'yar', kind: 'state', name: 'Yemen Arab Republic', cow: [{ code: '678', to: '1990-05-22' }], cowAbb: 'YAR', gw: [{ code: '678', to: '1990-05-22' }], iso3: [{ code: 'YEM', to: '1990-05-22' }],
    names: [{ code: 'Yemen', to: '1990-05-22' }, 'Yemen (Arab Republic of Yemen)', 'Arab Republic of Yemen', 'North Yemen', 'Yemen, North', 'Yemen, N.', 'Yemen (Sanaa)', 'Kingdom of Yemen', 'Mutawakkilite Kingdom of Yemen'],
  },
  {
    id: 'pdry', kind: 'state', name: 'Democratic Yemen', cow: '680', cowAbb: 'YPR', gw: '680', iso3: 'YMD',
    names: [
      "People's Democratic Republic of Yemen", "Yemen People's Republic", "Yemen, People's Republic of", "Yemen, People's Democratic Republic of", "People's Republic of Southern Yemen",
      'South Yemen', 'Yemen, South', 'Yemen, S.', 'Yemen (Aden)', 'Southern Yemen',
    ],
  },
  { id: 'cow240', kind: 'state', name: 'Hanover', cow: '240', cowAbb: 'HAN', gw: '240', names: ['Hannover', 'Kingdom of Hanover'] },
  { id: 'cow245', kind: 'state', name: 'Bavaria', cow: '245', cowAbb: 'BAV', gw: '245', names: ['Kingdom of Bavaria'] },
  { id: 'cow267', kind: 'state', name: 'Baden', cow: '267', cowAbb: 'BAD', gw: '267', names: ['Grand Duchy of Baden'] },
  { id: 'cow269', kind: 'state', name: 'Saxony', cow: '269', cowAbb: 'SAX', gw: '269', names: ['Kingdom of Saxony'] },
  { id: 'cow271', kind: 'state', name: 'Württemberg', cow: '271', cowAbb: 'WRT', gw: '271', names: ['Wuerttemberg', 'Wuerttemburg', 'Kingdom of Württemberg'] },
  { id: 'cow273', kind: 'state', name: 'Hesse Electoral', cow: '273', cowAbb: 'HSE', gw: '273', names: ['Hesse-Kassel (Electoral)', 'Hesse-Kassel', 'Hesse-Cassel', 'Electorate of Hesse'] },
  { id: 'cow275', kind: 'state', name: 'Hesse Grand Ducal', cow: '275', cowAbb: 'HSG', gw: '275', names: ['Hesse-Darmstadt (Ducal)', 'Hesse-Darmstadt', 'Grand Duchy of Hesse'] },
  { id: 'cow280', kind: 'state', name: 'Mecklenburg-Schwerin', cow: '280', cowAbb: 'MEC', gw: '280', names: ['Mecklenburg Schwerin', 'Grand Duchy of Mecklenburg-Schwerin'] },
  { id: 'cow300', kind: 'state', name: 'Austria-Hungary', cow: '300', cowAbb: 'AUH', gw: '300', names: ['Austro-Hungarian Empire', 'Austria Hungary', 'Austrian Empire', 'Habsburg Empire'] },
  { id: 'cow327', kind: 'state', name: 'Papal States', cow: '327', cowAbb: 'PAP', gw: '327', names: ['States of the Church'] },
  { id: 'cow329', kind: 'state', name: 'Two Sicilies', cow: '329', cowAbb: 'SIC', gw: '329', names: ['Kingdom of the Two Sicilies', 'Naples', 'Kingdom of Naples'] },
  { id: 'cow332', kind: 'state', name: 'Modena', cow: '332', cowAbb: 'MOD', gw: '332', names: ['Duchy of Modena'] },
  { id: 'cow335', kind: 'state', name: 'Parma', cow: '335', cowAbb: 'PMA', gw: '335', names: ['Duchy of Parma'] },
  { id: 'cow337', kind: 'state', name: 'Tuscany', cow: '337', cowAbb: 'TUS', gw: '337', names: ['Grand Duchy of Tuscany'] },
  { id: 'cow511', kind: 'state', name: 'Zanzibar', cow: '511', cowAbb: 'ZAN', gw: '511', names: ['Sultanate of Zanzibar', "People's Republic of Zanzibar"] },
  { id: 'cow730', kind: 'state', name: 'Korea (to 1910)', cow: '730', cowAbb: 'KOR', gw: '730', names: [{ code: 'Korea', to: '1948-08-15' }, 'Joseon', 'Choson', 'Korean Empire', 'Kingdom of Korea'] },
  { id: 'gw89', kind: 'state', name: 'United Provinces of Central America', gw: '89', names: ['Federal Republic of Central America', 'Central American Federation'] },
  { id: 'gw99', kind: 'state', name: 'Gran Colombia', gw: '99', names: ['Great Colombia'] },
  { id: 'gw563', kind: 'state', name: 'Transvaal', gw: '563', names: ['South African Republic', 'Zuid-Afrikaansche Republiek'] },
  { id: 'gw564', kind: 'state', name: 'Orange Free State', gw: '564', names: ['Oranje Vrijstaat'] },
  { id: 'gw711', kind: 'state', name: 'Tibet', gw: '711', names: ['Xizang', 'Tibet Autonomous Region'] },
  { id: 'gw815', kind: 'state', name: 'Viet Nam (to 1893)', gw: '815', names: ['Vietnam (Annam/Cochin China/Tonkin)', 'Annam', 'Dai Nam'] },
]
