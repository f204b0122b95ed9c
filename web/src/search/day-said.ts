import { readDay } from '../words/read-day.ts'

/** A day that some words tell, and the words without it. */
export interface DaySaid {
  readonly day?: string | undefined
  readonly words: readonly string[]
}

const isNumber = (word: string): boolean => /^\d+$/.test(word)

/** The day that two or three words tell, `1 june 1995`, `june 1995`, `1995 06 01`. */
export const dayIn = (words: readonly string[]): DaySaid => {
  for (let size = 3; size > 1; size--)
    for (let at = 0; at + size <= words.length; at++) {
      const some = words.slice(at, at + size)
      const day = readDay(some.join(some.every(isNumber) ? '-' : ' '))
      if (day !== undefined) return { day, words: [...words.slice(0, at), ...words.slice(at + size)] }
    }
  return { words }
}

/** The year that one of the words is. It is asked for last: `1951 Refugee Convention` is a name. */
export const yearIn = (words: readonly string[]): DaySaid => {
  const at = words.findIndex((word) => /^\d{4}$/.test(word))
  return at < 0 ? { words } : { day: readDay(words[at] ?? ''), words: words.filter((_, place) => place !== at) }
}
