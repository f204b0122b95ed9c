import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { packagePath } from '../../src/package/package-path.ts'

/** Made from the code: their lines are as long as what is described. */
const generated = new Set(['cli.md', 'codebook.md', 'events.md', 'sources.md'])

const written = [
  'README.md',
  'CONTRIBUTING.md',
  'examples/README.md',
  ...readdirSync(packagePath('docs'))
    .filter((name) => name.endsWith('.md') && !generated.has(name))
    .map((name) => `docs/${name}`),
]

const linesOf = (page: string): readonly string[] => readFileSync(packagePath(page), 'utf8').split('\n')

/** The prose of a page: neither tables nor what stands in fences. */
const proseOf = (page: string): readonly string[] => {
  let isFenced = false
  return linesOf(page).filter((line) => {
    if (line.trimStart().startsWith('```')) isFenced = !isFenced
    return !isFenced && !line.startsWith('|')
  })
}

describe('pages', () => {
  it.each(written)('%s: lines of prose end by column 120', (page) => {
    expect(proseOf(page).length).toBeGreaterThan(5)
    expect(proseOf(page).filter((line) => line.length > 120)).toEqual([])
  })
  it('README.md fits on a screen', () => expect(linesOf('README.md').length).toBeLessThanOrEqual(46))
})
