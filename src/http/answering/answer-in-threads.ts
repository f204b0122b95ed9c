import { freshBundle } from '../../package/fresh-bundle.ts'
import { packagePath } from '../../package/package-path.ts'
import type { Question } from '../../queries/question/question.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import type { Answering, Hindrance } from './answering.ts'
import { askInPool } from './ask-in-pool.ts'
import { ThreadPool } from './pool.ts'
import { projection } from './projection.ts'
import { threadOf } from './thread.ts'
import type { AnswererData } from './work.ts'

export interface ThreadOptions {
  /** How many threads answer. Where there is more than one, one of them answers nothing that may take long. */
  readonly threads: number
  /** How many questions of each kind (that may take long, or not) may wait. */
  readonly queue: number
  /** How many milliseconds a thread may go on with what nobody waits for. Default 5,000. */
  readonly patience?: number
  /** Whether the thread that is started first, and asked first, rehearses before that. Default: it does not. */
  readonly rehearses?: boolean
  /** The module that has the questions, by a `file:` address: for tests. */
  readonly questionsFrom?: string
}

/** Answering in other threads, and how to end them. */
export interface AnsweringInThreads extends Answering {
  readonly close: () => Promise<void>
}

/** What a thread runs, as it was compiled. */
const compiled = (name: string): string => packagePath('dist', 'src', 'http', 'answering', `${name}.js`)

/** The same as it was bundled, which takes less time and memory. */
const fileOf = (name: string): string =>
  freshBundle(`threads/${name}.js`, `http/answering/${name}.js`) ?? compiled(name)

/**
 * Answers in threads of their own, so that this one does nothing but HTTP: one brings the read model up to the head of
 * the log, the others read it. Opens them all; throws what they throw.
 */
export const answerInThreads = async (
  questions: readonly Question[],
  { log, places }: Pick<Workspace, 'log' | 'places'>,
  { questionsFrom, queue, rehearses = false, ...options }: ThreadOptions,
): Promise<AnsweringInThreads> => {
  const long = new Set(questions.filter(({ takesLong }) => takesLong === true).map(({ name }) => name))
  let isFirst = true
  const pool = new ThreadPool({
    ...options,
    most: queue,
    start: (unwanted) => {
      const data: AnswererData = {
        settings: places(),
        questions: questionsFrom,
        unwanted,
        rehearses: rehearses && isFirst,
      }
      isFirst = false
      // A module of questions from elsewhere has the classes of the compiled files.
      return threadOf(questionsFrom === undefined ? fileOf('answerer') : compiled('answerer'), data)
    },
  })
  const projector = projection(log, () => threadOf(fileOf('projecting'), { settings: places() }))
  const close = async (): Promise<void> => {
    await Promise.all([pool.close(), projector.close()])
  }
  await Promise.all([projector.upToHead(), pool.open()]).catch(async (thrown: unknown) => {
    await close()
    throw thrown
  })
  return {
    ask: (asked, signal) => askInPool({ pool, ...projector }, long.has(asked.question), asked, signal),
    hindrance: async (): Promise<Hindrance | undefined> => {
      const retryAfter = pool.fullFor(false)
      if (retryAfter !== undefined) return { status: 'busy', retryAfter }
      if (!(await projector.isBehind())) return undefined
      // Whom nobody asks, because it is not ready, would never be.
      void projector.upToHead().catch(() => undefined)
      return { status: 'catching-up', retryAfter: 1 }
    },
    upToHead: projector.upToHead,
    close,
  }
}
