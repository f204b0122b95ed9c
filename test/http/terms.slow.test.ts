import { afterAll, beforeAll, expect, it } from 'vitest'
import { appendLines } from '../../src/ingest/index.ts'
import { questions } from '../../src/queries/index.ts'
import { aWorkspaceOf } from '../support/a-workspace-of.ts'
import { serverOver } from './a-server.ts'

let made: Awaited<ReturnType<typeof aWorkspaceOf>>
let server: Awaited<ReturnType<typeof serverOver>>
beforeAll(async () => {
  const registered = ['no', 'yes'].map((redistributable) => {
    const source = { citation: 'A table, for tests', kind: 'dataset', licence: 'Some terms', redistributable }
    const id = `table-${redistributable}`
    return { stream: `source-${id}`, type: 'SourceRegistered', sources: [source], data: { source: id, ...source } }
  })
  const lines = registered.map((line, index) => ({ where: `line ${index + 1}`, text: JSON.stringify(line) }))
  made = await aWorkspaceOf((workspace) => appendLines(workspace, lines, { recordedBy: 'a test' }))
  server = await serverOver(questions, made.workspace)
})
afterAll(async () => {
  await server.close()
  await made.dispose()
})

it('a table over HTTP names what may not be passed on; other forms have the question for it', async () => {
  const told = async (format: string) =>
    (await fetch(`${server.address}/v1/names?format=${format}`)).headers.get('normtrail-not-redistributable')
  expect([await told('csv'), await told('jsonl'), await told('parquet')]).toEqual(
    Array.from({ length: 3 }, () => 'table-no'),
  )
  expect([await told('json'), await told('text')]).toEqual([null, null])
})
