/**
 * Answers by address. While the page is open nothing is asked for twice: not what is there, nor what is on its way.
 * Reloading the page asks anew.
 */
const entries = new Map()

/** So many answers are kept; the one that nobody used for the longest time goes first. */
const most = 100

/** A server that says when to ask again is asked so often before it counts as failed, and later each time. */
const patience = 12
const longest = 60

/** Where a question is answered, as in `api/status/usa/cat?asOf=1994-10-20`. What is empty is left out. */
export const addressOf = (question, words, how = {}) =>
  `api/${[question, ...words.map(encodeURIComponent)].join('/')}?` +
  `${new URLSearchParams(Object.entries(how).filter(([, value]) => value))}`

/**
 * The answer at an address, as `{ body, isPartial }`: `isPartial` where the log holds only a part of an import.
 * `tellBusy` hears in how many seconds a busy server is asked again, and 0 when it is. Fails with an error that has the
 * problem's `hint`, and `isFinal` where asking again would change nothing; failures that may pass are forgotten.
 */
export const ask = (address, tellBusy) => {
  const entry = entries.get(address) ?? begin(address)
  entries.delete(address)
  entries.set(address, entry)
  if (tellBusy) entry.waiting.push(tellBusy)
  return entry.answer
}

/** Breaks off whatever is on its way and is none of these addresses. */
export const abandonAllBut = (addresses) => {
  for (const [address, { isHere, controller }] of entries) {
    if (isHere || addresses.includes(address)) continue
    entries.delete(address)
    controller.abort()
  }
}

const begin = (address) => {
  const entry = { controller: new AbortController(), waiting: [], isHere: false }
  const isOver = () => {
    entry.isHere = true
    entry.waiting = []
  }
  entry.answer = answerFrom(address, entry).then(
    (answer) => {
      isOver()
      makeRoom()
      return answer
    },
    (thrown) => {
      isOver()
      if (!thrown.isFinal && entries.get(address) === entry) entries.delete(address)
      throw thrown
    },
  )
  return entry
}

const makeRoom = () => {
  for (const [address, { isHere }] of entries) {
    if (entries.size <= most) return
    if (isHere) entries.delete(address)
  }
}

const answerFrom = async (address, entry) => {
  const { signal } = entry.controller
  for (let times = 1; ; times++) {
    const response = await fetch(address, { headers: { accept: 'application/json' }, signal }).catch((thrown) => {
      if (signal.aborted) throw thrown
      throw problem('The server cannot be reached.', { cause: thrown })
    })
    const wanted = times < patience ? secondsWanted(response) : undefined
    if (wanted === undefined) return read(response)
    const seconds = Math.min(wanted * 2 ** (times - 1), Math.max(wanted, longest))
    for (const tell of entry.waiting) tell(seconds)
    await pause(seconds, signal)
    for (const tell of entry.waiting) tell(0)
  }
}

const read = async (response) => {
  const body = await response.json().catch(() => undefined)
  if (response.ok && body !== undefined) return { body, isPartial: response.headers.has('normtrail-warning') }
  const { detail, hint } = body ?? {}
  if (response.ok) throw problem('The answer was cut off.')
  throw problem(detail ?? `The server says ${response.status}.`, { hint, isFinal: response.status < 500 })
}

const problem = (message, { cause, ...more } = {}) =>
  Object.assign(new Error(message, { cause }), { isFinal: false, ...more })

/** In how many seconds a busy server wants to be asked again, at least 1, from `Retry-After`: seconds, or a date. */
const secondsWanted = (response) => {
  const given = response.status === 503 ? response.headers.get('retry-after') : null
  if (given === null) return undefined
  const seconds = /^\d+$/.test(given) ? Number(given) : (Date.parse(given) - Date.now()) / 1000
  return Number.isFinite(seconds) ? Math.max(Math.ceil(seconds), 1) : undefined
}

const pause = (seconds, signal) =>
  new Promise((done, fail) => {
    const timer = setTimeout(done, seconds * 1000)
    const breakOff = () => {
      clearTimeout(timer)
      fail(signal.reason)
    }
    signal.addEventListener('abort', breakOff, { once: true })
  })
