import { isStock, type ChannelId } from '../channels/index.ts'
import { counted } from '../question/output-fields.ts'
import { firstFew } from '../../text/shorten.ts'
import type { Sensitivity } from './sensitivity-answer.ts'

/** What something is called by, and its name where that says more. */
export const called = (id: string, name: string | undefined): string =>
  name === undefined || name === id ? id : `${id}, ${name}`

/** So many of each are said in a terminal. */
const shown = 5

interface Moved {
  readonly without: number | null
  readonly change: number | null
}

/** `5.9600 -> 5.9100 (-0.0500)`. */
export const movedText = (value: number, { without, change }: Moved): string => {
  if (without === null || change === null) return `${value.toFixed(4)} -> no value`
  return `${value.toFixed(4)} -> ${without.toFixed(4)} (${change < 0 ? '' : '+'}${change.toFixed(4)})`
}

const typeText = ({ type, members, unknown }: Sensitivity['types'][number], channel: ChannelId): string => {
  const of = isStock(channel) ? 'actions' : 'organisations'
  return `${type} ${of} (${members}${unknown.length === 0 ? '' : `, unknown ${firstFew(unknown, 3)}`})`
}

/** What moves the value most where it is left out; nothing where that was not reckoned. */
export const sensitivityText = ({
  channel,
  value,
  min,
  max,
  sensitivity = null,
}: {
  readonly channel: ChannelId
  readonly value: number | null
  readonly min: number | null
  readonly max: number | null
  readonly sensitivity?: Sensitivity | null
}): readonly string[] => {
  if (sensitivity === null || value === null) return []
  const { organisations, partners, types } = sensitivity
  const more = [organisations, partners].reduce((sum, all) => sum + Math.max(0, all.length - shown), 0)
  return [
    ...organisations
      .slice(0, shown)
      .map((one) => `  without ${called(one.organisation, one.name)}: ${movedText(value, one)}`),
    ...partners
      .slice(0, shown)
      .map((one) => `  without partner ${called(one.partner, one.name)}: ${movedText(value, one)}`),
    ...types.map((one) => `  without all ${typeText(one, channel)}: ${movedText(value, one)}`),
    ...(more === 0 ? [] : [`  … without ${counted(more, 'other')}; the JSON answer gives all`]),
    ...(min === max ? [] : ['  what is reckoned again without them is the value, not its bounds']),
  ]
}
