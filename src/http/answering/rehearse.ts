import { firstExampleOf } from '../../queries/examples.ts'
import type { EventLog } from '../../log/port.ts'
import type { Asked, Part } from './answering.ts'

/** What is asked, and how often: by then what is kept of a log is there, and what takes longest is compiled. */
const rehearsed: readonly (readonly [question: string, times: number])[] = [
  ['status', 4],
  ['timeline', 4],
  ['treaty', 4],
  ['world', 4],
  ['memberships', 4],
  ['exposure', 8],
]

/** From how many events on the first questions take so long that it is worth half a second of every start. */
const worthIt = 50_000

/** Whether a log holds so much that a thread should rehearse before it is asked about it. */
export const isWorthRehearsing = async (log: Pick<EventLog, 'head'>): Promise<boolean> =>
  (await log.head()).ordinal >= worthIt

/**
 * Answers a few questions for nobody, each by its example, before anybody asks: who comes first would else wait for
 * what a thread keeps of a log, such as all memberships, and for code that runs for the first time. What the log does
 * not hold is asked once; what a question throws is nobody's.
 */
export const rehearse = async (answer: (asked: Asked) => Promise<AsyncIterable<Part>>): Promise<void> => {
  const isAnswered = async (asked: Asked): Promise<boolean> => {
    try {
      for await (const part of await answer(asked)) void part
      return true
    } catch {
      return false
    }
  }
  for (const [question, times] of rehearsed) {
    const asked: Asked = { question, given: firstExampleOf(question), format: 'json', mayBeHeld: false }
    for (let time = 0; time < times; time += 1) if (!(await isAnswered(asked))) break
  }
}
