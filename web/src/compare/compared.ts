import type { Address } from '../address/address.ts'
import type { Pair } from './pair.ts'

/** What each of the comparisons is given: where it stands, and what is compared. */
export interface Compared {
  readonly pair: Pair
  readonly address: Address
  readonly column: HTMLElement
  readonly body: HTMLElement
  readonly onStop: (stop: () => void) => void
  /** Says in the heading what both are called on the day that is looked at. */
  readonly call: (first: string, second: string) => void
}
