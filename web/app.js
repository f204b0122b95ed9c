import { showAdoption } from './adoption.js'
import { abandonAllBut, addressOf, ask } from './ask.js'
import { byId } from './elements.js'
import { isNorm, learnNames, stateInSentence, subjectInSentence } from './names.js'
import { clear, fill, partOf } from './part.js'
import { showRecord } from './record.js'
import { showDecided, showStatus } from './status.js'
import { showTimeline } from './timeline.js'

const form = byId('question')
const fields = ['state', 'subject', 'asOf', 'asKnownAt', 'sources']
const namesAddress = addressOf('names', [])
const [status, decided, timeline, adoption, record] = ['status', 'decided', 'timeline', 'adoption', 'record'].map(
  partOf,
)
const parts = [status, decided, timeline, adoption, record]
// The sentence stands where screen readers listen for it.
status.empty = () => byId('status').replaceChildren()
/** The width that the charts are drawn for. */
let drawn
/** Whether an answer that is shown knows only a part of an import. */
let isPartial
let hasAskedNames = false

/** An answer; where the log holds only a part of an import, the page says so. */
const answerAt = async (address, tellBusy) => {
  const answer = await ask(address, tellBusy)
  isPartial ||= answer.isPartial
  byId('warning').hidden = !isPartial
  return answer.body
}

/** Asks for every part by itself; each is shown when it is there. */
const answer = () => {
  isPartial = false
  const { state, subject, ...how } = Object.fromEntries(fields.map((name) => [name, form.elements[name].value.trim()]))
  const isAsked = Boolean(state && subject)
  byId('examples').hidden = isAsked
  byId('answer').hidden = !isAsked
  byId('problem').hidden = true
  if (isAsked) {
    drawn = byId('answer').clientWidth
    fillParts(state, subject, how)
  } else {
    // Back from an answer to the page as it was opened.
    byId('warning').hidden = true
    document.title = 'normtrail'
    giveUp()
    askNames()
  }
}

/** Waits for no part any more, and shows none. */
const giveUp = () => {
  abandonAllBut([namesAddress])
  for (const part of parts) clear(part)
}

const fillParts = (state, subject, how) => {
  const { asOf, ...known } = how
  const statusAddress = addressOf('status', [state, subject], how)
  const timelineAddress = addressOf('timeline', [state, subject], how)
  // The whole curve, on both sides of the date.
  const curveAddress = addressOf('spread', [subject], known)
  abandonAllBut([statusAddress, timelineAddress, curveAddress, namesAddress])
  const which = `of ${stateInSentence(state)} ${isNorm(subject) ? 'towards' : 'under'} ${subjectInSentence(subject)}`
  const tryAgain = () => fillParts(state, subject, how)
  fill(status, {
    key: statusAddress,
    what: `the status ${which}`,
    load: (tellBusy) => answerAt(statusAddress, tellBusy),
    show: (found) => showStatus(found, how),
    failed: isOfQuestion,
    tryAgain,
  })
  fill(decided, {
    key: `${statusAddress} ${timelineAddress}`,
    what: 'the events that decided it',
    load: async (tellBusy) => [
      await answerAt(statusAddress),
      await answerAt(timelineAddress, tellBusy).catch(() => undefined),
    ],
    show: ([found, told]) => {
      showDecided(found, how, told?.events)
      // Asked for again with the timeline.
      if (told === undefined) decided.key = undefined
    },
    // What the status says of its failure is enough.
    failed: () => true,
  })
  fill(timeline, {
    key: timelineAddress,
    what: `the timeline ${which}`,
    load: (tellBusy) => answerAt(timelineAddress, tellBusy),
    show: showTimeline,
    tryAgain,
  })
  // Before the curve, which may take a while.
  askNames()
  fill(adoption, {
    key: `${curveAddress} ${asOf}`,
    what: `the adoption curve of ${subjectInSentence(subject)}`,
    load: (tellBusy) => answerAt(curveAddress, tellBusy),
    show: (found) => showAdoption(found, asOf),
    tryAgain,
  })
  fill(record, {
    key: timelineAddress,
    what: `the record ${which}`,
    load: (tellBusy) => answerAt(timelineAddress, tellBusy),
    show: showRecord,
    tryAgain,
  })
}

/** What is wrong with the question is said once, in place of an answer. */
const isOfQuestion = ({ message, hint, isFinal }) => {
  if (!isFinal) return false
  giveUp()
  byId('answer').hidden = true
  byId('problem').hidden = false
  byId('problem').textContent = [message, hint].filter(Boolean).join(' ')
  return true
}

/** Names come when they come: what is said without them is said again with them. */
const askNames = async () => {
  if (hasAskedNames) return
  hasAskedNames = true
  try {
    learnNames(await answerAt(namesAddress))
    status.repeat?.()
  } catch {
    // Names are a convenience; the answer itself says what is wrong. They are asked for again with the next question.
    hasAskedNames = false
  }
}

const readAddress = () => {
  const given = new URLSearchParams(location.search)
  for (const name of fields) form.elements[name].value = given.get(name) ?? ''
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  const given = new URLSearchParams(
    fields.map((name) => [name, form.elements[name].value.trim()]).filter(([, value]) => value),
  )
  history.pushState(null, '', `?${given}`)
  answer()
})
addEventListener('popstate', () => {
  readAddress()
  answer()
})
new ResizeObserver(() => {
  // Only another width draws again: a note of another length changes the height, and drawing would take the focus away.
  if (byId('answer').hidden || byId('answer').clientWidth === drawn) return
  drawn = byId('answer').clientWidth
  for (const part of [timeline, adoption]) part.repeat?.()
}).observe(byId('answer'))

readAddress()
answer()
