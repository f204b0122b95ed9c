import { drawBand } from './band.js'
import { byId, fillTable, sayIn } from './elements.js'
import { reachOfBand } from './reach.js'
import { isOfItself } from './record.js'
import { mergedSpans } from './spans.js'
import { clocksText, labelOf } from './words.js'

/** A state's statuses as a band, with how far the sources reach, and as a table. */
export const showTimeline = (timeline) => {
  const [subject] = timeline.subjects ?? []
  const spans = mergedSpans(subject?.spans)
  byId('band-clocks').textContent = clocksText(timeline)
  byId('band-reach').textContent = reachOfBand(subject?.coverage)
  fillTable(
    byId('spells'),
    ['From', 'Until', 'Status', 'Spell', 'Certainty'],
    spans.map((span) => [span.from ?? '…', span.to ?? '…', labelOf(span.status), span.spell || '', span.certainty]),
  )
  drawBand(
    byId('band'),
    { spans, coverage: subject?.coverage, events: timeline.events?.filter(isOfItself), asOf: timeline.asOf },
    sayIn('band-note'),
  )
}
