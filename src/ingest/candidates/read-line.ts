import { badInput } from '../../common/error.ts'
import { draftLine, type DraftLine } from '../../events/envelope.ts'
import { isObject, type JsonObject } from '../../events/json.ts'
import { shapeFaults } from '../../events/shape-faults.ts'
import { readJson } from '../../text/strict-json.ts'
import type { LineFaults } from './line-faults.ts'

/** One line of JSON Lines, with the place that an error names. */
export interface Line {
  readonly where: string
  readonly text: string
}

/** As much of a line as could be read: what is out of shape is left out, so that the rest can still be checked. */
export type ReadLine = { readonly isWhole: boolean } & {
  readonly [K in keyof Omit<DraftLine, 'data'>]?: DraftLine[K] | undefined
} & { readonly data?: JsonObject | undefined }

/**
 * Reads one line; whatever is wrong with its JSON or its own fields is noted. Ids are in lower case, as they are
 * stored.
 */
export const readLine = ({ where, text }: Line, faults: LineFaults): ReadLine => {
  // Files that were joined may hold the byte order mark of each.
  const read = readJson(text.replace(/^\uFEFF/, ''))
  if ('faults' in read) {
    for (const { path, message } of read.faults)
      faults.add(
        badInput('bad-json', path === '' ? `${message} Expected one JSON object a line.` : `${path}: ${message}`, {
          where,
          ...hintOf(text),
        }),
      )
    return { isWhole: false }
  }
  const { value } = read
  if (!isObject(value)) {
    const came = Array.isArray(value) ? 'a list' : JSON.stringify(value).slice(0, 40)
    faults.add(
      badInput('bad-json', `got ${came}. Expected one JSON object a line.`, {
        where,
        ...(Array.isArray(value) && { hint: 'Write each element on a line of its own, without brackets and commas.' }),
      }),
    )
    return { isWhole: false }
  }
  const wrong = shapeFaults(draftLine, value, '')
  for (const { path, message } of wrong) faults.add(badInput('bad-event', `${path}: ${message}`, { where }))
  const spoilt = new Set(wrong.map(({ path }) => path.split(/[.[]/)[0]))
  const kept = Object.fromEntries(Object.entries(value).filter(([field]) => !spoilt.has(field)))
  return { ...lowered(kept as Partial<DraftLine> & { data?: JsonObject }), isWhole: wrong.length === 0 }
}

const hintOf = (text: string): { readonly hint?: string } =>
  /^[^\n]*\}\s*\r\s*\{/.test(text) ? { hint: 'Lines must end with LF or CR LF; these end with CR alone.' } : {}

/** A UUID is the same in both cases; what is stored and looked up is in lower case. */
const lowered = <L extends { readonly id?: string | undefined; readonly type?: string; readonly data?: JsonObject }>(
  line: L,
): L => {
  const { id, type, data } = line
  const { target } = data ?? {}
  return {
    ...line,
    ...(id !== undefined && { id: id.toLowerCase() }),
    ...(typeof target === 'string' &&
      (type === 'EventCorrected' || type === 'EventRetracted') && {
        data: { ...data, target: target.toLowerCase() },
      }),
  }
}

/** Throws where the lines are one JSON value that is spread over them, as editors and APIs write it. */
export const refuseSpread = (lines: readonly Line[]): void => {
  const [first, ...others] = lines
  if (first === undefined || others.length === 0 || isJson(first.text)) return
  if (!isJson(lines.map(({ text }) => text).join('\n'))) return
  throw badInput('bad-json', 'the lines are one JSON value together. Expected one JSON object a line.', {
    where: first.where,
    hint: 'Write each event on a line of its own: `jq -c .`, or `jq -c ".[]"` where they are a list.',
  })
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
