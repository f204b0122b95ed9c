import type { ExposureOf } from './exposure-trail.ts'

/** An exposure that is asked why: of which score, or of which treaty or norm, by which channel. */
export interface AskedExposure {
  readonly state: string
  readonly called: ExposureOf
  readonly of: ({ readonly score: string } | { readonly adoption: string }) & { readonly peers?: string }
  readonly channel: string
  readonly day: string
  readonly asKnownAt?: string
  readonly sources?: string
}
