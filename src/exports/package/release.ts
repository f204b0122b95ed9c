import { z } from 'zod'
import type { PackageOf } from './package-of.ts'

/** `release.json`: what a package is made of, and all that is needed to make it again beside the recipe and the log. */
export const releaseSchema = z.object({
  releaseId: z.string(),
  program: z.string(),
  asOf: z.string(),
  asKnownAt: z.string(),
  ordinal: z.int(),
  prefix: z.string(),
  unit: z.string(),
  formats: z.array(z.enum(['csv', 'jsonl', 'parquet'])).min(1),
  mayRedistribute: z.boolean(),
  rows: z.int(),
  columns: z.array(z.string()),
})
export type ReleaseFile = z.infer<typeof releaseSchema>

export const releaseFileOf = ({ release, recipe, formats, mayRedistribute, table, columns }: PackageOf): string => {
  const file: ReleaseFile = {
    ...release,
    unit: recipe.unit,
    formats: [...formats],
    mayRedistribute,
    rows: table.rows,
    columns: columns.map(({ name }) => name),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}
