/**
 * What must not reach a terminal as it is: control characters (C0, C1 and delete), which move its cursor and rename its
 * window; marks and overrides of writing direction, which show text in another order than it has; what readers take for
 * a line end, so that a value could forge a line of its own.
 */
const unsafe = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu

const short: Readonly<Record<string, string>> = { '\n': String.raw`\n`, '\r': String.raw`\r`, '\t': String.raw`\t` }
const escaped = (character: string): string =>
  short[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/** Most texts of an answer are ids and numbers: they are seen to be harmless without a look at what is unsafe. */
const isHarmless = (value: string): boolean => /^[\x20-\x7e]*$/.test(value)

/** A value on one line, with what a terminal would act on written as an escape: `\u001b`, `\n`. */
export const printable = (value: string): string => (isHarmless(value) ? value : value.replace(unsafe, escaped))

/** The same of text that has lines. */
export const printableLines = (text: string): string =>
  text.replace(unsafe, (character) => (character === '\n' ? character : escaped(character)))

/** The same of a message whose further lines are indented: a line end with no indent after it came with a value. */
export const printableMessage = (message: string): string =>
  printableLines(message.replaceAll(/\n(?! {2})/g, String.raw`\n`))

/**
 * The same of every text in a value, its keys too. What is neither a list nor a plain object, such as rows yet to be
 * read, stays as it is.
 */
export const printableValues = <T>(value: T): T => shown(value) as T

/** What needs no change is given back as it is: an answer may hold a hundred thousand texts. */
const shown = (value: unknown): unknown => {
  if (typeof value === 'string') return printable(value)
  if (Array.isArray(value)) return value.every(isShown) ? value : value.map(shown)
  if (!isPlain(value) || isShown(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [printable(key), shown(one)]))
}

const isShown = (value: unknown): boolean => {
  if (typeof value === 'string') return isHarmless(value) || printable(value) === value
  if (Array.isArray(value)) return value.every(isShown)
  if (!isPlain(value)) return true
  for (const [key, one] of Object.entries(value)) if (!isShown(key) || !isShown(one)) return false
  return true
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null)
