import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openApiOf } from '../../src/http/openapi/document.ts'
import { packagePath } from '../../src/package/package-path.ts'
import { questions } from '../../src/queries/index.ts'
import { aBundledServer } from '../http/a-bundled-server.ts'
import { FakeElement } from './a-page.ts'

/** The page of the document as a browser would run it, in as much of a browser as it needs. */
const openDocs = async (address: string, hash = '') => {
  const markup = readFileSync(packagePath('web/docs/index.html'), 'utf8')
  const byId = new Map(
    [...markup.matchAll(/<(\w+)\s[^>]*?\bid="([^"]+)"([^>]*)>/g)].map(([, tag = '', id = '', rest = '']) => {
      const element = Object.assign(new FakeElement(tag), { value: '' })
      element.hidden = /\bhidden\b/.test(rest)
      return [id, element] as const
    }),
  )
  const fetched = globalThis.fetch
  const globals = {
    document: {
      getElementById: (id: string) => byId.get(id),
      createElement: (tag: string) => new FakeElement(tag),
      createElementNS: (_: string, tag: string) => new FakeElement(tag),
    },
    location: { hash },
    addEventListener: () => {},
    fetch: (path: string) => fetched(new URL(path, `${address}/v1/docs`)),
  }
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value)
  const copy = mkdtempSync(join(tmpdir(), 'normtrail-docs-'))
  cpSync(packagePath('web'), copy, { recursive: true })
  writeFileSync(join(copy, 'package.json'), '{ "type": "module" }')
  await import(pathToFileURL(join(copy, 'docs', 'docs.js')).href)
  rmSync(copy, { recursive: true })
  const element = (id: string) => byId.get(id) ?? expect.fail(`the page has nothing called "${id}"`)
  await vi.waitFor(() => expect(element('found').textContent + element('problem').textContent).not.toBe(''))
  return { element, close: () => vi.unstubAllGlobals() }
}

const hear = (element: FakeElement, type: string): void => {
  for (const listener of element.listeners.get(type) ?? []) listener({ preventDefault: () => {} })
}

describe('the page of the OpenAPI document', () => {
  const { paths, tags } = openApiOf(questions)
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  let server: Awaited<ReturnType<typeof aBundledServer>>
  let page: Awaited<ReturnType<typeof openDocs>>
  const listed = () =>
    page
      .element('paths')
      .all('details')
      .filter(({ attributes }) => attributes.get('class') === 'path')
  const titleOf = (details: FakeElement) =>
    details
      .all('code')
      .map(({ textContent }) => textContent)
      .join(' ')
  const find = (words: string) => {
    Object.assign(page.element('find'), { value: words })
    hear(page.element('find'), 'input')
    return listed().filter(({ hidden }) => !hidden)
  }
  const open = (details: FakeElement) => {
    Object.assign(details, { open: true })
    hear(details, 'toggle')
    return details
  }
  beforeAll(async () => {
    server = await aBundledServer()
    page = await openDocs(server.address)
  })
  afterAll(async () => {
    page.close()
    await server.close()
  })

  it('is served below what it describes, under the policy of the house', async () => {
    const response = await fetch(`${server.address}/v1/docs`)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'")
    const markup = await response.text()
    for (const [, path = ''] of markup.matchAll(/(?:href|src)="(\.\.[^"]*)"/g))
      expect([path, (await fetch(new URL(path, `${server.address}/v1/docs`))).status]).toEqual([path, 200])
  })
  it('lists every path once, in the group that it belongs to', () => {
    expect(page.element('problem').textContent).toBe('')
    expect(listed().map(titleOf).toSorted()).toEqual(operations.toSorted())
    expect(
      page
        .element('paths')
        .all('h2')
        .map(({ textContent }) => textContent),
    ).toEqual(tags.map(({ name }) => name))
    expect(page.element('found').textContent).toBe(`${operations.length} paths`)
  })
  it('finds by the words of a path, of what it takes and of what it is about', () => {
    expect(find('panel parquet event-history').map(titleOf)).toEqual(['GET /v1/panel/event-history'])
    expect(page.element('found').textContent).toBe(`1 of ${operations.length} paths`)
    expect(find('xyzzy')).toEqual([])
    expect(find('')).toHaveLength(operations.length)
  })
  it('unfolds a path: what it takes, what comes back, and a request that can be followed', async () => {
    const [status = expect.fail('no path')] = find('/v1/status/').map(open)
    const text = status.textContent
    for (const words of ['state *', 'A state or other actor', 'asKnownAt', 'certain | possible', 'releaseId *', '304'])
      expect(text).toContain(words)
    const links = status.all('a').map(({ attributes }) => attributes.get('href') ?? '')
    expect(links.length).toBeGreaterThan(1)
    for (const link of links) {
      const response = await fetch(new URL(link, `${server.address}/v1/docs`))
      expect([link, response.status]).toEqual([link, 200])
    }
  })
  it('shows the columns of a table, and what an empty cell means', () => {
    const [world = expect.fail('no path')] = find('/v1/world/').map(open)
    expect(world.textContent).toMatch(/covered_through[^]*Empty: No source does/)
  })
  it('unfolds every path without a fault', () => {
    for (const details of listed()) expect(open(details).all('h3').length).toBeGreaterThan(0)
  })
})
