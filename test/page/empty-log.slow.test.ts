import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerHere } from '../../src/http/answering/answer-parts.ts'
import { openFeed } from '../../src/http/feed/feed.ts'
import { readHere } from '../../src/http/feed/read-here.ts'
import { listen } from '../../src/http/server.ts'
import { questions } from '../../src/queries/index.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { silentLog } from '../http/a-server.ts'
import { temporaryFolder } from '../../src/common/temporary-folder.ts'
import { aBrowser } from './a-browser.ts'
import { axeAgainst } from './axe-against.ts'

/** Everything that is served, over a log in which nothing is recorded. */
const anEmptyServer = async () => {
  const { folder, temporary } = temporaryFolder()
  const workspace = await openWorkspace(join(folder, 'data'))
  const answering = answerHere(questions, workspace)
  const feed = await openFeed({ reading: readHere(workspace), upToHead: answering.upToHead, log: silentLog })
  const server = await listen({ questions, workspace, answering, feed, log: silentLog }, 0, '127.0.0.1')
  const close = async (): Promise<void> => {
    await server.close()
    await workspace.close()
    await temporary.remove()
  }
  return { address: server.address, close }
}

describe('a log in which nothing is recorded', () => {
  let server: Awaited<ReturnType<typeof anEmptyServer>>
  let browser: Awaited<ReturnType<typeof aBrowser>>
  beforeAll(async () => {
    server = await anEmptyServer()
    browser = await aBrowser(server.address)
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  it.each([
    '/',
    '/?subject=cat',
    '/?subject=torture&asOf=1995-06-01',
    '/?state=deu',
    '/?state=deu&subject=cat',
    '/?organisation=un',
    '/?compare=tur,grc&subject=istanbul',
    '/?log=',
  ])('is said to be that at %s, with what to do', async (path) => {
    const { page, foreign } = await browser.open(path)
    await page.getByRole('heading', { name: 'Nothing is recorded yet' }).waitFor()
    expect(await page.getByText('normtrail import bundled').count()).toBe(1)
    expect(await page.getByRole('main').textContent()).not.toMatch(/goes by|went wrong|undefined|Nothing that fits/)
    expect(await axeAgainst(page)).toEqual([])
    expect(foreign).toEqual([])
    await page.context().close()
  })
})
