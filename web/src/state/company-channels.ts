import { restate } from '../address/navigate.ts'
import type { Names } from '../ask/names.ts'
import { el } from '../elements/element.ts'
import { channelWords } from '../words/channels.ts'
import { capitalized } from '../words/names.ts'

/** The channels by which a state has partners, those first that are drawn where nothing is chosen. */
const ids = [
  'igo',
  'region',
  'informal',
  'treaties',
  'language',
  'colony',
  'contiguity',
  'alliance',
  'regime',
  'power',
] as const
export type ChannelId = (typeof ids)[number]

const usual: ReadonlySet<ChannelId> = new Set(['igo', 'region'])

/** By what a regime is told: the first of these that the log has. */
const ofRegime = ['polity:polity2', 'vdem:v2x-polyarchy', 'uds:xm-qudsest', 'freedom-house:total']
export const peersOf = (indicators: Names['indicators']): string | undefined =>
  ofRegime.find((id) => indicators.some((one) => one.id === id))

/** The channels that may be drawn: that of regimes where the log has a score of regimes. */
export const channelsOf = ({ indicators }: Pick<Names, 'indicators'>): readonly ChannelId[] =>
  ids.filter((id) => id !== 'regime' || peersOf(indicators) !== undefined)

/** Those that an address names, `igo,alliance`; the usual ones where it names none. */
export const chosenOf = (all: readonly ChannelId[], named: string | undefined): readonly ChannelId[] => {
  const words = named?.split(',').map((word) => word.trim())
  const found = all.filter((id) => (words === undefined ? usual.has(id) : words.includes(id)))
  return found.length > 0 ? found : all.filter((id) => usual.has(id))
}

/** A box for each channel; what is chosen is part of the address. */
export const channelChoice = (
  all: readonly ChannelId[],
  first: readonly ChannelId[],
  show: (chosen: readonly ChannelId[]) => void,
): HTMLElement => {
  const boxes = all.map((id) => {
    const input = el('input', { type: 'checkbox', value: id, checked: first.includes(id) })
    return { id, input }
  })
  const changed = (): void => {
    const chosen = boxes.flatMap(({ id, input }) => (input.checked ? [id] : []))
    restate({ channel: chosen.length === 0 ? undefined : chosen.join(',') })
    show(chosen)
  }
  return el(
    'fieldset',
    { class: 'choice no-embed no-print', onchange: changed },
    el('legend', {}, 'Company'),
    ...boxes.map(({ id, input }) => el('label', {}, input, capitalized(channelWords(id).line))),
  )
}
