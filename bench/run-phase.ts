/** Gives what it measured, as it can be printed. */
type Phase = (...args: string[]) => Promise<unknown>

/** Each phase is loaded by itself: what another one needs is not in its memory. */
const phases: Readonly<Record<string, () => Promise<Phase>>> = {
  askPoints: async () => (await import('./phases/ask-points.ts')).askPoints,
  askWarm: async () => (await import('./phases/ask-warm.ts')).askWarmAlone,
  append: async () => (await import('./phases/append.ts')).append,
  bareCopy: async () => (await import('./phases/bare-copy.ts')).bareCopy,
  bareInsert: async () => (await import('./phases/bare-insert.ts')).bareInsert,
  barePipeline: async () => (await import('./phases/bare-pipeline.ts')).barePipeline,
  importRelease: async () => (await import('./phases/import-release.ts')).importRelease,
  importFolder: async () => (await import('./phases/import-folder.ts')).importFolder,
  loadWorld: async () => (await import('./phases/load-world.ts')).loadWorld,
  loadAmended: async () => (await import('./phases/load-amended.ts')).loadAmended,
  overwrite: async () => (await import('./phases/overwrite.ts')).overwrite,
  rebuild: async () => (await import('./phases/rebuild.ts')).rebuild,
  loadLog: async () => (await import('./phases/load-log.ts')).loadLog,
  loadRawClient: async () => (await import('./phases/load-raw-client.ts')).loadRawClient,
  loadBareSql: async () => (await import('./phases/load-bare-sql.ts')).loadBareSql,
  readLog: async () => (await import('./phases/read-log.ts')).readLog,
  rowsRead: async () => (await import('./phases/rows-read.ts')).rowsRead,
  scanBare: async () => (await import('./phases/scan-bare.ts')).scanBare,
  catchUpOn: async () => (await import('./phases/catch-up-on.ts')).catchUpOn,
  rebuildOn: async () => (await import('./phases/rebuild-on.ts')).rebuildOn,
  barePipelineOn: async () => (await import('./phases/bare-pipeline-on.ts')).barePipelineOn,
}

const [name = '', ...args] = process.argv.slice(2)
const phase = phases[name]
if (phase === undefined) throw new Error(`no phase "${name}"; known: ${Object.keys(phases).join(', ')}`)
process.stdout.write(`${JSON.stringify(await (await phase())(...args))}\n`)
