import { configDefaults, defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Rooms whose tests take long, those of the longest first: published files loaded, processes started and killed,
 * servers, histories made at random, hundreds of logs written. `npm run test:quick` leaves them out. A file of another
 * room that is one of them is called `*.slow.test.ts`.
 */
const slowRooms = [
  'test/real-data/**',
  'test/engines/**',
  'test/durability/**',
  'test/readmodel/**',
  'test/invariants/**',
  'test/operation/**',
  'test/ingest/**',
  'test/log/eventstore/**',
  'test/bundled/**',
]

/**
 * Files that take more than ten seconds, the longest first, as measured on two idle cores. Those that ask the log of
 * all published files stand behind others: it is made meanwhile.
 */
const longest = [
  'real-data/servers',
  'real-data/loaded-again',
  'readmodel/postgres/same-answers',
  'page/views.slow',
  'engines/monotone-answers',
  'engines/servers',
  'engines/killed-load',
  'durability/kill-at-any-moment',
  'engines/killed-import',
  'durability/kill',
  'engines/killed-projector',
  'ingest/bundled-first',
  'durability/load',
  'operation/damaged',
]

/** Long ones first, so that no worker is left alone with one of them at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const file = longest.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`))
      if (file >= 0) return file
      const room = slowRooms.findIndex((glob) => moduleId.includes(`/${glob.replace('**', '')}`))
      return longest.length + (room < 0 ? slowRooms.length : room)
    }
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}

export default defineConfig(({ mode }) => ({
  test: {
    include:
      mode === 'screenshots'
        ? ['test/page/screenshots.ts']
        : ['test/**/*.test.ts', 'src/**/*.test.ts', 'projections/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(mode === 'quick' ? [...slowRooms, 'test/**/*.slow.test.ts'] : [])],
    // Files share a process, and with it what they import: loading it anew took a third of the time. So no test may
    // leave anything behind in a module; a file that replaces one (`vi.mock`) has them loaded anew when it is done.
    globalSetup: 'test/support/run/shared-by-a-run.ts',
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    // What the compiler made of a file is kept by its content, beside the packages: a start takes three seconds less.
    experimental: { fsModuleCache: true },
    sequence: { sequencer: LongestFirst },
    // For a machine that is busy with other things: nothing takes a minute where it is not.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
}))
