import { fc } from '../../support/seeded.ts'

/** Texts that programs have stumbled over: what is no text, no number, no day; what means something elsewhere. */
const known: readonly string[] = [
  '',
  ' ',
  '\0',
  '\u202e',
  '\ufeff',
  '\u{1f600}',
  '\ud800',
  'e\u0301'.repeat(50),
  'ﷺ',
  'İ',
  'ß',
  '０',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__proto__[a]',
  'a[]',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  '-0',
  '1e999',
  '-1',
  '0x10',
  '9007199254740993',
  '1'.repeat(400),
  '1_000',
  '1,000',
  '１９９０',
  '2000-02-30',
  '0000-00-00',
  '99999-01-01',
  '-0001-01-01',
  '2000-1-1',
  '1994-11-20T25:61:61Z',
  '1984/1986',
  '19XX',
  '../../../etc/passwd',
  '..%2f..%2f',
  'C:\\windows',
  'file:///etc/passwd',
  '%00',
  '%',
  '%E0%A4%A',
  '%25',
  '&',
  '=',
  "' or 1=1 /*",
  '"; drop table event; /*',
  '${7*7}',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '$(id)',
  '`id`',
  '*',
  'a\r\nSet-Cookie: a=b',
  '\r\n\r\n',
  '{"a":1}',
  '[1]',
  '[[[[[[',
  '{'.repeat(200),
  'a'.repeat(3_000),
  ',,,',
  '!',
  '!!',
]

/** Text that nobody meant. */
export const hostile: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...known) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
)

/** Text that is nearly another one. */
export const nearly = (text: string): fc.Arbitrary<string> =>
  fc.oneof(
    fc.nat(text.length).map((at) => text.slice(0, at) + text.slice(at + 1)),
    fc.nat(text.length).map((at) => `${text.slice(0, at)}é${text.slice(at)}`),
    fc.constantFrom(
      text.toUpperCase(),
      ` ${text} `,
      `${text},${text}`,
      `${text}/`,
      `${text}.json`,
      `-${text}`,
      `${text}0`,
    ),
  )

/** Mostly one of these texts, else nearly one, else what nobody meant. */
export const mostly = (texts: readonly string[], [valid, near, foul] = [6, 2, 2]): fc.Arbitrary<string> => {
  const oneOf = fc.constantFrom(...texts)
  return fc.oneof(
    { weight: valid ?? 0, arbitrary: oneOf },
    { weight: near ?? 0, arbitrary: oneOf.chain(nearly) },
    { weight: foul ?? 0, arbitrary: hostile },
  )
}
