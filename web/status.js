import { addressOf } from './ask.js'
import { byId, html } from './elements.js'
import { stateName, subjectInSentence, subjectName } from './names.js'
import { eventItems, isOfItself } from './record.js'
import { clocksText, coverageWords, familyOf, labelOf, sentenceOf } from './words.js'

/** The sentence, and how far it can be relied on. `how` is what the question was asked with. */
export const showStatus = (status, how) => {
  const isPast = how.asOf && status.asOf < new Date().toISOString().slice(0, 10)
  const name = subjectInSentence(status.subject, Boolean(status.norm))
  byId('status').replaceChildren(
    html('span', { class: `chip ${familyOf(status.status)}` }, labelOf(status.status)),
    sentenceOf(status, stateName(status.state), name, isPast ? status.asOf : undefined),
  )
  byId('coverage').textContent = coverageWords(status.coverage, status.status)
  byId('anomalies').replaceChildren(
    ...(status.anomalies ?? []).map(({ says, article, code }) =>
      html('li', {}, `${says ?? code}${article ? ` (${article})` : ''}`),
    ),
  )
  byId('decided-part').hidden = !status.decidedBy?.length
  byId('clocks').textContent = clocksText(status)
  document.title = `${stateName(status.state)} · ${subjectName(status.subject)} · normtrail`
}

/** The events that decided a status: those of the state in words, the others as a number. */
export const showDecided = (status, how, events) => {
  const deciding = (events ?? []).filter(({ id }) => status.decidedBy?.includes(id))
  const others = (status.decidedBy?.length ?? 0) - deciding.length
  const items = eventItems(deciding.filter(isOfItself))
  if (others > 0) items.push(othersItem(others, events !== undefined, status, how))
  byId('events').replaceChildren(...items)
}

/** Where the events of the state are not to be had, nobody knows which of all these are of others. */
const othersItem = (count, isOfOthers, { state, subject, asOf }, how) =>
  html(
    'li',
    {},
    `${count} ${count === 1 ? 'event' : 'events'}${isOfOthers ? ' of the treaty itself or of other states' : ''} (`,
    html('a', { href: addressOf('explain/status', [state, subject], { ...how, asOf }) }, 'all, with sources'),
    ')',
  )
