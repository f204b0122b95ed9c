import { badInput } from '../common/error.ts'

/** What the first bytes of a text say: its encoding, and how many of them are its mark. */
export interface Signature {
  readonly encoding: string
  readonly mark: number
}

const marks: readonly (Signature & { readonly bytes: readonly number[] })[] = [
  { encoding: 'utf-8', mark: 3, bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: 2, bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: 2, bytes: [0xfe, 0xff] },
]

/** What is no text, or none that is read, by its first bytes. */
const others: readonly { readonly bytes: readonly number[]; readonly is: string; readonly hint: string }[] = [
  { bytes: [0xff, 0xfe, 0, 0], is: 'text in UTF-32, which is not read', hint: 'Save it as UTF-8.' },
  { bytes: [0, 0, 0xfe, 0xff], is: 'text in UTF-32, which is not read', hint: 'Save it as UTF-8.' },
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    is: 'an Excel workbook, or another zip archive',
    hint: 'Save the sheet as CSV in UTF-8.',
  },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], is: 'an Excel workbook of the old kind', hint: 'Save the sheet as CSV in UTF-8.' },
  { bytes: [0x25, 0x50, 0x44, 0x46], is: 'a PDF', hint: 'Save what it shows as text in UTF-8.' },
  { bytes: [0x50, 0x41, 0x52, 0x31], is: 'a Parquet file', hint: 'Save it as CSV or JSON Lines.' },
]

/**
 * In what a text is written: what its mark says, else what is declared, else UTF-8. Throws `not-text` where it is none,
 * and `wrong-encoding` where its mark says other than what is declared.
 */
export const signatureOf = (beginning: Uint8Array, name: string, declared: string | undefined): Signature => {
  const begins = ({ bytes }: { readonly bytes: readonly number[] }): boolean =>
    bytes.every((byte, index) => beginning[index] === byte)
  const other = others.find(begins)
  if (other !== undefined)
    throw badInput('not-text', `The file is ${other.is}. Expected text in UTF-8.`, { where: name, hint: other.hint })
  const marked = marks.find(begins)
  if (marked === undefined) return { encoding: declared ?? 'utf-8', mark: 0 }
  if (declared === undefined || declared === marked.encoding || isUtf16(declared, marked)) return marked
  throw badInput(
    'wrong-encoding',
    `${declared} was declared, but the text begins with the mark of ${marked.encoding}.`,
    {
      where: name,
      hint: 'Leave the encoding out.',
    },
  )
}

/** `utf-16` by itself does not say which way round; the mark does. */
const isUtf16 = (declared: string, { encoding }: Signature): boolean =>
  declared.startsWith('utf-16') && encoding.startsWith('utf-16')
