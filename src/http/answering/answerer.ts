import { workerData } from 'node:worker_threads'
import { NormtrailError } from '../../common/error.ts'
import type { Chunk } from '../../exports/write-answer.ts'
import type { Question } from '../../queries/question/question.ts'
import { openWorkspace } from '../../workspace/workspace.ts'
import { answerParts } from './answer-parts.ts'
import type { Asked, Part } from './answering.ts'
import { sentFailure } from '../../common/sent-failure.ts'
import { rehearse } from './rehearse.ts'
import { serveCalls } from './serve-calls.ts'
import { memoryOf, portion, portionWriter } from './portion.ts'
import { isForBody, sizeOf, type AnswererData, type Made, type Work } from './work.ts'

/**
 * A thread that answers. It reads the log and the read model; it brings that up only where it stands before what the
 * question must know.
 */

const { settings, questions, unwanted, rehearses } = workerData as AnswererData

interface Questions {
  readonly questionsFor: (firstWord: string) => Promise<readonly Question[]>
}

/** The number of no answer: what is asked for nobody is wanted until it is done. */
const nobodys = -1

const unwantedError = (): NormtrailError =>
  new NormtrailError('unavailable', 'unwanted', 'Nobody waits for this answer any more.')

const { write, takeBack } = portionWriter()

await serveCalls(async () => {
  const [{ questionsFor }, workspace] = await Promise.all([
    questions === undefined ? import('../../queries/by-first-word.ts') : (import(questions) as Promise<Questions>),
    openWorkspace(settings, { onlyAsks: true, projects: false }),
  ])
  const open = new Map<number, AsyncGenerator<Part, void>>()
  // What is kept of one answer for the next may hold on to it: it asks after the answer that is worked on now.
  let worksOn = nobodys
  const goOn = (): void => {
    if (Atomics.load(unwanted, 0) === worksOn) throw unwantedError()
  }

  const begin = async (asked: Asked, atLeast: number): Promise<AsyncGenerator<Part, void>> => {
    const [word = asked.question] = asked.question.split(' ')
    const question = (await questionsFor(word)).find(({ name }) => name === asked.question) as Question
    return answerParts(question, asked, (clocks) => workspace.world(clocks, atLeast), goOn)
  }

  if (rehearses) await rehearse((asked) => begin(asked, 0))

  return async (work: Work): Promise<Made | undefined> => {
    if ('takeBack' in work) {
      takeBack(work.takeBack)
      return undefined
    }
    const { answer } = work
    if ('drop' in work) {
      await open.get(answer)?.return()
      open.delete(answer)
      return undefined
    }
    worksOn = answer
    if ('begin' in work) open.set(answer, await begin(work.begin, work.atLeast))
    const parts = open.get(answer)
    if (parts === undefined) throw unwantedError()
    const made = await nextOf(parts, !isForBody(work))
    if (made.done || made.failed !== undefined) open.delete(answer)
    return made
  }
}, memoryOf)

/** The headers, where they are wanted before anything else; else what comes next, until the body makes a portion. */
const nextOf = async (parts: AsyncGenerator<Part, void>, headersAlone: boolean): Promise<Made> => {
  const made: Part[] = []
  const chunks: Chunk[] = []
  const last: Part[] = []
  const all = (): readonly Part[] => [...made, ...(chunks.length === 0 ? [] : [{ chunks: joined(chunks) }]), ...last]
  let size = 0
  while (size < portion) {
    const next = await parts.next().catch((thrown: unknown) => ({ thrown }))
    if ('thrown' in next) return { parts: all(), done: false, failed: sentFailure(next.thrown) }
    if (next.done === true) return { parts: all(), done: true }
    if ('headers' in next.value) made.push(next.value)
    else if ('trailers' in next.value) last.push(next.value)
    else chunks.push(...next.value.chunks)
    if (headersAlone) break
    if ('chunks' in next.value) size += next.value.chunks.reduce((sum, chunk) => sum + sizeOf(chunk), 0)
  }
  return { parts: all(), done: false }
}

/** Texts that follow one another are sent as one, in the bytes that go to the client. */
const joined = (chunks: readonly Chunk[]): readonly Chunk[] =>
  chunks.every((chunk) => typeof chunk === 'string') ? [write(chunks)] : chunks
