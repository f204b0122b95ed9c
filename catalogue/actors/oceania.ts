/**
 * The states of Oceania. Numbers and abbreviations: Correlates of War state system v2016 and Gleditsch & Ward (1999),
 * which number Kiribati, Nauru, Tonga and Tuvalu differently; three-letter codes: ISO 3166-1, withdrawn ones ISO 3166-3.
 */
import type { ActorEntry } from './entry.ts'

export const oceania: readonly ActorEntry[] = [
  { id: 'aus', kind: 'state', name: 'Australia', cow: '900', cowAbb: 'AUL', gw: '900', iso3: 'AUS', amnesty: 'ASA 12', names: ['Commonwealth of Australia'] },
  { id: 'fji', kind: 'state', name: 'Fiji', cow: '950', cowAbb: 'FIJ', gw: '950', iso3: 'FJI', amnesty: 'ASA 18', names: ['Republic of Fiji', 'Republic of the Fiji Islands', 'Fiji Islands'] },
  { id: 'kir', kind: 'state', name: 'Kiribati', cow: '946', cowAbb: 'KIR', gw: '970', iso3: 'KIR', names: ['Republic of Kiribati', 'Gilbert Islands'] },
  { id: 'mhl', kind: 'state', name: 'Marshall Islands', cow: '983', cowAbb: 'MSI', gw: '983', iso3: 'MHL', names: ['Republic of the Marshall Islands', 'marshallislands'] },
  {
    id: 'fsm', kind: 'state', name: 'Micronesia', cow: '987', cowAbb: 'FSM', gw: '987', iso3: 'FSM',
    names: ['Micronesia (Federated States of)', 'Federated States of Micronesia', 'Micronesia, Fed. Sts.'],
  },
  { id: 'nru', kind: 'state', name: 'Nauru', cow: '970', cowAbb: 'NAU', gw: '971', iso3: 'NRU', names: ['Republic of Nauru'] },
  { id: 'nzl', kind: 'state', name: 'New Zealand', cow: '920', cowAbb: 'NEW', gw: '920', iso3: 'NZL', names: ['newzealand', 'Aotearoa New Zealand'] },
  { id: 'plw', kind: 'state', name: 'Palau', cow: '986', cowAbb: 'PAL', gw: '986', iso3: 'PLW', names: ['Republic of Palau', 'Belau'] },
  { id: 'png', kind: 'state', name: 'Papua New Guinea', cow: '910', cowAbb: 'PNG', gw: '910', iso3: 'PNG', amnesty: 'ASA 34', names: ['Independent State of Papua New Guinea', 'papuanewguinea'] },
  { id: 'wsm', kind: 'state', name: 'Samoa', cow: '990', cowAbb: 'WSM', gw: '990', iso3: 'WSM', amnesty: 'ASA 45', names: ['Independent State of Samoa', 'Western Samoa'] },
  { id: 'slb', kind: 'state', name: 'Solomon Islands', cow: '940', cowAbb: 'SOL', gw: '940', iso3: 'SLB', amnesty: 'ASA 43', names: ['solomonislands', 'British Solomon Islands'] },
  { id: 'ton', kind: 'state', name: 'Tonga', cow: '955', cowAbb: 'TON', gw: '972', iso3: 'TON', names: ['Kingdom of Tonga'] },
  { id: 'tuv', kind: 'state', name: 'Tuvalu', cow: '947', cowAbb: 'TUV', gw: '973', iso3: 'TUV', names: ['Ellice Islands'] },
  { id: 'vut', kind: 'state', name: 'Vanuatu', cow: '935', cowAbb: 'VAN', gw: '935', iso3: [{ code: 'VUT' }, { code: 'NHB' }], names: ['Republic of Vanuatu', 'New Hebrides'] },
]
