import { drawBand } from './band.js'
import { countOf, drawCurve, series } from './curve.js'
import { byId, fillTable, html } from './elements.js'
import { eventItems, isOfItself } from './record.js'
import { reachOfBand, reachOfCurve } from './reach.js'
import { mergedSpans } from './spans.js'
import { clocksText, coverageWords, familyOf, inSentence, labelOf, sentenceOf } from './words.js'

const form = byId('question')
const names = ['state', 'subject', 'asOf', 'asKnownAt', 'sources']
let running = new AbortController()
let shown
/** The width that the charts are drawn for. */
let drawn

const addressOf = (question, words, how) =>
  `api/${[question, ...words.map(encodeURIComponent)].join('/')}?` +
  `${new URLSearchParams(Object.entries(how).filter(([, value]) => value))}`

/** Asks one question; a problem document becomes an error with its hint. */
const ask = async (question, words, how, signal) => {
  const response = await fetch(addressOf(question, words, how), { headers: { accept: 'application/json' }, signal })
  byId('warning').hidden = !response.headers.has('normtrail-warning')
  const body = await response.json()
  if (!response.ok) throw Object.assign(new Error(body.detail ?? response.statusText), { hint: body.hint })
  return body
}

const answer = async () => {
  running.abort()
  running = new AbortController()
  const { signal } = running
  const { state, subject, ...how } = Object.fromEntries(names.map((name) => [name, form.elements[name].value.trim()]))
  byId('examples').hidden = Boolean(state && subject)
  if (!state || !subject) {
    // Back from an answer to the page as it was opened.
    for (const id of ['answer', 'problem', 'warning']) byId(id).hidden = true
    document.title = 'normtrail'
    return
  }
  byId('answer').setAttribute('aria-busy', 'true')
  try {
    const [status, timeline, spread] = await Promise.all([
      ask('status', [state, subject], how, signal),
      ask('timeline', [state, subject], how, signal),
      // The whole curve, on both sides of the date.
      ask('spread', [subject], { asKnownAt: how.asKnownAt, sources: how.sources }, signal).catch((thrown) =>
        signal.aborted ? Promise.reject(thrown) : { curve: [], problem: thrown.message },
      ),
    ])
    shown = { status, timeline, spread, how }
    byId('problem').hidden = true
    byId('answer').hidden = false
    show()
  } catch (thrown) {
    if (signal.aborted) return
    byId('problem').hidden = false
    byId('problem').textContent = [thrown.message, thrown.hint].filter(Boolean).join(' ')
    byId('answer').hidden = true
  }
  byId('answer').removeAttribute('aria-busy')
}

const show = () => {
  const { status, timeline, spread, how } = shown
  const subject = (timeline.subjects ?? []).find((one) => one.subject === status.subject) ?? timeline.subjects?.[0]
  const state = nameOf('states', status.state)
  const name = subject?.name ?? nameOf('subjects', status.subject)
  const isNorm = Boolean(subject?.spans?.some(({ norm }) => norm))
  const spans = mergedSpans(subject?.spans)
  const isPast = how.asOf && status.asOf < new Date().toISOString().slice(0, 10)
  byId('status').replaceChildren(
    html('span', { class: `chip ${familyOf(status.status)}` }, labelOf(status.status)),
    sentenceOf(status, state, inSentence(name, isNorm), isPast ? status.asOf : undefined),
  )
  byId('coverage').textContent = coverageWords(status.coverage, status.status)
  byId('anomalies').replaceChildren(
    ...(status.anomalies ?? []).map(({ says, article, code }) =>
      html('li', {}, `${says ?? code}${article ? ` (${article})` : ''}`),
    ),
  )
  const deciding = (timeline.events ?? []).filter(({ id }) => status.decidedBy?.includes(id))
  const recorded = (timeline.events ?? []).filter(isOfItself)
  const others = (status.decidedBy?.length ?? 0) - deciding.length
  byId('decided').hidden = deciding.length + others === 0
  byId('events').replaceChildren(
    ...eventItems(deciding.filter(isOfItself)),
    ...(others > 0
      ? [
          html(
            'li',
            {},
            `${others} ${others === 1 ? 'event' : 'events'} of the treaty itself or of other states (`,
            html(
              'a',
              { href: addressOf('explain/status', [status.state, status.subject], { ...how, asOf: status.asOf }) },
              'all, with sources',
            ),
            ')',
          ),
        ]
      : []),
  )
  byId('record').replaceChildren(...eventItems(recorded))
  byId('recorded').hidden = recorded.length === 0
  byId('clocks').textContent = clocksText(status)
  byId('band-clocks').textContent = clocksText(timeline)
  byId('curve-clocks').textContent = spread.problem ? '' : clocksText(spread)
  byId('band-reach').textContent = reachOfBand(subject?.coverage)
  byId('curve-reach').textContent = reachOfCurve(spread.curve)
  fillTable(
    byId('spells'),
    ['From', 'Until', 'Status', 'Spell', 'Certainty'],
    spans.map((span) => [span.from ?? '…', span.to ?? '…', labelOf(span.status), span.spell || '', span.certainty]),
  )
  fillTable(
    byId('years'),
    ['Year', 'System', ...series.map(({ label }) => label), 'At risk', 'Hazard'],
    (spread.curve ?? []).map((point) => [
      point.year,
      point.system,
      ...series.map(({ field }) => countOf(point, field)),
      point.atRisk,
      Number.isFinite(point.hazard) ? point.hazard.toFixed(3) : '',
    ]),
  )
  document.title = `${state} · ${name} · normtrail`
  draw(subject, spans)
}

const say = (id) => (words) => void (byId(id).textContent = words)

const draw = (subject, spans) => {
  const { status, timeline, spread } = shown
  drawn = byId('answer').clientWidth
  drawBand(
    byId('band'),
    { spans, coverage: subject?.coverage, events: timeline.events?.filter(isOfItself), asOf: status.asOf },
    say('band-note'),
  )
  drawCurve(byId('curve'), { curve: spread.curve, asOf: status.asOf }, say('curve-note'))
  if (spread.problem) say('curve-note')(spread.problem)
}

/** The name behind an id, from the lists of suggestions; the id where they do not say. */
const nameOf = (list, id) => [...byId(list).options].find(({ value }) => value === id)?.label || id

const suggestFrom = (list, entries = []) =>
  byId(list).replaceChildren(...entries.map(({ id, name }) => html('option', { value: id, label: name })))

/** Fills the lists of suggestions. The page works without them. */
const suggest = async () => {
  try {
    const { states, treaties, norms } = await ask('names', [], {})
    suggestFrom('states', states)
    suggestFrom('subjects', [...norms, ...treaties])
  } catch {
    // Suggestions are a convenience; the answer itself says what is wrong.
  }
}

const readAddress = () => {
  const given = new URLSearchParams(location.search)
  for (const name of names) form.elements[name].value = given.get(name) ?? ''
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  const given = new URLSearchParams(
    names.map((name) => [name, form.elements[name].value.trim()]).filter(([, value]) => value),
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
  if (shown !== undefined && !byId('answer').hidden && byId('answer').clientWidth !== drawn) show()
}).observe(byId('answer'))

readAddress()
await suggest()
answer()
