import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packagePath } from '../src/package/package-path.ts'
import { sourceDigest } from '../src/package/source-digest.ts'
import { sources, version } from '../src/package/version.ts'

const files = {
  'src/a.ts': 'a\n',
  'src/deep/b.ts': 'b\n',
  'projections/c.ts': 'c\n',
  'catalogue/d.ts': 'd\n',
  'migrations/e.ts': 'e\n',
  'package-lock.json': '{}\n',
}

const builtFile = (name: string): string => `dist/src/package/${name}.js`

let root: string
const write = (path: string, text: string): void => {
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), text)
}
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'normtrail-sources-'))
  for (const [path, text] of Object.entries(files)) write(path, text)
})
afterEach(() => rmSync(root, { recursive: true }))

describe('the digest of the sources', () => {
  it('is what another tool makes of the same files', () => {
    // sha256sum prints `<hash>  <path>`; awk turns the two around.
    const line = 'sha256sum $(find src projections catalogue migrations package-lock.json -type f | LC_ALL=C sort)'
    const expected = execFileSync('sh', ['-c', `${line} | awk '{ print $2 " " $1 }' | sha256sum | cut -c 1-64`], {
      cwd: root,
      encoding: 'utf8',
    })
    expect(sourceDigest(root)).toBe(expected.trim())
  })
  it.each(Object.keys(files))('is another where %s is another', (path) => {
    const before = sourceDigest(root)
    write(path, 'changed\n')
    expect(sourceDigest(root)).not.toBe(before)
    write(path, files[path as keyof typeof files])
    expect(sourceDigest(root)).toBe(before)
  })
  it.each([
    ['a file more', () => write('projections/f.ts', '')],
    ['a file less', () => rmSync(join(root, 'src/a.ts'))],
    [
      'the same file elsewhere',
      () => {
        rmSync(join(root, 'src/a.ts'))
        write('src/deep/a.ts', files['src/a.ts'])
      },
    ],
  ])('is another with %s', (_, change) => {
    const before = sourceDigest(root)
    change()
    expect(sourceDigest(root)).not.toBe(before)
  })
  it.each(['README.md', 'test/a.test.ts', 'dist/src/a.js', 'src/.a.ts.swp', 'package.json'])(
    'is the same whatever stands in %s',
    (path) => {
      const before = sourceDigest(root)
      write(path, 'anything')
      expect(sourceDigest(root)).toBe(before)
    },
  )
})

describe('the version', () => {
  const { version: release } = JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as { version: string }

  it('is the release with the beginning of the digest of the sources that run', () => {
    expect(sources).toBe(sourceDigest(packagePath()))
    expect(version).toBe(`${release}+${sources.slice(0, 12)}`)
  })
  it('is noted by every build, also by one with faults: the compiler writes that, too', () => {
    const { scripts } = JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as { scripts: { build: string } }
    const run = (compiler: string) => {
      const script = scripts.build.replace(/^tsc -p \S+/, compiler).replaceAll(/node \S+/g, 'echo noted')
      return spawnSync('sh', ['-c', script], { encoding: 'utf8' })
    }
    expect(['true', 'false'].map((compiler) => run(compiler)).map(({ status, stdout }) => [status, stdout])).toEqual([
      [0, 'noted\n'],
      [1, 'noted\n'],
    ])
  })
  it('is told by a build without its sources as the build noted it', () => {
    // As `npm pack` leaves it: no sources, no lockfile.
    const parts = ['package.json', 'dist/sources.json', ...['version', 'package-path', 'source-digest'].map(builtFile)]
    for (const name of parts) cpSync(packagePath(name), join(root, 'installed', name), { recursive: true })
    const note = readFileSync(join(root, 'installed/dist/sources.json'), 'utf8')
    expect(JSON.parse(note)).toEqual({ sources: expect.stringMatching(/^[0-9a-f]{64}$/) as string })
    const program =
      `import(${JSON.stringify(join(root, 'installed/dist/src/package/version.js'))}).then(({ version }) => ` +
      'console.log(version))'
    expect(execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' })).toBe(
      `${release}+${(JSON.parse(note) as { sources: string }).sources.slice(0, 12)}\n`,
    )
  })
})
