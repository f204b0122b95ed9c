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

/** What is written by hand in a folder of code: a string or a comment is not broken by the formatter. */
const codeIn = (folder: string): readonly string[] =>
  readdirSync(packagePath(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|js|mjs|css)$/.test(name) && !name.includes('node_modules'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)

describe('code', () => {
  it.each(['src', 'projections', 'migrations', 'bench', 'web', 'test'])('%s: lines end by column 120', (folder) => {
    const files = codeIn(folder)
    expect(files.length).toBeGreaterThan(0)
    const wide = files.flatMap((file) =>
      linesOf(file).flatMap((line, index) => (line.length > 120 ? [`${file}:${index + 1}`] : [])),
    )
    expect(wide).toEqual([])
  })
})
