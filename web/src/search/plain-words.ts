const roman: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 }

/** `iv` as `4`, as the depositary counts its chapters; other words as they are. */
const arabic = (word: string): string => {
  if (!/^[ivx]{1,6}$/.test(word)) return word
  const values = [...word].map((letter) => roman[letter] ?? 0)
  const sum = values.reduce((total, value, at) => total + (value < (values[at + 1] ?? 0) ? -value : value), 0)
  return String(sum)
}

/** A text as plain words: without case, accents and signs; a numeral as the number that it is. */
export const plainWords = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’]s\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(arabic)
