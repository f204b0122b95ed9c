import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { packagePath } from '../../src/package/package-path.ts'

const read = (name: string): string => readFileSync(packagePath('web', name), 'utf8')

/** Stylesheets and scripts by the folder that they are in. */
const files = readdirSync(packagePath('web'), { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.(css|js|html)$/.test(name),
)

describe('the page of the OpenAPI document', () => {
  const markup = read('docs/index.html')
  it('loads only what is there', () => {
    const loaded = [...markup.matchAll(/\b(?:href|src)="\.\.\/([\w/.-]+\.(?:css|js|svg))"/g)].map(([, name]) =>
      String(name),
    )
    expect(loaded).toEqual(['icon.svg', 'page.css', 'docs/docs.css', 'docs/docs.js'])
    expect(loaded.filter((name) => !existsSync(packagePath('web', name)))).toEqual([])
  })
  it('holds no style and no script of its own, and nothing of another host', () => {
    expect(markup.match(/<style|\sstyle=|\son\w+=|<script(?![^>]*\bsrc=)|https?:\/\//g)).toBeNull()
    expect(read('docs/docs.js')).not.toMatch(/https?:\/\/|innerHTML|eval\(/)
  })
})

describe('the page', () => {
  const markup = read('index.html')
  it('loads every stylesheet that there is, and no other', () => {
    const linked = [...markup.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, name]) => name)
    const there = readdirSync(packagePath('web')).filter((name) => name.endsWith('.css'))
    expect(linked.toSorted()).toEqual(there.toSorted())
    expect(linked.length).toBeGreaterThan(1)
  })
  it('holds no style and no script of its own, which its Content-Security-Policy would refuse', () => {
    expect(markup.match(/<style|\sstyle=|\son\w+=|<script(?![^>]*\bsrc=)/g)).toBeNull()
  })
  it('loads only modules that are there', () => {
    const modules = readdirSync(packagePath('web')).filter((name) => name.endsWith('.js'))
    const loaded = modules.flatMap((name) => [...read(name).matchAll(/from '\.\/([^']+)'/g)].map(([, from]) => from))
    expect(loaded.filter((name) => !existsSync(packagePath('web', String(name))))).toEqual([])
    expect(modules.filter((name) => name !== 'app.js' && !loaded.includes(name))).toEqual([])
  })
  it('has no file of more than 300 lines', () => {
    const long = files.filter((name) => read(name).split('\n').length > 300)
    expect(long).toEqual([])
  })
})
