import { workerData } from 'node:worker_threads'
import type { Settings } from '../../workspace/settings.ts'
import { openWorkspace } from '../../workspace/workspace.ts'
import { serveCalls } from './serve-calls.ts'

/** The thread that brings the read model up to the head of the log, each time that it is asked to. */

await serveCalls(async () => {
  const { catchUp } = await openWorkspace((workerData as { readonly settings: Settings }).settings, { onlyAsks: true })
  return () => catchUp()
})
