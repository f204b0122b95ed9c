/** Official languages of Oceania, by the law that states them. */
import type { LanguageEntry } from './entry.ts'

export const oceania: readonly LanguageEntry[] = [
  {
    actor: 'fji',
    law: 'Constitution of the Republic of the Fiji Islands, 1997',
    at: 'section 4(1)',
    languages: [
      { code: 'eng', from: '1998-07-27', through: '2009-04-09' },
      { code: 'fij', from: '1998-07-27', through: '2009-04-09' },
      { code: 'hif', from: '1998-07-27', through: '2009-04-09' },
    ],
  },
  {
    actor: 'plw',
    law: 'Constitution of the Republic of Palau, 1981',
    at: 'art. XIII, section 1',
    languages: ['eng', 'pau'],
  },
  {
    actor: 'vut',
    law: 'Constitution of the Republic of Vanuatu, 1980',
    at: 'art. 3(1)',
    languages: ['bis', 'eng', 'fra'],
  },
]
