import { closest } from '../common/closest.ts'
import { badInput } from '../common/error.ts'

/**
 * What files are usually written in, by the names of the WHATWG: for hints. Whatever else `TextDecoder` knows is read
 * too.
 */
const usual = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  ...[874, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258].map((page) => `windows-${page}`),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15].map((part) => `iso-8859-${part}`),
  'macintosh',
  'koi8-r',
  'koi8-u',
  'ibm866',
  'gbk',
  'gb18030',
  'big5',
  'euc-jp',
  'shift_jis',
  'euc-kr',
]

/** Shifts between character sets within a text, so that no part of it can be read by itself. */
const shifting = new Set(['iso-2022-jp'])

/** The one name of an encoding: `cp1252`, `latin1` and `iso-8859-1` are `windows-1252`. Throws `unknown-encoding`. */
export const encodingNamed = (label: string): string => {
  const name = nameOf(label.trim())
  if (name !== undefined) return name
  throw badInput('unknown-encoding', `"${label}" is no encoding that is read.`, {
    where: 'encoding',
    hint: encodingHint(label),
  })
}

export const isEncoding = (label: string): boolean => nameOf(label.trim()) !== undefined

/** The encodings that are spelt like a word, or some that are usual. */
export const encodingHint = (label: string): string => {
  const near = closest(label.trim(), usual)
  return near.length > 0
    ? `Closest: ${near.join(', ')}.`
    : 'Expected a name such as utf-8, utf-16le, windows-1252 or macintosh.'
}

/** Other programs write `latin-1` for `latin1`, `utf_8` for `utf-8`. */
const nameOf = (label: string): string | undefined =>
  labelled(label) ?? labelled(label.replaceAll('_', '-')) ?? labelled(label.replaceAll(/[-_ ]/g, ''))

const labelled = (label: string): string | undefined => {
  try {
    const { encoding } = new TextDecoder(label)
    return shifting.has(encoding) ? undefined : encoding
  } catch {
    return undefined
  }
}

/**
 * What windows-1252 means by the bytes 0x80 to 0x9F; a space where it means nothing. Some versions of Node read them as
 * control characters.
 */
const between80And9F = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

const controls = /[\u0080-\u009f]/g

/**
 * A decoder that throws on every byte that the encoding does not define. Each call is a whole text; a mark at its
 * beginning stays.
 */
export const strictDecoder = (encoding: string): ((bytes: Uint8Array) => string) => {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  if (encoding !== 'windows-1252') return (bytes) => decoder.decode(bytes)
  return (bytes) =>
    decoder.decode(bytes).replace(controls, (control) => {
      const meant = between80And9F.charAt(control.charCodeAt(0) - 0x80)
      if (meant === ' ') throw new TypeError('The byte means nothing in windows-1252.')
      return meant
    })
}
