import { z } from 'zod'
import { flag, halfLifeInput } from '../question/inputs.ts'

/** What single channels may be asked with. */
export const channelOptions = {
  contiguity: z
    .enum(['land', 'any'])
    .default('land')
    .describe('Channel contiguity: by land, or by any border, across up to 400 miles of water'),
  alliance: z
    .enum(['any', 'defense', 'neutrality', 'nonaggression', 'entente'])
    .default('any')
    .describe('Channel alliance: of which type'),
  peers: z
    .string()
    .min(1)
    .optional()
    .describe('Channel regime: the number by which states are alike, a score (polity:polity2) or an attribute'),
  norm: z.string().min(1).optional().describe('Channel advocacy: pressure over which norm'),
  halfLife: halfLifeInput.describe('Channel advocacy: years in which half of an action wears off'),
  gap: flag('Channel power: weigh a partner by how much stronger it is, and not by its strength'),
}
export type ChannelOptions = z.output<z.ZodObject<typeof channelOptions>>
