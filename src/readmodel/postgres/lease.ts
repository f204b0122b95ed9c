/**
 * The lease of a projector: for how many milliseconds one that says nothing keeps its locks. Then PostgreSQL ends its
 * session, and the next takes over. It is for machines that are gone and processes that hang with their connections
 * open; the session of a process that dies ends with it, at once.
 */
export const defaultLease = 30_000

/**
 * Of each connection that writes or leads. A transaction in which nothing is asked for as long as the lease is over.
 * The read model can be rebuilt at any time, so its commits need not wait for the disk.
 */
export const writerSettings = (lease: number): readonly string[] => [
  'SET synchronous_commit = off',
  `SET idle_in_transaction_session_timeout = ${lease}`,
  'SET tcp_keepalives_idle = 30',
  'SET tcp_keepalives_interval = 10',
  'SET tcp_keepalives_count = 3',
]

/** Of the connection that leads, besides: it has to say something before the lease ends. */
export const leaderSettings = (lease: number): readonly string[] => [
  ...writerSettings(lease),
  `SET idle_session_timeout = ${lease}`,
]

/** How often the leader says that it is there, in each lease. */
export const beatsInLease = 4
