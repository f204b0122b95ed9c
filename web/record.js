import { byId, html } from './elements.js'

/** Events that speak of other events are shown with these, not by themselves. */
export const isOfItself = ({ type }) => type !== 'EventCorrected' && type !== 'EventRetracted'

/** Names of fields as words, where a summary has them. */
const fieldWords = { statedEffective: 'stated to take effect on', effectFrom: 'with effect from' }
const asWords = (summary) =>
  summary.replaceAll(
    /(?<=, )[a-z]+(?:[A-Z][a-z]+)+(?= )/g,
    (field) => fieldWords[field] ?? field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
  )

const plain = ({ date, summary, type }) => `${date ?? 'undated'}: ${asWords(summary ?? type)}`
const before = ({ before: { occurred, says } }) => `${occurred ?? 'undated'}: ${asWords(says)}`
const recorded = ({ recordedBy, recordedAt }) => `recorded by ${recordedBy} on ${String(recordedAt).slice(0, 10)}`

/** An event in one line, with what later events made of it. */
export const eventWords = (event) =>
  [
    plain(event),
    ...(event.corrections ?? []).map((one) => `corrected, it said ${before(one)} (${one.reason}; ${recorded(one)})`),
    ...(event.retracted ? [`retracted (${event.retracted.reason}; ${recorded(event.retracted)})`] : []),
  ].join('; ')

/** Events that read the same, as of two sources that say so, in one item with how many records there are. */
export const eventItems = (events) => {
  const alike = new Map()
  for (const event of events) {
    const words = eventWords(event)
    alike.set(words, [...(alike.get(words) ?? []), event])
  }
  return [...alike.values()].map((same) => {
    const item = eventItem(same[0])
    if (same.length > 1) item.append(html('span', { class: 'records' }, ` · ${same.length} records`))
    return item
  })
}

/** An event as an item of a list: what no longer stands is struck through, with the reason and who recorded it. */
const eventItem = (event) => {
  const { corrections = [], retracted, id } = event
  const mark = corrections.length > 0 ? 'corrected' : undefined
  return html(
    'li',
    { title: id, class: retracted ? 'retracted' : mark },
    retracted ? html('del', {}, plain(event)) : plain(event),
    ...corrections.map((one) =>
      html('small', {}, 'corrected; it said ', html('del', {}, before(one)), `. ${one.reason} (${recorded(one)})`),
    ),
    ...(retracted ? [html('small', {}, `retracted: ${retracted.reason} (${recorded(retracted)})`)] : []),
  )
}

/** What is recorded of a state, event by event. */
export const showRecord = ({ events = [] }) => {
  const items = eventItems(events.filter(isOfItself))
  byId('record').replaceChildren(...items)
  byId('record-note').hidden = items.length > 0
}
