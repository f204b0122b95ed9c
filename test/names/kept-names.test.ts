import type { Kysely } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Keeper } from '../../src/common/kept-file.ts'
import { loadNames } from '../../src/names/load.ts'
import type { SubjectKind } from '../../src/names/names.ts'
import type { Schema } from '../../src/readmodel/schema.ts'
import { append } from '../support/append.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'

/** A log begins with the catalogue. */
const { workspace } = theWorkspaceOf(async (there) => {
  await append(there, {
    stream: 'state-fra',
    type: 'IdentifierMapped',
    sources: [{ citation: 'A list of nicknames, for tests', kind: 'scholarly' }],
    data: { scheme: 'name', code: 'The "Hexagon", <é>', from: '1958-10-04', to: '1999' },
  })
  await there.catchUp()
})
const kinds: readonly SubjectKind[] = ['state', 'treaty', 'igo', 'norm']

/** The rows as another process reads them: what this one holds of them is not taken. */
const asAnother = (): Kysely<Schema> => workspace().readModel.sql.withoutPlugins()

/** The rows where nobody may read them. */
const unread = (): Kysely<Schema> =>
  workspace().readModel.sql.withPlugin({
    transformQuery: () => {
      throw new Error('read the rows')
    },
    transformResult: async ({ result }) => result,
  })

const aKeeper = (): Keeper & { readonly files: Map<string, Uint8Array> } => {
  const files = new Map<string, Uint8Array>()
  return { files, read: (name) => files.get(name), write: (name, bytes) => void files.set(name, bytes) }
}

describe('names that are kept in a file', () => {
  it('are those of the rows, and the rows are not read again', async () => {
    const beside = aKeeper()
    const told = await loadNames(asAnother(), 1_000_000, { beside, prefix: 'abc' })
    expect(beside.files.size).toBe(1)
    const kept = await loadNames(unread(), 1_000_000, { beside, prefix: 'abc' })
    for (const kind of kinds) {
      expect(kept.subjects(kind)).toEqual(told.subjects(kind))
      for (const { id, name } of told.subjects(kind))
        expect([name, id, id.toUpperCase()].map((word) => kept.lookUp(kind, word))).toEqual(
          [name, id, id.toUpperCase()].map((word) => told.lookUp(kind, word)),
        )
    }
    expect(kept.subjects('norm').length).toBeGreaterThan(5)
  })

  it('are of one moment of one log', async () => {
    const beside = aKeeper()
    await loadNames(asAnother(), 1_000_000, { beside, prefix: 'abc' })
    await expect(loadNames(unread(), 1_000_001, { beside, prefix: 'abc' })).rejects.toThrow('read the rows')
    await expect(loadNames(unread(), 1_000_000, { beside, prefix: 'abd' })).rejects.toThrow('read the rows')
  })

  it('are read from the rows where the file is damaged, and kept again', async () => {
    const beside = aKeeper()
    await loadNames(asAnother(), 1_000_000, { beside, prefix: 'abc' })
    const [[name, whole] = ['', new Uint8Array()]] = beside.files
    beside.files.set(name, whole.subarray(0, whole.length - 1))
    await loadNames(asAnother(), 1_000_000, { beside, prefix: 'abc' })
    expect(beside.files.get(name)).toEqual(whole)
  })
})
