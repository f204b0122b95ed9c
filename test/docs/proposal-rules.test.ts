import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { packagePath } from '../../src/package/package-path.ts'
import { rules } from '../../src/sources/endnotes/rules/index.ts'

it('docs/proposals.md lists every rule that reads notes, with its version', () => {
  const page = readFileSync(packagePath('docs/proposals.md'), 'utf8')
  const listed = [...page.matchAll(/^\| `([a-z-]+)` \| (\d+) \| /gm)].map(([, name, version]) => `${name} ${version}`)
  expect(listed).toEqual(rules.map(({ name, version }) => `${name} ${version}`))
})
