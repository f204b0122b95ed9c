import type { z } from 'zod'
import { badInput } from '../../common/error.ts'
import type { FieldLabel, Given } from './given.ts'

/** Names that stand for several fields at once, and the field that takes such a name. */
export interface Presets {
  readonly field: string
  /** What each stands for, by field, as a user would write it. */
  readonly stands: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** What a text is read as: `1` and `1 ` are the same lag. */
const readAs = (schema: z.core.$ZodType | undefined, text: unknown): string => {
  const read = schema === undefined ? undefined : (schema as z.ZodType).safeParse(text)
  return JSON.stringify(read?.success === true ? read.data : text)
}

/**
 * What was given, with all that its preset stands for. Throws `bad-input` where a field says something else than the
 * preset does: it names both.
 */
export const withPreset = (
  { presets, input }: { readonly presets?: Presets; readonly input: z.ZodObject },
  given: Given,
  label: FieldLabel,
): Given => {
  const name = presets === undefined ? undefined : given[presets.field]
  const stands = presets?.stands[String(name)]
  if (presets === undefined || stands === undefined) return given
  for (const [field, text] of Object.entries(stands)) {
    const came = given[field]
    if (came === undefined || readAs(input.shape[field], came) === readAs(input.shape[field], text)) continue
    throw badInput('bad-input', `is ${came}, but the preset ${String(name)} stands for ${text}.`, {
      where: label(field),
      hint: `Leave out ${label(field)} or ${label(presets.field)}.`,
    })
  }
  return { ...stands, ...given }
}
