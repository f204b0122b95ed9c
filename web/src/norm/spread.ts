import { clocksOf, type Address } from '../address/address.ts'
import { bodyOf, v1, type Answer } from '../ask/v1.ts'

export type Spread = Answer<'/v1/spread/{subject}'>

/** How a subject spread, with its regions: one answer for the flag on the curve and for the small multiples. */
export const spreadOf = (subject: string, address: Address): Promise<Spread> => {
  const { system } = address
  const query = {
    ...clocksOf(address),
    ...(system !== undefined && { system: system as 'un' }),
    part: 'regions',
  } as const
  return bodyOf(v1.GET('/v1/spread/{subject}', { params: { path: { subject }, query } }))
}
