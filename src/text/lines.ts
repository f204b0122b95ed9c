/**
 * The lines of a text that comes in pieces. A line ends with LF or CR LF, and with nothing else: U+2028, U+2029, U+0085
 * and a lone CR are characters that a line may hold. The last line need not end.
 */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let open: string[] = []
  for await (const piece of pieces) {
    const [first = '', ...others] = piece.split('\n')
    open.push(first)
    for (const line of others) {
      yield withoutReturn(open.join(''))
      open = [line]
    }
  }
  const last = open.join('')
  if (last !== '') yield withoutReturn(last)
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line)
