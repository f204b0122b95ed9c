import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { groupBy } from '../src/common/group-by.ts'
import { packagePath } from '../src/package/package-path.ts'

/**
 * Doors open one way only: time → events → projections → readmodel → queries → (cli | http | exports).
 * For every room, the rooms that its files may import from; its own is always open.
 */
const doors: Readonly<Record<string, readonly string[]>> = {
  time: [],
  events: ['time'],
  catalogue: ['time', 'events'],
  projections: ['time', 'events'],
  migrations: [],
  log: ['time', 'events'],
  readmodel: ['time', 'events', 'log', 'projections', 'migrations'],
  names: ['time', 'readmodel'],
  exposure: ['time'],
  diffusion: ['time'],
  agreement: [],
  influence: ['diffusion'],
  queries: ['time', 'events', 'projections', 'readmodel', 'names', 'exposure', 'diffusion', 'agreement', 'influence'],
  sources: ['time', 'events'],
  // Tokens stand beside the read model on its PostgreSQL, and never in it.
  access: ['time', 'readmodel'],
  workspace: ['time', 'log', 'readmodel', 'queries', 'access'],
  ingest: ['time', 'events', 'catalogue', 'projections', 'log', 'readmodel', 'names', 'sources', 'workspace'],
  // Brings files onto the disk, before anything reads them: it knows no log, no importer and no clock; the face tells
  // it which files, and the day.
  fetch: [],
  exports: ['time', 'queries'],
  http: ['time', 'events', 'access', 'log', 'readmodel', 'queries', 'exports', 'workspace', 'ingest'],
  cli: [
    'time',
    'events',
    'access',
    'log',
    'readmodel',
    'queries',
    'sources',
    'ingest',
    'fetch',
    'exports',
    'http',
    'workspace',
  ],
}

/** Rooms that every other one may use, and that know no other one but each other. */
const shared = new Set(['common', 'package', 'sqlite', 'text'])

/**
 * The floors within a room, from the ground up: a folder may import from those that stand before it. What lies in no
 * folder stands on top, or, where it says so, on the ground.
 */
const floors: Readonly<Record<string, readonly string[]>> = {
  'src/queries': [
    'question',
    'lists',
    'record',
    'following',
    'memberships',
    'proposals',
    'subjects',
    'accession',
    'relations',
    'treaties',
    'holdings',
    'nouns',
    'conflicts',
    'status',
    'spells',
    'network',
    'channels',
    'exposure',
    'panels',
    'dyads',
    'convergence',
    'diffusion',
    'spread',
    'advocacy',
    'contestation',
    'diff',
    'audit',
    'graphs',
    'recipes',
    '.',
  ],
  projections: ['fold', 'folds', 'compose', '.'],
  'projections/compose': [
    '.',
    'campaign',
    'spiral',
    'proposals',
    'treaty',
    'membership',
    'reservations',
    'norm',
    'coverage',
  ],
  'src/ingest': ['candidates', 'report', 'reconcile', 'commit', 'append', 'import', 'backdated', 'proposals', '.'],
  'src/sources': [
    'importer',
    'untc',
    'tables',
    'files',
    'campaigns',
    'cow',
    'igos',
    'mappings',
    'endnotes',
    'mtdsg',
    'upr',
    '.',
  ],
  'src/log': ['.', 'sqlite', 'eventstore'],
  'src/log/eventstore': ['connection', 'records', 'read', 'write', '.'],
  'src/readmodel': ['query', '.', 'lookups', 'sqlite', 'postgres'],
  'src/exposure': ['.', 'kernel', 'doubts', 'formulas'],
  'src/http': [
    'answering',
    'service',
    'problems',
    'operation',
    'access',
    'reading',
    'lists',
    'recording',
    'feed',
    'openapi',
    'page',
    '.',
  ],
  'src/cli': ['context', 'reports', 'commands', '.'],
  'src/exports': ['.', 'networks', 'package', 'verify'],
}

/** Packages that only some rooms may use. */
const packages: Readonly<Record<string, readonly string[]>> = {
  commander: ['cli'],
  express: ['http'],
  'express-rate-limit': ['http'],
  helmet: ['http'],
  sirv: ['http'],
  'prom-client': ['http'],
  pino: ['http'],
  kysely: ['readmodel', 'migrations', 'names', 'queries'],
  pg: ['readmodel', 'access'],
  '@eventstore/db-client': ['log'],
  '@photostructure/sqlite': ['sqlite', 'log', 'readmodel', 'ingest'],
  'hyparquet-writer': ['exports'],
  'd3-array': ['exports'],
  'csv-stringify': ['exports'],
  'csv-parse': ['sources'],
  '@xmldom/xmldom': ['sources'],
  yauzl: ['sources'],
  'pure-rand': ['diffusion'],
}

const longest = 300

interface File {
  readonly path: string
  readonly room: string
  readonly text: string
}

/** The first folder under `src/`, or the folder beside it; a file straight in `src/` is a room by itself. */
const roomOf = (path: string): string => {
  const [first = '', second = ''] = path.split(sep)
  return first === 'src' ? second.replace(/\.ts$/, '') : first
}

const filesIn = (folder: string): readonly File[] =>
  readdirSync(packagePath(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(folder, name))
    .map((path) => ({ path, room: roomOf(path), text: readFileSync(packagePath(path), 'utf8') }))

const files = ['src', 'projections', 'migrations', 'catalogue'].flatMap(filesIn)

/** Statements `import … from '…'`, `export … from '…'`, `import '…'`, and `import('…')`. */
const specifier = /^(?:import|export)\s(?:[^'";]*?\sfrom\s)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm

const importsOf = (text: string): readonly string[] =>
  [...text.matchAll(specifier)].map((match) => (match[1] ?? match[2]) as string)

const violationsOf = ({ path, room, text }: File): readonly string[] =>
  importsOf(text).flatMap((specified) => {
    if (!specified.startsWith('.')) {
      const allowed = Object.entries(packages).find(
        ([name]) => specified === name || specified.startsWith(`${name}/`),
      )?.[1]
      return allowed === undefined || allowed.includes(room)
        ? []
        : [`${path} imports "${specified}", which belongs to ${allowed.join(', ')}`]
    }
    const target = roomOf(normalize(join(dirname(path), specified)))
    if (target === room || shared.has(target)) return []
    if (shared.has(room)) return [`${path} imports "${specified}", and shared words know no room`]
    const open = doors[room]
    if (open === undefined) return [`${path} is in a room that this test does not know: "${room}"`]
    return open.includes(target) ? [] : [`${path} imports "${specified}": no door leads from ${room} to ${target}`]
  })

describe('doors open one way only', () => {
  it('sees every import', () => {
    expect(
      importsOf(
        "import { a,\n  b } from './a.ts'\nimport './b.ts'\nexport * from './c.ts'\nimport type D from " +
          "'./d.ts'\nconst e = await import('./e.ts')\nconst f = \"from './f.ts'\"",
      ),
    ).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts', './e.ts'])
    expect(files.flatMap(({ text }) => importsOf(text)).length).toBeGreaterThan(200)
  })
  it('has no room that leads to itself', () => {
    const reached = (room: string, path: readonly string[]): readonly string[] =>
      path.includes(room)
        ? [[...path, room].join(' → ')]
        : (doors[room] ?? []).flatMap((next) => reached(next, [...path, room]))
    expect(Object.keys(doors).flatMap((room) => reached(room, []))).toEqual([])
  })
  it('holds for every file', () => expect(files.flatMap(violationsOf)).toEqual([]))
  it('lets only the workspace choose an engine: others know the log by its port', () => {
    const engines = files
      .filter(({ path }) => path !== join('src', 'workspace', 'engines.ts'))
      .flatMap(({ path, room, text }) =>
        importsOf(text)
          .filter((from) => from.startsWith('.'))
          .map((from) => ({ path, room, to: normalize(join(dirname(path), from)) })),
      )
      .filter(
        ({ room, to }) =>
          (roomOf(to) === 'log' && room !== 'log' && !/^src.log.(port|transfer|unfinished-load)\.ts$/.test(to)) ||
          (/^src.readmodel.(sqlite|postgres)/.test(to) && room !== 'readmodel' && room !== 'access') ||
          (/^src.access.tokens-in/.test(to) && room !== 'access'),
      )
    expect(engines).toEqual([])
  })
  it('names the file and the import', () => {
    expect(
      violationsOf({ path: join('src', 'time', 'day.ts'), room: 'time', text: "import { log } from '../log/port.ts'" }),
    ).toEqual(['src/time/day.ts imports "../log/port.ts": no door leads from time to log'])
    expect(
      violationsOf({
        path: join('projections', 'fold.ts'),
        room: 'projections',
        text: "import { Kysely } from 'kysely'",
      }),
    ).toHaveLength(1)
  })
  it('lets no face know a question by name', () => {
    const faces = files.filter(({ room }) => ['cli', 'http', 'exports'].includes(room))
    const named = faces.flatMap(({ path, text }) =>
      importsOf(text)
        .filter((from) => from.includes('/queries/'))
        .map((from) => `${path}: ${from}`),
    )
    const ofQuestions = '(question|columns|figure|graph|report|snapshot|fields|given|read-input|ask)'
    const common = `question/${ofQuestions}|holdings/(registered-sources|cited-in)|following/followed`
    const open = `index|by-first-word|examples|recipes/[a-z-]+|${common}`
    const known = new RegExp(String.raw`queries/(${open})\.ts$`)
    expect(named.filter((line) => !known.test(line))).toEqual([])
  })
})

describe('messages below the command line', () => {
  it('speak of fields, and of no flags: over HTTP there are none', () => {
    const code = (text: string): string => text.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '')
    const flags = files
      .filter(({ path, room }) => /^(src|projections)\b/.test(path) && room !== 'cli')
      .flatMap(({ path, text }) =>
        [...code(text).matchAll(/['"`\s(]--[a-z]{2,}[^\n]*/g)].map(([found]) => `${path}: ${found}`),
      )
    expect(flags).toEqual([])
  })
  it('name a question or a command by its name alone, as every face does', () => {
    const shells = files
      .filter(({ path, room }) => /^(src|projections)\b/.test(path) && room !== 'cli')
      .flatMap(({ path, text }) => [...text.matchAll(/\bhint:\s[^\n]*`normtrail [a-z]+[^\n]*/g)].map(() => path))
    expect(shells).toEqual([])
  })
})

/**
 * The folder below `above` in which a path lies; `.` where it lies in `above` itself, nothing where it lies elsewhere.
 */
const floorOf = (path: string, above: string): string | undefined => {
  const below = relative(above, dirname(path))
  if (below.startsWith('..')) return undefined
  return below === '' ? '.' : below.split(sep)[0]
}

/** Imports that run up, from a floor to one that stands above it. */
const upwardsIn = (above: string, order: readonly string[]) => {
  const heightOf = (path: string): number | undefined => {
    const floor = floorOf(path, above)
    return floor === undefined ? undefined : order.indexOf(floor)
  }
  return ({ path, text }: Pick<File, 'path' | 'text'>): readonly string[] => {
    const from = heightOf(path)
    if (from === undefined) return []
    if (from < 0) return [`${path} lies on a floor that this test does not know`]
    return importsOf(text)
      .filter((specified) => specified.startsWith('.'))
      .filter((specified) => (heightOf(normalize(join(dirname(path), specified))) ?? -1) > from)
      .map((specified) => `${path} imports "${specified}", which stands above it`)
  }
}

describe('within a room, imports lead down', () => {
  it.each(Object.entries(floors))('%s', (above, order) =>
    expect(files.flatMap(upwardsIn(normalize(above), order))).toEqual([]),
  )
  it('names the file and the import', () => {
    const order = floors['src/queries'] ?? []
    const path = join('src', 'queries', 'treaties', 'exits.ts')
    expect(upwardsIn(normalize('src/queries'), order)({ path, text: "import { a } from '../status/a.ts'" })).toEqual([
      'src/queries/treaties/exits.ts imports "../status/a.ts", which stands above it',
    ])
  })
  it('and no file leads back to itself', () => {
    const leads = new Map(
      [...files, ...filesIn('bench'), ...filesIn(join('web', 'src'))].map(({ path, text }) => [
        path,
        importsOf(text)
          .filter((specified) => specified.startsWith('.'))
          .map((specified) => normalize(join(dirname(path), specified))),
      ]),
    )
    const done = new Set<string>()
    const circles: string[] = []
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      if (trail.includes(path) || done.has(path)) return
      for (const next of leads.get(path) ?? []) visit(next, [...trail, path])
      done.add(path)
    }
    for (const path of leads.keys()) visit(path, [])
    expect(circles).toEqual([])
  })
})

const mostInARoom = 25

describe('rooms are small', () => {
  it(`none holds more than ${mostInARoom} files`, () => {
    const sizes = groupBy(files, ({ path }) => dirname(path))
    expect([...sizes].filter(([, list]) => list.length > mostInARoom).map(([folder]) => folder)).toEqual([])
  })
})

describe('files are small', () => {
  it(`none in src/ or projections/ is longer than ${longest} lines`, () => {
    const long = files
      .filter(({ path }) => /^(src|projections)\b/.test(path))
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    expect(long.filter(({ lines }) => lines > longest)).toEqual([])
  })
})
