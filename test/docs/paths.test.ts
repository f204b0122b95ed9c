import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packagePath } from '../../src/package/package-path.ts'

const read = (path: string): string => readFileSync(packagePath(path), 'utf8')

/** What stands in backticks and is a place in the repository. */
const placesIn = (page: string): readonly string[] =>
  [
    ...page.matchAll(/`((?:src|projections|catalogue|migrations|test|docs|examples|bench|web|deploy)\/?[\w./-]*)`/g),
  ].map(([, place]) => String(place))

const pagesIn = (folder: string): readonly string[] =>
  readdirSync(packagePath(folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name))

const pages = [...pagesIn('.'), ...pagesIn('docs'), ...pagesIn('docs/adr'), ...pagesIn('examples')]

describe('pages name what is there', () => {
  it.each(['docs/architecture.md', 'docs/glossary.md', 'CONTRIBUTING.md', 'README.md'])('%s: every path', (page) => {
    const places = placesIn(read(page))
    expect(places.length).toBeGreaterThan(4)
    expect(places.filter((place) => !existsSync(packagePath(place)))).toEqual([])
  })
  it.each(pages)('%s: every page that it leads to', (page) => {
    const links = [...read(page).matchAll(/\]\(([^)\s#:]+)(?:#[^)]*)?\)/g)].map(([, link]) => String(link))
    expect(links.filter((link) => !existsSync(packagePath(join(dirname(page), link))))).toEqual([])
  })
})

describe('docs/architecture.md', () => {
  const page = read('docs/architecture.md')
  it('tells every room', () => {
    const rooms = readdirSync(packagePath('src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `src/${name}`)
    expect(rooms.filter((room) => !page.includes(`\`${room}\``))).toEqual([])
  })
  it('gives the floors as the test of doors holds them', () => {
    const [, held = ''] = read('test/architecture.test.ts').split('const floors')
    for (const [, room, floors] of page.matchAll(/^\| `([\w/]+)` \| ([^|]*·[^|]*) \|$/gm)) {
      const named = [...String(floors).matchAll(/`([\w-]+)`/g)].map(([, floor]) => String(floor))
      const [, list = ''] = new RegExp(`^ {2}'?${room}'?: \\[([^\\]]*)\\]`, 'm').exec(held) ?? []
      const order = [...list.matchAll(/'([^']+)'/g)].map(([, floor]) => String(floor)).filter((floor) => floor !== '.')
      expect([room, named]).toEqual([room, order])
    }
  })
})

describe('docs/glossary.md', () => {
  it('has each word once', () => {
    const words = [...read('docs/glossary.md').matchAll(/^- \*\*([^*]+)\*\*/gm)].flatMap(([, word]) =>
      String(word).split(', '),
    )
    expect(words.length).toBeGreaterThan(40)
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
  })
})
