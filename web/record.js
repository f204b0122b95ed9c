import { html } from './elements.js'

/** Events that speak of other events are shown with these, not by themselves. */
export const isOfItself = ({ type }) => type !== 'EventCorrected' && type !== 'EventRetracted'

const plain = ({ date, summary, type }) => `${date ?? 'undated'}: ${summary ?? type}`
const before = ({ before: { occurred, says } }) => `${occurred ?? 'undated'}: ${says}`
const recorded = ({ recordedBy, recordedAt }) => `recorded by ${recordedBy} on ${String(recordedAt).slice(0, 10)}`

/** An event in one line, with what later events made of it. */
export const eventWords = (event) =>
  [
    plain(event),
    ...(event.corrections ?? []).map((one) => `corrected, it said ${before(one)} (${one.reason}; ${recorded(one)})`),
    ...(event.retracted ? [`retracted (${event.retracted.reason}; ${recorded(event.retracted)})`] : []),
  ].join('; ')

/** An event as an item of a list: what no longer stands is struck through, with the reason and who recorded it. */
export const eventItem = (event) => {
  const { corrections = [], retracted, id } = event
  return html(
    'li',
    { title: id, class: retracted ? 'retracted' : corrections.length > 0 ? 'corrected' : undefined },
    retracted ? html('del', {}, plain(event)) : plain(event),
    ...corrections.map((one) =>
      html('small', {}, 'corrected; it said ', html('del', {}, before(one)), `. ${one.reason} (${recorded(one)})`),
    ),
    ...(retracted ? [html('small', {}, `retracted: ${retracted.reason} (${recorded(retracted)})`)] : []),
  )
}
