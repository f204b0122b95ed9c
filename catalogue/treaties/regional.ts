/**
 * Human-rights treaties of the Council of Europe and of the Organization of American States. All clauses from the
 * treaty texts.
 */
import { depositaries, text, type TreatyEntry } from './entry.ts'

/** The states of the Americas. */
const americanStates = (
  'atg arg bhs brb blz bol bra can chl col cri cub dma dom ecu slv grd gtm guy hti hnd jam mex nic pan pry per ' +
  'kna lca vct sur tto usa ury ven'
).split(' ')

export const regional: readonly TreatyEntry[] = [
  {
    id: 'echr',
    title: 'Convention for the Protection of Human Rights and Fundamental Freedoms',
    shortTitle: 'European Convention on Human Rights',
    concluded: '1950-11-04',
    place: 'Rome',
    opened: { on: '1950-11-04', place: 'Rome' },
    depositary: depositaries.coe,
    entryIntoForce: { trigger: { kind: 'count', n: 10 } },
    perParty: { days: 0 },
    // Art 58(3): whoever ceases to be a member of the Council of Europe ceases to be a party under the same conditions.
    inForce: '1953-09-03',
    exit: { notice: { months: 6 }, minYearsAsParty: 5, endsWithMembership: 'coe' },
    // Art 59(1): open to the signature of the members of the Council of Europe.
    openTo: { membersOf: ['coe'] },
    reservations: 'restricted',
    names: [
      'ECHR',
      'European Convention for the Protection of Human Rights and Fundamental Freedoms',
      'ETS 5',
      'ETS No. 5',
    ],
    articles: 'arts 57, 58, 59 (originally 64, 65, 66)',
    source: text(
      'Convention for the Protection of Human Rights and Fundamental Freedoms, Rome, 4 November 1950, ' +
        'European Treaty Series, No. 5; United Nations Treaty Series, vol. 213, p. 221',
    ),
  },
  {
    id: 'ecpt',
    title: 'European Convention for the Prevention of Torture and Inhuman or Degrading Treatment or Punishment',
    shortTitle: 'European Convention for the Prevention of Torture',
    concluded: '1987-11-26',
    place: 'Strasbourg',
    opened: { on: '1987-11-26', place: 'Strasbourg' },
    depositary: depositaries.coe,
    // Only member states of the Council of Europe could be among the first seven.
    entryIntoForce: { trigger: { kind: 'count', n: 7 }, offset: { months: 3, snap: 'firstOfMonthAfter' } },
    perParty: { months: 3, snap: 'firstOfMonthAfter' },
    exit: { notice: { months: 12, snap: 'firstOfMonthAfter' } },
    reservations: 'prohibited',
    names: ['ECPT', 'ETS 126', 'ETS No. 126'],
    articles: 'arts 18, 19, 21, 22',
    source: text(
      'European Convention for the Prevention of Torture and Inhuman or Degrading Treatment or Punishment, ' +
        'Strasbourg, 26 November 1987, European Treaty Series, No. 126',
    ),
  },
  {
    id: 'istanbul',
    title: 'Council of Europe Convention on preventing and combating violence against women and domestic violence',
    shortTitle: 'Istanbul Convention',
    concluded: '2011-05-11',
    place: 'Istanbul',
    opened: { on: '2011-05-11', place: 'Istanbul' },
    depositary: depositaries.coe,
    // Art 75(3): ten signatories, at least eight of them member states of the Council of Europe.
    entryIntoForce: {
      trigger: {
        kind: 'all',
        of: [
          { kind: 'count', n: 10 },
          { kind: 'count', n: 8, among: 'coe' },
        ],
      },
      offset: { months: 3, snap: 'firstOfMonthAfter' },
    },
    perParty: { months: 3, snap: 'firstOfMonthAfter' },
    inForce: '2014-08-01',
    exit: { notice: { months: 3, snap: 'firstOfMonthAfter' } },
    reservations: 'restricted',
    names: ['CETS 210', 'CETS No. 210', 'Convention on violence against women and domestic violence'],
    articles: 'arts 75, 76, 78, 80',
    source: text(
      'Council of Europe Convention on preventing and combating violence against women and domestic violence, ' +
        'Istanbul, 11 May 2011, Council of Europe Treaty Series, No. 210',
    ),
  },
  {
    id: 'iacpt',
    title: 'Inter-American Convention to Prevent and Punish Torture',
    shortTitle: 'Inter-American Torture Convention',
    concluded: '1985-12-09',
    place: 'Cartagena de Indias',
    opened: { on: '1985-12-09', place: 'Cartagena de Indias' },
    depositary: depositaries.oas,
    entryIntoForce: { trigger: { kind: 'count', n: 2 }, offset: { days: 30 } },
    perParty: { days: 30 },
    exit: { notice: { years: 1 } },
    // Arts 18, 20: open to member states of the Organization of American States, and to any other American state.
    openTo: { actors: americanStates },
    reservations: 'restricted',
    names: ['IACPT', 'IACPPT', 'IACAT', 'A-51'],
    articles: 'arts 18, 20, 21, 22, 23',
    source: text(
      'Inter-American Convention to Prevent and Punish Torture, Cartagena de Indias, 9 December 1985, ' +
        'Organization of American States Treaty Series, No. 67',
    ),
  },
]
