import { readFileSync } from 'node:fs'
import { appendFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packagePath } from '../../src/package/package-path.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { append } from '../support/append.ts'
import { toyScores } from '../support/toy-scores.ts'
import { aLogWithTerms } from './a-log-with-terms.ts'
import { shell } from './shell.ts'

let log: Awaited<ReturnType<typeof aLogWithTerms>>
beforeAll(async () => {
  log = await aLogWithTerms()
  await writeFile(join(log.folder, 'recipe.json'), JSON.stringify(recipe, null, 2))
  await run(['package', 'recipe.json', '--into', 'made', '--formats', 'csv,jsonl,parquet'])
})
afterAll(() => log.remove())

const recipe = {
  unit: 'state-year',
  name: 'toy-scores',
  title: 'Toy "scores": a title',
  system: 'cow',
  from: 2000,
  to: 2003,
  with: ['why'],
  columns: [
    { name: 'score', score: 'toy:score' },
    { name: 'mm', exposure: { score: 'toy:score', formula: 'mm', channel: 'igo' } },
  ],
}

/** A command of exports, with files and folders by their names in the folder of the test. */
const run = ([command = '', ...args]: readonly string[], clock?: () => Date) => {
  const placed = args.map((word) => (/^[a-z]+(\.json)?$/.test(word) ? join(log.folder, word) : word))
  return shell(['export', command, ...placed], {
    env: { NORMTRAIL_DATA: log.data },
    ...(clock !== undefined && { clock }),
  })
}

const fileOf = (folder: string, name: string) => readFile(join(log.folder, folder, name))
const textOf = async (folder: string, name: string) => (await fileOf(folder, name)).toString('utf8')

/** A copy of the package to be spoilt, and what is said of it. */
const verifiedAfter = async (
  name: string,
  spoil: (folder: string) => Promise<unknown>,
  ...flags: readonly string[]
) => {
  const folder = join(log.folder, name)
  await cp(join(log.folder, 'made'), folder, { recursive: true })
  await spoil(folder)
  return run(['verify', name, ...flags])
}

const names = [
  'CITATION.cff README.md checksums.txt codebook.html codebook.md data.csv data.jsonl data.parquet datapackage.json',
  'recipe.json release.json sources.bib',
].flatMap((list) => list.split(' '))

describe('a package', () => {
  it('holds the table in each format, its documents, and their checksums', async () => {
    expect((await readdir(join(log.folder, 'made'))).toSorted()).toEqual(names)
  })

  it('has a descriptor that is valid by the published schema of Data Package 2.0', async () => {
    const schema = packagePath('test', 'exports', 'package', 'datapackage-2.0.json')
    const ajv = formats.default(new Ajv({ strict: false, allErrors: true, formats: { textarea: true } }))
    const isValid = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')) as object)
    const descriptor = JSON.parse(await textOf('made', 'datapackage.json')) as {
      resources: readonly { schema: { fields: readonly Record<string, unknown>[]; primaryKey: unknown } }[]
    }
    expect([isValid(descriptor), isValid.errors]).toEqual([true, null])
    const [resource] = descriptor.resources
    expect(resource?.schema.primaryKey).toEqual(['state', 'year'])
    expect(resource?.schema.fields.find(({ name }) => name === 'score')).toMatchObject({
      type: 'number',
      missingValues: [{ value: '' }],
      sources: ['open-scores'],
    })
    expect(resource?.schema.fields.find(({ name }) => name === 'score_why')).toMatchObject({
      categories: [{ value: 'not-rated' }, { value: 'not-recorded' }],
    })
    // A descriptor that is none is refused by the same schema.
    expect(isValid({ ...descriptor, resources: [{ path: '/data.csv' }] })).toBe(false)
  })

  it('says of every column what its cells are, from the cells: 16 state-years, two without a score', async () => {
    const codebook = await textOf('made', 'codebook.md')
    expect(codebook).toContain('- n: 14\n- missing: 2: not-rated 1, not-recorded 1\n- years with a value: 2000 to 2003')
    expect(codebook).toContain('- least and most: 0 to 7')
    expect(await textOf('made', 'codebook.html')).toContain('<strong>missing</strong>: 2: not-rated 1, not-recorded 1')
  })

  it('cites every source with its licence, and nothing in a citation is mark-up', async () => {
    expect(await textOf('made', 'sources.bib')).toContain(
      [
        '@misc{open-scores,',
        "  title = {{Author, An. 2001. Scores ``of'' " +
          String.raw`\textbraceleft{}states\textbraceright{}. https://example.org}},`,
        '  year = {2001},',
        '  version = {2},',
        '  note = {Licence: CC BY 4.0; may be passed on},',
        '}',
      ].join('\n'),
    )
    const cff = await textOf('made', 'CITATION.cff')
    expect(cff).toContain(String.raw`title: "Toy \"scores\": a title"`)
    expect(cff).toContain('    authors:\n      - name: "Author, An"')
  })

  it('is the same bytes a day later', async () => {
    const later = (): Date => new Date(Date.now() + 86_400_000)
    await run(['package', 'recipe.json', '--into', 'later', '--formats', 'csv,jsonl,parquet'], later)
    for (const name of names) expect((await fileOf('later', name)).equals(await fileOf('made', name)), name).toBe(true)
  })

  it('has the same rows in every format', async () => {
    const parquet = await fileOf('made', 'data.parquet')
    const rows = await parquetReadObjects({ file: new Uint8Array(parquet).buffer })
    const lines = (await textOf('made', 'data.jsonl')).trimEnd().split('\n')
    expect(rows).toEqual(lines.map((line) => JSON.parse(line) as object))
    const [head = '', ...records] = (await textOf('made', 'data.csv')).trimEnd().split('\n')
    expect(records.length).toBe(16)
    expect(records).toEqual(
      lines.map((line) => {
        const row = JSON.parse(line) as Record<string, unknown>
        return head
          .split(',')
          .map((name) => String(row[name] ?? ''))
          .join(',')
      }),
    )
  })
})

describe('what the terms of a source forbid', () => {
  const raw = { ...recipe, columns: [{ name: 'member', membership: 'toyo1' }] }

  it('is refused with the source and its terms, and nothing is written', async () => {
    await writeFile(join(log.folder, 'raw.json'), JSON.stringify(raw))
    const { code, err } = await run(['package', 'raw.json', '--into', 'refused'])
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/^not-redistributable: the column member would pass on, .*closed-members \(Not to be/),
    ])
    expect(err).toContain('--i-may-redistribute')
    expect(await readdir(log.folder)).not.toContain('refused')
  })

  it('is written for who says that it may, and the package says so', async () => {
    expect((await run(['package', 'raw.json', '--into', 'allowed', '--i-may-redistribute'])).code).toBe(0)
    expect(await textOf('allowed', 'README.md')).toContain('The values of member stand as their source published them')
    expect((await run(['verify', 'allowed'])).code).toBe(0)
  })

  it('passes where it is derived: the exposures of the other tests rest on it', async () => {
    expect(await textOf('made', 'sources.bib')).toContain('@misc{closed-members,')
  })
})

describe('where a package is put', () => {
  it('holds nothing, or a package that is to be replaced', async () => {
    const again = ['package', 'recipe.json', '--into', 'later']
    expect((await run(again)).err).toMatch(/^folder-not-empty: .*holds a package already/)
    expect((await run([...again, '--replace'])).code).toBe(0)
    await writeFile(join(log.folder, 'later', 'notes.txt'), 'mine')
    expect((await run([...again, '--replace'])).err).toMatch(/^folder-not-empty: .*holds other files/)
    expect(await textOf('later', 'notes.txt')).toBe('mine')
    expect((await readdir(log.folder)).filter((name) => name.startsWith('.'))).toEqual([])
  })
})

describe('a package that is verified', () => {
  it('is as it was made', async () => {
    const { code, out } = await run(['verify', 'made'])
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/made: 12 files, 16 rows, as they were made; release [0-9a-f]{32}\n$/),
    ])
  })

  it('is told by a byte that was flipped', async () => {
    const at = 40
    const { code, out, err } = await verifiedAfter('flipped', async (folder) => {
      const bytes = await readFile(join(folder, 'data.parquet'))
      bytes[at] = (bytes[at] ?? 0) ^ 1
      await writeFile(join(folder, 'data.parquet'), bytes)
    })
    expect([code, err]).toEqual([1, expect.stringMatching(/^package-differs: /)])
    expect(out).toMatch(/ {2}data\.parquet: byte 41 is 0x[0-9a-f]{2}; 0x[0-9a-f]{2} is made\n/)
  })

  it('is told by a row that was changed: which row, which column', async () => {
    const { code, out } = await verifiedAfter('changed', async (folder) => {
      const text = await readFile(join(folder, 'data.csv'), 'utf8')
      await writeFile(join(folder, 'data.csv'), text.replace('5.5', '6.5'))
    })
    expect([code, out]).toEqual([
      1,
      expect.stringContaining('data.csv: row 6 (state toyb, year 2001), column score: 6.5 stands there, 5.5 is made\n'),
    ])
  })

  it('is told by a row that is missing', async () => {
    const { code, out } = await verifiedAfter('shorter', async (folder) => {
      const lines = (await readFile(join(folder, 'data.csv'), 'utf8')).split('\n')
      await writeFile(join(folder, 'data.csv'), lines.toSpliced(2, 1).join('\n'))
    })
    expect([code, out]).toEqual([1, expect.stringContaining('data.csv: it has 15 rows; 16 are made\n')])
    expect(out).toContain('row 2 is that of state toyc, year 2000; that of state toyb, year 2000 is made')
  })

  it('is told by a type that was changed, a file that is missing, and one that is too many', async () => {
    const schema = await verifiedAfter('retyped', async (folder) => {
      const path = join(folder, 'datapackage.json')
      await writeFile(path, (await readFile(path, 'utf8')).replace('"type": "number"', '"type": "string"'))
    })
    expect(schema.out).toMatch(/datapackage\.json: \/resources\/0\/schema\/fields\/\d+\/type: "string" stands there/)
    const missing = await verifiedAfter('missing', (folder) => rm(join(folder, 'sources.bib')))
    expect([missing.code, missing.out]).toEqual([1, expect.stringContaining('  sources.bib: it is missing\n')])
    const more = await verifiedAfter('more', (folder) => mkdir(join(folder, 'notes')))
    expect([more.code, more.out]).toEqual([1, expect.stringContaining('  notes: it is no file of the package')])
  })

  it('is told by the program that made it, and by nothing else where all else is the same', async () => {
    const { code, out } = await verifiedAfter('older', async (folder) => {
      const { createHash } = await import('node:crypto')
      const sums: string[] = []
      const files = (await readdir(folder)).filter((name) => /\.(json|md|html|cff)$/.test(name))
      for (const name of files) {
        const text = (await readFile(join(folder, name), 'utf8')).replaceAll(
          /0\.2\.0\+[0-9a-f]{12}/g,
          '0.1.9+000000000000',
        )
        await writeFile(join(folder, name), text)
      }
      for (const line of (await readFile(join(folder, 'checksums.txt'), 'utf8')).trimEnd().split('\n')) {
        const name = line.slice(66)
        sums.push(
          `${createHash('sha256')
            .update(await readFile(join(folder, name)))
            .digest('hex')}  ${name}\n`,
        )
      }
      await writeFile(join(folder, 'checksums.txt'), sums.join(''))
    })
    expect([code, out]).toEqual([
      1,
      expect.stringMatching(/older: 1 difference\n {2}program: .*0\.1\.9\+0{12}; this is /),
    ])
  })

  it('is held against its own checksums where there is no log, and says what was not checked', async () => {
    const alone = await run(['verify', 'made', '--without-log'])
    expect([alone.code, alone.out]).toEqual([0, expect.stringContaining('not checked: whether the log gives the same')])
    const spoilt = await verifiedAfter('spoilt', (folder) => appendFile(join(folder, 'data.csv'), 'x'), '--without-log')
    expect([spoilt.code, spoilt.out]).toEqual([1, expect.stringContaining('data.csv: its checksum is not the one')])
    const nowhere = await shell(['export', 'verify', join(log.folder, 'made')], {
      env: { NORMTRAIL_DATA: join(log.folder, 'nowhere') },
    })
    expect([nowhere.code, nowhere.err]).toEqual([1, expect.stringMatching(/^package-unchecked: /)])
  })

  it('is as it was made after more was recorded: it is made again as known then', async () => {
    const workspace = await openWorkspace(log.data)
    await append(workspace, ...toyScores(2003, { a: [9] }, [{ ref: 'open-scores' }]))
    await workspace.close()
    expect((await run(['verify', 'made'])).code).toBe(0)
    await run(['package', 'recipe.json', '--into', 'newer'])
    expect(await textOf('newer', 'data.csv')).not.toBe(await textOf('made', 'data.csv'))
    expect((await run(['verify', 'newer'])).code).toBe(0)
  })
})
