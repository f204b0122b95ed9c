/** A text in lines of so many letters at most; a word that is longer than a line is broken. */
export const linesOf = (text: string, most: number): readonly string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((one) => one.match(new RegExp(`.{1,${most}}`, 'gu')) ?? []))
    if (line === '') line = word
    else if (line.length + 1 + word.length <= most) line += ` ${word}`
    else {
      lines.push(line)
      line = word
    }
  return line === '' ? lines : [...lines, line]
}
