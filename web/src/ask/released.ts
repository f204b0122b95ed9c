import { tokenHeaders } from './token.ts'

const addresses = new Map<string, string>()

/** Remembers where an answer with a release came from. */
export const noteRelease = (url: string, { headers }: Response): void => {
  const release = headers.get('normtrail-release')
  if (release !== null) addresses.set(release, url)
}

/** A moment of knowledge, and what an answer as known then is called. */
export interface Pinned {
  readonly asKnownAt: string
  readonly releaseId: string
  readonly ordinal: number
}

/**
 * The same answer as known at the last event that is recorded: asked so, it is the same for as long as the log is kept.
 * `info` is where that event is told. Undefined where the server does not say.
 */
export const pinnedAt = async (releaseId: string, asKnownAt: string): Promise<Pinned | undefined> => {
  const url = addresses.get(releaseId)
  if (url === undefined) return undefined
  const pinned = new URL(url)
  pinned.searchParams.set('asKnownAt', asKnownAt)
  const { ok, headers } = await fetch(pinned, {
    method: 'HEAD',
    headers: { ...tokenHeaders(), accept: 'application/json' },
  })
  const release = headers.get('normtrail-release')
  if (!ok || release === null) return undefined
  return { asKnownAt, releaseId: release, ordinal: Number(headers.get('normtrail-ordinal')) }
}
