import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TokenStore } from '../../src/access/token-store.ts'
import { openTokens } from '../../src/workspace/engines.ts'
import type { Settings } from '../../src/workspace/settings.ts'
import { inFolder } from '../../src/workspace/settings.ts'
import { startPostgres } from '../support/postgres.ts'

/** A place for tokens; each opening of it stands for another process. */
export interface StorePlace {
  readonly settings: Settings
  readonly open: () => Promise<TokenStore>
  readonly remove: () => Promise<void>
}

const placeOf = (settings: Settings, remove: () => Promise<void>): StorePlace => {
  const opened: TokenStore[] = []
  return {
    settings,
    open: async () => {
      const store = await openTokens(settings)
      opened.push(store)
      return store
    },
    remove: async () => {
      for (const store of opened) await store.close()
      await remove()
    },
  }
}

export const aFolderOfTokens = async (): Promise<StorePlace> => {
  const folder = mkdtempSync(join(tmpdir(), 'normtrail-access-'))
  return placeOf(inFolder(join(folder, 'data')), async () => rmSync(folder, { recursive: true, force: true }))
}

export const aDatabaseOfTokens = async (): Promise<StorePlace> => {
  const server = await startPostgres()
  const settings = { log: 'esdb://localhost:2113', read: server.connection, logName: server.freshLogName() }
  return placeOf(settings, server.stop)
}
