import { root } from '../service/paths.ts'

/** Where something is recorded, as Express writes paths. */
export const recordingPaths = {
  events: `${root}/events`,
  corrections: `${root}/corrections`,
  retractions: `${root}/retractions`,
  accept: `${root}/proposals/:id/accept`,
  reject: `${root}/proposals/:id/reject`,
} as const
