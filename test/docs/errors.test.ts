import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { NormtrailError, type ErrorClass } from '../../src/common/error.ts'
import { packagePath } from '../../src/package/package-path.ts'

const source = ['src', 'projections', 'catalogue']
  .flatMap((folder) =>
    readdirSync(packagePath(folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => readFileSync(packagePath(join(folder, name)), 'utf8')),
  )
  .join('\n')

const errors = readFileSync(packagePath('docs/errors.md'), 'utf8')
const listed = errors.split('\n').flatMap((line) => {
  const [, code, classes, exit, status] = /^\| `([a-z-]+)` +\| ([^|]+?) +\| ([^|]+?) +\| ([^|]+?) +\|/.exec(line) ?? []
  return code === undefined ? [] : [{ code, classes: String(classes).split(', '), exit, status }]
})

/** Every code that is thrown by its name, with its class. */
const thrown = [
  ...[...source.matchAll(/\b(badInput|notFound|conflict)\(\s*'([a-z-]+)'/g)].map(([, how, code]) => ({
    code,
    kind: { badInput: 'bad-input', notFound: 'not-found', conflict: 'conflict' }[String(how)],
  })),
  ...[...source.matchAll(/NormtrailError\(\s*'([a-z-]+)',\s*'([a-z-]+)'/g)].map(([, kind, code]) => ({ code, kind })),
]

describe('docs/errors.md', () => {
  it('lists every code that is thrown, with its class', () => {
    const missing = thrown.filter(
      ({ code, kind }) => listed.find((one) => one.code === code)?.classes.includes(String(kind)) !== true,
    )
    expect(missing).toEqual([])
  })
  it('lists no code that nothing throws', () => {
    const ofKinds = /^unknown-(actor|treaty|organisation|norm)$/
    expect(listed.filter(({ code }) => !source.includes(`'${code}'`) && !ofKinds.test(code))).toEqual([])
  })
  it('says what each class is to a shell and over HTTP', () => {
    for (const { code, classes, exit, status } of listed) {
      const thrownSo = classes.map((kind) => new NormtrailError(kind as ErrorClass, code, ''))
      expect([code, exit]).toEqual([code, [...new Set(thrownSo.map(({ exitCode }) => exitCode))].join(', ')])
      expect([code, status]).toEqual([code, thrownSo.map(({ httpStatus }) => httpStatus).join(', ')])
    }
  })
  it('lists what only the protocol can refuse, with its status', () => {
    const refused = [...source.matchAll(/new Refusal\(\s*(\d{3}),\s*'([a-z-]+)'/g)]
    const known = [...errors.matchAll(/^\| `([a-z-]+)` +\| (\d{3}) +\| [^|]+ \|$/gm)]
    const codes = known.map(([, code]) => code)
    expect(new Set(known.map(([, code, status]) => `${status} ${code}`))).toEqual(
      new Set(refused.map(([, status, code]) => `${status} ${code}`)),
    )
    expect(codes).toEqual([...new Set(codes)].toSorted())
  })
  it('is in the order of the alphabet, each once', () => {
    const codes = listed.map(({ code }) => code)
    expect(codes.length).toBeGreaterThan(50)
    expect(codes).toEqual([...new Set(codes)].toSorted())
  })
})
