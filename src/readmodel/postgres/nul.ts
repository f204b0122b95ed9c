/**
 * PostgreSQL refuses U+0000 in text; the log and SQLite do not. So U+0000 is stored as U+0001 U+0001, and U+0001 as
 * U+0001 U+0002. Every text has one stored form, and stored texts sort as the texts themselves do.
 *
 *     'a\0b' ⇄ 'a\x01\x01b'      'a\x01b' ⇄ 'a\x01\x02b'
 */
const withoutNul = (text: string): string =>
  text.includes('\0') || text.includes('\u0001')
    ? text.replaceAll('\u0001', '\u0001\u0002').replaceAll('\0', '\u0001\u0001')
    : text

/** The text that was stored. */
export const withNul = (stored: string): string =>
  stored.includes('\u0001') ? stored.replaceAll('\u0001\u0001', '\0').replaceAll('\u0001\u0002', '\u0001') : stored

/** Parameters of a statement, also inside lists. */
export const parametersWithoutNul = (parameters: readonly unknown[]): unknown[] =>
  parameters.map((value: unknown) => {
    if (typeof value === 'string') return withoutNul(value)
    return Array.isArray(value) ? parametersWithoutNul(value) : value
  })
