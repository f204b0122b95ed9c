/**
 * An answer as JSON, two spaces deep, with one line end.
 * An answer may hold its rows as an iterable, which JSON.stringify would print as `{}`: it comes as an array, one row a line.
 */
export function* jsonChunks(answer: unknown): Generator<string> {
  if (!isRecord(answer) || !Object.values(answer).some(isLazy)) {
    yield `${JSON.stringify(answer, null, 2)}\n`
    return
  }
  let before = '{'
  for (const [name, value] of Object.entries(answer)) {
    if (value === undefined) continue
    yield `${before}\n  ${JSON.stringify(name)}: `
    before = ','
    if (isLazy(value)) yield* arrayChunks(value)
    else yield JSON.stringify(value, null, 2).replaceAll('\n', '\n  ')
  }
  yield '\n}\n'
}

function* arrayChunks(values: Iterable<unknown>): Generator<string> {
  let before = '['
  for (const value of values) {
    yield `${before}\n    ${JSON.stringify(value) ?? 'null'}`
    before = ','
  }
  yield before === '[' ? '[]' : '\n  ]'
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

const isLazy = (value: unknown): value is Iterable<unknown> => isRecord(value) && Symbol.iterator in value
