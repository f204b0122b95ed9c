import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { firstWord, listsFormats } from '../../src/cli/first-word.ts'
import { codeOf } from '../../src/cli/run-bundle.ts'
import { packagePath } from '../../src/package/package-path.ts'
import { version } from '../../src/package/version.ts'
import { firstWords, questionsFor } from '../../src/queries/by-first-word.ts'
import { questions } from '../../src/queries/index.ts'
import { statusFile } from '../sources/mtdsg/status-file.ts'
import { copyBundledCaseTo } from '../support/made-once.ts'

const folder = mkdtempSync(join(tmpdir(), 'normtrail-starting-'))
const main = packagePath('dist/src/cli/main.js')
/** The program before it is bundled, in which every package can still be told by its name. */
const start = packagePath('test/operation/unbundled.mjs')
const hook = pathToFileURL(packagePath('test/operation/note-loaded.mjs')).href

beforeAll(() => copyBundledCaseTo(folder))
afterAll(() => rmSync(folder, { recursive: true }))

const plainly = (file: string, ...args: readonly string[]) => {
  const { stdout, status } = spawnSync(process.execPath, [file, '--data', folder, ...args], { encoding: 'utf8' })
  return { out: stdout, code: status }
}
/** The same, with what it loaded: to say so makes it slower. */
const ran = (file: string, ...args: readonly string[]) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', hook, file, '--data', folder, ...args], {
    encoding: 'utf8',
  })
  const loaded = stderr.split('\n').flatMap((line) => (line.startsWith('loaded ') ? [line.slice(7)] : []))
  return { out: stdout, code: status, loaded }
}

/** What no question on SQLite has a use for. */
const strangers = [
  'express',
  'pino',
  '@eventstore',
  '@grpc',
  'pg',
  'hyparquet-writer',
  'd3-array',
  '@xmldom',
  'yauzl',
  'csv-parse',
]

describe('a question on SQLite', () => {
  for (const question of [
    ['status', 'deu', 'cat', '--format', 'json'],
    ['treaty', 'cat'],
    ['memberships', 'bra'],
  ])
    it(`loads no client of a server, no importer, no writer; the bundle says the same: ${question.join(' ')}`, () => {
      const { code, out, loaded } = ran(start, ...question)
      expect(code).toBe(0)
      expect(plainly(main, ...question)).toEqual({ out, code })
      expect(loaded.length).toBeGreaterThan(100)
      const found = strangers.filter((name) => loaded.some((url) => url.includes(`/node_modules/${name}/`)))
      expect(found).toEqual([])
      expect(loaded.filter((url) => /\/src\/(http|sources|ingest\/import)\//.test(url))).toEqual([])
    })

  it('is answered by the bundle, from few files', () => {
    expect(existsSync(packagePath('dist/bundle/start.cjs'))).toBe(true)
    expect(ran(main, 'status', 'deu', 'cat').loaded.length).toBeLessThan(150)
  })
})

describe('a table by recipe', () => {
  it('is made by the bundle with the same bytes, from few files', () => {
    const recipe = packagePath('examples/recipes/torture.json')
    const bundled = ran(main, 'export', 'table', recipe)
    expect(bundled.out).toContain('\nmex,Mexico,70,70,MEX,1993,')
    expect(bundled.out).toBe(plainly(start, 'export', 'table', recipe).out)
    expect(bundled.loaded.length).toBeLessThan(150)
  })
})

describe('what cites, looks after a log, records or serves', () => {
  it.each([
    ['doctor'],
    ['token', 'list'],
    ['cite', '--help'],
    ['log', '--help'],
    ['verify', '--help'],
    ['rebuild', '--help'],
    ['append', devNull],
    ['import', '--help'],
    ['schema'],
    ['projector', '--help'],
    ['serve', '--help'],
    ['codebook', '--sources'],
  ])('comes from few files: %s', (...words: readonly string[]) => {
    const { code, loaded } = ran(main, ...words)
    expect(code).toBe(0)
    expect(loaded.length).toBeLessThan(150)
  })
  it('says the same as before it was bundled, of a table and a file of XML', () => {
    const list = join(folder, 'IV-9.en.xml')
    const rows = [['Denmark', '4 Feb 1985', '27 May 1987']]
    writeFileSync(list, statusFile({ number: ['IV', '9'], legends: ['Signature', 'Ratification'], rows }))
    const [table, mapping] = ['anna.csv', 'sheet.json'].map((name) => packagePath('examples', 'coders', name)) as [
      string,
      string,
    ]
    for (const words of [
      ['import', 'table', table, '--mapping', mapping],
      ['import', 'mtdsg', list],
    ]) {
      const [bundled, compiled] = [main, start].map((file) => plainly(file, ...words, '--dry-run'))
      expect(bundled).toEqual(compiled)
      expect(bundled?.code).toBe(0)
    }
  })
})

describe('what is not in the bundle of questions', () => {
  it('is not missed by a question that only names it, nor by a command with a flag before its name', () => {
    expect(plainly(main, 'status', 'deu', 'import').code).toBe(2)
    expect(plainly(main, '--format', 'import', 'status', 'deu', 'cat').code).toBe(2)
    expect(plainly(main, '--output', 'none', 'append', '--help').code).toBe(0)
    expect(plainly(main, '--help', 'import').out).toContain('Usage: normtrail')
  })
  it('is what lists the formats: help and pages', () => {
    for (const args of [
      ['import', '--help'],
      ['help', 'import'],
      ['--help', 'import'],
      ['codebook', '--sources'],
    ])
      expect(listsFormats(args)).toBe(true)
    for (const args of [['status', 'deu', 'import'], ['help', 'status'], ['serve'], []])
      expect(listsFormats(args)).toBe(false)
  })
})

describe('the compiled code that a build keeps beside the bundle', () => {
  const bundle = packagePath('dist/bundle/start.cjs')
  const own = codeOf(bundle)
  const other = join(folder, 'start.cjs.code')
  /** Whether it was turned down, by another process: this one knows the text already. */
  const rejected = (code: string): string => {
    const module = JSON.stringify(pathToFileURL(packagePath('dist/src/cli/run-bundle.js')).href)
    const files = `${JSON.stringify(bundle)}, ${JSON.stringify(code)}`
    const text = `import { runBundle } from ${module}
      const { bundle, script } = runBundle(${files})
      console.log(typeof bundle.start, script.cachedDataRejected)`
    return execFileSync(process.execPath, ['--input-type=module', '--eval', text], { encoding: 'utf8' }).trim()
  }

  it('is of this bundle, and of the engine that made it', () => {
    expect(rejected(own)).toBe('function false')
  })
  it.each([
    ['is cut off', (code: Buffer) => code.subarray(0, code.length / 2)],
    ['is something else', () => Buffer.from('nothing of the kind')],
    ['is empty', () => Buffer.alloc(0)],
  ])('is not used where it %s', (_, damage) => {
    writeFileSync(other, damage(readFileSync(own)))
    expect(rejected(other)).toBe('function true')
  })
  it('may be missing', () => {
    expect(rejected(join(folder, 'none'))).toBe('function undefined')
  })
})

describe('--version', () => {
  it('loads nothing else', () => {
    const child = spawnSync(process.execPath, ['--import', hook, main, '--version'], { encoding: 'utf8' })
    expect(child.stdout).toBe(`${version}\n`)
    expect(child.stderr.split('\n').filter((line) => line.startsWith('loaded file:')).length).toBeLessThan(10)
  })
})

describe('the questions of a word', () => {
  it('are those whose names begin with it, in their order', async () => {
    for (const word of firstWords) {
      const named = questions.filter(({ name }) => name.split(' ')[0] === word).map(({ name }) => name)
      expect((await questionsFor(word)).map(({ name }) => name)).toEqual(named)
    }
  })

  it('are all questions where it is the word of none', async () => {
    for (const word of ['help', undefined, 'constructor']) expect(await questionsFor(word)).toEqual(questions)
  })
})

describe('the first word of a command line', () => {
  it('comes after the flags of the program, and their values', () => {
    expect(firstWord(['--data', 'status', '--log=x', 'treaty', 'cat'])).toBe('treaty')
  })
  it('is none where other flags stand before it, or nothing does', () => {
    expect([firstWord(['--help', 'status']), firstWord(['--data']), firstWord([])]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})
