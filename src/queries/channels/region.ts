import { classified } from './classified.ts'

/**
 * Region: those of the same sub-region by the list of the United Nations Statistics Division (M49).
 *
 * Each of the 22 sub-regions is one group, to which all states of the system in it belong. With one group a state, MM
 * equals DC. Source: UN Statistics Division, Standard country or area codes for statistical use (M49). The list is one
 * of today: that it sorted the states of earlier years so is an assumption, which every answer prints.
 */
export const region = classified({
  id: 'region',
  title: 'Neighbourhood by region',
  definition: 'partners are the states of the same M49 sub-region on the day',
  evidence: 'ActorClassified (m49-subregion)',
  classification: 'm49-subregion',
  assumption: 'sub-regions are those of the M49 list of today, applied to every earlier year',
})
