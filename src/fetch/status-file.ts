import type { Instrument } from './instrument.ts'

/**
 * Why bytes are not the status file of an instrument; undefined where they are. A server in trouble answers with a page
 * in HTML, status 200; a connection may be cut where nobody said how long the file is; a redirect may lead to another
 * instrument. Read as Latin-1, in which every byte is a letter: what is looked at is ASCII in every encoding that such
 * files have.
 */
export const notTheFile = (bytes: Uint8Array, { number }: Instrument): string | undefined => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').replaceAll('\0', '')
  const root = /<([a-z][\w:.-]*)[\s>/]/i.exec(text.replaceAll(/<!--[^]*?-->/g, ''))?.[1]
  if (root?.toLowerCase() === 'html' || /^\s*(?:[\u00ef\u00bb\u00bf]+)?<!doctype\s+html/i.test(text))
    return 'a page in HTML came instead of the file'
  if (root !== 'Document') return 'what came is no status file of the depositary'
  if (!/<\/Document>\s*$/.test(text)) return 'the file is cut off'
  const chapter = /<Header>\s*CHAPTER\s+([IVX]+)/.exec(text)?.[1]
  const section = /<Numsect>\s*(\d+)/.exec(text)?.[1]
  if (chapter === undefined || section === undefined) return undefined
  const [wanted = '', wantedSection] = [number.split('-')[0], /\d+/.exec(number)?.[0]]
  return chapter === wanted && section === wantedSection
    ? undefined
    : `what came is the file of ${chapter}-${section}, not of ${number}`
}
