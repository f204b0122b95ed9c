import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { Readable, Writable } from 'node:stream'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/** A Chromium that is named by `NORMTRAIL_TEST_BROWSER`, or the first on the path: else that of the packages. */
export const browserPath = (): string | undefined => {
  const given = process.env['NORMTRAIL_TEST_BROWSER']
  if (given !== undefined && given !== '') return given
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}

type Params = Readonly<Record<string, unknown>>
interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: Params
  readonly result?: Params
  readonly error?: { readonly message: string }
}

/** A page of a browser that is steered by the Chrome DevTools Protocol, over a pipe. */
export interface BrowserPage {
  send(method: string, params?: Params): Promise<Params>
  /** The value of an expression in the page, as JSON gives it. */
  evaluate<T>(expression: string): Promise<T>
  /** Goes to an address, and waits until all of it is there. */
  open(url: string): Promise<void>
  /** The addresses of everything that was asked for since it was opened first. */
  readonly requests: readonly string[]
  /** What the page complained of: a style refused by its policy, a file that is not there. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

/** Starts a Chromium without a window, and opens a page in it. It has no network but what the test gives it. */
export const openBrowser = async (path: string): Promise<BrowserPage> => {
  const profile = mkdtempSync(join(tmpdir(), 'normtrail-browser-'))
  const child = spawn(
    path,
    [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--hide-scrollbars',
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  )
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const [to, from] = [child.stdio[3] as Writable, child.stdio[4] as Readable]
  const waiting = new Map<number, { resolve: (result: Params) => void; reject: (thrown: Error) => void }>()
  const listeners = new Set<(message: Message) => void>()
  void ended.then(() => {
    for (const { reject } of waiting.values()) reject(new Error('the browser ended'))
  })

  const take = (text: string): void => {
    const message = JSON.parse(text) as Message
    const asked = message.id === undefined ? undefined : waiting.get(message.id)
    if (asked === undefined) return listeners.forEach((listener) => listener(message))
    waiting.delete(message.id as number)
    if (message.error === undefined) asked.resolve(message.result ?? {})
    else asked.reject(new Error(message.error.message))
  }
  let rest = ''
  from.setEncoding('utf8').on('data', (piece: string) => {
    const texts = (rest + piece).split('\0')
    rest = texts.pop() ?? ''
    texts.forEach(take)
  })

  let last = 0
  const command = (method: string, params: Params = {}, sessionId?: string): Promise<Params> =>
    new Promise((resolve, reject) => {
      last += 1
      waiting.set(last, { resolve, reject })
      to.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`)
    })

  const { targetId } = await command('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await command('Target.attachToTarget', { targetId, flatten: true })
  const send = (method: string, params?: Params): Promise<Params> => command(method, params, String(sessionId))
  const requests: string[] = []
  const complaints: string[] = []
  listeners.add(({ method, params = {} }) => {
    if (method === 'Network.requestWillBeSent') requests.push((params['request'] as { url: string }).url)
    if (method === 'Log.entryAdded') complaints.push((params['entry'] as { text: string }).text)
  })
  for (const domain of ['Page', 'Network', 'Log', 'Runtime']) await send(`${domain}.enable`)
  return {
    send,
    requests,
    complaints,
    evaluate: async <T>(expression: string) => {
      const { result, exceptionDetails } = await send('Runtime.evaluate', { expression, returnByValue: true })
      if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails))
      return (result as { value: T }).value
    },
    open: async (url) => {
      const loaded = new Promise<void>((resolve) => {
        const listener = ({ method }: Message): void => {
          if (method !== 'Page.loadEventFired') return
          listeners.delete(listener)
          resolve()
        }
        listeners.add(listener)
      })
      await send('Page.navigate', { url })
      await loaded
    },
    close: async () => {
      // Told to close it ends its own processes, which else would go on writing into the folder.
      await Promise.race([command('Browser.close').catch(() => {}), ended])
      await ended
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    },
  }
}
