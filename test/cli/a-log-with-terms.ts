import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { append } from '../support/append.ts'
import { copyCatalogueTo } from '../support/made-once.ts'
import { toyOrganisation, toyStates } from '../support/toy-states.ts'
import { toyScores } from '../support/toy-scores.ts'

const registered = (id: string, citation: string, licence: string, redistributable: string) => {
  const source = { source: id, citation, kind: 'dataset', version: '2', published: '2001', licence, redistributable }
  return { stream: `source-${id}`, type: 'SourceRegistered', sources: [{ citation, kind: 'dataset' }], data: source }
}

/** Scores of a source that may be passed on, and memberships of one that may not: four states, 2000 to 2003. */
const lines: readonly object[] = [
  registered('open-scores', 'Author, An. 2001. Scores “of” {states}. https://example.org', 'CC BY 4.0', 'yes'),
  registered('closed-members', 'A Project, Memberships', 'Not to be passed on', 'no'),
  ...toyStates(['a', 'b', 'c', 'd'], {
    sources: [{ citation: 'A list of states, for tests', kind: 'dataset' }],
    since: '1990-01-01',
    system: 'cow',
  }),
  ...toyOrganisation('toyo1', ['a', 'b', 'c'], { sources: [{ ref: 'closed-members' }], since: '1995-01-01' }),
  ...toyScores(2000, { a: [1, 2, 3, null], b: [4, 5.5, undefined, 7], c: [2, 2, 2, 2], d: [0, 0, 0, 0] }, [
    { ref: 'open-scores' },
  ]),
]

/** A folder with such a log, and the way to be rid of it. */
export const aLogWithTerms = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'normtrail-package-'))
  const data = join(folder, 'data')
  await copyCatalogueTo(data)
  const workspace = await openWorkspace(data)
  await append(workspace, ...lines)
  await workspace.close()
  return { folder, data, remove: () => rm(folder, { recursive: true, force: true }) }
}
