import { dayWords, isNotCovered, labelOf } from './words.js'

const sameness = ({ status, spell, certainty, reason, possible = [] }) =>
  JSON.stringify([status, spell, certainty, isNotCovered({ reason, possible }) || possible])

/** Spans that follow each other and read the same are one: what parts them (a mark, one choice more) is not drawn. */
export const mergedSpans = (spans = []) => {
  const merged = []
  for (const span of spans) {
    const last = merged.at(-1)
    if (last !== undefined && last.to === span.from && sameness(last) === sameness(span))
      merged[merged.length - 1] = { ...last, to: span.to }
    else merged.push(span)
  }
  return merged
}

/** The status of a span in a few words: `Signed`, `In force again`, `Not covered`. */
export const spanLabel = (span) =>
  isNotCovered(span) ? 'Not covered' : `${labelOf(span.status)}${span.spell > 1 ? ' again' : ''}`

/** A span in words: `9 August 1985 to now: In force`. */
export const spanWords = (span) => {
  const { from, to, certainty, possible = [] } = span
  const isChoice = certainty === 'possible' && possible.length > 1 && !isNotCovered(span)
  const choices = isChoice ? ` (${possible.map(labelOf).join(' or ')})` : ''
  return `${from ? dayWords(from) : 'the beginning'} to ${to ? dayWords(to) : 'now'}: ${spanLabel(span)}${choices}`
}
