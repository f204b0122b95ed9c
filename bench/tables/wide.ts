/** A column for each treaty, in three ways, and others: forty of them, from 1816 on. */
const treaties = ['cat', 'cedaw', 'crc', 'iccpr', 'icescr', 'rome-statute']
const scores = ['cirights:physint', 'polity:polity2']

const named = (id: string): string => id.replaceAll(/\W/g, '_')

const ofTreaty = (id: string) => [
  { name: named(id), status: id },
  { name: `${named(id)}_bound`, status: id, holds: 'IN_FORCE' },
  { name: `${named(id)}_since`, since: { status: id } },
]

const ofScore = (score: string) => [
  { name: named(score), score },
  ...[1, 2].map((lag) => ({ name: `${named(score)}_lag${lag}`, score, lag })),
  ...['mm', 'dc'].flatMap((formula) =>
    [1, 2].map((lag) => ({ name: `${formula}_${named(score)}_${lag}`, exposure: { score, formula, lag } })),
  ),
]

/** What a scholar would merge from a dozen tables: state-years of two centuries. */
export const wide = {
  unit: 'state-year',
  system: 'cow',
  from: 1816,
  to: 2014,
  columns: [
    ...treaties.flatMap(ofTreaty),
    ...['un', 'unesco', 'nato', 'ilo', 'imf'].map((igo) => ({ name: igo, membership: igo })),
    ...scores.flatMap(ofScore),
    { name: 'igos', count: 'full' },
    { name: 'observer', count: 'observer' },
    { name: 'cinc', attribute: 'cow-nmc:cinc' },
  ],
}

/** Dyads of some years, in both orders: what they share, and a score of each. */
export const dyads = (from: number, to: number) => ({
  unit: 'directed-dyad-year',
  system: 'cow',
  from,
  to,
  columns: [
    { name: 'shared', dyad: 'shared_igos' },
    { name: 'polity_a', of: 'a', score: 'polity:polity2' },
    { name: 'polity_b', of: 'b', score: 'polity:polity2' },
  ],
})
