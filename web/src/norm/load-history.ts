import { clocksOf, type Address } from '../address/address.ts'
import { bodyOf, v1 } from '../ask/v1.ts'
import { SubjectHistory } from './history.ts'

/** Asks for every state's statuses under a treaty or norm. */
export const historyOf = async (subject: string, address: Address): Promise<SubjectHistory> => {
  const { system } = address
  const query = { ...clocksOf(address), ...(system !== undefined && { system: system as 'un' }) }
  return new SubjectHistory(
    await bodyOf(v1.GET('/v1/spells/status/{subject}', { params: { path: { subject }, query } })),
  )
}
