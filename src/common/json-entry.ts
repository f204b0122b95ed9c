const entryText = Symbol('entryText')

interface WritesItself {
  readonly [entryText]: () => string
}

/**
 * Has an entry of an answer's long list write its own JSON, where that is much quicker than JSON.stringify, or much
 * shorter: `text` gives what JSON.parse makes the entry of, two spaces deep, each line after the first four spaces in;
 * lists within it may have a line for each of their entries. A copy of the entry does not have it, since it may have
 * other fields.
 */
export const writingItself = <T extends object>(entry: T, text: () => string): T =>
  Object.defineProperty(entry, entryText, { value: text })

/** Has an entry of an answer's list stand on one line: indented, a world of spans would be twice as long. */
export const onOneLine = <T extends object>(entry: T): T => writingItself(entry, () => JSON.stringify(entry))

/** The text of an entry that writes its own; undefined of any other. */
export const ownText = (entry: unknown): string | undefined =>
  typeof entry === 'object' && entry !== null && entryText in entry ? (entry as WritesItself)[entryText]() : undefined
