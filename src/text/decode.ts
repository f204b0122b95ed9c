import { badInput } from '../common/error.ts'
import { encodingNamed, strictDecoder } from './encodings.ts'
import { signatureOf } from './signature.ts'

/** What is read, by the name that errors give it, and what its reader says that it is written in. */
export interface Reading {
  readonly name: string
  /** UTF-8 by default; a byte order mark says it too. */
  readonly encoding?: string | undefined
}

/** No encoding that is read has longer characters. */
const longestCharacter = 4

/**
 * The text of bytes that come in pieces, in UTF-8, in what the reader declares, or in UTF-16 with a byte order mark. A
 * byte that is no text there is refused with its line and offset: read as U+FFFD, what it stood for would be lost for
 * ever. What comes before that byte is given out first. Throws `undecodable-text`, `not-text`, `wrong-encoding`,
 * `unknown-encoding`.
 */
export async function* decoded(bytes: AsyncIterable<Uint8Array>, { name, encoding }: Reading): AsyncGenerator<string> {
  const declared = encoding === undefined ? undefined : encodingNamed(encoding)
  let decoding: Decoding | undefined
  let begun: Uint8Array = Buffer.alloc(0)
  for await (const piece of bytes) {
    if (decoding !== undefined) yield* decoding.next(piece)
    else {
      begun = Buffer.concat([begun, piece])
      if (begun.length < longestCharacter) continue
      decoding = new Decoding(name, begun, declared)
      yield* decoding.next(begun)
    }
  }
  if (decoding === undefined) {
    decoding = new Decoding(name, begun, declared)
    yield* decoding.next(begun)
  }
  decoding.end()
}

/** The text of a whole file that is small. */
export const decodedWhole = (bytes: Uint8Array, reading: Reading): string => {
  const declared = reading.encoding === undefined ? undefined : encodingNamed(reading.encoding)
  const decoding = new Decoding(reading.name, bytes, declared)
  const text = [...decoding.next(bytes)].join('')
  decoding.end()
  return text
}

interface Whole {
  readonly text: string
  /** In bytes. */
  readonly length: number
}

/** One text on its way from bytes to characters. */
class Decoding {
  readonly #name: string
  readonly #encoding: string
  readonly #declared: string | undefined
  readonly #decode: (bytes: Uint8Array) => string
  /** How many bytes of a mark are still to be left out. */
  #mark: number
  /** The beginning of a character whose end is in the next piece. */
  #open: Uint8Array = Buffer.alloc(0)
  #offset = 0
  #line = 1
  #isAscii = true
  #utf8: InstanceType<typeof TextDecoder> | undefined

  constructor(name: string, beginning: Uint8Array, declared: string | undefined) {
    const { encoding, mark } = signatureOf(beginning, name, declared)
    this.#name = name
    this.#declared = declared
    this.#encoding = encoding
    this.#mark = mark
    this.#decode = strictDecoder(encoding)
    if (declared !== undefined && !encoding.startsWith('utf-')) this.#utf8 = new TextDecoder('utf-8', { fatal: true })
  }

  *next(piece: Uint8Array): Generator<string> {
    this.#refuseNul(piece)
    this.#compare(piece)
    const bytes = Buffer.concat([this.#open, piece]).subarray(this.#mark)
    this.#offset += this.#mark
    this.#mark = 0
    const whole = this.#wholeIn(bytes)
    const { text, length } = whole ?? this.#goodIn(bytes)
    if (text !== '') yield text
    this.#line += linesIn(text)
    this.#offset += length
    if (whole === undefined) throw this.#undecodable(bytes[length] as number, text)
    this.#open = bytes.subarray(length)
  }

  end(): void {
    const [first] = this.#open
    if (first !== undefined) throw this.#undecodable(first, '', ', with which the text ends,')
    if (this.#isAscii || !this.#isUtf8(undefined)) return
    throw badInput('wrong-encoding', `${this.#encoding} was declared, but all of the text is UTF-8.`, {
      where: this.#name,
      hint: 'Leave the encoding out: read as declared, every letter with an accent would become two others.',
    })
  }

  /** All of the bytes as text, but for the beginning of a last character; undefined where a byte before is no text. */
  #wholeIn(bytes: Uint8Array): Whole | undefined {
    for (let length = bytes.length; length >= 0 && length > bytes.length - longestCharacter; length -= 1)
      try {
        return { text: this.#decode(bytes.subarray(0, length)), length }
      } catch {
        continue
      }
    return undefined
  }

  /** The text before the first byte that is none. */
  #goodIn(bytes: Uint8Array): Whole {
    let [good, bad] = [0, bytes.length]
    while (good + 1 < bad) {
      const middle = Math.floor((good + bad) / 2)
      if (this.#wholeIn(bytes.subarray(0, middle)) === undefined) bad = middle
      else good = middle
    }
    return this.#wholeIn(bytes.subarray(0, good)) ?? { text: '', length: 0 }
  }

  /**
   * Whether what was declared may be taken for UTF-8 so far: letters with accents that are so by chance do not happen.
   */
  #isUtf8(piece: Uint8Array | undefined): boolean {
    try {
      this.#utf8?.decode(piece, { stream: piece !== undefined })
    } catch {
      this.#utf8 = undefined
    }
    return this.#utf8 !== undefined
  }

  #compare(piece: Uint8Array): void {
    if (this.#utf8 === undefined) return
    this.#isAscii &&= piece.every((byte) => byte < 0x80)
    this.#isUtf8(piece)
  }

  /** No text holds the byte 0, but for UTF-16, where it is half a character. */
  #refuseNul(piece: Uint8Array): void {
    const at = this.#encoding.startsWith('utf-16') ? -1 : piece.indexOf(0)
    if (at < 0) return
    throw badInput(
      'not-text',
      `The byte at offset ${this.#offset + this.#open.length + at} is 0, which no text holds.`,
      {
        where: this.#name,
        hint:
          'The file is binary, or text in UTF-16 without a byte order mark: ' +
          'save it as UTF-8, or declare its encoding, such as utf-16le.',
      },
    )
  }

  #undecodable(byte: number, before: string, how = '') {
    const shown = `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`
    const after = before.slice(before.lastIndexOf('\n') + 1).slice(-24)
    return badInput(
      'undecodable-text',
      `the byte ${shown} at offset ${this.#offset}${how} is no ` +
        `${this.#encoding}${after === '' ? '' : `; before it stands ${JSON.stringify(after)}`}.`,
      {
        where: `${this.#name}, line ${this.#line}`,
        hint:
          this.#declared === undefined
            ? 'Save the text as UTF-8, or declare what it is written in, as the ' +
              'encoding of the command or of the mapping: windows-1252, say.'
            : 'Declare what the text is really written in, or save it as UTF-8.',
      },
    )
  }
}

const linesIn = (text: string): number => {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}
