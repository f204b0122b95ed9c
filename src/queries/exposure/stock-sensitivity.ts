import type { ExposureByChannel } from './exposure-by-channel.ts'
import { byChange, movedFrom, type Sensitivity } from './sensitivity-answer.ts'

type Action = Extract<ExposureByChannel['terms'][number], { readonly campaign: string }>

/** What is left of a stock without some of its actions; null where none is left. */
const leftOf = (actions: readonly Action[], isLeftOut: (action: Action) => boolean): number | null => {
  const left = actions.filter((action) => !isLeftOut(action))
  return left.length === 0 ? null : left.reduce((sum, { contribution }) => sum + contribution, 0)
}

/** How a stock moves without one campaign, or without all actions of a kind. */
export const sensitivityOfStock = (
  { value, terms }: Pick<ExposureByChannel, 'value' | 'terms'>,
  nameOf: (campaign: string) => string,
): Sensitivity | null => {
  if (value === null) return null
  const actions = terms.filter((term): term is Action => 'campaign' in term)
  const campaigns = [...new Set(actions.map(({ campaign }) => campaign))]
  const kinds = [...new Set(actions.map(({ kind }) => kind))]
  return {
    organisations: byChange(
      campaigns.map((organisation) => ({
        organisation,
        name: nameOf(organisation),
        ...movedFrom(
          value,
          leftOf(actions, ({ campaign }) => campaign === organisation),
        ),
      })),
    ),
    partners: [],
    types: byChange(
      kinds.map((type) => ({
        type,
        members: actions.filter(({ kind }) => kind === type).length,
        unknown: [],
        ...movedFrom(
          value,
          leftOf(actions, ({ kind }) => kind === type),
        ),
      })),
    ),
  }
}
