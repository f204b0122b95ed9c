import { conflict } from '../../../common/error.ts'
import type { CommitId } from '../../../events/envelope.ts'
import type { CommitPart } from '../../port.ts'
import { noStream, type AppendedEvent } from '../connection/server.ts'
import type { Tail } from '../read/tail.ts'
import { fitting, inProgress, revisionOf, sameIds, startOf, wrongRevision } from '../records/parts.ts'
import { serverEventOf, writtenRecords, type Sent } from '../records/record.ts'
import { repeatedBy } from './retries.ts'
import { adopt, begin, type StagedCommit } from './staged-commit.ts'
import { sentOf } from './writer-context.ts'

/** How often a stream may move under a part: by writers of abandoned commits, or by one that writes the same commit. */
const rounds = 50

const changed = (commit: CommitId, part: CommitPart) =>
  conflict('commit-changed', 'the unfinished commit has written other events here than these.', {
    where: part.stream,
    hint: `Abandon commit ${commit} by its name, and record anew.`,
  })

const nothingThere: Tail = { server: noStream, visible: 'no-stream' }

/** Whether a part may be tried without a look at its stream, which spares a read for each of many new streams. */
export const isNew = ({ state, seen, desk }: StagedCommit, { stream, expected, events }: CommitPart): boolean =>
  state === 'mine' &&
  expected === 'no-stream' &&
  !seen.has(stream) &&
  events.every(({ id }) => desk.ledger.ordinalOf(id) === undefined)

/**
 * Writes a part whose first event is the so-many-th of the commit; gives back where its events stand: nowhere, where an
 * earlier commit holds them. Looks again where its stream has moved meanwhile.
 */
export const writePart = async (
  staged: StagedCommit,
  part: CommitPart,
  first: number,
  untouched: boolean,
): Promise<readonly bigint[]> => {
  let claimed = false
  for (let round = 0; round < rounds; round += 1) {
    const tail = round === 0 && untouched ? nothingThere : await staged.desk.tailOf(part.stream)
    if (!continues(staged, part, tail)) {
      await noteRepetition(staged, part, first, tail)
      return []
    }
    if (staged.repeated !== undefined) throw wrongRevision(part, tail.visible)
    if (tail.open !== undefined && tail.open.commit !== staged.commit) {
      if (await adopt(staged, part, tail.open)) continue
      throw inProgress(part, tail.open.commit)
    }
    if (!claimed) staged.claim(part.events, part.stream)
    claimed = true
    await begin(staged)
    const there = await appendRest(staged, part, first, tail)
    if (there !== 'moved') return there
  }
  throw wrongRevision(part, part.expected)
}

/** Whether a part begins behind what readers see, or within what this commit has written there. */
const continues = ({ commit }: StagedCommit, { expected }: CommitPart, { visible, open }: Tail): boolean => {
  const own = open?.commit === commit ? open.facts.length : 0
  return revisionOf(expected) >= revisionOf(visible) && revisionOf(expected) <= revisionOf(visible) + own
}

/** Notes the commit that holds the part already. Throws where none does, or another than holds the parts before. */
const noteRepetition = async (staged: StagedCommit, part: CommitPart, first: number, tail: Tail): Promise<void> => {
  const known = first === 0 ? await repeatedBy(staged.desk, part) : undefined
  if (known === undefined || (staged.repeated !== undefined && staged.repeated.id !== known.id))
    throw wrongRevision(part, tail.visible)
  staged.repeated = known
}

/** Appends what does not stand there yet, as much at once as fits; `moved` where somebody else has appended. */
const appendRest = async (
  staged: StagedCommit,
  part: CommitPart,
  first: number,
  tail: Tail,
): Promise<readonly bigint[] | 'moved'> => {
  const { server, names } = staged.desk
  const { stream, events } = part
  const there = [...alreadyThere(staged, part, first, tail.open)]
  let after = tail.server
  while (there.length < events.length) {
    const from = there.length
    const some = events.slice(from, from + fitting(events, from))
    const sent = some.map((_event, index) =>
      sentOf(staged.writing, { id: staged.commit, index: first + from + index }, startOf(part) + from + index),
    )
    const batch = some.map((event, index) => serverEventOf(event, sent[index] as Sent))
    const written = await server.append(names.onServer(stream), batch, after)
    if (written === 'conflict' || isOlder(staged, written)) return 'moved'
    for (let offset = 1n; offset <= BigInt(some.length); offset += 1n) there.push(after + offset)
    const { last, at = 0n } = written
    staged.watch?.wrote({
      stream,
      first: Number(after) + 1,
      events: some,
      facts: () => writtenRecords(some, sent, { stream, last, at }),
    })
    after = last
    if (at > staged.lastAt) staged.lastAt = at
  }
  return there
}

/** Older than the commit: the server took the ids of an earlier commit, cut off or given up, for a repetition. */
const isOlder = ({ begunAt }: StagedCommit, { at }: AppendedEvent): boolean =>
  at !== undefined && begunAt !== undefined && at < begunAt

/** Where events of the part stand staged already. Throws where they are not the same. */
const alreadyThere = (
  { commit }: StagedCommit,
  part: CommitPart,
  first: number,
  open: Tail['open'],
): readonly bigint[] => {
  const behind = (open?.facts ?? []).filter((fact) => fact.revision >= startOf(part)).slice(0, part.events.length)
  if (!sameIds(behind, part.events) || behind.some((fact, index) => fact.commit.index !== first + index))
    throw changed(commit, part)
  return behind.map((fact) => fact.serverRevision)
}
