/**
 * An answer as JSON, two spaces deep, with one line end. An answer may hold its rows as an iterable, which
 * JSON.stringify would print as `{}`: it comes as an array, one row a line. A long list is written a few entries at a
 * time, to the same bytes: as one text it might be longer than a text can be.
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
    else if (isLong(value)) yield* withLabel(label, longChunks(value))
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

const entriesPerChunk = 500

function* longChunks(values: readonly unknown[]): Generator<string> {
  for (let from = 0; from < values.length; from += entriesPerChunk) {
    const entries = values
      .slice(from, from + entriesPerChunk)
      .map((value) => `\n    ${(JSON.stringify(value, null, 2) ?? 'null').replaceAll('\n', '\n    ')}`)
    yield `${from === 0 ? '[' : ','}${entries.join(',')}`
  }
  yield '\n  ]'
}

const isLong = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.length > entriesPerChunk

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isLazy = (value: unknown): value is Iterable<unknown> => isRecord(value) && Symbol.iterator in value
