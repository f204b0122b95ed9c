const commands: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  // BibTeX counts braces, whether a backslash stands before them or not.
  '{': String.raw`\textbraceleft{}`,
  '}': String.raw`\textbraceright{}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
  '"': '{"}',
  ß: String.raw`{\ss}`,
  æ: String.raw`{\ae}`,
  Æ: String.raw`{\AE}`,
  œ: String.raw`{\oe}`,
  Œ: String.raw`{\OE}`,
  ø: String.raw`{\o}`,
  Ø: String.raw`{\O}`,
  ł: String.raw`{\l}`,
  Ł: String.raw`{\L}`,
  ı: String.raw`{\i}`,
  '‘': '`',
  '’': "'",
  '“': '``',
  '”': "''",
  '–': '--',
  '—': '---',
  '…': String.raw`\dots{}`,
}

/** Marks that combine with the letter before them, by their code point: the command that sets them. */
const accents: Readonly<Record<number, string>> = {
  0x300: '`',
  0x301: "'",
  0x302: '^',
  0x303: '~',
  0x304: '=',
  0x306: 'u',
  0x307: '.',
  0x308: '"',
  0x30a: 'r',
  0x30b: 'H',
  0x30c: 'v',
  0x323: 'd',
  0x327: 'c',
  0x328: 'k',
}

const accented = (letter: string, mark: string): string | undefined => {
  const command = accents[mark.codePointAt(0) ?? 0]
  return command === undefined ? undefined : `{\\${command}{${letter}}}`
}

/** A letter or sign as LaTeX writes it; what has no command of its own stays as it is, for engines that read UTF-8. */
const inLatex = (sign: string): string => {
  const known = commands[sign]
  if (known !== undefined) return known
  if (/^[%&#_$]$/.test(sign)) return `\\${sign}`
  const [letter = '', mark = '', more] = sign.normalize('NFD')
  if (mark === '' || more !== undefined || !/^[A-Za-z]$/.test(letter)) return sign
  return accented(letter, mark) ?? sign
}

/**
 * Text as the value of a BibTeX field, between braces: nothing in it ends the field, opens mathematics or starts a
 * comment.
 */
export const bibtexText = (text: string): string => Array.from(text.normalize('NFC'), inLatex).join('')
