import { workerData } from 'node:worker_threads'
import type { Settings } from '../../workspace/settings.ts'
import { openWorkspace } from '../../workspace/workspace.ts'
import { serveCalls } from '../answering/serve-calls.ts'
import { record } from './record.ts'
import type { Work } from '../service/recording.ts'

/** The thread that records, one request after the other: names are resolved, streams read and the disk waited for. */

await serveCalls(async () => {
  const workspace = await openWorkspace((workerData as { readonly settings: Settings }).settings)
  return (work: Work) => record(workspace, work)
})
