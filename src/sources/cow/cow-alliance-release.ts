import type { Claim } from '../importer/draft.ts'

export const allianceCitation =
  'Gibler, Douglas M. 2009. International Military Alliances, 1648-2008. CQ Press; Correlates of War ' +
  'Formal Alliances ' +
  'v4.1, to 2012'

/** No row: no alliance, of states in the system. */
export const allianceYears = {
  classes: ['relation'],
  actors: 'all',
  system: 'cow',
  from: '1816-01-01',
  through: '2012-12-31',
} satisfies Claim
