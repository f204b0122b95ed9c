import { byId, html } from './elements.js'

/**
 * A part of the page. `<id>-part` is its card, `<id>-wait` the line that says what it waits for or what failed, and
 * `<id>-shown` what its answer is shown in.
 */
export const partOf = (id) => ({
  card: byId(`${id}-part`),
  line: byId(`${id}-wait`),
  shown: byId(`${id}-shown`),
  /** What it shows, or waits for. */
  key: undefined,
  /** Shows its answer once more, as on another width; not there while it waits. */
  repeat: undefined,
  /** Empties what stands outside of `shown`. */
  empty: undefined,
})

/**
 * Fills a part with an answer, unless it shows it already (`key` says what it is), or waits for it.
 *
 * - `what` it waits for, in words that follow "Waiting for";
 * - `load(tellBusy)` gives the answer;
 * - `show(answer)` shows it;
 * - `failed(error)` may take a failure upon itself, by giving true;
 * - `tryAgain()` is what a button calls beside a failure that may pass.
 */
export const fill = async (part, { key, what, load, show, failed, tryAgain }) => {
  if (part.key === key) return
  part.key = key
  part.repeat = undefined
  const turn = (part.turn = {})
  wait(part, waitingFor(what))
  part.empty?.()
  let answer
  try {
    answer = await load((seconds) => {
      if (part.turn === turn) part.line.textContent = seconds === 0 ? waitingFor(what) : busyWords(what, seconds)
    })
  } catch (thrown) {
    if (part.turn !== turn) return
    part.key = undefined
    if (!failed?.(thrown)) fail(part, what, thrown, tryAgain)
    return
  }
  if (part.turn !== turn) return
  settle(part)
  part.line.textContent = ''
  part.shown.hidden = false
  part.repeat = () => show(answer)
  show(answer)
}

const waitingFor = (what) => `Waiting for ${what}\u00a0…`
const busyWords = (what, seconds) =>
  `The server is busy; ${what} is asked for again in ${seconds === 1 ? 'a second' : `${seconds} seconds`}\u00a0…`

/** Nothing is shown or waited for any more. */
export const clear = (part) => {
  part.key = undefined
  part.repeat = undefined
  part.turn = undefined
  settle(part)
  part.line.textContent = ''
  part.shown.hidden = true
  part.empty?.()
}

/** The card keeps the height that it has, so that what is below does not move. */
const wait = ({ card, line, shown }, words) => {
  if (!shown.hidden) card.style.minHeight = `${card.offsetHeight}px`
  card.setAttribute('aria-busy', 'true')
  line.className = 'wait'
  line.textContent = words
  shown.hidden = true
}

const settle = ({ card }) => {
  card.style.minHeight = ''
  card.removeAttribute('aria-busy')
}

const fail = (part, what, { message, hint, isFinal }, tryAgain) => {
  settle(part)
  const said = [`${what.charAt(0).toUpperCase()}${what.slice(1)} did not come. ${message}`, hint].filter(Boolean)
  part.line.className = 'failed'
  part.line.replaceChildren(said.join(' '))
  if (isFinal) return
  const button = html('button', { type: 'button' }, 'Try again')
  button.addEventListener('click', tryAgain)
  part.line.append(' ', button)
}
