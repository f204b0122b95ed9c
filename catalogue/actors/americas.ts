/**
 * The states of the Americas. Numbers and abbreviations: Correlates of War state system v2016 and Gleditsch & Ward (1999);
 * three-letter codes: ISO 3166-1. Names: United Nations usage, earlier names, and the spellings of human rights scores,
 * treaty tables and review records.
 */
import type { ActorEntry } from './entry.ts'

export const americas: readonly ActorEntry[] = [
  { id: 'atg', kind: 'state', name: 'Antigua and Barbuda', cow: '58', cowAbb: 'AAB', gw: '58', iso3: 'ATG', amnesty: 'AMR 58', names: ['antiguaandbarbuda'] },
  { id: 'arg', kind: 'state', name: 'Argentina', cow: '160', cowAbb: 'ARG', gw: '160', iso3: 'ARG', amnesty: 'AMR 13', names: ['Argentine Republic'] },
  { id: 'bhs', kind: 'state', name: 'Bahamas', cow: '31', cowAbb: 'BHM', gw: '31', iso3: 'BHS', amnesty: 'AMR 14', names: ['Bahamas (The)', 'Commonwealth of the Bahamas'] },
  { id: 'brb', kind: 'state', name: 'Barbados', cow: '53', cowAbb: 'BAR', gw: '53', iso3: 'BRB', amnesty: 'AMR 15', names: ['Republic of Barbados'] },
  { id: 'blz', kind: 'state', name: 'Belize', cow: '80', cowAbb: 'BLZ', gw: '80', iso3: 'BLZ', amnesty: 'AMR 16', names: ['British Honduras'] },
  {
    id: 'bol', kind: 'state', name: 'Bolivia', cow: '145', cowAbb: 'BOL', gw: '145', iso3: 'BOL', amnesty: 'AMR 18',
    names: ['Bolivia (Plurinational State of)', 'Plurinational State of Bolivia', 'Republic of Bolivia'],
  },
  { id: 'bra', kind: 'state', name: 'Brazil', cow: '140', cowAbb: 'BRA', gw: '140', iso3: 'BRA', amnesty: 'AMR 19', names: ['Federative Republic of Brazil', 'Empire of Brazil'] },
  { id: 'can', kind: 'state', name: 'Canada', cow: '20', cowAbb: 'CAN', gw: '20', iso3: 'CAN', amnesty: 'AMR 20', names: ['Dominion of Canada'] },
  { id: 'chl', kind: 'state', name: 'Chile', cow: '155', cowAbb: 'CHL', gw: '155', iso3: 'CHL', amnesty: 'AMR 22', names: ['Republic of Chile'] },
  { id: 'col', kind: 'state', name: 'Colombia', cow: '100', cowAbb: 'COL', gw: '100', iso3: 'COL', amnesty: 'AMR 23', names: ['Republic of Colombia', 'New Granada', 'Republic of New Granada'] },
  { id: 'cri', kind: 'state', name: 'Costa Rica', cow: '94', cowAbb: 'COS', gw: '94', iso3: 'CRI', amnesty: 'AMR 24', names: ['Republic of Costa Rica', 'costarica'] },
  { id: 'cub', kind: 'state', name: 'Cuba', cow: '40', cowAbb: 'CUB', gw: '40', iso3: 'CUB', amnesty: 'AMR 25', names: ['Republic of Cuba'] },
  { id: 'dma', kind: 'state', name: 'Dominica', cow: '54', cowAbb: 'DMA', gw: '54', iso3: 'DMA', amnesty: 'AMR 26', names: ['Commonwealth of Dominica'] },
  { id: 'dom', kind: 'state', name: 'Dominican Republic', cow: '42', cowAbb: 'DOM', gw: '42', iso3: 'DOM', amnesty: 'AMR 27', names: ['dominicanrepublic', 'Dominican Rep.', 'Santo Domingo'] },
  { id: 'ecu', kind: 'state', name: 'Ecuador', cow: '130', cowAbb: 'ECU', gw: '130', iso3: 'ECU', amnesty: 'AMR 28', names: ['Republic of Ecuador'] },
  { id: 'slv', kind: 'state', name: 'El Salvador', cow: '92', cowAbb: 'SAL', gw: '92', iso3: 'SLV', amnesty: 'AMR 29', names: ['Republic of El Salvador', 'elsalvador', 'Salvador'] },
  { id: 'grd', kind: 'state', name: 'Grenada', cow: '55', cowAbb: 'GRN', gw: '55', iso3: 'GRD', amnesty: 'AMR 32', names: ['State of Grenada'] },
  { id: 'gtm', kind: 'state', name: 'Guatemala', cow: '90', cowAbb: 'GUA', gw: '90', iso3: 'GTM', amnesty: 'AMR 34', names: ['Republic of Guatemala'] },
  {
    id: 'guy', kind: 'state', name: 'Guyana', cow: '110', cowAbb: 'GUY', gw: '110', iso3: 'GUY', amnesty: 'AMR 35',
    names: ['Co-operative Republic of Guyana', 'Republic of Guyana', 'British Guiana'],
  },
  { id: 'hti', kind: 'state', name: 'Haiti', cow: '41', cowAbb: 'HAI', gw: '41', iso3: 'HTI', amnesty: 'AMR 36', names: ['Republic of Haiti', 'Hayti'] },
  { id: 'hnd', kind: 'state', name: 'Honduras', cow: '91', cowAbb: 'HON', gw: '91', iso3: 'HND', amnesty: 'AMR 37', names: ['Republic of Honduras'] },
  { id: 'jam', kind: 'state', name: 'Jamaica', cow: '51', cowAbb: 'JAM', gw: '51', iso3: 'JAM', amnesty: 'AMR 38', names: [] },
  { id: 'mex', kind: 'state', name: 'Mexico', cow: '70', cowAbb: 'MEX', gw: '70', iso3: 'MEX', amnesty: 'AMR 41', names: ['United Mexican States'] },
  { id: 'nic', kind: 'state', name: 'Nicaragua', cow: '93', cowAbb: 'NIC', gw: '93', iso3: 'NIC', amnesty: 'AMR 43', names: ['Republic of Nicaragua'] },
  { id: 'pan', kind: 'state', name: 'Panama', cow: '95', cowAbb: 'PAN', gw: '95', iso3: 'PAN', amnesty: 'AMR 44', names: ['Republic of Panama'] },
  { id: 'pry', kind: 'state', name: 'Paraguay', cow: '150', cowAbb: 'PAR', gw: '150', iso3: 'PRY', amnesty: 'AMR 45', names: ['Republic of Paraguay'] },
  { id: 'per', kind: 'state', name: 'Peru', cow: '135', cowAbb: 'PER', gw: '135', iso3: 'PER', amnesty: 'AMR 46', names: ['Republic of Peru'] },
  {
    id: 'kna', kind: 'state', name: 'Saint Kitts and Nevis', cow: '60', cowAbb: 'SKN', gw: '60', iso3: 'KNA', amnesty: 'AMR 59',
    names: ['St. Kitts and Nevis', 'Saint Christopher and Nevis', 'Federation of Saint Kitts and Nevis', 'saintkittsandnevis'],
  },
  { id: 'lca', kind: 'state', name: 'Saint Lucia', cow: '56', cowAbb: 'SLU', gw: '56', iso3: 'LCA', amnesty: 'AMR 56', names: ['St. Lucia', 'saintlucia'] },
  {
    id: 'vct', kind: 'state', name: 'Saint Vincent and the Grenadines', cow: '57', cowAbb: 'SVG', gw: '57', iso3: 'VCT', amnesty: 'AMR 57',
    names: ['St. Vincent and the Grenadines', 'St. Vincent & Grenadines', 'Saint Vincent and Grenadines', 'saintvincentandthegrenadines', 'Saint Vincent', 'St. Vincent'],
  },
  { id: 'sur', kind: 'state', name: 'Suriname', cow: '115', cowAbb: 'SUR', gw: '115', iso3: 'SUR', amnesty: 'AMR 48', names: ['Republic of Suriname', 'Surinam', 'Dutch Guiana'] },
  {
    id: 'tto', kind: 'state', name: 'Trinidad and Tobago', cow: '52', cowAbb: 'TRI', gw: '52', iso3: 'TTO', amnesty: 'AMR 49',
    names: ['Republic of Trinidad and Tobago', 'Trinidad', 'trinidadandtobago'],
  },
  { id: 'usa', kind: 'state', name: 'United States', cow: '2', cowAbb: 'USA', gw: '2', iso3: 'USA', amnesty: 'AMR 51', names: ['United States of America', 'unitedstatesofamerica', 'USA', 'US'] },
  { id: 'ury', kind: 'state', name: 'Uruguay', cow: '165', cowAbb: 'URU', gw: '165', iso3: 'URY', amnesty: 'AMR 52', names: ['Eastern Republic of Uruguay', 'Oriental Republic of Uruguay'] },
  {
    id: 'ven', kind: 'state', name: 'Venezuela', cow: '101', cowAbb: 'VEN', gw: '101', iso3: 'VEN', amnesty: 'AMR 53',
    names: ['Venezuela (Bolivarian Republic of)', 'Bolivarian Republic of Venezuela', 'Republic of Venezuela'],
  },
]
