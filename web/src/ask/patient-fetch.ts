import { Problem } from './problem.ts'
import { noteRelease } from './released.ts'
import { tokenHeaders } from './token.ts'

/** So many answers are kept; the one that nobody used for the longest time goes first. */
const most = 120
/** A server that says when to ask again is asked so often before it counts as failed, later each time. */
const patience = 12
const longest = 60

const answers = new Map<string, Promise<Response>>()
const listeners = new Set<(seconds: number) => void>()

/** Hears in how many seconds a busy server is asked again, and 0 when it is; gives what ends the hearing. */
export const whenBusy = (tell: (seconds: number) => void): (() => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

const heardOfPart = new Set<() => void>()

/** Hears of every answer that knows only a part of an import: the server says so in a header. */
export const whenPartial = (tell: () => void): void => {
  heardOfPart.add(tell)
}

/**
 * Like `fetch`, for what is read: while the page is open nothing is asked for twice, neither what is there nor what is
 * on its way; a busy server is asked again when it says so. Failures are forgotten.
 */
export const patientFetch = async (request: Request): Promise<Response> => {
  const key = request.url
  const begun = answers.get(key)
  const answer = begun ?? asked(request)
  answers.delete(key)
  answers.set(key, answer)
  if (begun === undefined) keepWhatIsWell(key, answer)
  return (await answer).clone()
}

/** Forgets what was read: something was recorded since. */
export const forgetAnswers = (): void => answers.clear()

const keepWhatIsWell = (key: string, answer: Promise<Response>): void => {
  const forget = () => {
    if (answers.get(key) === answer) answers.delete(key)
  }
  answer.then((response) => {
    const { ok, headers } = response
    noteRelease(key, response)
    if (headers.has('normtrail-warning')) for (const tell of heardOfPart) tell()
    if (ok) makeRoom()
    else forget()
  }, forget)
}

const makeRoom = (): void => {
  for (const key of answers.keys()) {
    if (answers.size <= most) return
    answers.delete(key)
  }
}

const asked = async (request: Request): Promise<Response> => {
  for (let times = 1; ; times++) {
    const response = await fetch(new Request(request.clone(), { headers: { ...accepted, ...tokenHeaders() } })).catch(
      (cause: unknown) => {
        if (request.signal.aborted) throw cause
        throw new Problem('The server cannot be reached.', { cause })
      },
    )
    const wanted = times < patience ? secondsWanted(response) : undefined
    if (wanted === undefined) return response
    const seconds = Math.min(wanted * 2 ** (times - 1), Math.max(wanted, longest))
    for (const tell of listeners) tell(seconds)
    await new Promise((done) => setTimeout(done, seconds * 1000))
    for (const tell of listeners) tell(0)
  }
}

const accepted = { accept: 'application/json' }

/** In how many seconds a busy server wants to be asked again, at least 1, from `Retry-After`: seconds, or a date. */
const secondsWanted = (response: Response): number | undefined => {
  const given = response.status === 503 ? response.headers.get('retry-after') : null
  if (given === null) return undefined
  const seconds = /^\d+$/.test(given) ? Number(given) : (Date.parse(given) - Date.now()) / 1000
  return Number.isFinite(seconds) ? Math.max(Math.ceil(seconds), 1) : undefined
}
