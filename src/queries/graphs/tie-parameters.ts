import type { Snapshot } from '../question/snapshot.ts'
import { withSystem } from '../subjects/default-system.ts'
import type { GraphInput } from './graph-inputs.ts'

/** What shaped a list of ties, as its answer names it. */
export const parametersOfTies = async (world: Snapshot, asked: GraphInput) => ({
  from: asked.from,
  to: asked.to,
  ties: asked.ties,
  types: asked.types?.join(',') ?? null,
  kinds: asked.kinds.join(','),
  formality: asked.formality,
  exclude_imputed: Number(asked.excludeImputed),
  year_codes: asked.yearCodes,
  system: (await withSystem(world, asked)).system,
})
