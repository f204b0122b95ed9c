import { compiled } from './compiled.ts'

/** As much of the engine's interface as is used; its types come with no package that is. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: unknown }
}

interface Place {
  readonly value: number
}

/**
 * The loops that `assembly/` describes, and the memory that they work on, where each place is a distance in bytes.
 * `pair` is 0 for the first two lanes, and 16 for the others.
 */
export interface Loops extends Readonly<Record<PlaceName, Place>> {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number }
  readonly layOut: (from: number, states: number, organisations: number, exposed: number, seats: number) => number
  readonly resultBytes: () => number
  readonly addLanes: (start: number, rows: number, items: number, values: number, into: number) => void
  readonly addPair: (start: number, rows: number, items: number, values: number, into: number) => void
  readonly findLargest: (pair: number) => void
  /** 0: whole, 1: in two, 2: inexact. */
  readonly cut: (pair: number) => number
  readonly fillOffers: (pair: number) => void
  readonly meansOfMeans: (pair: number, inTwo: boolean, least: number) => void
  readonly countPartners: (pair: number) => void
  readonly leaveOut: (pair: number) => void
  readonly addRounded: (pair: number) => void
  readonly lags: (pair: number, fixed: number, each: number, least: number) => void
}

type PlaceName =
  | 'focalStart'
  | 'focalItems'
  | 'alterStart'
  | 'alterItems'
  | 'others'
  | 'withCompany'
  | 'shared'
  | 'scores'
  | 'rated'
  | 'largest'
  | 'units'
  | 'inverses'
  | 'unitShifts'
  | 'gridShifts'
  | 'lowShifts'
  | 'anchors'
  | 'low'
  | 'packed'
  | 'marks'
  | 'partners'
  | 'sums'
  | 'packedSums'
  | 'lowSums'
  | 'results'
  | 'divisors'
  | 'listedStart'
  | 'listedItems'
  | 'isOfStrangers'

let made: Loops | undefined

/** Made when first asked for: one in each thread. */
export const loops = (): Loops =>
  (made ??= new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(compiled, 'base64'))).exports as Loops)
