/** Arms control and disarmament. All clauses from the treaty texts. */
import { depositaries, text, type TreatyEntry } from './entry.ts'

/** The 44 states of Annex 2 to the Comprehensive Nuclear-Test-Ban Treaty. */
const annex2 = [
  'dza', 'arg', 'aus', 'aut', 'bgd', 'bel', 'bra', 'bgr', 'can', 'chl', 'chn', 'col', 'prk', 'egy', 'fin', 'fra', 'deu', 'hun', 'ind', 'idn', 'irn', 'isr',
  'ita', 'jpn', 'mex', 'nld', 'nor', 'pak', 'per', 'pol', 'rou', 'kor', 'rus', 'svk', 'zaf', 'esp', 'swe', 'che', 'tur', 'ukr', 'gbr', 'usa', 'vnm', 'cod',
]

export const arms: readonly TreatyEntry[] = [
  {
    id: 'ccw',
    title: 'Convention on Prohibitions or Restrictions on the Use of Certain Conventional Weapons Which May Be Deemed to Be Excessively Injurious or to Have Indiscriminate Effects',
    shortTitle: 'Convention on Certain Conventional Weapons',
    concluded: '1980-10-10', place: 'Geneva', opened: { on: '1981-04-10', place: 'New York' },
    depositary: depositaries.un, untc: '26-2',
    entryIntoForce: { trigger: { kind: 'count', n: 20 }, offset: { months: 6 } }, perParty: { months: 6 },
    exit: { notice: { years: 1 }, blockedInArmedConflict: true }, reservations: 'silent',
    names: ['CCW', 'CCWC', 'Inhumane Weapons Convention', 'Certain Conventional Weapons Convention'],
    articles: 'arts 3, 5, 9',
    source: text('Convention on Prohibitions or Restrictions on the Use of Certain Conventional Weapons Which May Be Deemed to Be Excessively Injurious or to Have Indiscriminate Effects, Geneva, 10 October 1980, United Nations Treaty Series, vol. 1342, p. 137'),
  },
  {
    id: 'cwc',
    title: 'Convention on the Prohibition of the Development, Production, Stockpiling and Use of Chemical Weapons and on their Destruction',
    shortTitle: 'Chemical Weapons Convention',
    concluded: '1992-09-03', place: 'Geneva', opened: { on: '1993-01-13', place: 'Paris' },
    depositary: depositaries.un, untc: '26-3',
    // Art XXI(1): but in no case earlier than two years after its opening for signature.
    entryIntoForce: { trigger: { kind: 'all', of: [{ kind: 'count', n: 65 }, { kind: 'fixedDate', date: '1995-01-13' }] }, offset: { days: 180 } },
    perParty: { days: 30 }, laterThan: 'entryIntoForce',
    // Art XXII: none to the articles; to the annexes, none against object and purpose.
    exit: { notice: { days: 90 } }, reservations: 'restricted',
    names: ['CWC', 'Convention on Chemical Weapons'],
    articles: 'arts XVI, XVIII, XXI, XXII',
    source: text('Convention on the Prohibition of the Development, Production, Stockpiling and Use of Chemical Weapons and on their Destruction, Geneva, 3 September 1992, opened for signature at Paris, 13 January 1993'),
  },
  {
    id: 'ctbt',
    title: 'Comprehensive Nuclear-Test-Ban Treaty',
    shortTitle: 'Nuclear Test Ban Treaty',
    concluded: '1996-09-10', place: 'New York', opened: { on: '1996-09-24', place: 'New York' },
    depositary: depositaries.un, untc: '26-4',
    // Art XIV(1): all 44 states of Annex 2, but in no case earlier than two years after its opening for signature.
    entryIntoForce: { trigger: { kind: 'all', of: [{ kind: 'named', actors: annex2 }, { kind: 'fixedDate', date: '1998-09-24' }] }, offset: { days: 180 } },
    perParty: { days: 30 }, laterThan: 'entryIntoForce',
    // Art XV: none to the articles and annexes; to the Protocol, none against object and purpose.
    exit: { notice: { months: 6 } }, reservations: 'restricted',
    names: ['CTBT', 'Comprehensive Test Ban Treaty'],
    articles: 'arts IX, XI, XIV, XV; Annex 2',
    source: text('Comprehensive Nuclear-Test-Ban Treaty, New York, 10 September 1996, A/50/1027, adopted by General Assembly resolution 50/245'),
  },
  {
    id: 'ottawa',
    title: 'Convention on the Prohibition of the Use, Stockpiling, Production and Transfer of Anti-Personnel Mines and on their Destruction',
    shortTitle: 'Mine Ban Convention',
    concluded: '1997-09-18', place: 'Oslo', opened: { on: '1997-12-03', place: 'Ottawa' },
    depositary: depositaries.un, untc: '26-5',
    entryIntoForce: { trigger: { kind: 'count', n: 40 }, offset: { snap: 'firstOfNthMonthAfterMonth', nthMonth: 6 } },
    perParty: { snap: 'firstOfNthMonthAfterMonth', nthMonth: 6 },
    exit: { notice: { months: 6 }, blockedInArmedConflict: true }, reservations: 'prohibited',
    names: ['APMBC', 'MBT', 'Ottawa Convention', 'Ottawa Treaty', 'Mine Ban Treaty', 'Anti-Personnel Mine Ban Convention', 'Landmine Convention'],
    articles: 'arts 15, 17, 19, 20',
    source: text('Convention on the Prohibition of the Use, Stockpiling, Production and Transfer of Anti-Personnel Mines and on their Destruction, Oslo, 18 September 1997, United Nations Treaty Series, vol. 2056, p. 211'),
  },
  {
    id: 'ccm',
    title: 'Convention on Cluster Munitions',
    shortTitle: 'Cluster Munitions Convention',
    concluded: '2008-05-30', place: 'Dublin', opened: { on: '2008-12-03', place: 'Oslo' },
    depositary: depositaries.un, untc: '26-6',
    entryIntoForce: { trigger: { kind: 'count', n: 30 }, offset: { snap: 'firstOfNthMonthAfterMonth', nthMonth: 6 } },
    perParty: { snap: 'firstOfNthMonthAfterMonth', nthMonth: 6 },
    exit: { notice: { months: 6 }, blockedInArmedConflict: true }, reservations: 'prohibited',
    names: ['CCM', 'Oslo Convention on Cluster Munitions'],
    articles: 'arts 15, 17, 19, 20',
    source: text('Convention on Cluster Munitions, Dublin, 30 May 2008, United Nations Treaty Series, vol. 2688, p. 39'),
  },
  {
    id: 'att',
    title: 'Arms Trade Treaty',
    shortTitle: 'Arms Trade Treaty',
    concluded: '2013-04-02', place: 'New York', opened: { on: '2013-06-03', place: 'New York' },
    depositary: depositaries.un, untc: '26-8',
    entryIntoForce: { trigger: { kind: 'count', n: 50 }, offset: { days: 90 } }, perParty: { days: 90 }, laterThan: 'entryIntoForce',
    exit: { notice: { days: 90 } }, reservations: 'restricted',
    names: ['ATT', 'UN Arms Trade Treaty'],
    articles: 'arts 21, 22, 24, 25',
    source: text('Arms Trade Treaty, New York, 2 April 2013, General Assembly resolution 67/234 B'),
  },
  {
    id: 'tpnw',
    title: 'Treaty on the Prohibition of Nuclear Weapons',
    shortTitle: 'Nuclear Ban Treaty',
    concluded: '2017-07-07', place: 'New York', opened: { on: '2017-09-20', place: 'New York' },
    depositary: depositaries.un, untc: '26-9',
    entryIntoForce: { trigger: { kind: 'count', n: 50 }, offset: { days: 90 } }, perParty: { days: 90 },
    exit: { notice: { months: 12 }, blockedInArmedConflict: true }, reservations: 'prohibited',
    names: ['TPNW', 'Nuclear Weapons Ban Treaty', 'Nuclear Weapon Ban Treaty'],
    articles: 'arts 13, 15, 16, 17',
    source: text('Treaty on the Prohibition of Nuclear Weapons, New York, 7 July 2017, A/CONF.229/2017/8'),
  },
]
