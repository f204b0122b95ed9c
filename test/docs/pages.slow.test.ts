import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packagePath } from '../../src/package/package-path.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { copyBundledCaseTo } from '../support/made-once.ts'
import { runsAsShown } from './run-page.ts'

const read = (name: string): string => readFileSync(packagePath('docs', name), 'utf8')

/**
 * Pages that go on with the bundled case; `start.md` loads it, and `time.md` and `proposals.md` have logs, and tests,
 * of their own.
 */
const pages = [
  '../README.md',
  'start.md',
  'ask.md',
  'record.md',
  'import.md',
  'exposure.md',
  'spread.md',
  'why.md',
  'questions.md',
  'export.md',
  'deploy.md',
  'develop.md',
]

/** Pages that only ask: their commands share a workspace, and what it keeps. */
const asking: ReadonlySet<string> = new Set(['ask.md', 'exposure.md', 'spread.md', 'why.md', 'questions.md'])

let root: string
let opened: Workspace
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'normtrail-pages-'))
  await copyBundledCaseTo(join(root, 'bundled'))
  opened = await openWorkspace(join(root, 'bundled'))
})
afterAll(async () => {
  await opened.close()
  rmSync(root, { recursive: true, force: true })
})

describe.each(pages)('docs/%s', (page) => {
  const folder = (): string => join(root, page)
  beforeAll(() => {
    if (page !== 'start.md' && !asking.has(page)) cpSync(join(root, 'bundled'), folder(), { recursive: true })
  })
  runsAsShown(page, 2, folder, () => (asking.has(page) ? opened : undefined))
})

describe('docs/README.md', () => {
  it('leads to every page', () => {
    const index = read('README.md')
    const names = readdirSync(packagePath('docs')).filter((name) => /\.(md|json)$/.test(name) && name !== 'README.md')
    expect(names.filter((name) => !index.includes(`](${name})`))).toEqual([])
  })
  it('names the pages in the order in which they read', () => {
    const numbered = [...read('README.md').matchAll(/^\d+\. \[\w+\]\(([\w.-]+)\)/gm)].map(([, name]) => name)
    const order = 'start ask record import proposals time exposure spread why questions http export deploy develop'
    expect(numbered).toEqual(order.split(' ').map((name) => `${name}.md`))
  })
})
