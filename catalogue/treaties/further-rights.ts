/**
 * Further treaties on human rights, statelessness and apartheid, under their numbers in the depositary's list. All
 * clauses from the treaty texts.
 */
import { depositaries, text, type TreatyEntry } from './entry.ts'

export const furtherRights: readonly TreatyEntry[] = [
  {
    id: 'untc-4-3-a',
    title: 'Optional Protocol to the International Covenant on Economic, Social and Cultural Rights',
    shortTitle: 'Optional Protocol to the ICESCR',
    concluded: '2008-12-10',
    place: 'New York',
    opened: { on: '2009-09-24' },
    depositary: depositaries.un,
    untc: '4-3-a',
    protocolTo: { treaty: 'icescr', requiresParent: true },
    entryIntoForce: { trigger: { kind: 'count', n: 10 }, offset: { months: 3 } },
    perParty: { months: 3 },
    inForce: '2013-05-05',
    exit: { notice: { months: 6 } },
    names: ['OP-ICESCR', 'ICESCR-OP'],
    articles: 'arts 17, 18, 20',
    source: text(
      'Optional Protocol to the International Covenant on Economic, Social and Cultural Rights, New York, ' +
        '10 December 2008, United Nations, General Assembly resolution 63/117',
    ),
  },
  {
    id: 'untc-4-11-d',
    title: 'Optional Protocol to the Convention on the Rights of the Child on a communications procedure',
    shortTitle: 'Communications Protocol to the CRC',
    concluded: '2011-12-19',
    place: 'New York',
    opened: { on: '2012-02-28' },
    depositary: depositaries.un,
    untc: '4-11-d',
    protocolTo: { treaty: 'crc', requiresParent: false },
    entryIntoForce: { trigger: { kind: 'count', n: 10 }, offset: { months: 3 } },
    perParty: { months: 3 },
    inForce: '2014-04-14',
    exit: { notice: { years: 1 } },
    names: ['OP-CRC-IC', 'CRC-OP-IC', 'CRC-OPIC', 'OPIC'],
    articles: 'arts 18, 19, 22',
    source: text(
      'Optional Protocol to the Convention on the Rights of the Child on a communications procedure, New York, ' +
        '19 December 2011, United Nations, General Assembly resolution 66/138',
    ),
  },
  {
    id: 'untc-4-15-a',
    title: 'Optional Protocol to the Convention on the Rights of Persons with Disabilities',
    shortTitle: 'Optional Protocol to the CRPD',
    concluded: '2006-12-13',
    place: 'New York',
    opened: { on: '2007-03-30' },
    depositary: depositaries.un,
    untc: '4-15-a',
    protocolTo: { treaty: 'crpd', requiresParent: true },
    entryIntoForce: {
      trigger: {
        kind: 'all',
        of: [
          { kind: 'count', n: 10, excludeOrganisations: true },
          { kind: 'parentInForce', treaty: 'crpd' },
        ],
      },
      offset: { days: 30 },
    },
    perParty: { days: 30 },
    inForce: '2008-05-03',
    exit: { notice: { years: 1 } },
    reservations: 'restricted',
    names: ['OP-CRPD', 'CRPD-OP'],
    articles: 'arts 11, 12, 13, 14, 16',
    source: text(
      'Optional Protocol to the Convention on the Rights of Persons with Disabilities, New York, ' +
        '13 December 2006, United Nations Treaty Series, vol. 2518, p. 283',
    ),
  },
  {
    id: 'untc-4-7',
    title: 'International Convention on the Suppression and Punishment of the Crime of Apartheid',
    shortTitle: 'Apartheid Convention',
    concluded: '1973-11-30',
    place: 'New York',
    opened: { on: '1973-11-30' },
    depositary: depositaries.un,
    untc: '4-7',
    entryIntoForce: { trigger: { kind: 'count', n: 20 }, offset: { days: 30 } },
    perParty: { days: 30 },
    inForce: '1976-07-18',
    exit: { notice: { years: 1 } },
    names: ['ICSPCA'],
    articles: 'arts XV, XVI',
    source: text(
      'International Convention on the Suppression and Punishment of the Crime of Apartheid, New York, ' +
        '30 November 1973, United Nations Treaty Series, vol. 1015, p. 243',
    ),
  },
  {
    id: 'untc-5-3',
    title: 'Convention relating to the Status of Stateless Persons',
    shortTitle: 'Stateless Persons Convention',
    concluded: '1954-09-28',
    place: 'New York',
    opened: { on: '1954-09-28', until: '1955-12-31' },
    depositary: depositaries.un,
    untc: '5-3',
    entryIntoForce: { trigger: { kind: 'count', n: 6 }, offset: { days: 90 } },
    perParty: { days: 90 },
    inForce: '1960-06-06',
    exit: { notice: { years: 1 } },
    reservations: 'restricted',
    names: ['1954 Stateless Persons Convention'],
    articles: 'arts 35, 38, 39, 40',
    source: text(
      'Convention relating to the Status of Stateless Persons, New York, 28 September 1954, ' +
        'United Nations Treaty Series, vol. 360, p. 117',
    ),
  },
  {
    id: 'untc-5-4',
    title: 'Convention on the Reduction of Statelessness',
    shortTitle: 'Statelessness Convention',
    concluded: '1961-08-30',
    place: 'New York',
    opened: { on: '1961-08-30', until: '1962-05-31' },
    depositary: depositaries.un,
    untc: '5-4',
    entryIntoForce: { trigger: { kind: 'count', n: 6 }, offset: { years: 2 } },
    perParty: { days: 90 },
    inForce: '1975-12-13',
    exit: { notice: { years: 1 } },
    reservations: 'restricted',
    names: ['1961 Statelessness Convention'],
    articles: 'arts 16, 17, 18, 19',
    source: text(
      'Convention on the Reduction of Statelessness, New York, 30 August 1961, United Nations Treaty Series, ' +
        'vol. 989, p. 175',
    ),
  },
]
