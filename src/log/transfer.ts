import { z } from 'zod'
import { badInput, conflict, messageOf } from '../common/error.ts'
import type { CommitId, NewEvent, RecordedEvent } from '../events/envelope.ts'
import { canonicalJson, isObject, type JsonObject } from '../events/json.ts'
import { chainHash, chainStart, seal, type SealedEvent } from '../events/seal.ts'
import { onOneLine } from '../text/json-line.ts'
import { instantOf, type Instant } from '../time/instant.ts'
import type { CommitPart, EventLog, ReadAll } from './port.ts'

/** The first line of a moved log. */
const opening = { normtrail: 'log', version: 1 } as const

/** One line of a moved log: an event, what the log assigned to it, and the hash of the chain up to it. */
interface Line {
  readonly stream: string
  readonly revision: number
  readonly commit: CommitId
  readonly recordedAt: Instant
  readonly recordedBy: string
  /** Only in a backdated log. */
  readonly appendedAt?: Instant
  readonly event: JsonObject
  readonly hash: string
}

/** What of it must be there, so that its hash can be held against it. The hash tells of all the rest. */
const lineShape = z.looseObject({
  stream: z.string().min(1),
  revision: z.int().min(0),
  commit: z.string().min(1),
  recordedAt: z.string().min(1),
  recordedBy: z.string(),
  event: z.looseObject({ id: z.guid(), type: z.string().min(1), data: z.looseObject({}) }),
  hash: z.string().min(1),
})

/**
 * A whole log as JSON Lines: ids, revisions, recorded times and hash chain. Positions stay behind, they belong to the
 * store. The same log gives the same bytes, whatever engine holds it. `beside` hears of each event, and of what is left
 * out since others wrote it.
 */
export async function* exportLog(
  log: EventLog,
  progress?: (events: number) => void,
  beside: Pick<ReadAll, 'onStranger'> & { readonly onEvent?: (event: RecordedEvent) => void } = {},
): AsyncIterable<string> {
  yield `${canonicalJson(opening)}\n`
  let hash = chainStart
  let events = 0
  for await (const { event: recorded } of log.readAll(beside)) {
    beside.onEvent?.(recorded)
    const { stream, revision, ordinal: _, commit, recordedAt, recordedBy, appendedAt, ...event } = recorded
    hash = chainHash(hash, seal(event), recorded)
    events += 1
    if (events % 1_000 === 0) progress?.(events)
    const line = {
      stream,
      revision,
      commit,
      recordedAt,
      recordedBy,
      ...(appendedAt !== undefined && { appendedAt }),
      event,
      hash,
    }
    yield `${onOneLine(canonicalJson(line))}\n`
  }
  yield `${canonicalJson({ end: true, events, hash })}\n`
}

export interface Moved {
  readonly events: number
  readonly commits: number
  /** Events that the target held already: an earlier move that was cut off. */
  readonly known: number
  readonly hash: string
}

/**
 * Brings a moved log into an empty store, or goes on where an earlier move was cut off. Every hash is checked on the
 * way; a line that does not fit stops it, and whole commits before it stay. Until the last line the log says that it
 * holds a part (`moveBegunAt`). Throws `bad-log-file`, `other-log` (the target holds something else).
 */
export const importLog = async (
  log: EventLog,
  lines: AsyncIterable<string>,
  progress?: (events: number) => void,
): Promise<Moved> => {
  const before = await log.verify()
  const reader = new Reader(lines, progress)
  await reader.open()
  while (reader.next !== undefined && reader.events < before.events) {
    const line = await reader.take()
    if (reader.events === before.events && line.hash !== before.chain) throw otherLog()
  }
  if (reader.events < before.events) throw otherLog()
  const begunAt = before.events === 0 ? undefined : await log.moveBegunAt()
  let commits = 0
  try {
    if (reader.next !== undefined) await log.noteMove(begunAt ?? instantOf(new Date()))
    commits = await moveRest(log, reader)
  } catch (thrown) {
    // Nothing came of it: the log is as whole as it was. Where this cannot be noted, the log is taken for a part, which
    // is the safe side.
    const isAsBefore = await log.head().then(
      ({ ordinal }) => ordinal === before.events,
      () => false,
    )
    if (isAsBefore) await log.noteMove(begunAt).catch(() => undefined)
    throw thrown
  }
  const after = await log.verify()
  if (after.chain !== reader.hash)
    throw conflict('other-log', 'after the move, the hash chain of the target is not that of the file.')
  await log.noteMove(undefined)
  return { events: reader.events - before.events, commits, known: before.events, hash: reader.hash }
}

const moveRest = async (log: EventLog, reader: Reader): Promise<number> => {
  let commits = 0
  while (reader.next !== undefined) {
    const { commit, recordedAt, recordedBy, appendedAt } = reader.next
    await log.appendCommit(partsOf(reader, commit), {
      commit,
      recordedAt,
      recordedBy,
      ...(appendedAt !== undefined && { appendedAt }),
    })
    commits += 1
  }
  return commits
}

const otherLog = () =>
  conflict('other-log', 'the target holds events that are not those of the file.', {
    hint: 'Move a log into an empty store, or go on with a move that was cut off.',
  })

async function* partsOf(reader: Reader, commit: CommitId): AsyncIterable<CommitPart> {
  while (reader.next?.commit === commit) {
    const { stream, revision } = reader.next
    const events: SealedEvent[] = []
    while (reader.next?.commit === commit && reader.next.stream === stream)
      events.push(seal((await reader.take()).event as unknown as NewEvent))
    yield { stream, expected: revision === 0 ? 'no-stream' : revision - 1, events }
  }
}

/** Reads lines one ahead, and checks the chain. */
class Reader {
  next: Line | undefined
  events = 0
  hash = chainStart
  readonly #lines: AsyncIterator<string>
  readonly #progress: ((events: number) => void) | undefined
  #number = 0

  constructor(lines: AsyncIterable<string>, progress: ((events: number) => void) | undefined) {
    this.#lines = lines[Symbol.asyncIterator]()
    this.#progress = progress
  }

  async open(): Promise<void> {
    const first = await this.#parse()
    if (first?.normtrail !== 'log' || first.version !== opening.version)
      throw this.#bad('the first line does not say that this is a log of version 1')
    await this.#advance()
  }

  async take(): Promise<Line> {
    const line = this.next as Line
    const sealed = this.#sealed(line)
    this.hash = chainHash(this.hash, sealed, line)
    if (this.hash !== line.hash) throw this.#bad('the hash does not fit what the line says')
    this.events += 1
    if (this.events % 1_000 === 0) this.#progress?.(this.events)
    await this.#advance()
    return line
  }

  async #advance(): Promise<void> {
    const value = await this.#parse()
    if (value === undefined) throw this.#bad('the file ends without its last line: it is cut off')
    this.next = value.end === true ? undefined : this.#line(value)
    if (value.end === true && (value.events !== this.events || value.hash !== this.hash))
      throw this.#bad('the last line does not fit the lines before it')
  }

  #sealed({ event }: Line): SealedEvent {
    try {
      return seal(event as unknown as NewEvent)
    } catch (cause) {
      throw this.#bad(`the event cannot be written as the log would (${messageOf(cause)})`)
    }
  }

  #line(value: JsonObject): Line {
    const read = lineShape.safeParse(value)
    if (read.success) return value as unknown as Line
    throw this.#bad(
      'the line is no event of a log: ' +
        `${read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`,
    )
  }

  async #parse(): Promise<JsonObject | undefined> {
    const { value, done } = await this.#lines.next()
    this.#number += 1
    if (done === true) return undefined
    let read: unknown
    try {
      read = JSON.parse(value)
    } catch (cause) {
      throw this.#bad(messageOf(cause))
    }
    if (isObject(read)) return read
    throw this.#bad(`got ${value.slice(0, 40)}, expected an object`)
  }

  #bad(message: string) {
    return badInput('bad-log-file', `${message}.`, { where: `line ${this.#number}` })
  }
}
