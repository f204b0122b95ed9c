import { ownText } from '../common/json-entry.ts'

/**
 * An answer as JSON, two spaces deep, with one line end. An answer may hold its rows as an iterable, which
 * JSON.stringify would print as `{}`: it comes as an array, one row a line. A list is written a few entries at a time,
 * to the same bytes: as one text it might be longer than a text can be, and what is made of an entry as it is read is
 * of no use after it.
 */
export function* jsonChunks(answer: unknown): Generator<string> {
  if (!isRecord(answer) || !Object.values(answer).some((value) => isLazy(value) || isLong(value))) {
    yield `${JSON.stringify(answer, null, 2)}\n`
    return
  }
  let before = '{'
  for (const [name, value] of Object.entries(answer)) {
    if (value === undefined) continue
    yield `${before}\n`
    before = ','
    const label = `  ${JSON.stringify(name)}: `
    if (isLazy(value)) yield* withLabel(label, arrayChunks(value))
    else if (isLong(value)) yield* withLabel(`${label}[`, longChunks(name, value))
    // The field of an object alone is indented as it is here; its braces are left out.
    else yield JSON.stringify({ [name]: value }, null, 2).slice('{\n'.length, -'\n}'.length)
  }
  yield '\n}\n'
}

function* withLabel(label: string, chunks: Iterable<string>): Generator<string> {
  yield label
  yield* chunks
}

function* arrayChunks(values: Iterable<unknown>): Generator<string> {
  let before = '['
  for (const value of values) {
    yield `${before}\n    ${JSON.stringify(value) ?? 'null'}`
    before = ','
  }
  yield before === '[' ? '[]' : '\n  ]'
}

/** A list of more entries is written in chunks, each of about so many characters and of so many entries at most. */
const few = 8
const chunkLength = 65_536
const mostPerChunk = 500

function* longChunks(name: string, values: readonly unknown[]): Generator<string> {
  // A field of an object alone is indented as it is here.
  const [before, after] = [`{\n  ${JSON.stringify(name)}: [`.length, '\n  ]\n}'.length]
  for (let [from, count] = [0, few]; from < values.length;) {
    const own = ownText(values[from])
    if (own !== undefined) {
      yield from === 0 ? '\n    ' : ',\n    '
      yield own
      from += 1
      continue
    }
    const text = JSON.stringify({ [name]: values.slice(from, from + count) }, null, 2)
    yield `${from === 0 ? '' : ','}${text.slice(before, -after)}`
    from += count
    count = text.length < chunkLength ? Math.min(2 * count, mostPerChunk) : Math.ceil(count / 2)
  }
  yield '\n  ]'
}

const isLong = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.length > few

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isLazy = (value: unknown): value is Iterable<unknown> => isRecord(value) && Symbol.iterator in value
