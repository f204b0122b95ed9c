import { join } from 'node:path'
import { resolve } from '../../src/ingest/candidates/resolve-draft.ts'
import type { Names } from '../../src/names/names.ts'
import { importerNamed } from '../../src/sources/index.ts'
import { openFile } from '../../src/sources/files/open-file.ts'
import { formatDay } from '../../src/time/day.ts'
import { parseDate } from '../../src/time/edtf.ts'
import type { DateRange } from '../../src/time/date-range.ts'
import { dataFolder } from '../support/run/published.ts'

/** A day, or the first and the last one that it may be: `1984-12-10`, `1984-12-01/1984-12-31`. */
export const daysText = ({ lo, hi }: DateRange): string =>
  lo === hi ? formatDay(lo) : `${formatDay(lo)}/${formatDay(hi)}`

/**
 * All acts of a published table, read as an import reads it: `stream actor kind` and their days; and the references
 * that mean nobody. Acts of no kind are left out.
 */
export const actsOfTable = async (
  names: Names,
  importer: string,
  file: string,
  kindOf: (type: string, data: Readonly<Record<string, unknown>>) => string | undefined,
): Promise<{ readonly acts: ReadonlyMap<string, readonly string[]>; readonly unresolved: readonly string[] }> => {
  const acts = new Map<string, string[]>()
  const unresolved: string[] = []
  const holdersOf = (scheme: string, code: string) => names.meanings('state', scheme, code)
  for await (const item of importerNamed(importer).rows(await openFile(join(dataFolder, file)), holdersOf)) {
    if (!('type' in item)) continue
    const resolved = resolve(names, item)
    if ('reference' in resolved) {
      const { scheme, code, on } = resolved.reference
      unresolved.push(`${scheme} ${code} on ${on}`)
      continue
    }
    const kind = kindOf(item.type, item.data)
    if (kind === undefined) continue
    const key = `${resolved.stream} ${resolved.ids['actor']} ${kind}`
    acts.set(key, [...(acts.get(key) ?? []), daysText(parseDate(item.occurred ?? ''))])
  }
  return { acts, unresolved }
}
