import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { importBundled, importFolder } from '../../../dist/src/ingest/index.js'
import { openWorkspace } from '../../../dist/src/workspace/workspace.js'

const by = { recordedBy: 'a test' }
const [files, folder] = process.argv.slice(2)
const workspace = await openWorkspace(folder)
const report = await importFolder(workspace, files, { ...by, retrieved: '2018-01-15' })
const { recordedAt } = await workspace.log.head()
await importBundled(workspace, by)
await workspace.catchUp()
await workspace.close()
writeFileSync(join(folder, 'report.json'), JSON.stringify({ report, recordedAt }))
