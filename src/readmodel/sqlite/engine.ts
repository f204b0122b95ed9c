import type { ReadModelEngine } from '../engine.ts'
import { engineOn } from '../generations.ts'
import { shapeOfThisVersion } from '../shape.ts'
import { storageAt } from './storage.ts'

/** Opens the embedded read model that `read.sqlite` names: its generations are files beside that name. */
export const openSqliteReadModel = async (file: string, options: { shape?: string } = {}): Promise<ReadModelEngine> => {
  const storage = await storageAt(file)
  try {
    return await engineOn(storage, options.shape ?? (await shapeOfThisVersion()))
  } catch (thrown) {
    await storage.close()
    throw thrown
  }
}
