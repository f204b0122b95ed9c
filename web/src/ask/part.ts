import { el, fill, type Child } from '../elements/element.ts'
import { whenBusy } from './patient-fetch.ts'
import { Problem } from './problem.ts'

/** What a part of a view shows, and what it says meanwhile. */
export interface PartOf<Found> {
  /** What is waited for, in words that follow "Waiting for": `the adoption curve`. */
  readonly what: string
  readonly load: () => Promise<Found>
  readonly show: (found: Found) => Child | readonly Child[]
  /** What is said of a refusal; where it gives nothing, what failed is said in a line. */
  readonly refused?: (problem: Problem) => readonly Child[] | undefined
}

/** After so many milliseconds a part says what it waits for. */
const patience = 300

/**
 * A part of a view that fills itself: nothing at first (its class gives it the size of what comes), after a while the
 * words for what is awaited, then what was found, or what failed with a button to try again.
 */
export const part = (host: HTMLElement) => {
  let turn = {}
  const fillWith = async <Found>(wanted: PartOf<Found>): Promise<void> => {
    const mine = (turn = {})
    const isCurrent = () => turn === mine
    const line = el('p', { class: 'wait', role: 'status' })
    host.setAttribute('aria-busy', 'true')
    if (host.childElementCount === 0) fill(host, line)
    const say = (words: string): void => {
      if (!isCurrent()) return
      line.textContent = words
      if (!host.contains(line)) host.prepend(line)
    }
    const timer = setTimeout(() => say(`Waiting for ${wanted.what}\u00a0…`), patience)
    const stopHearing = whenBusy((seconds) => say(busyWords(wanted.what, seconds)))
    try {
      const found = await wanted.load()
      if (isCurrent()) fill(host, ...[wanted.show(found)].flat())
    } catch (thrown) {
      const said = thrown instanceof Problem ? wanted.refused?.(thrown) : undefined
      if (isCurrent() && said !== undefined) fill(host, ...said)
      else if (isCurrent())
        fill(
          host,
          failure(wanted.what, thrown, () => void fillWith(wanted)),
        )
    } finally {
      clearTimeout(timer)
      stopHearing()
      if (isCurrent()) host.removeAttribute('aria-busy')
    }
  }
  return fillWith
}

const busyWords = (what: string, seconds: number): string =>
  seconds === 0
    ? `Waiting for ${what}\u00a0…`
    : `The server is busy; ${what} is asked for again in ${seconds === 1 ? 'a second' : `${seconds} seconds`}\u00a0…`

const failure = (what: string, thrown: unknown, again: () => void): HTMLElement => {
  const problem = thrown instanceof Problem ? thrown : new Problem('The page could not show it.', { isFinal: true })
  if (!(thrown instanceof Problem)) console.error(thrown)
  const subject = `${what.charAt(0).toUpperCase()}${what.slice(1)}`
  return el(
    'p',
    { class: 'failed', role: 'alert' },
    [`${subject} did not come. ${problem.message}`, problem.hint].filter(Boolean).join(' '),
    !problem.isFinal && el('button', { type: 'button', onclick: again }, 'Try again'),
  )
}
