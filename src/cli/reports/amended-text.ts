import type { Json } from '../../events/json.ts'
import type { Amended } from '../../ingest/append/correct.ts'

const shown = (value: Json): string => {
  if (value === null) return 'nothing'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** What was done, as a person reads it. */
export const amendedText = ({ id, done, target, stream, type, occurred, changed, dryRun, ordinal }: Amended): string =>
  [
    `${done} ${target}: ${type}${occurred === null ? '' : ` of ${occurred}`}, ` +
      `in ${stream}.${dryRun ? ' (dry run: nothing was appended)' : ''}`,
    ...changed.map(({ field, was, is }) => `  ${field}: ${shown(was)} → ${shown(is)}`),
    ...(dryRun ? [] : [`  by event ${id}; the log stands at ${ordinal}.`]),
  ].join('\n')
