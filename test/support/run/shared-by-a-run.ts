import { chmodSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { messageOf } from '../../../src/common/error.ts'
import { temporaryFolder } from '../../../src/common/temporary-folder.ts'
import { importPublished, needsPublished } from './published.ts'

interface Shared {
  /** What a test is told, such as where it is. */
  readonly told: string
  readonly stop?: () => Promise<void>
}

/**
 * Before the first test file of a run and after the last one. All temporary folders of the run are made in one, which
 * goes with all that a process left behind when it was killed. What is too dear to be made for each file is made once,
 * in this process or by it, when a file asks for it (`shared.ts`).
 */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const { folder, temporary } = temporaryFolder()
  // PostgreSQL does not run as root: another user has to find its folder.
  chmodSync(folder, 0o755)
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder

  const made = new Map<string, Promise<Shared>>()
  const makers: Readonly<Record<string, () => Promise<Shared>>> = {
    postgres: async () => (await import('./embedded-postgres.ts')).startEmbedded(),
    browser: async () => (await import('./unpacked-browser.ts')).unpackedBrowser(),
    pages: async () => (await import('./started-browser.ts')).startedBrowser((await shared('browser')).told),
    children: async () => (await import('./bundled-children.ts')).bundledChildren(join(folder, 'children')),
    published: async () => ({ told: await importPublished(join(folder, 'published')) }),
  }
  const shared = (name: string): Promise<Shared> => {
    const making = made.get(name) ?? makers[name]?.() ?? Promise.reject(new Error(`nothing is shared as "${name}"`))
    made.set(name, making)
    making.catch(() => undefined)
    return making
  }
  const server = createServer((request, response) => {
    shared(request.url?.slice(1) ?? '').then(
      ({ told }) => response.end(told),
      (thrown: unknown) => response.writeHead(500).end(messageOf(thrown)),
    )
  })
  // An import takes longer than a server lets a request wait.
  server.requestTimeout = 0
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  process.env['NORMTRAIL_TEST_SHARED'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  // Begun before it is asked for, beside the files that do not need it.
  const needed = needsPublished(project)
  if (needed !== 'by none') shared('published')
  if (needed === 'by all') await shared('published')

  return async () => {
    server.close()
    for (const each of await Promise.allSettled(made.values()))
      if (each.status === 'fulfilled') await each.value.stop?.()
    temporary.remove()
  }
}
