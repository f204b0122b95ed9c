import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { packagePath } from '../../src/package/package-path.ts'

const cff = readFileSync(packagePath('CITATION.cff'), 'utf8')
const { version, license, description } = JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as Record<
  'version' | 'license' | 'description',
  string
>

/** The value of a key at the top: on its line, or folded below it. */
const valueOf = (key: string): string | undefined =>
  new RegExp(`^${key}: (?:>-\\n((?: {2}.*\\n)+)|(.*)$)`, 'm')
    .exec(cff)
    ?.slice(1)
    .find((found) => found !== undefined)
    ?.replaceAll(/\s+/g, ' ')
    .trim()

describe('CITATION.cff', () => {
  it('is of the format 1.2.0, with all that it asks for', () => {
    expect(valueOf('cff-version')).toBe('1.2.0')
    expect(valueOf('message')).toBeDefined()
    expect(valueOf('title')).toBe('normtrail')
    expect(valueOf('type')).toBe('software')
    expect(cff).toMatch(/^authors:\n {2}- name: \S/m)
  })
  it('has no key that the format does not know', () => {
    const keys = [...cff.matchAll(/^([a-z-]+):/gm)].map(([, key]) => key)
    expect(keys).toEqual([...new Set(keys)])
    const known = 'cff-version message type title abstract authors version license keywords date-released url'
    expect(keys.filter((key) => !known.split(' ').includes(String(key)))).toEqual([])
  })
  it('says what package.json says', () =>
    expect([valueOf('version'), valueOf('license'), valueOf('abstract')]).toEqual([version, license, description]))
})

describe('CONTRIBUTING.md', () => {
  it('names scripts of package.json, and tests that are there', () => {
    const page = readFileSync(packagePath('CONTRIBUTING.md'), 'utf8')
    const { scripts } = JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as { scripts: object }
    const run = [...page.matchAll(/npm run (?:-s )?([a-z:]+)/g)].map(([, name]) => String(name))
    expect(run.length).toBeGreaterThan(4)
    expect(run.filter((name) => !Object.hasOwn(scripts, name))).toEqual([])
  })
})
