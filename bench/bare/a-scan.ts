/** A way through all facts of a log; `run` says how many there were. */
export interface Scan {
  readonly run: () => Promise<number>
  readonly close: () => Promise<void>
}
