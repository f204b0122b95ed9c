import { related } from './related.ts'

/**
 * Alliance: those with whom a state has a formal alliance.
 *
 * Of any type unless one is asked for (`alliance: defense`). Two alliances of one pair are one tie: it holds while
 * either does. Source: Correlates of War, Formal Alliances 4.1 (Gibler 2009), to 2012.
 */
export const alliance = related({
  id: 'alliance',
  title: 'Alliance',
  definition: 'partners are the states with which it has a formal alliance on the day (alliance=defense: of that type)',
  evidence: 'RelationObserved (cow-alliance)',
  relation: 'cow-alliance',
  counts: ({ type }, input) => input.alliance === 'any' || type === input.alliance,
})
