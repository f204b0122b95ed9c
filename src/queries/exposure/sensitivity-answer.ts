import { z } from 'zod'
import type { Formula } from '../../exposure/formulas/formula.ts'
import type { CompanyRead } from '../channels/channel-companies.ts'
import type { PartnerChannelId } from '../channels/index.ts'

const moved = {
  without: z.number().nullable().describe('The value without it; null where there is none then'),
  change: z.number().nullable().describe('What that is more than the value with it; null where there is none'),
}
const withoutType = z.object({
  type: z
    .string()
    .describe(
      'A class of organisations (universal, regional, political, social, economic); of a stock a kind of action',
    ),
  members: z.int().describe('How many organisations of the state, or actions, are left out with it'),
  unknown: z.array(z.string()).describe('Organisations among them of which nobody knows whether they are of the type'),
  ...moved,
})
export const sensitivityOut = z
  .object({
    organisations: z
      .array(z.object({ organisation: z.string(), name: z.string(), ...moved }))
      .describe('Without one organisation, or group of the channel; of a stock without one campaign; of ties none'),
    partners: z.array(z.object({ partner: z.string(), name: z.string(), ...moved })).describe('Without one partner'),
    types: z.array(withoutType).describe('Without all organisations of a class'),
  })
  .describe(
    'How the value (not its bounds) moves where one thing is left out, what moves it most first; that without which ' +
      'there is no value stands before all',
  )
export type Sensitivity = z.output<typeof sensitivityOut>
export type WithoutType = z.output<typeof withoutType>

/** By how much a value moves. */
export const movedFrom = (value: number, without: number | null) => ({
  without,
  change: without === null ? null : without - value,
})

/**
 * What moves a value most comes first; that without which there is none before all. What differs by no more than the
 * last bits of a sum moves it alike, and stays in its order.
 */
export const byChange = <T extends { readonly change: number | null }>(all: readonly T[]): T[] => {
  const size = ({ change }: T): number => (change === null ? Infinity : Number(Math.abs(change).toPrecision(12)))
  return all.toSorted((a, b) => (size(a) === size(b) ? 0 : size(b) - size(a)))
}

/** Of which value: of whom, by which formula and channel, in the company that was read of it. */
export interface Explained {
  readonly state: string
  readonly value: number
  readonly formula: Formula
  readonly id: PartnerChannelId
  readonly read: CompanyRead
  /** Organisations or groups that do not count. */
  readonly leftOut: readonly string[]
}
