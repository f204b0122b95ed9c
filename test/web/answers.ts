import type { Answering } from './a-page.ts'

/** Answers as the server gives them, as far as the page reads them, about any state and subject. */
const bodyOf = (path: string): object => {
  const [question, state = '', subject = ''] = path
    .replace(/^api\//, '')
    .replace(/\?.*$/, '')
    .split('/')
  const clocks = { asOf: '2026-11-02', asKnownAt: null, ordinal: 7 }
  const spans = [
    { from: null, to: '1996-03-03', status: 'NONE', spell: 0, certainty: 'certain' },
    { from: '1996-03-03', to: null, status: 'IN_FORCE', spell: 1, certainty: 'certain' },
  ]
  if (question === 'status')
    return {
      state,
      subject,
      status: 'IN_FORCE',
      since: '1996-03-03',
      spell: 1,
      decidedBy: ['own', 'other'],
      norm: subject === 'torture' ? {} : null,
      coverage: { state: 'covered', through: '2026-11-01', complete: ['exit'] },
      ...clocks,
    }
  if (question === 'timeline')
    return {
      state,
      subjects: [{ subject, name: `The Treaty of ${subject}`, spans, coverage: [] }],
      events: [{ id: 'own', type: 'TreatyRatified', date: '1996-03-03', summary: `treaty ratified by ${state}` }],
      ...clocks,
    }
  if (question === 'spread') {
    const year = (of: number, count: number) => ({
      year: of,
      system: 4,
      signed: count,
      consented: count,
      inForce: count,
    })
    return { curve: [year(1995, 1), year(1996, 2)], ...clocks }
  }
  return {
    states: [
      { id: 'usa', name: 'United States' },
      { id: 'fra', name: 'France' },
    ],
    treaties: [{ id: 'cat', name: 'Convention against Torture' }],
    norms: [{ id: 'torture', name: 'Prohibition of torture' }],
    ...clocks,
  }
}

interface Pending {
  readonly path: string
  readonly signal: AbortSignal
  readonly answer: (response: Response) => void
  readonly fail: (error: Error) => void
}

/** What it says of itself when it fails: a problem document. */
export const problem = (status: number, detail: string, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify({ detail, status }), { status, headers })

/**
 * A server that answers when the test says so. A request is called by the question that its address names. Of one that
 * was broken off the answer may be on its way already, `isLate`.
 */
export const slowServer = ({ isLate = false } = {}) => {
  const pending: Pending[] = []
  const answering: Answering = (path, { signal }) =>
    new Promise((answer, fail) => {
      pending.push({ path, signal, answer, fail })
      if (!isLate) signal.addEventListener('abort', () => fail(new Error('aborted')))
    })
  /** The last request of a question that waits. */
  const waiting = (question: string): Pending => {
    const found = pending.findLast(({ path }) => path.startsWith(`api/${question}`))
    if (found === undefined) throw new Error(`nobody has asked for ${question}`)
    return found
  }
  const given = () => new Promise((done) => setTimeout(done))
  return {
    answering,
    waiting,
    /** Gives the answer to the last request of a question, or what else it is told to give. */
    give: async (question: string, response?: Response) => {
      const { path, answer } = waiting(question)
      answer(response ?? Response.json(bodyOf(path)))
      await given()
    },
    cut: async (question: string) => {
      waiting(question).fail(new TypeError('Failed to fetch'))
      await given()
    },
  }
}

/** A server that answers at once. */
export const promptServer: Answering = (path) => Promise.resolve(Response.json(bodyOf(path)))
