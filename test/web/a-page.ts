import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, vi } from 'vitest'
import { packagePath } from '../../src/package/package-path.ts'

type Listener = (event: { preventDefault: () => void; key?: string }) => void

/** As much of an element as the page asks for. */
export class FakeElement {
  readonly tag: string
  readonly attributes = new Map<string, string>()
  readonly listeners = new Map<string, Listener[]>()
  readonly elements: Record<string, { value: string }> = {}
  readonly style: Record<string, string> = {}
  clientWidth = 600
  offsetHeight = 100
  className = ''
  children: (FakeElement | string)[] = []
  hidden = false
  constructor(tag: string) {
    this.tag = tag
  }
  append(...children: (FakeElement | string)[]): void {
    this.children.push(...children)
  }
  replaceChildren(...children: (FakeElement | string)[]): void {
    this.children = children
  }
  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value)
  }
  removeAttribute(name: string): void {
    this.attributes.delete(name)
  }
  addEventListener(type: string, listener: Listener): void {
    this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener])
  }
  /** Presses a key while it has the focus. */
  press(key: string): void {
    for (const listener of this.listeners.get('keydown') ?? []) listener({ key, preventDefault: () => {} })
  }
  click(): void {
    for (const listener of this.listeners.get('click') ?? []) listener({ preventDefault: () => {} })
  }
  get textContent(): string {
    return this.children.map((child) => (typeof child === 'string' ? child : child.textContent)).join('')
  }
  set textContent(text: string) {
    this.children = [text]
  }
  get options(): { value: string; label: string }[] {
    return this.all('option').map(({ attributes }) => ({
      value: attributes.get('value') ?? '',
      label: attributes.get('label') ?? '',
    }))
  }
  /** Everything below it with this tag. */
  all(tag: string): FakeElement[] {
    return this.children.flatMap((child) =>
      typeof child === 'string' ? [] : [...(child.tag === tag ? [child] : []), ...child.all(tag)],
    )
  }
}

/** Answers an address of the page, such as `api/status/usa/cat?`. */
export type Answering = (path: string, options: { readonly signal: AbortSignal }) => Promise<Response>

const serverAt =
  (address: string, ask: typeof globalThis.fetch): Answering =>
  (path, options) =>
    ask(new URL(path, `${address}/`), options)

/**
 * The page as a browser would run it: its own markup and script, in as much of a document as it needs. Nothing is
 * drawn. It asks the server at an address, or whatever answers in place of one.
 */
export const openPage = async (server: string | Answering, search: string) => {
  const markup = readFileSync(packagePath('web/index.html'), 'utf8')
  const byId = new Map(
    [...markup.matchAll(/<(\w+)\s[^>]*?\bid="([^"]+)"([^>]*)>/g)].map(([, tag = '', id = '', rest = '']) => {
      const element = new FakeElement(tag)
      element.hidden = /\bhidden\b/.test(rest)
      return [id, element] as const
    }),
  )
  const form = byId.get('question') as FakeElement
  for (const [, name = ''] of markup.matchAll(/<input\s+name="(\w+)"/g)) form.elements[name] = { value: '' }
  const asked: string[] = []
  let underWay = 0
  const location = { search }
  const windowListeners = new Map<string, () => void>()
  const watched: { element: FakeElement; told: () => void }[] = []
  const ask = globalThis.fetch
  const answering = typeof server === 'string' ? serverAt(server, ask) : server
  const document = {
    title: '',
    getElementById: (id: string) => byId.get(id),
    createElement: (tag: string) => new FakeElement(tag),
    createElementNS: (_: string, tag: string) => new FakeElement(tag),
  }
  const globals = {
    document,
    location,
    history: { pushState: () => {} },
    addEventListener: (type: string, listener: () => void) => void windowListeners.set(type, listener),
    ResizeObserver: class {
      private readonly told: () => void
      constructor(told: () => void) {
        this.told = told
      }
      observe(one: FakeElement): void {
        watched.push({ element: one, told: this.told })
      }
    },
    fetch: async (path: string, options: { readonly signal: AbortSignal }) => {
      asked.push(path)
      underWay += 1
      const isOver = () => (underWay -= 1)
      const response = await answering(path, options).catch((thrown: unknown) => {
        isOver()
        throw thrown
      })
      // What came in full is read: until then it is on its way.
      const json = response.json.bind(response)
      if (response.ok) Object.assign(response, { json: () => json().finally(isOver) })
      else isOver()
      return response
    },
  }
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value)
  const element = (id: string): FakeElement =>
    byId.get(id) ??
    (() => {
      throw new Error(`the page has nothing called "${id}"`)
    })()
  // A copy: what the page's modules keep, they keep as long as the page is open.
  const copy = mkdtempSync(join(tmpdir(), 'normtrail-page-'))
  cpSync(packagePath('web'), copy, { recursive: true })
  writeFileSync(join(copy, 'package.json'), '{ "type": "module" }')
  await import(pathToFileURL(join(copy, 'app.js')).href)
  rmSync(copy, { recursive: true })
  /** Until nothing that was asked for is on its way, and no part waits any more. */
  const settled = async () => {
    const isBusy = () => underWay > 0 || [...byId.values()].some(({ attributes }) => attributes.has('aria-busy'))
    await new Promise((done) => setTimeout(done))
    for (let tries = 0; tries < 500 && isBusy(); tries++) await new Promise((done) => setTimeout(done, 10))
    expect(isBusy()).toBe(false)
  }
  /** Tells whoever watches an element that its size is another. */
  const resized = (id: string) => {
    for (const { element: one, told } of watched) if (one === element(id)) told()
  }
  /** Goes back or forth to another address of the page. */
  const goTo = (query: string) => {
    location.search = query
    windowListeners.get('popstate')?.()
  }
  /** Asks the question that stands in the form. */
  const submit = (question: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries(question)) Object.assign(form.elements[name] ?? {}, { value })
    for (const listener of form.listeners.get('submit') ?? []) listener({ preventDefault: () => {} })
  }
  /** Leaves nothing of it to the tests that come after. */
  const close = () => void vi.unstubAllGlobals()
  return { element, goTo, submit, settled, asked, form, resized, document, close }
}
