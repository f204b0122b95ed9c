/** The norms that normtrail knows from the start, and the instruments that carry them. */

/** How an instrument carries a norm. `articles` absent: the whole instrument. */
export interface NormLink {
  readonly instrument: string
  readonly role: 'core' | 'protocol' | 'regional' | 'successor' | 'softLaw' | 'monitoring'
  readonly articles?: readonly string[]
  readonly requiresParent?: string
  /** For a successor: the instrument that it masks where it is in force. Absent: every core instrument. */
  readonly succeeds?: string
  /** How far it carries the norm, among instruments of narrower and wider scope; `width` 1 is the narrowest. */
  readonly scope?: { readonly name: string; readonly width: number }
}

export interface NormEntry {
  readonly id: string
  readonly name: string
  readonly statement: string
  /** Treaty and article: what a reservation must not touch if the norm is to be accepted without qualification. */
  readonly coreArticles?: readonly string[]
  /** Whether any core, regional or successor instrument binds to the norm (the default), or all of them together. */
  readonly rule?: 'any' | 'all'
  readonly names: readonly string[]
  readonly links: readonly NormLink[]
}

/** Articles from the first to the last. */
const articles = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, i) => String(first + i))

const inAllCircumstances = { name: 'in all circumstances', width: 2 }

export const norms: readonly NormEntry[] = [
  {
    id: 'torture',
    name: 'Prohibition of torture',
    statement:
      'No one shall be subjected to torture or to cruel, inhuman or degrading treatment or punishment; ' +
      'no exceptional circumstances justify it.',
    coreArticles: ['cat 1', 'cat 2', 'cat 3', 'cat 4', 'cat 15', 'cat 16', 'iccpr 7', 'echr 3', 'iacpt 1', 'iacpt 5'],
    names: ['anti-torture', 'prohibition of torture and other ill-treatment', 'ill-treatment'],
    links: [
      { instrument: 'cat', role: 'core', articles: articles(1, 16) },
      { instrument: 'iccpr', role: 'core', articles: ['7'] },
      { instrument: 'echr', role: 'regional', articles: ['3'] },
      { instrument: 'iacpt', role: 'regional', articles: articles(1, 14) },
      // Complaints of states and of individuals, into which a party must opt; the inquiry of art 20, from which it may
      // opt out (art 28), is none of them.
      { instrument: 'cat', role: 'monitoring', articles: ['21', '22'] },
      { instrument: 'opcat', role: 'monitoring', requiresParent: 'cat' },
      { instrument: 'iccpr-op1', role: 'monitoring', requiresParent: 'iccpr' },
      { instrument: 'ecpt', role: 'monitoring' },
    ],
  },
  {
    id: 'enforced-disappearance',
    name: 'Prohibition of enforced disappearance',
    statement: 'No one shall be subjected to enforced disappearance; no exceptional circumstances justify it.',
    coreArticles: ['ced 1', 'ced 2', 'ced 17'],
    names: ['disappearances', 'enforced disappearances'],
    links: [{ instrument: 'ced', role: 'core', articles: articles(1, 25) }],
  },
  {
    id: 'death-penalty',
    name: 'Abolition of the death penalty',
    statement:
      'No one within the jurisdiction of a state shall be executed, and the state shall abolish the death penalty.',
    // Art 2 lets a party reserve executions in time of war: whoever does is bound by art 1 with that qualification.
    coreArticles: ['iccpr-op2 1', 'iccpr-op2 2'],
    names: ['abolition of capital punishment', 'capital punishment'],
    links: [
      {
        instrument: 'iccpr-op2',
        role: 'core',
        articles: ['1', '2'],
        requiresParent: 'iccpr',
        scope: inAllCircumstances,
      },
    ],
  },
  {
    id: 'violence-against-women',
    name: 'Elimination of violence against women',
    statement:
      'States shall prevent, investigate and punish violence against women, in public and in private life, ' +
      'and protect its victims.',
    coreArticles: ['cedaw 2', 'istanbul 4', 'istanbul 5'],
    names: ['anti-violence-against-women', 'VAW'],
    links: [
      // The Convention does not name violence; its committee reads it into the definition of discrimination (General
      // Recommendations 19 and 35).
      { instrument: 'cedaw', role: 'core', articles: ['1', '2', '5'] },
      { instrument: 'istanbul', role: 'regional' },
      { instrument: 'cedaw-op', role: 'monitoring', requiresParent: 'cedaw' },
    ],
  },
  {
    id: 'child-rights',
    name: 'Rights of the child',
    statement:
      'In all actions concerning children their best interests are a primary consideration, ' +
      'and each child has the rights of the Convention without discrimination.',
    coreArticles: ['crc 2', 'crc 3', 'crc 6', 'crc 12'],
    names: ["children's rights", 'child rights norm'],
    links: [
      { instrument: 'crc', role: 'core', articles: articles(1, 41) },
      // Each is open to states that are not parties to the Convention.
      { instrument: 'crc-opac', role: 'protocol' },
      { instrument: 'crc-opsc', role: 'protocol' },
    ],
  },
  {
    id: 'racial-discrimination',
    name: 'Elimination of racial discrimination',
    statement:
      'States shall neither practise nor tolerate discrimination based on race, colour, descent, ' +
      'or national or ethnic origin.',
    coreArticles: ['icerd 1', 'icerd 2', 'icerd 4', 'icerd 5', 'icerd 6'],
    names: ['racial equality', 'anti-racism'],
    links: [{ instrument: 'icerd', role: 'core', articles: articles(1, 7) }],
  },
  {
    id: 'apartheid',
    name: 'Prohibition of apartheid',
    statement:
      'No state shall practise racial segregation and apartheid, by which one racial group dominates another; ' +
      'apartheid is a crime.',
    coreArticles: ['untc-4-7 I', 'untc-4-7 II', 'untc-4-7 IV', 'icerd 3'],
    names: ['anti-apartheid', 'anti-apartheid norm'],
    links: [
      { instrument: 'untc-4-7', role: 'core', articles: ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII'] },
      // An obligation of its own, and for many states, South Africa among them, the only one: they are no parties to
      // the convention of 1973.
      { instrument: 'icerd', role: 'core', articles: ['3'] },
    ],
  },
  {
    id: 'disability-rights',
    name: 'Rights of persons with disabilities',
    statement:
      'Persons with disabilities enjoy all human rights and fundamental freedoms fully and equally, ' +
      'with reasonable accommodation.',
    coreArticles: ['crpd 3', 'crpd 4', 'crpd 5', 'crpd 12'],
    names: ['disability', 'rights of disabled persons'],
    links: [{ instrument: 'crpd', role: 'core', articles: articles(1, 30) }],
  },
  {
    id: 'refugee-protection',
    name: 'Protection of refugees',
    statement:
      'No refugee shall be returned to a territory where life or freedom would be threatened, ' +
      'and refugees have the rights of the Convention.',
    coreArticles: ['refugees 1', 'refugees 3', 'refugees 4', 'refugees 16', 'refugees 33'],
    names: ['non-refoulement', 'refugee rights'],
    links: [
      { instrument: 'refugees', role: 'core', articles: articles(1, 34) },
      // An instrument of its own: by art I(1) it binds to arts 2 to 34 of the Convention those who are not parties to
      // it (the United States).
      { instrument: 'refugee-protocol', role: 'core', articles: ['I'] },
    ],
  },
  {
    id: 'genocide-prohibition',
    name: 'Prohibition of genocide',
    statement:
      'Genocide, in peace or in war, is a crime under international law that states undertake to prevent and ' +
      'to punish.',
    coreArticles: ['genocide I', 'genocide II', 'genocide III'],
    names: ['anti-genocide', 'prevention of genocide'],
    links: [{ instrument: 'genocide', role: 'core', articles: ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII'] }],
  },
  {
    id: 'international-criminal-justice',
    name: 'International criminal justice',
    statement:
      'The most serious crimes of international concern must not go unpunished: ' +
      'a permanent court complements national jurisdictions.',
    coreArticles: ['rome 5', 'rome 12', 'rome 27', 'rome 86'],
    names: ['ICC', 'ICC norm', 'individual criminal accountability'],
    links: [{ instrument: 'rome', role: 'core' }],
  },
  {
    id: 'landmines',
    name: 'Ban on anti-personnel mines',
    statement:
      'Never under any circumstances use, develop, produce, acquire, ' +
      'stockpile or transfer anti-personnel mines; destroy those that exist.',
    coreArticles: ['ottawa 1', 'ottawa 4', 'ottawa 5'],
    names: ['landmine', 'mine ban', 'anti-personnel mines', 'landmine ban'],
    links: [{ instrument: 'ottawa', role: 'core', articles: articles(1, 9) }],
  },
  {
    id: 'cluster-munitions',
    name: 'Ban on cluster munitions',
    statement:
      'Never under any circumstances use, develop, produce, acquire, stockpile or transfer cluster munitions; ' +
      'destroy those that exist and assist victims.',
    coreArticles: ['ccm 1', 'ccm 3', 'ccm 4', 'ccm 5'],
    names: ['cluster bombs', 'cluster munition ban'],
    links: [{ instrument: 'ccm', role: 'core', articles: articles(1, 9) }],
  },
  {
    id: 'nuclear-ban',
    name: 'Ban on nuclear weapons',
    statement:
      'Never under any circumstances develop, test, produce, possess, transfer, ' +
      'use or threaten to use nuclear weapons.',
    coreArticles: ['tpnw 1'],
    names: ['nuclear weapons ban', 'prohibition of nuclear weapons'],
    links: [{ instrument: 'tpnw', role: 'core', articles: articles(1, 7) }],
  },
  {
    id: 'climate',
    name: 'Climate change mitigation',
    statement:
      'States shall limit their emissions of greenhouse gases so as to prevent dangerous interference with the ' +
      'climate system.',
    coreArticles: ['kyoto 3', 'paris 4'],
    names: ['climate change', 'climate mitigation', 'greenhouse gas mitigation'],
    links: [
      { instrument: 'kyoto', role: 'core', articles: ['2', '3'] },
      // Not a successor: it neither terminates nor replaces the Kyoto Protocol, and parties to both remain bound by
      // both.
      { instrument: 'paris', role: 'core', articles: ['2', '3', '4'] },
    ],
  },
]
