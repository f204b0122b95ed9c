/** Official languages of the Americas, by the law that states them. */
import type { LanguageEntry } from './entry.ts'

export const americas: readonly LanguageEntry[] = [
  {
    actor: 'bol',
    law: 'Political Constitution of the Plurinational State of Bolivia, 2009',
    at: 'art. 5(I)',
    languages: [
      'spa',
      { code: 'aym', from: '2009-02-07' },
      { code: 'grn', from: '2009-02-07' },
      { code: 'que', from: '2009-02-07' },
    ],
  },
  { actor: 'bra', law: 'Constitution of the Federative Republic of Brazil, 1988', at: 'art. 13', languages: ['por'] },
  { actor: 'can', law: 'Canada, Constitution Act, 1982', at: 'section 16(1)', languages: ['eng', 'fra'] },
  { actor: 'col', law: 'Political Constitution of Colombia, 1991', at: 'art. 10', languages: ['spa'] },
  {
    actor: 'cri',
    law: 'Political Constitution of the Republic of Costa Rica, 1949',
    at: 'art. 76',
    languages: ['spa'],
  },
  { actor: 'cub', law: 'Constitution of the Republic of Cuba, 2019', at: 'art. 2', languages: ['spa'] },
  { actor: 'dom', law: 'Constitution of the Dominican Republic, 2010', at: 'art. 29', languages: ['spa'] },
  {
    actor: 'ecu',
    law: 'Constitution of the Republic of Ecuador, 2008',
    at: 'art. 2',
    languages: ['spa', { code: 'que', from: '2008-10-20' }, { code: 'jiv', from: '2008-10-20' }],
  },
  {
    actor: 'gtm',
    law: 'Political Constitution of the Republic of Guatemala, 1985',
    at: 'art. 143',
    languages: ['spa'],
  },
  { actor: 'hnd', law: 'Political Constitution of the Republic of Honduras, 1982', at: 'art. 6', languages: ['spa'] },
  {
    actor: 'hti',
    law: 'Constitution of the Republic of Haiti, 1987',
    at: 'art. 5',
    languages: ['fra', { code: 'hat', from: '1987-03-29' }],
  },
  { actor: 'nic', law: 'Political Constitution of the Republic of Nicaragua, 1987', at: 'art. 11', languages: ['spa'] },
  { actor: 'pan', law: 'Political Constitution of the Republic of Panama, 1972', at: 'art. 7', languages: ['spa'] },
  {
    actor: 'per',
    law: 'Political Constitution of Peru, 1993',
    at: 'art. 48',
    languages: ['spa', { code: 'aym', from: '1993-12-31' }],
  },
  {
    actor: 'per',
    law: 'Peru, Decree-Law No. 21156 of 27 May 1975',
    at: 'art. 1',
    languages: [{ code: 'que', from: '1975-05-27' }],
  },
  {
    actor: 'pry',
    law: 'Constitution of the Republic of Paraguay, 1992',
    at: 'art. 140',
    languages: ['spa', { code: 'grn', from: '1992-06-20' }],
  },
  { actor: 'slv', law: 'Constitution of the Republic of El Salvador, 1983', at: 'art. 62', languages: ['spa'] },
  {
    actor: 'usa',
    law: 'United States, Executive Order 14224 of 1 March 2025, Designating English as the Official Language',
    languages: [{ code: 'eng', from: '2025-03-01' }],
  },
  { actor: 'ven', law: 'Constitution of the Bolivarian Republic of Venezuela, 1999', at: 'art. 9', languages: ['spa'] },
]
