import { readdirSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { loadBackdated } from '../../dist/src/ingest/backdated/backdated-load.js'
import { importOne } from '../../dist/src/ingest/index.js'
import { rebuild } from '../../dist/src/readmodel/rebuild.js'
import { openFile } from '../../dist/src/sources/files/open-file.js'
import { readMapping } from '../../dist/src/sources/tables/read-mapping.js'
import { tableImporter } from '../../dist/src/sources/tables/table.js'
import { openWorkspace } from '../../dist/src/workspace/workspace.js'

/** A process that can be killed: says on stdout, line by line, what it is doing and what it has done. */
// A folder, or the settings of servers as JSON.
const [folder, work, tables, halt = ''] = process.argv.slice(2)
const [haltAt, haltNth = '1'] = halt.split(':')
let met = 0

/**
 * Where it is told to halt (`appending:60`) it stops dead in the middle of its work, with whatever it holds open, and
 * waits to be killed.
 */
const say = (line) => {
  writeSync(1, `${JSON.stringify(line)}\n`)
  if (line.at !== haltAt) return
  met += 1
  if (met === Number(haltNth)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000)
}

const importerOf = (name) =>
  tableImporter(
    readMapping(
      {
        name,
        reads: 'a generated table',
        release: { citation: 'A generated table, for tests', series: name, version: '1' },
        rows: {
          kind: 'scores',
          rater: name,
          actor: { scheme: 'id', column: 'state' },
          year: 'year',
          direction: 'higher-is-better',
          indicators: [{ id: 'index', column: 'score', range: [0, 100], integer: true }],
        },
      },
      name,
    ),
  )

const workspace = await openWorkspace(folder.startsWith('{') ? JSON.parse(folder) : folder)
const progress = (words, done) => say({ at: words.split(': ').at(-1), done })
if (work === 'rebuild') await rebuild(workspace.readModel, workspace.log, (done) => say({ at: 'rebuilding', done }))
else if (work === 'load') {
  const sources = tables === 'bundled' ? { bundled: true } : { bundled: false, folder: tables }
  const { commits, events, there } = await loadBackdated(workspace, sources, 'source', {
    recordedBy: 'a process',
    progress,
  })
  say({ acknowledged: 'load', commits, events, there })
} else {
  for (const file of readdirSync(tables).toSorted()) {
    const name = file.replace('.csv', '')
    const { rows, events, ordinal } = await importOne(workspace, importerOf(name), await openFile(join(tables, file)), {
      recordedBy: 'a process',
      progress,
    })
    say({ acknowledged: name, rows, events, ordinal })
  }
  await workspace.catchUp((done) => say({ at: 'folding', done }))
}
say({ at: 'finished' })
await workspace.close()
