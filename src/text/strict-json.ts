import { messageOf } from '../common/error.ts'

/**
 * What is wrong with a JSON text, and in which field: `data.actor`, `sources[0].citation`; empty for the whole of it.
 */
export interface JsonFault {
  readonly path: string
  readonly message: string
}

export type ReadJson = { readonly value: unknown } | { readonly faults: readonly JsonFault[] }

/** How deep lists and objects may stand within each other: far above any real record. */
const deepest = 64

/**
 * The value of a JSON text, where nothing of the text is lost on the way. `JSON.parse` says whether it is JSON; a walk
 * over its tokens finds what that swallows without a word: a key that stands twice, `__proto__`, a number that would
 * become another, half a character, NUL, nesting without end.
 */
export const readJson = (text: string): ReadJson => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (thrown) {
    return { faults: [{ path: '', message: `${messageOf(thrown)}${lineIn(text, messageOf(thrown))}.` }] }
  }
  const faults = swallowed(text)
  return faults.length === 0 ? { value } : { faults }
}

/** The line and the column of the place that a message names by its position, where the text has several lines. */
const lineIn = (text: string, message: string): string => {
  const [, position] = / at position (\d+)$/.exec(message) ?? []
  if (position === undefined || !text.trimEnd().includes('\n')) return ''
  const before = text.slice(0, Number(position)).split('\n')
  return ` (line ${before.length}, column ${(before.at(-1) ?? '').length + 1})`
}

type Level = { readonly keys: Set<string>; key: string } | { index: number }

const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*|[{}[\],:]/g

const swallowed = (text: string): readonly JsonFault[] => {
  const faults: JsonFault[] = []
  const levels: Level[] = []
  let isKey = false
  const note = (message: string | undefined): void => {
    if (message !== undefined) faults.push({ path: pathOf(levels), message })
  }
  for (const [token] of text.matchAll(tokens)) {
    const level = levels.at(-1)
    if (token === '{' || token === '[') {
      if (levels.length >= deepest) return [...faults, { path: '', message: `nested deeper than ${deepest} levels.` }]
      levels.push(token === '{' ? { keys: new Set(), key: '' } : { index: 0 })
      isKey = token === '{'
    } else if (token === '}' || token === ']') {
      levels.pop()
      isKey = false
    } else if (token === ',') {
      if (level !== undefined && 'index' in level) level.index += 1
      isKey = level !== undefined && 'keys' in level
    } else if (token === ':') isKey = false
    else if (!token.startsWith('"')) note(wrongNumber(token))
    else {
      const read = JSON.parse(token) as string
      if (isKey && level !== undefined && 'keys' in level) {
        level.key = read
        note(wrongKey(read, level.keys))
        level.keys.add(read)
      }
      note(wrongText(read))
    }
  }
  return faults
}

const pathOf = (levels: readonly Level[]): string =>
  levels
    .map((level) => ('keys' in level ? `.${level.key}` : `[${level.index}]`))
    .join('')
    .replace(/^\./, '')

const wrongKey = (key: string, before: ReadonlySet<string>): string | undefined => {
  if (before.has(key)) return 'the key stands twice in one object. Expected each key once.'
  return key === '__proto__' ? '"__proto__" is no name of a field.' : undefined
}

const wrongText = (text: string): string | undefined => {
  if (/\p{Surrogate}/u.test(text))
    return 'the text holds half a character (a lone surrogate), which no encoding can keep.'
  return text.includes('\0') ? 'the text holds NUL (U+0000). Expected text without it.' : undefined
}

/** More digits than this say nothing about a number with a fraction: each such number has a text that is no longer. */
const tellingDigits = 17

const wrongNumber = (literal: string): string | undefined => {
  const value = Number(literal)
  if (!Number.isFinite(value))
    return `the number ${literal} is too large to be kept. Expected at most ${Number.MAX_VALUE}.`
  const [wanted, kept] = [decimalOf(literal), decimalOf(String(value))]
  if (wanted.digits === kept.digits && wanted.power === kept.power) return undefined
  if (value === 0) return `the number ${literal} is too small to be kept: it would become 0.`
  if (wanted.power < 0 && wanted.digits.length <= tellingDigits) return undefined
  return (
    `the number ${literal} cannot be kept exactly: it would become ${value}. Expected a ` +
    `whole number up to ${Number.MAX_SAFE_INTEGER}, or ${tellingDigits} digits.`
  )
}

/** A number as its digits, without zeros around them, and the power of ten of the last: 1.50 is 15 and -1. */
const decimalOf = (literal: string): { readonly digits: string; readonly power: number } => {
  const [, whole = '', fraction = '', exponent = '0'] = /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(literal) ?? []
  const all = `${whole}${fraction}`.replace(/^0+/, '')
  const digits = all.replace(/0+$/, '')
  if (digits === '') return { digits, power: 0 }
  return { digits, power: Number(exponent) - fraction.length + all.length - digits.length }
}
