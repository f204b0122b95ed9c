import { related } from './related.ts'

/**
 * Contiguity: those with whom a state shares a border.
 *
 * By land unless asked for more (`contiguity: any` takes borders across up to 400 miles of water, too: the classes of
 * the source are no ladder of nearness). Each pair is a tie that counts once. Source: Correlates of War, Direct
 * Contiguity (Stinnett et al. 2002); a pair that it does not list is not contiguous in its years.
 */
export const contiguity = related({
  id: 'contiguity',
  title: 'Contiguity',
  definition:
    'partners are the states that share a land border on the day (contiguity=any: or water of up to 400 miles)',
  evidence: 'RelationObserved (cow-contiguity)',
  relation: 'cow-contiguity',
  counts: ({ type }, input) => input.contiguity === 'any' || type === 'land',
})
