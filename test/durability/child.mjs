import { readdirSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { importOne } from '../../dist/src/ingest/index.js'
import { rebuild } from '../../dist/src/readmodel/rebuild.js'
import { openFile } from '../../dist/src/sources/open-file.js'
import { readMapping } from '../../dist/src/sources/read-mapping.js'
import { tableImporter } from '../../dist/src/sources/table.js'
import { openWorkspace } from '../../dist/src/workspace.js'

/** A process that can be killed: says on stdout, line by line, what it is doing and what it has done. */
const [folder, work, tables, halt = ''] = process.argv.slice(2)
const [haltAt, haltNth = '1'] = halt.split(':')
let met = 0

/** Where it is told to halt (`appending:60`) it stops dead in the middle of its work, with whatever it holds open, and waits to be killed. */
const say = (line) => {
  writeSync(1, `${JSON.stringify(line)}\n`)
  if (line.at !== haltAt) return
  met += 1
  if (met === Number(haltNth)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000)
}

const importerOf = (name) =>
  tableImporter(readMapping({
    name,
    reads: 'a generated table',
    release: { citation: 'A generated table, for tests', series: name, version: '1' },
    rows: {
      kind: 'scores', rater: name, actor: { scheme: 'id', column: 'state' }, year: 'year', direction: 'higher-is-better',
      indicators: [{ id: 'index', column: 'score', range: [0, 100], integer: true }],
    },
  }, name))

const workspace = await openWorkspace(folder)
if (work === 'rebuild') await rebuild(workspace.readModel, workspace.log, (done) => say({ at: 'rebuilding', done }))
else {
  for (const file of readdirSync(tables).toSorted()) {
    const name = file.replace('.csv', '')
    const progress = (words, done) => say({ at: words.split(': ')[1], done })
    const { rows, events, ordinal } = await importOne(workspace, importerOf(name), await openFile(join(tables, file)), { recordedBy: 'a process', progress })
    say({ acknowledged: name, rows, events, ordinal })
  }
  await workspace.catchUp((done) => say({ at: 'folding', done }))
}
say({ at: 'finished' })
await workspace.close()
