import { sql } from 'kysely'
import { openWorkspace } from '../../src/workspace/workspace.ts'

/** The file of the read model that questions of this version read in a folder. */
export const standingReadModel = async (folder: string): Promise<string> => {
  const workspace = await openWorkspace(folder, { onlyAsks: true })
  try {
    const { rows } = await sql<{ name: string; file: string }>`PRAGMA database_list`.execute(workspace.readModel.sql)
    const file = rows.find(({ name }) => name === 'main')?.file
    if (file === undefined) throw new Error(`${folder} holds no read model in a file`)
    return file
  } finally {
    await workspace.close()
  }
}
