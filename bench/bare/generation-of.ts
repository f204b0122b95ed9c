import { openReadModel } from '../../src/workspace/engines.ts'
import type { Settings } from '../../src/workspace/settings.ts'

/** The name of the generation that serves: a file beside the one that the read model is named by, or a schema. */
export const generationOf = async (settings: Settings): Promise<string> => {
  const engine = await openReadModel(settings)
  const { name } = engine.generation
  await engine.close()
  return name
}
