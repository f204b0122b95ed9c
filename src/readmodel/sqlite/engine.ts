import type { ReadModelEngine } from '../engine.ts'
import { engineOn } from '../generations.ts'
import { shapeOfThisVersion } from '../schema-fingerprint.ts'
import { storageAt } from './storage.ts'

/** Opens the embedded read model that `read.sqlite` names: its generations are files beside that name. */
export const openSqliteReadModel = async (
  file: string,
  { shape, anew = false }: { readonly shape?: string; readonly anew?: boolean } = {},
): Promise<ReadModelEngine> => {
  const storage = await storageAt(file, anew)
  try {
    return await engineOn(storage, shape ?? (await shapeOfThisVersion()), anew)
  } catch (thrown) {
    await storage.close()
    throw thrown
  }
}
