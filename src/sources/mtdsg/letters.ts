import { badInput } from '../../common/error.ts'

/**
 * Letters beyond Latin-1 that the depositary's files cut to their last byte: U+201C became 0x1C, U+2002, an en space,
 * 0x02, U+2026, an ellipsis, 0x26, which is an ampersand. What was cut to a printable letter cannot be told from that
 * letter, and stays.
 */
const cut: Readonly<Record<string, string>> = {
  '\u0001': ' ',
  '\u0002': ' ',
  '\u0003': ' ',
  '\u0010': '‐',
  '\u0011': '-',
  '\u0012': '‒',
  '\u0013': '–',
  '\u0014': '—',
  '\u0015': '―',
  '\u0018': '‘',
  '\u0019': '’',
  '\u001a': '‚',
  '\u001c': '“',
  '\u001d': '”',
  '\u001e': '„',
}

// Control letters that XML does not allow, and an ampersand that begins no entity.
// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]|&(?!(?:#\d+|#x[0-9a-f]+|[a-z]+);)/gi

const encodingIn = /^<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)["']/i

/**
 * The text of a file of the depositary, as XML allows it: decoded as its first line declares, letters that were cut put
 * back. A letter that nobody can put back becomes U+FFFD. Throws `undecodable-text` where the bytes are not what they
 * declare.
 */
export const lettersOf = (bytes: Uint8Array, name: string): string => {
  const beginning = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const declared = encodingIn.exec(beginning.replace(/^\u00ef\u00bb\u00bf/, ''))?.[1]?.toLowerCase() ?? 'utf-8'
  return textIn(bytes, declared, name).replace(forbidden, (letter) =>
    letter === '&' ? '…' : (cut[letter] ?? '\ufffd'),
  )
}

const textIn = (bytes: Uint8Array, encoding: string, name: string): string => {
  // The WHATWG decoder takes iso-8859-1 for windows-1252, as browsers do.
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw badInput('undecodable-text', `The file declares ${encoding}, and its bytes are none.`, {
      where: name,
      hint: 'Download the file again, as the depositary publishes it.',
    })
  }
}
