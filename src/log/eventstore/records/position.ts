import { badInput } from '../../../common/error.ts'
import { chainStart } from '../../../events/seal.ts'
import type { Instant } from '../../../time/instant.ts'
import type { Position } from '../../port.ts'

/** Where in a commit a reader stands, if it stands inside one: how many of its events lie behind. */
export interface Inside {
  readonly kind: 'single' | 'sealed'
  readonly done: number
}

/**
 * All that a reader must know to go on from a place: the server's position of the last record that counts (an event, or
 * the seal of a commit), and what the records before come to. Kept in the opaque `Position`, so that reading can start
 * anywhere.
 */
export interface Place {
  readonly at: bigint | undefined
  readonly ordinal: number
  readonly commits: number
  readonly recordedAt: Instant | undefined
  readonly inside: Inside | undefined
  /** The hash chain up to the last event behind: it says of which history the place is one. */
  readonly chain: string
}

export const beginning: Place = {
  at: undefined,
  ordinal: 0,
  commits: 0,
  recordedAt: undefined,
  inside: undefined,
  chain: chainStart,
}

/** `esdb|<log>|<server position>|<ordinal>|<commits>|<recordedAt>|<single or sealed, and how many behind>|<chain>`. */
export const positionOf = (logName: string, place: Place): Position =>
  (`esdb|${logName}|${place.at}|${place.ordinal}|${place.commits}|${place.recordedAt}|` +
    `${place.inside === undefined ? '' : `${place.inside.kind}:${place.inside.done}`}|${place.chain}`) as Position

const shape = /^esdb\|(\w+)\|(\d+)\|(\d+)\|(\d+)\|([^|]+)\|(?:(single|sealed):(\d+))?\|([0-9a-f]{64})$/

/** Throws `unknown-position`. */
export const placeOf = (logName: string, position: Position | undefined): Place => {
  if (position === undefined) return beginning
  const match = shape.exec(position)
  if (match === null || match[1] !== logName)
    throw badInput(
      'unknown-position',
      `"${position}" is no position of the log "${logName}". Positions belong to the log that gave them.`,
    )
  return {
    at: BigInt(match[2] as string),
    ordinal: Number(match[3]),
    commits: Number(match[4]),
    recordedAt: match[5] as Instant,
    inside: match[6] === undefined ? undefined : { kind: match[6] as Inside['kind'], done: Number(match[7]) },
    chain: match[8] as string,
  }
}
