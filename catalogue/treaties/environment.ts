/** The climate treaties, and the law of the sea. All clauses from the treaty texts. */
import { depositaries, text, type TreatyEntry } from './entry.ts'

export const environment: readonly TreatyEntry[] = [
  {
    id: 'unclos',
    title: 'United Nations Convention on the Law of the Sea',
    shortTitle: 'Law of the Sea Convention',
    concluded: '1982-12-10',
    place: 'Montego Bay',
    opened: { on: '1982-12-10', until: '1984-12-09', place: 'Montego Bay' },
    depositary: depositaries.un,
    untc: '21-6',
    entryIntoForce: { trigger: { kind: 'count', n: 60, excludeOrganisations: true }, offset: { months: 12 } },
    perParty: { days: 30 },
    inForce: '1994-11-16',
    exit: { notice: { years: 1 } },
    reservations: 'prohibited',
    names: ['UNCLOS', 'LOSC', 'Montego Bay Convention'],
    articles: 'arts 305, 308, 309, 317; Annex IX, art 8',
    source: text(
      'United Nations Convention on the Law of the Sea, Montego Bay, 10 December 1982, ' +
        'United Nations Treaty Series, vol. 1833, p. 3',
    ),
  },
  {
    id: 'kyoto',
    title: 'Kyoto Protocol to the United Nations Framework Convention on Climate Change',
    shortTitle: 'Kyoto Protocol',
    concluded: '1997-12-11',
    place: 'Kyoto',
    opened: { on: '1998-03-16', until: '1999-03-15', place: 'New York' },
    depositary: depositaries.un,
    untc: '27-7-a',
    // Art 25(1): 55 parties to the Framework Convention, among them Annex I parties with 55 % of Annex I carbon dioxide
    // emissions in 1990.
    entryIntoForce: {
      trigger: {
        kind: 'all',
        of: [
          { kind: 'count', n: 55, excludeOrganisations: true },
          { kind: 'weighted', measure: 'annex-i-co2-1990', share: 0.55 },
        ],
      },
      offset: { days: 90 },
    },
    perParty: { days: 90 },
    inForce: '2005-02-16',
    // Art 27(1): three years after it entered into force "for a Party".
    exit: { notice: { years: 1 }, minYearsAsParty: 3 },
    reservations: 'prohibited',
    names: ['KP', 'Kyoto'],
    articles: 'arts 24 to 27',
    source: text(
      'Kyoto Protocol to the United Nations Framework Convention on Climate Change, Kyoto, 11 December 1997, ' +
        'United Nations Treaty Series, vol. 2303, p. 162',
    ),
  },
  {
    id: 'paris',
    title: 'Paris Agreement',
    shortTitle: 'Paris Agreement',
    concluded: '2015-12-12',
    place: 'Paris',
    opened: { on: '2016-04-22', until: '2017-04-21', place: 'New York' },
    depositary: depositaries.un,
    untc: '27-7-d',
    // Art 21(1): 55 parties to the Framework Convention with an estimated 55 % of global greenhouse gas emissions.
    entryIntoForce: {
      trigger: {
        kind: 'all',
        of: [
          { kind: 'count', n: 55, excludeOrganisations: true },
          { kind: 'weighted', measure: 'greenhouse-gas-emissions', share: 0.55 },
        ],
      },
      offset: { days: 30 },
    },
    perParty: { days: 30 },
    inForce: '2016-11-04',
    // Art 28(1): three years after it entered into force "for a Party".
    exit: { notice: { years: 1 }, minYearsAsParty: 3 },
    reservations: 'prohibited',
    names: ['Paris Agreement on climate change', 'Paris Climate Agreement', 'Paris Climate Accord'],
    articles: 'arts 20, 21, 27, 28',
    source: text('Paris Agreement, Paris, 12 December 2015, annexed to decision 1/CP.21 (FCCC/CP/2015/10/Add.1)'),
  },
]
