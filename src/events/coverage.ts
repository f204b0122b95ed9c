import { z } from 'zod'
import type { ActClass, AttachmentKind } from './treaty.ts'

/**
 * What a source may hold in full: classes of acts under a treaty, memberships in an organisation, scores of a rater,
 * classes of a classification, ties of a relation, values of an attribute. `accession` is no act under a treaty but
 * every application to be admitted to an organisation, and how each ended; not every step between.
 */
export const coverageClasses = [
  'signature',
  'consent',
  'exit',
  'repudiation',
  'provisional',
  'suspension',
  'succession',
  'reservation',
  'declaration',
  'objection',
  'derogation',
  'territory',
  'amendment',
  'membership',
  'accession',
  'score',
  'class',
  'relation',
  'attribute',
] as const
export const coverageClass = z.enum(coverageClasses)
export type CoverageClass = z.infer<typeof coverageClass>

/**
 * Which class of coverage an act belongs to: who holds every exit holds what ends one, too. `succession` is no act but
 * its effect: the days before a notification on which a successor was bound already.
 */
export const coverageOfAct: Readonly<Record<ActClass | AttachmentKind, CoverageClass>> = {
  signature: 'signature',
  confirmation: 'signature',
  repudiation: 'repudiation',
  consent: 'consent',
  consentWithdrawn: 'exit',
  provisional: 'provisional',
  provisionalEnd: 'provisional',
  notice: 'exit',
  revocation: 'exit',
  ineffective: 'exit',
  tookEffect: 'exit',
  cessation: 'exit',
  suspension: 'suspension',
  resumption: 'suspension',
  statedForce: 'consent',
  lapse: 'exit',
  reservation: 'reservation',
  declaration: 'declaration',
  objection: 'objection',
  derogation: 'derogation',
  territory: 'territory',
  amendment: 'amendment',
}

/**
 * Of whom a claim speaks: `existing` are the actors that exist on its last day, `all` are those that ended before, too.
 */
export const claimedActors = ['existing', 'all'] as const
