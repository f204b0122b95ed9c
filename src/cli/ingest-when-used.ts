import type { Ingest } from './context/ingest-port.ts'
import { listsFormats } from './first-word.ts'

const load = async (): Promise<Ingest> => (await import('./commands/ingest.ts')).ingest

/** The way in, loaded when something is brought in: who asks needs no importer. `sources` are for help. */
export const ingestWhenUsed = (sources: Ingest['sources']): Ingest => ({
  sources,
  appendLines: async (...given) => (await load()).appendLines(...given),
  correct: async (...given) => (await load()).correct(...given),
  retract: async (...given) => (await load()).retract(...given),
  importFiles: async (...given) => (await load()).importFiles(...given),
  importFolder: async (...given) => (await load()).importFolder(...given),
  importBundled: async (...given) => (await load()).importBundled(...given),
  importTable: async (...given) => (await load()).importTable(...given),
  proposals: {
    readNotes: async (...given) => (await load()).proposals.readNotes(...given),
    accept: async (...given) => (await load()).proposals.accept(...given),
    reject: async (...given) => (await load()).proposals.reject(...given),
    proposeTable: async (...given) => (await load()).proposals.proposeTable(...given),
  },
})

/** The formats that `import` knows, where its help or the pages made from it may list them. */
export const sourcesFor = async (args: readonly string[]): Promise<Ingest['sources']> =>
  listsFormats(args) ? (await load()).sources : []
