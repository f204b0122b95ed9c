/** Penal matters, under their numbers in the depositary's list. All clauses from the treaty texts. */
import { depositaries, text, type TreatyEntry } from './entry.ts'

export const crime: readonly TreatyEntry[] = [
  {
    id: 'untc-18-5',
    title: 'International Convention Against the Taking of Hostages',
    shortTitle: 'Hostages Convention',
    concluded: '1979-12-17',
    place: 'New York',
    opened: { on: '1979-12-18', until: '1980-12-31' },
    depositary: depositaries.un,
    untc: '18-5',
    entryIntoForce: { trigger: { kind: 'count', n: 22 }, offset: { days: 30 } },
    perParty: { days: 30 },
    inForce: '1983-06-03',
    exit: { notice: { years: 1 } },
    names: [],
    articles: 'arts 17, 18, 19',
    source: text(
      'International Convention Against the Taking of Hostages, New York, 17 December 1979, ' +
        'United Nations Treaty Series, vol. 1316, p. 205',
    ),
  },
  {
    id: 'untc-18-6',
    title: 'International Convention Against the Recruitment, Use, Financing and Training of Mercenaries',
    shortTitle: 'Mercenaries Convention',
    concluded: '1989-12-04',
    place: 'New York',
    opened: { on: '1989-12-04', until: '1990-12-31' },
    depositary: depositaries.un,
    untc: '18-6',
    entryIntoForce: { trigger: { kind: 'count', n: 22 }, offset: { days: 30 } },
    perParty: { days: 30 },
    inForce: '2001-10-20',
    exit: { notice: { years: 1 } },
    names: [],
    articles: 'arts 18, 19, 20',
    source: text(
      'International Convention Against the Recruitment, Use, Financing and Training of Mercenaries, New York, ' +
        '4 December 1989, United Nations Treaty Series, vol. 2163, p. 75',
    ),
  },
  {
    id: 'untc-18-7',
    title:
      'Convention on the Prevention and Punishment of Crimes against Internationally Protected Persons, ' +
      'including Diplomatic Agents',
    shortTitle: 'Protected Persons Convention',
    concluded: '1973-12-14',
    place: 'New York',
    opened: { on: '1973-12-14', until: '1974-12-31' },
    depositary: depositaries.un,
    untc: '18-7',
    entryIntoForce: { trigger: { kind: 'count', n: 22 }, offset: { days: 30 } },
    perParty: { days: 30 },
    inForce: '1977-02-20',
    exit: { notice: { months: 6 } },
    names: [],
    articles: 'arts 14, 17, 18',
    source: text(
      'Convention on the Prevention and Punishment of Crimes against Internationally Protected Persons, ' +
        'including Diplomatic Agents, New York, 14 December 1973, United Nations Treaty Series, vol. 1035, p. 167',
    ),
  },
  {
    id: 'untc-18-8',
    title: 'Convention on the Safety of United Nations and Associated Personnel',
    shortTitle: 'United Nations Personnel Convention',
    concluded: '1994-12-09',
    place: 'New York',
    opened: { on: '1994-12-15', until: '1995-12-31' },
    depositary: depositaries.un,
    untc: '18-8',
    entryIntoForce: { trigger: { kind: 'count', n: 22 }, offset: { days: 30 } },
    perParty: { days: 30 },
    inForce: '1999-01-15',
    exit: { notice: { years: 1 } },
    names: [],
    articles: 'arts 24, 27, 28',
    source: text(
      'Convention on the Safety of United Nations and Associated Personnel, New York, 9 December 1994, ' +
        'United Nations Treaty Series, vol. 2051, p. 363',
    ),
  },
  {
    id: 'untc-18-9',
    title: 'International Convention for the Suppression of Terrorist Bombings',
    shortTitle: 'Terrorist Bombings Convention',
    concluded: '1997-12-15',
    place: 'New York',
    opened: { on: '1998-01-12', until: '1999-12-31' },
    depositary: depositaries.un,
    untc: '18-9',
    entryIntoForce: { trigger: { kind: 'count', n: 22 }, offset: { days: 30 } },
    perParty: { days: 30 },
    inForce: '2001-05-23',
    exit: { notice: { years: 1 } },
    names: [],
    articles: 'arts 21, 22, 23',
    source: text(
      'International Convention for the Suppression of Terrorist Bombings, New York, 15 December 1997, ' +
        'United Nations Treaty Series, vol. 2149, p. 256',
    ),
  },
  {
    id: 'untc-18-11',
    title: 'International Convention for the Suppression of the Financing of Terrorism',
    shortTitle: 'Terrorist Financing Convention',
    concluded: '1999-12-09',
    place: 'New York',
    opened: { on: '2000-01-10', until: '2001-12-31' },
    depositary: depositaries.un,
    untc: '18-11',
    entryIntoForce: { trigger: { kind: 'count', n: 22 }, offset: { days: 30 } },
    perParty: { days: 30 },
    inForce: '2002-04-10',
    exit: { notice: { years: 1 } },
    names: [],
    articles: 'arts 25, 26, 27',
    source: text(
      'International Convention for the Suppression of the Financing of Terrorism, New York, 9 December 1999, ' +
        'United Nations Treaty Series, vol. 2178, p. 197',
    ),
  },
  {
    id: 'untc-18-12',
    title: 'United Nations Convention against Transnational Organized Crime',
    shortTitle: 'Organized Crime Convention',
    concluded: '2000-11-15',
    place: 'New York',
    opened: { on: '2000-12-12', until: '2002-12-12' },
    depositary: depositaries.un,
    untc: '18-12',
    entryIntoForce: { trigger: { kind: 'count', n: 40, excludeOrganisations: true }, offset: { days: 90 } },
    perParty: { days: 30 },
    inForce: '2003-09-29',
    exit: { notice: { years: 1 } },
    names: ['UNTOC', 'Palermo Convention'],
    articles: 'arts 36, 38, 40',
    source: text(
      'United Nations Convention against Transnational Organized Crime, New York, 15 November 2000, ' +
        'United Nations Treaty Series, vol. 2225, p. 209',
    ),
  },
  {
    id: 'untc-18-12-a',
    title:
      'Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children, ' +
      'supplementing the United Nations Convention against Transnational Organized Crime',
    shortTitle: 'Trafficking Protocol',
    concluded: '2000-11-15',
    place: 'New York',
    opened: { on: '2000-12-12', until: '2002-12-12' },
    depositary: depositaries.un,
    untc: '18-12-a',
    protocolTo: { treaty: 'untc-18-12', requiresParent: true },
    entryIntoForce: {
      trigger: {
        kind: 'all',
        of: [
          { kind: 'count', n: 40, excludeOrganisations: true },
          { kind: 'parentInForce', treaty: 'untc-18-12' },
        ],
      },
      offset: { days: 90 },
    },
    perParty: { days: 30 },
    inForce: '2003-12-25',
    exit: { notice: { years: 1 } },
    names: ['Palermo Protocol'],
    articles: 'arts 16, 17, 19; Organized Crime Convention, art 37(2)',
    source: text(
      'Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children, ' +
        'supplementing the United Nations Convention against Transnational Organized Crime, New York, ' +
        '15 November 2000, United Nations Treaty Series, vol. 2237, p. 319',
    ),
  },
  {
    id: 'untc-18-12-b',
    title:
      'Protocol against the Smuggling of Migrants by Land, Sea and Air, ' +
      'supplementing the United Nations Convention against Transnational Organized Crime',
    shortTitle: 'Migrant Smuggling Protocol',
    concluded: '2000-11-15',
    place: 'New York',
    opened: { on: '2000-12-12', until: '2002-12-12' },
    depositary: depositaries.un,
    untc: '18-12-b',
    protocolTo: { treaty: 'untc-18-12', requiresParent: true },
    entryIntoForce: {
      trigger: {
        kind: 'all',
        of: [
          { kind: 'count', n: 40, excludeOrganisations: true },
          { kind: 'parentInForce', treaty: 'untc-18-12' },
        ],
      },
      offset: { days: 90 },
    },
    perParty: { days: 30 },
    inForce: '2004-01-28',
    exit: { notice: { years: 1 } },
    names: [],
    articles: 'arts 21, 22, 24; Organized Crime Convention, art 37(2)',
    source: text(
      'Protocol against the Smuggling of Migrants by Land, Sea and Air, ' +
        'supplementing the United Nations Convention against Transnational Organized Crime, New York, ' +
        '15 November 2000, United Nations Treaty Series, vol. 2241, p. 507',
    ),
  },
  {
    id: 'untc-18-12-c',
    title:
      'Protocol against the Illicit Manufacturing of and Trafficking in Firearms, ' +
      'Their Parts and Components and Ammunition, supplementing the United Nations Convention against ' +
      'Transnational Organized Crime',
    shortTitle: 'Firearms Protocol',
    concluded: '2001-05-31',
    place: 'New York',
    opened: { on: '2001-07-02', until: '2002-12-12' },
    depositary: depositaries.un,
    untc: '18-12-c',
    protocolTo: { treaty: 'untc-18-12', requiresParent: true },
    entryIntoForce: {
      trigger: {
        kind: 'all',
        of: [
          { kind: 'count', n: 40, excludeOrganisations: true },
          { kind: 'parentInForce', treaty: 'untc-18-12' },
        ],
      },
      offset: { days: 90 },
    },
    perParty: { days: 30 },
    inForce: '2005-07-03',
    exit: { notice: { years: 1 } },
    names: [],
    articles: 'arts 17, 18, 20; Organized Crime Convention, art 37(2)',
    source: text(
      'Protocol against the Illicit Manufacturing of and Trafficking in Firearms, ' +
        'Their Parts and Components and Ammunition, supplementing the United Nations Convention against ' +
        'Transnational Organized Crime, New York, 31 May 2001, United Nations Treaty Series, vol. 2326, p. 208',
    ),
  },
  {
    id: 'untc-18-14',
    title: 'United Nations Convention against Corruption',
    shortTitle: 'Corruption Convention',
    concluded: '2003-10-31',
    place: 'New York',
    opened: { on: '2003-12-09', until: '2005-12-09' },
    depositary: depositaries.un,
    untc: '18-14',
    entryIntoForce: { trigger: { kind: 'count', n: 30, excludeOrganisations: true }, offset: { days: 90 } },
    perParty: { days: 30 },
    inForce: '2005-12-14',
    exit: { notice: { years: 1 } },
    names: ['UNCAC'],
    articles: 'arts 67, 68, 70',
    source: text(
      'United Nations Convention against Corruption, New York, 31 October 2003, United Nations Treaty Series, ' +
        'vol. 2349, p. 41',
    ),
  },
  {
    id: 'untc-18-15',
    title: 'International Convention for the Suppression of Acts of Nuclear Terrorism',
    shortTitle: 'Nuclear Terrorism Convention',
    concluded: '2005-04-13',
    place: 'New York',
    opened: { on: '2005-09-14', until: '2006-12-31' },
    depositary: depositaries.un,
    untc: '18-15',
    entryIntoForce: { trigger: { kind: 'count', n: 22 }, offset: { days: 30 } },
    perParty: { days: 30 },
    inForce: '2007-07-07',
    exit: { notice: { years: 1 } },
    names: [],
    articles: 'arts 24, 25, 27',
    source: text(
      'International Convention for the Suppression of Acts of Nuclear Terrorism, New York, 13 April 2005, ' +
        'United Nations Treaty Series, vol. 2445, p. 89',
    ),
  },
]
