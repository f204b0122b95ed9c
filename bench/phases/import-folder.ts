import { importFolder as importAll } from '../../src/ingest/index.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { measured, type Measured } from '../phase.ts'

/** Imports every table that is recognised below a folder, from files to the log. */
export const importFolder = async (folder: string, tables: string): Promise<Measured> => {
  const workspace = await openWorkspace(folder)
  const result = await measured(async () => {
    await importAll(workspace, tables, { recordedBy: 'bench' })
    return (await workspace.log.head()).ordinal
  })
  await workspace.close()
  return result
}
