import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { onOneLine } from '../../src/text/json-line.ts'
import { readJson } from '../../src/text/strict-json.ts'

const faultsOf = (text: string) => {
  const read = readJson(text)
  return 'faults' in read ? read.faults.map(({ path, message }) => `${path}: ${message}`) : []
}

describe('JSON that loses nothing', () => {
  it('is read as ever', () =>
    fc.assert(
      fc.property(
        fc
          .jsonValue({ noUnicodeString: false })
          .filter((value) => !/\p{Surrogate}|\\u0000|\\ud|"__proto__"/u.test(JSON.stringify(value))),
        (value) => {
          expect(readJson(JSON.stringify(value, null, 1))).toEqual({
            value: JSON.parse(JSON.stringify(value)) as unknown,
          })
        },
      ),
    ))
  // Written by hand. 2^53 is 9007199254740992; the numbers with seventeen digits are doubles as C prints them with
  // %.17g.
  it.each([
    '9007199254740991',
    '9007199254740992',
    '9007199254740994',
    '-9007199254740992',
    '1e22',
    '1E+5',
    '123.4500',
    '0.1',
    '0.10000000000000001',
    '2.2250738585072014e-308',
    '5e-324',
    '1.7976931348623157e308',
    '0',
    '-0',
    '0.000',
    '0e99999',
    '100000000000000000000',
  ])('keeps the number %s', (literal) => {
    expect(readJson(`{"a":${literal}}`)).toEqual({ value: { a: Number(literal) } })
  })
})

describe('JSON that would lose something is refused, with the field', () => {
  it.each([
    ['1e400', 'too large'],
    ['-1e400', 'too large'],
    ['1e-400', 'too small'],
    ['9007199254740993', 'it would become 9007199254740992'],
    ['-9007199254740993', 'it would become -9007199254740992'],
    ['9007199254740993.0', 'it would become 9007199254740992'],
    ['123456789012345678901', 'cannot be kept exactly'],
    ['0.1000000000000000055511151231257827', 'it would become 0.1.'],
    ['3.14159265358979323846', 'it would become 3.141592653589793.'],
  ])('the number %s', (literal, words) => {
    const [fault = ''] = faultsOf(`{"data":{"values":[1,{"x":${literal}}]}}`)
    expect(fault).toMatch(/^data\.values\[1\]\.x: /)
    expect(fault).toContain(words)
  })
  it.each<[what: string, text: string, fault: RegExp]>([
    ['a key that stands twice', '{"data":{"actor":"a"},"data":{}}', /^data: the key stands twice/],
    ['a key that stands twice further in', '{"a":[{"b":1,"c":{},"b":1}]}', /^a\[0\]\.b: the key stands twice/],
    ['a key that stands twice, once as an escape', '{"data":1,"d\\u0061ta":2}', /^data: the key stands twice/],
    ['a list in between', '{"a":[1,2],"b":{},"a":3}', /^a: the key stands twice/],
    ['__proto__', '{"data":{"__proto__":{"x":1}}}', /^data\.__proto__: "__proto__" is no name/],
    ['__proto__ as an escape', '{"__pr\\u006fto__":1}', /^__proto__: "__proto__" is no name/],
    ['a lone surrogate', '{"a":"x\\ud800"}', /^a: the text holds half a character/],
    ['the other one', '{"a":["\\udc00x"]}', /^a\[0\]: the text holds half a character/],
    ['a lone surrogate in a key', '{"\\ud800":1}', /half a character/],
    ['a pair the wrong way round', '{"a":"\\udc00\\ud800"}', /half a character/],
    ['NUL', '{"a":"\\u0000"}', /^a: the text holds NUL/],
    ['nesting without end', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, /nested deeper than 64/],
    ['no JSON', '{"a":1,}', /JSON/],
    ['NaN', '{"a":NaN}', /JSON/],
    ['two values', '{}{}', /JSON/],
    ['nothing', '', /JSON/],
  ])('%s', (_, text, fault) => expect(faultsOf(text)[0]).toMatch(fault))
  it('all at once', () => expect(faultsOf('{"a":1e400,"a":"\\ud800","__proto__":0}')).toHaveLength(4))
  it('but not what only looks like it within text', () =>
    expect(faultsOf('{"a":"{\\"b\\":1e400,\\"b\\":[","c":"\\\\","constructor":1,"toString":"\\ud83c\\udf0d"}')).toEqual(
      [],
    ))
  it('and long texts are no trouble', () => expect(faultsOf(`{"a":"${'x\\"'.repeat(3_000_000)}"}`)).toEqual([]))
})

describe('JSON on one line', () => {
  it('holds no character at which any reader breaks lines, and says the same', () =>
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\u2028', '\u2029', '\u0085'))),
        (texts) => {
          const line = onOneLine(JSON.stringify(texts))
          expect(line).not.toMatch(/[\n\r\u2028\u2029]/)
          expect(JSON.parse(line)).toEqual(texts)
        },
      ),
    ))
})
