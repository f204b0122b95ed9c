import sparticuz from '@sparticuz/chromium'
import { chromium, type Browser } from 'playwright-core'
import { option, numberOption } from '../options.ts'
import { percentile } from '../percentile.ts'
import { say } from '../report.ts'
import { startChild } from '../soak/child.ts'

/** Steps of the slider: each is told to the page as a key is, and takes until the frame after it is painted. */
const stepping = (steps: number): string => `(async () => {
  const slider = document.querySelector('.rail')
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => done()
    channel.port2.postMessage(undefined)
  }))
  slider.focus()
  slider.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true, cancelable: true }))
  await painted()
  const whole = []
  const work = []
  for (let step = 0; step < ${steps}; step += 1) {
    const begun = performance.now()
    slider.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }))
    document.body.getBoundingClientRect()
    work.push(performance.now() - begun)
    await painted()
    whole.push(performance.now() - begun)
  }
  return { whole, work }
})()`

interface Opened {
  /** Milliseconds from going there until the sentence and the map are there. */
  readonly view: number
  /** Bytes of scripts as they came over the wire. */
  readonly scripts: number
  readonly whole: readonly number[]
  readonly work: readonly number[]
}

const open = async (browser: Browser, address: string, steps: number): Promise<Opened> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  try {
    const page = await context.newPage()
    const begun = performance.now()
    await page.goto(address, { waitUntil: 'commit' })
    await page.locator('.map .areas path[class]').first().waitFor()
    const view = performance.now() - begun
    await page.locator('.curve .line').first().waitFor()
    const scripts = await page.evaluate<number>(
      `performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`,
    )
    const measured = await page.evaluate<Pick<Opened, 'whole' | 'work'>>(stepping(steps))
    return { view, scripts, ...measured }
  } finally {
    await context.close()
  }
}

/**
 * The view of a norm in a real browser over loopback: until its sentence and map are there, what its scripts weigh, and
 * what a step of the slider takes: its work, and until the frame after it is painted (a browser paints 60 a second).
 */
export const page = async (): Promise<void> => {
  const data = option('data')
  if (data === undefined) throw new Error('--data needs a folder with a log in it')
  const rounds = Math.round(numberOption('rounds', 5))
  const steps = Math.round(numberOption('steps', 200))
  const subject = option('subject') ?? 'cat'
  const server = startChild('serve', ['--data', data, 'serve', '--port', '0'], {})
  const browser = await chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    headless: true,
  })
  try {
    const address = `${await server.said('Listening on ')}/?subject=${subject}&asOf=1995-06-01`
    const all: Opened[] = []
    for (let round = 0; round < rounds; round += 1) all.push(await open(browser, address, steps))
    const views = all.map(({ view }) => view)
    const whole = all.flatMap((one) => one.whole)
    const work = all.flatMap((one) => one.work)
    const of = (list: readonly number[]) => ({
      p50: Number(percentile(list, 50).toFixed(1)),
      p99: Number(percentile(list, 99).toFixed(1)),
    })
    say(`first view: ${views[0]?.toFixed(0)} ms when the server is asked first; median ${of(views).p50} ms`)
    say(`scripts: ${((all[0]?.scripts ?? Number.NaN) / 1000).toFixed(0)} kB compressed`)
    say(
      `a step: work ${of(work).p50} ms (p99 ${of(work).p99}), painted after ${of(whole).p50} ms (p99 ${of(whole).p99})`,
    )
    say(JSON.stringify({ first: views[0], view: of(views), scripts: all[0]?.scripts, work: of(work), step: of(whole) }))
  } finally {
    await browser.close()
    await server.stop()
  }
}
