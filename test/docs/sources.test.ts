import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bundledLines } from '../../src/ingest/candidates/bundled.ts'
import { packagePath } from '../../src/package/package-path.ts'
import { importers } from '../../src/sources/index.ts'
import { sourcesPage } from '../../src/sources/importer/page.ts'

const page = readFileSync(packagePath('docs', 'sources.md'), 'utf8')

describe('docs/sources.md', () => {
  it('is what the importers declare: npm run docs writes it', () => expect(page).toBe(sourcesPage(importers)))
  it.each(importers.map((importer) => [importer.name, importer] as const))(
    'says of %s where it is to be had, what it covers and on which terms',
    (name, { about, release }) => {
      expect(page).toContain(`\n## ${name}\n`)
      expect([about?.download, about?.covers, release.licence, release.redistributable]).not.toContain(undefined)
    },
  )
  it.each([
    // Terms as their publishers state them: correlatesofwar.org ("no redistribution without permission"), v-dem.net (CC
    // BY-SA).
    ['cow-states', 'no'],
    ['cow-igo', 'no'],
    ['cow-igo-list', 'no'],
    ['cow-igo-imputed', 'no'],
    ['vdem', 'yes'],
    ['untc-2015', 'unknown'],
    ['upr', 'unknown'],
  ])('knows whether %s may be passed on: %s', (name, answer) =>
    expect(importers.find((one) => one.name === name)?.release.redistributable).toBe(answer),
  )
})

describe('the sources of what is shipped', () => {
  const registered = bundledLines()
    .map(({ text }) => JSON.parse(text) as { type: string; data: Record<string, unknown> })
    .filter(({ type }) => type === 'SourceRegistered')
    .map(({ data }) => data)
  it('are many', () => expect(registered.length).toBeGreaterThan(30))
  it.each(registered.map((data) => [String(data['source']), data] as const))('say the terms of %s', (_source, data) =>
    expect(data).toMatchObject({
      licence: expect.stringMatching(/.{5}/) as string,
      redistributable: expect.stringMatching(/^(yes|no|unknown)$/) as string,
    }),
  )
})
