/**
 * Genocide, refugees, the law of treaties, the International Criminal Court, tobacco. All clauses from the treaty
 * texts.
 */
import { depositaries, text, type TreatyEntry } from './entry.ts'

export const other: readonly TreatyEntry[] = [
  {
    id: 'genocide',
    title: 'Convention on the Prevention and Punishment of the Crime of Genocide',
    shortTitle: 'Genocide Convention',
    concluded: '1948-12-09',
    place: 'Paris',
    opened: { on: '1948-12-09', until: '1949-12-31' },
    depositary: depositaries.un,
    untc: '4-1',
    entryIntoForce: { trigger: { kind: 'count', n: 20 }, offset: { days: 90 } },
    perParty: { days: 90 },
    // Art XIV: in effect for ten years, then for periods of five years; a denunciation of at least six months takes
    // effect at the end of the period.
    inForce: '1951-01-12',
    exit: { notice: { months: 6 }, periods: { first: 10, next: 5 } },
    reservations: 'silent',
    names: ['CPPCG', 'UN Genocide Convention', 'Crime of Genocide Convention'],
    articles: 'arts XI, XIII, XIV',
    source: text(
      'Convention on the Prevention and Punishment of the Crime of Genocide, Paris, 9 December 1948, ' +
        'United Nations Treaty Series, vol. 78, p. 277',
    ),
  },
  {
    id: 'refugees',
    title: 'Convention relating to the Status of Refugees',
    shortTitle: 'Refugee Convention',
    concluded: '1951-07-28',
    place: 'Geneva',
    opened: { on: '1951-07-28', until: '1952-12-31', place: 'Geneva' },
    depositary: depositaries.un,
    untc: '5-2',
    entryIntoForce: { trigger: { kind: 'count', n: 6 }, offset: { days: 90 } },
    perParty: { days: 90 },
    inForce: '1954-04-22',
    exit: { notice: { years: 1 } },
    reservations: 'restricted',
    names: ['CSR', 'CSR51', 'Refugees Convention', '1951 Refugee Convention', 'Geneva Refugee Convention'],
    articles: 'arts 39, 42, 43, 44',
    source: text(
      'Convention relating to the Status of Refugees, Geneva, 28 July 1951, United Nations Treaty Series, ' +
        'vol. 189, p. 137',
    ),
  },
  {
    id: 'refugee-protocol',
    title: 'Protocol relating to the Status of Refugees',
    shortTitle: 'Refugee Protocol',
    // Open for accession only.
    concluded: '1967-01-31',
    place: 'New York',
    depositary: depositaries.un,
    untc: '5-5',
    // Art V: open to states that are not parties to the Convention; art I(1) makes them apply its articles 2 to 34.
    protocolTo: { treaty: 'refugees', requiresParent: false },
    entryIntoForce: { trigger: { kind: 'count', n: 6 } },
    perParty: { days: 0 },
    inForce: '1967-10-04',
    exit: { notice: { years: 1 } },
    reservations: 'restricted',
    names: ['1967 Protocol', '1967 Refugee Protocol', 'New York Protocol relating to the Status of Refugees'],
    articles: 'arts V, VII, VIII, IX',
    source: text(
      'Protocol relating to the Status of Refugees, New York, 31 January 1967, United Nations Treaty Series, ' +
        'vol. 606, p. 267',
    ),
  },
  {
    id: 'vclt',
    title: 'Vienna Convention on the Law of Treaties',
    shortTitle: 'Law of Treaties Convention',
    concluded: '1969-05-23',
    place: 'Vienna',
    opened: { on: '1969-05-23', until: '1970-04-30', place: 'Vienna' },
    depositary: depositaries.un,
    untc: '23-1',
    entryIntoForce: { trigger: { kind: 'count', n: 35 }, offset: { days: 30 } },
    perParty: { days: 30 },
    inForce: '1980-01-27',
    exit: 'silent',
    reservations: 'silent',
    names: ['VCLT', 'Vienna Convention on Treaties'],
    articles: 'arts 81, 84',
    source: text(
      'Vienna Convention on the Law of Treaties, Vienna, 23 May 1969, United Nations Treaty Series, vol. 1155, p. 331',
    ),
  },
  {
    id: 'rome',
    title: 'Rome Statute of the International Criminal Court',
    shortTitle: 'Rome Statute',
    concluded: '1998-07-17',
    place: 'Rome',
    opened: { on: '1998-07-17', until: '2000-12-31', place: 'Rome' },
    depositary: depositaries.un,
    untc: '18-10',
    // Art 126: the first day of the month after the 60th day following the deposit.
    entryIntoForce: { trigger: { kind: 'count', n: 60 }, offset: { days: 60, snap: 'firstOfMonthAfter' } },
    perParty: { days: 60, snap: 'firstOfMonthAfter' },
    inForce: '2002-07-01',
    exit: { notice: { years: 1 } },
    reservations: 'prohibited',
    names: ['ICC Statute', 'Statute of the International Criminal Court'],
    articles: 'arts 120, 125, 126, 127',
    source: text(
      'Rome Statute of the International Criminal Court, Rome, 17 July 1998, United Nations Treaty Series, ' +
        'vol. 2187, p. 3',
    ),
  },
  {
    id: 'fctc',
    title: 'WHO Framework Convention on Tobacco Control',
    shortTitle: 'Tobacco Convention',
    concluded: '2003-05-21',
    place: 'Geneva',
    opened: { on: '2003-06-16', until: '2004-06-29', place: 'Geneva' },
    depositary: depositaries.un,
    untc: '9-4',
    entryIntoForce: { trigger: { kind: 'count', n: 40, excludeOrganisations: true }, offset: { days: 90 } },
    perParty: { days: 90 },
    // Art 31(1): two years after it entered into force "for a Party".
    inForce: '2005-02-27',
    exit: { notice: { years: 1 }, minYearsAsParty: 2 },
    reservations: 'prohibited',
    names: ['FCTC', 'WHO FCTC', 'Framework Convention on Tobacco Control', 'Tobacco Control Convention'],
    articles: 'arts 30, 31, 34, 36',
    source: text(
      'WHO Framework Convention on Tobacco Control, Geneva, 21 May 2003, United Nations Treaty Series, ' +
        'vol. 2302, p. 166',
    ),
  },
]
