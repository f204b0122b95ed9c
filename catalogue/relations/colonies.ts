/** Colonies, mandates and annexations of powers that are none of COLDAT's eight. */
import type { DependencyEntry } from './entry.ts'

export const colonies: readonly DependencyEntry[] = [
  {
    metropole: 'jpn',
    over: 'twn',
    type: 'colony',
    from: '1895-05-08',
    through: '1945-10-25',
    law: 'China and Japan, Treaty of Shimonoseki, 17 April 1895',
    at: 'art. 2(b)',
  },
  {
    metropole: 'jpn',
    over: 'kor prk',
    type: 'colony',
    from: '1910-08-29',
    through: '1945-08-15/1945-09-02',
    law: 'Japan and Korea, Treaty regarding the Annexation of Korea, 22 August 1910, in force on 29 August 1910',
    at: 'art. 1',
  },
  {
    metropole: 'jpn',
    over: 'fsm mhl plw',
    type: 'mandate',
    from: '1920-12-17',
    through: '1944/1947-07-17',
    law:
      'League of Nations, Council, Mandate for the German Possessions in the Pacific Ocean lying ' +
      'north of the Equator, 17 December 1920',
    at: 'arts. 1 and 2',
  },
  {
    metropole: 'usa',
    over: 'phl',
    type: 'colony',
    from: '1898-12-10',
    through: '1946-07-03',
    law: 'United States and Spain, Treaty of Paris, 10 December 1898; Treaty of Manila, 4 July 1946',
    at: 'Treaty of Paris, art. III',
  },
  {
    metropole: 'usa',
    over: 'cub',
    type: 'occupation',
    from: '1899-01-01',
    through: '1902-05-19',
    law: 'United States and Spain, Treaty of Paris, 10 December 1898',
    at: 'art. I',
  },
  {
    metropole: 'usa',
    over: 'mhl',
    type: 'trusteeship',
    from: '1947-07-18',
    through: '1986-10-20',
    law:
      'United Nations, Security Council resolution 21 (1947), Trusteeship of Strategic Areas; United ' +
      'States, Proclamation 5564 of 3 November 1986',
    at: 'Proclamation, section 1',
  },
  {
    metropole: 'usa',
    over: 'fsm',
    type: 'trusteeship',
    from: '1947-07-18',
    through: '1986-11-02',
    law:
      'United Nations, Security Council resolution 21 (1947), Trusteeship of Strategic Areas; United ' +
      'States, Proclamation 5564 of 3 November 1986',
    at: 'Proclamation, section 1',
  },
  {
    metropole: 'usa',
    over: 'plw',
    type: 'trusteeship',
    from: '1947-07-18',
    through: '1994-09-30',
    law:
      'United Nations, Security Council resolutions 21 (1947), Trusteeship of Strategic Areas, and ' +
      '956 (1994) of 10 November 1994',
  },
  {
    metropole: 'eth',
    over: 'eri',
    type: 'federation',
    from: '1952-09-15',
    through: '1993-05-23',
    law:
      'United Nations, General Assembly resolution 390 A (V), Eritrea: Report of the United Nations ' +
      'Commission for Eritrea, 2 December 1950',
    at: 'paras. 1 to 7',
  },
  {
    metropole: 'idn',
    over: 'tls',
    type: 'annexation',
    from: '1975-12-07',
    through: '1999-10-24',
    law:
      'United Nations, Security Council resolutions 384 (1975) of 22 December 1975 and 1272 (1999) of ' +
      '25 October 1999',
  },
  {
    metropole: 'zaf',
    over: 'nam',
    type: 'mandate',
    from: '1920-12-17',
    through: '1990-03-20',
    law:
      'League of Nations, Council, Mandate for German South West Africa, 17 December 1920; ' +
      'Constitution of the Republic of Namibia, 1990',
    at: 'Mandate, arts. 1 and 2',
  },
  {
    metropole: 'aus',
    over: 'png',
    type: 'colony',
    from: '1906-09-01',
    through: '1975-09-15',
    law: 'Australia, Papua Act 1905, in force on 1 September 1906; Papua New Guinea Independence Act 1975',
    at: 'Independence Act, section 4',
  },
  {
    metropole: 'aus',
    over: 'nru',
    type: 'mandate',
    from: '1920-12-17',
    through: '1968-01-30',
    law: 'League of Nations, Council, Mandate for Nauru, 17 December 1920; Australia, Nauru Independence Act 1967',
  },
  {
    metropole: 'nzl',
    over: 'wsm',
    type: 'mandate',
    from: '1920-12-17',
    through: '1961-12-31',
    law: 'League of Nations, Council, Mandate for German Samoa, 17 December 1920; New Zealand, Western Samoa Act 1961',
    at: 'Act, section 3',
  },
  {
    metropole: 'egy',
    over: 'sdn',
    type: 'condominium',
    from: '1899-01-19',
    through: '1955-12-31',
    law: 'Egypt and Great Britain, Agreement relative to the future administration of the Sudan, 19 January 1899',
  },
  {
    metropole: 'hti',
    over: 'dom',
    type: 'annexation',
    from: '1822-02-09',
    through: '1844-02-26',
    law: 'Acta de Separación Dominicana (Dominican Act of Separation), 16 January 1844',
  },
]
