import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packagePath } from '../../src/package/package-path.ts'
import { inShell } from './a-command.ts'

let temporary: string
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'normtrail-test-'))
})
afterEach(() => rmSync(temporary, { recursive: true }))

/** Makes a temporary folder, says so, and works on for ever without waiting for anything but its turn to breathe. */
const working = `import { writeFileSync } from 'node:fs'
  import { temporaryFolder } from '${packagePath('dist/src/common/temporary-folder.js')}'
  import { breather } from '${packagePath('dist/src/common/breathe.js')}'
  const { folder } = temporaryFolder()
  writeFileSync(folder + '/a', 'a')
  console.error('made')
  const breathe = breather()
  for (;;) await breathe()`

const run = (script: string, signal?: NodeJS.Signals) =>
  inShell(
    'exec $NODE --input-type=module -e "$SCRIPT"',
    { NODE: process.execPath, TMPDIR: temporary, SCRIPT: script },
    (said, kill) => {
      if (signal !== undefined && said === 'made\n') kill(signal)
    },
  )

describe('what a process makes for its own use', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('is gone after %s, which ends it as ever', async (signal) => {
    expect((await run(working, signal)).signal).toBe(signal)
    expect(readdirSync(temporary)).toEqual([])
  })
  it('is gone after its end', async () => {
    await run(working.replace('for (;;) await breathe()', ''))
    expect(readdirSync(temporary)).toEqual([])
  })
  it('is removed by the next where it was killed without a chance, and that of a living one is not', async () => {
    await run(working, 'SIGKILL')
    expect(readdirSync(temporary).length).toBe(1)
    const next = await run(
      working.replace(
        'for (;;) await breathe()',
        `
      const { readdirSync } = await import('node:fs')
      const other = temporaryFolder()
      console.log(readdirSync(process.env.TMPDIR).length)`,
      ),
    )
    expect(next.out).toBe('2\n')
    expect(readdirSync(temporary)).toEqual([])
  })
  it('of an import of the bundled case is nothing that has a name', async () => {
    const seen = new Set<string>()
    const watch = setInterval(() => readdirSync(temporary).forEach((name) => seen.add(name)), 5)
    const { code } = await inShell('$NT --data "$DATA" import bundled', {
      TMPDIR: temporary,
      DATA: join(temporary, 'data'),
    })
    clearInterval(watch)
    expect([code, [...seen]]).toEqual([0, ['data']])
  })
})
