import { createHash, type Hash } from 'node:crypto'
import { conflict } from '../../../common/error.ts'
import type { CommitId } from '../../../events/envelope.ts'
import type { SealedEvent } from '../../../events/seal.ts'
import type { CommitPart } from '../../port.ts'
import type { Watch } from '../read/own-commit.ts'
import type { Tail } from '../read/tail.ts'
import { abandoned } from '../records/commit-stream.ts'
import { sameIds } from '../records/parts.ts'
import type { KnownCommit } from '../records/segments.ts'
import type { CommitBeingWritten, WriterContext } from './writer-context.ts'

/** A commit that needs more than one append, and how far this call has come with it. */
export interface StagedCommit {
  readonly desk: WriterContext
  readonly writing: CommitBeingWritten
  /** Claims the ids of a part. */
  readonly claim: (events: readonly SealedEvent[], stream: string) => void
  readonly digest: Hash
  readonly ranges: [stream: string, first: number, count: number][]
  /** The streams that it has parts of. */
  readonly seen: Set<string>
  /** What is under way, in the order of the commit. */
  readonly under: { readonly part: CommitPart; readonly written: Promise<readonly bigint[]> }[]
  /** That of the caller, or the unfinished one that proves to be the same. */
  commit: CommitId
  /** How many events it has so far. */
  count: number
  state: 'new' | 'mine' | 'resumed'
  begunAfter: bigint | undefined
  /** Where the server wrote that this call began the commit. */
  begunAt: bigint | undefined
  /** Where the server wrote the last of its events that this call wrote. */
  lastAt: bigint
  watch: Watch | undefined
  /** The commit that an earlier call made of the same parts: then nothing is written. */
  repeated: KnownCommit | undefined
}

export const newCommit = (
  desk: WriterContext,
  writing: CommitBeingWritten,
  claim: StagedCommit['claim'],
): StagedCommit => ({
  desk,
  writing,
  claim,
  digest: createHash('sha256'),
  ranges: [],
  seen: new Set(),
  under: [],
  commit: writing.commit,
  count: 0,
  state: 'new',
  begunAfter: undefined,
  begunAt: undefined,
  lastAt: 0n,
  watch: undefined,
  repeated: undefined,
})

export const endWatch = ({ desk: { ledger }, commit, watch }: StagedCommit): void => {
  if (watch !== undefined) ledger.endWatch(commit, watch)
}

/** Begins the commit before its first event, or goes on with it. */
export const begin = async (staged: StagedCommit): Promise<void> => {
  if (staged.state !== 'new') return
  const { commit, desk, writing } = staged
  const { ledger, commits } = desk
  staged.begunAfter = ledger.scanned()
  staged.watch = ledger.watch(commit)
  const begun = await commits.begin(commit, writing.recordedBy, staged.begunAfter)
  if (begun !== 'conflict') {
    staged.state = 'mine'
    staged.begunAt = begun.at
    return
  }
  endWatch(staged)
  staged.watch = undefined
  const known = await commits.read(commit)
  if (known.is === 'abandoned') throw abandoned(commit)
  if (known.is === 'sealed')
    throw conflict('commit-changed', 'this commit is sealed; nothing can be added to it.', {
      where: `commit ${commit}`,
    })
  staged.begunAfter = known.begunAfter
  staged.state = 'resumed'
}

/** Takes over an unfinished commit whose first events are those that this one begins with. */
export const adopt = async (
  staged: StagedCommit,
  part: CommitPart,
  open: NonNullable<Tail['open']>,
): Promise<boolean> => {
  if (
    staged.writing.named ||
    staged.state !== 'new' ||
    open.facts[0]?.commit.index !== 0 ||
    !sameIds(open.facts.slice(0, part.events.length), part.events)
  )
    return false
  const known = await staged.desk.commits.read(open.commit)
  if (known.is !== 'begun') return false
  staged.commit = open.commit
  staged.begunAfter = known.begunAfter
  staged.state = 'resumed'
  return true
}
