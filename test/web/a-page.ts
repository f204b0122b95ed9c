import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { packagePath } from '../../src/package/package-path.ts'

type Listener = (event: { preventDefault: () => void; key?: string }) => void

/** As much of an element as the page asks for. */
export class FakeElement {
  readonly tag: string
  readonly attributes = new Map<string, string>()
  readonly listeners = new Map<string, Listener[]>()
  readonly elements: Record<string, { value: string }> = {}
  clientWidth = 600
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

let opened = 0

/**
 * The page as a browser would run it against a server: its own markup and script, in as much of a document as it needs.
 * Nothing is drawn.
 */
export const openPage = async (address: string, search: string) => {
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
  const location = { search }
  const windowListeners = new Map<string, () => void>()
  const watched: { element: FakeElement; told: () => void }[] = []
  const ask = globalThis.fetch
  const document = {
    title: '',
    getElementById: (id: string) => byId.get(id),
    createElement: (tag: string) => new FakeElement(tag),
    createElementNS: (_: string, tag: string) => new FakeElement(tag),
  }
  Object.assign(globalThis, {
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
    fetch: (path: string, options: object) => {
      asked.push(path)
      return ask(new URL(path, `${address}/`), options)
    },
  })
  const element = (id: string): FakeElement =>
    byId.get(id) ??
    (() => {
      throw new Error(`the page has nothing called "${id}"`)
    })()
  opened += 1
  await import(`${pathToFileURL(packagePath('web/app.js')).href}?${opened}`)
  for (let tries = 0; tries < 500 && element('answer').hidden && element('problem').hidden; tries++)
    await new Promise((done) => setTimeout(done, 10))
  /** Tells whoever watches an element that its size is another. */
  const resized = (id: string) => {
    for (const { element: one, told } of watched) if (one === element(id)) told()
  }
  /** Goes back or forth to another address of the page. */
  const goTo = (query: string) => {
    location.search = query
    windowListeners.get('popstate')?.()
  }
  return { element, goTo, asked, form, resized, document, close: () => void Object.assign(globalThis, { fetch: ask }) }
}
