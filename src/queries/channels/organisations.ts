import type { OrganisationChannel } from './channel.ts'

/** Formal organisations, founded by a treaty: what an exposure is made of where no channel is named. */
export const igo: OrganisationChannel<'igo'> = {
  id: 'igo',
  title: 'Formal organisations',
  definition: 'partners are the states that share organisations founded by a treaty',
  evidence: 'memberships of organisations',
  formality: 'formal',
}

/**
 * Informal bodies, which no treaty founds: G7, G20, BRICS, and those of lists that are imported. None of them counts
 * among formal organisations.
 */
export const informal: OrganisationChannel<'informal'> = {
  id: 'informal',
  title: 'Informal bodies',
  definition: 'partners are the states that share bodies without a founding treaty',
  evidence: 'memberships of bodies with formality: informal',
  formality: 'informal',
}
