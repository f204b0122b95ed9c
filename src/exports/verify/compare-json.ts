/** A value in a few words: a long one is cut. */
const short = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 80 ? `${text.slice(0, 77)}...` : text
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')

/** Where two values of JSON part, each place by its pointer. */
export const jsonDifferences = (found: unknown, made: unknown, at = ''): readonly string[] => {
  if (!isObject(found) || !isObject(made) || Array.isArray(found) !== Array.isArray(made))
    return JSON.stringify(found) === JSON.stringify(made)
      ? []
      : [`${at === '' ? 'all of it' : at}: ${short(found)} stands there, ${short(made)} is made`]
  const [one, other] = [found as Readonly<Record<string, unknown>>, made as Readonly<Record<string, unknown>>]
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  return keys.flatMap((key) => jsonDifferences(one[key], other[key], `${at}/${escaped(key)}`))
}
