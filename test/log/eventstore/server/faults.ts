/** What can be made to go wrong. Each fault has a number of times left; a test sets it, the server counts down. */
export interface Faults {
  /** The append is written, and its answer never sent. */
  loseAnswers: number
  /** The append is written, and the connection dropped before the answer. */
  dropAfterWriting: number
  /** The connection is dropped before the append is written. */
  dropBeforeWriting: number
  /** The append is neither written nor answered. */
  swallow: number
  /** "Server Is Not Ready", as just after a start. */
  notReady: number
  /** The look-up of server features fails for no reason that concerns the connection. */
  failFeatures: number
  /** Not the leader: the client is sent to the port. */
  notLeader: { times: number; port: number }
  /** Reads that break off after so many events. */
  breakReads: { times: number; after: number }
  /** Subscriptions that fail after so many events, as for a consumer that is too slow. */
  dropSubscriptions: { times: number; after: number }
  /** Called before an append is written; may append itself, as another writer would. */
  beforeAppend: ((stream: string, types: readonly string[]) => void) | undefined
}

export const noFaults = (): Faults => ({
  loseAnswers: 0,
  dropAfterWriting: 0,
  dropBeforeWriting: 0,
  swallow: 0,
  notReady: 0,
  failFeatures: 0,
  notLeader: { times: 0, port: 0 },
  breakReads: { times: 0, after: 0 },
  dropSubscriptions: { times: 0, after: 0 },
  beforeAppend: undefined,
})

type Counted = 'loseAnswers' | 'dropAfterWriting' | 'dropBeforeWriting' | 'swallow' | 'notReady' | 'failFeatures'

/** Whether a fault strikes now. */
export const strikes = (faults: Faults, fault: Counted): boolean => {
  if (faults[fault] <= 0) return false
  faults[fault] -= 1
  return true
}
