import { mkdirSync } from 'node:fs'
import { describe, it } from 'vitest'
import { packagePath } from '../../src/package/package-path.ts'
import { servedInABrowser } from './served-in-a-browser.ts'

/** The pictures of the documentation, made anew by `npm run screenshots`: an address, and a text that stands there. */
const pictures: Readonly<Record<string, readonly [string, string, object?]>> = {
  front: ['/', 'A state that leaves'],
  norm: ['/?subject=cat&asOf=1995-06-01&why=usa', 'one third had consented'],
  'norm-phone': [
    '/?subject=cat&asOf=1995-06-01',
    'one third had consented',
    { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
  ],
  state: ['/?state=tur&subject=istanbul&asOf=2021-05-01', 'gave notice of withdrawal'],
  organisation: ['/?organisation=coe&asOf=2000-01-01', 'Council of Europe'],
  compare: ['/?compare=tur,grc&asOf=2000-01-01', 'Greece'],
  log: ['/?log=', 'Live: new events'],
}

describe('pictures of the page', () => {
  const folder = packagePath('docs', 'page')
  mkdirSync(folder, { recursive: true })
  const served = servedInABrowser()
  it.each(Object.entries(pictures))('%s', async (name, [path, text, options]) => {
    const { page } = await served.open(path, options)
    await page.getByText(text).first().waitFor()
    await page.waitForTimeout(1500)
    await page.screenshot({ path: `${folder}/${name}.png` })
    await page.context().close()
  })
})
