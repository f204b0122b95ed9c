import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { inShell } from './a-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'normtrail-no-log-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('a place where there is no log', () => {
  it.each(['status fra cat', 'events', 'info', 'cite status fra cat', 'log export', 'verify'])(
    'is said to have none, and nothing is made there: %s',
    async (command) => {
      const { code, out, err } = await inShell(`$NT --data "$DATA" ${command}`, { DATA: join(folder, 'dta') })
      expect([code, out]).toEqual([2, ''])
      expect(err).toContain(`no-log: there is no log at ${join(folder, 'dta', 'log.sqlite')}.`)
      expect(err).toContain('`import bundled`')
      expect(readdirSync(folder)).toEqual([])
    },
  )
  it('gets one from what records', async () => {
    const data = join(folder, 'data')
    expect((await inShell('echo | $NT --data "$DATA" append', { DATA: data })).code).toBe(0)
    expect(existsSync(join(data, 'log.sqlite'))).toBe(true)
    expect((await inShell('$NT --data "$DATA" info', { DATA: data })).code).toBe(0)
  })
  it('that is a file, and no folder, is told as that', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    const { code, err } = await inShell('$NT --data "$DATA" info', { DATA: file })
    expect([code, err]).toEqual([4, expect.stringContaining('is a file, not a folder')])
  })
})
