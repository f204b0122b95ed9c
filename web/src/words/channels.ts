interface Channel {
  /** Who the partners are, as the name of a line. */
  readonly line: string
  /** As a heading has it. */
  readonly title: string
  /** What its terms are called, by one of which the value is made. */
  readonly terms: string
}

const channels: Readonly<Record<string, Channel>> = {
  igo: { line: 'in shared organisations', title: 'Company in organisations', terms: 'organisation' },
  informal: { line: 'in informal bodies', title: 'Company in informal bodies', terms: 'body' },
  region: { line: 'in its region', title: 'Company in its region', terms: 'region' },
  treaties: { line: 'under shared treaties', title: 'Company under treaties', terms: 'treaty' },
  language: { line: 'of its language', title: 'Company by language', terms: 'language' },
  colony: { line: 'of its colonial past', title: 'Company by colonial past', terms: 'tie' },
  contiguity: { line: 'across its borders', title: 'Company of neighbours', terms: 'neighbour' },
  alliance: { line: 'in its alliances', title: 'Company of allies', terms: 'ally' },
  regime: { line: 'of its kind of regime', title: 'Company by regime', terms: 'state' },
  power: { line: 'by their power', title: 'Company by power', terms: 'state' },
  advocacy: { line: 'of campaigns', title: 'Pressure of campaigns', terms: 'campaign' },
}

/** What a channel of exposure is called. */
export const channelWords = (id: string): Channel =>
  channels[id] ?? { line: id, title: `Company by ${id}`, terms: 'term' }

const absences: Readonly<Record<string, string>> = {
  'no-organisation': 'it belonged to no organisation that counts',
  'no-partner': 'it had no partner there',
  'no-tie': 'it had no such tie',
  'too-few-rated': 'too few of its partners were rated',
  'low-coverage': 'too small a part of the weight is observed',
  'no-system': 'there was no other state in the system',
  'not-in-system': 'it was not in the state system',
  unknown: 'nobody says who its partners were',
}
/** Why there is no exposure, in words that follow "No value:". */
export const absenceWords = (missing: string | null): string =>
  missing === null ? 'nothing is recorded' : (absences[missing] ?? missing.replaceAll('-', ' '))

/** What the mean of means is, in a sentence. */
export const meanOfMeans =
  'The mean over its organisations or groups of the mean of their other members: each counts the same, however large.'
