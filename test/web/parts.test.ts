import { afterEach, describe, expect, it, vi } from 'vitest'
import { openPage, type Answering } from './a-page.ts'
import { problem, promptServer, slowServer } from './answers.ts'

type Page = Awaited<ReturnType<typeof openPage>>
let page: Page | undefined
afterEach(() => {
  page?.close()
  vi.useRealTimers()
})

const open = async (server: Answering, query = '?state=usa&subject=cat') => (page = await openPage(server, query))

const parts = ['status', 'timeline', 'adoption', 'record']
const waits = ({ element }: Page) => parts.map((part) => element(`${part}-wait`).textContent)
const shown = ({ element }: Page) => parts.filter((part) => !element(`${part}-shown`).hidden)

describe('each part of an answer', () => {
  it('says in words what it waits for', async () => {
    const opened = await open(slowServer().answering)
    expect(waits(opened)).toEqual([
      'Waiting for the status of USA under CAT\u00a0…',
      'Waiting for the timeline of USA under CAT\u00a0…',
      'Waiting for the adoption curve of CAT\u00a0…',
      'Waiting for the record of USA under CAT\u00a0…',
    ])
    expect([opened.element('answer').hidden, shown(opened)]).toEqual([false, []])
  })
  it('appears when its answer is there, whichever comes first', async () => {
    const server = slowServer()
    const opened = await open(server.answering)
    await server.give('spread')
    expect(shown(opened)).toEqual(['adoption'])
    expect(opened.element('curve-note').textContent).toMatch(/^1996: signed 2 \(50 %\)/)
    await server.give('status')
    expect(shown(opened)).toEqual(['status', 'adoption'])
    expect(opened.element('decided-wait').textContent).toBe('Waiting for the events that decided it\u00a0…')
    await server.give('timeline')
    expect(shown(opened)).toEqual(parts)
    expect(waits(opened)).toEqual(['', '', '', ''])
    const items = opened.element('events').all('li')
    expect(items.map(({ textContent }) => textContent)).toEqual([
      '1996-03-03: treaty ratified by usa',
      '1 event of the treaty itself or of other states (all, with sources)',
    ])
  })
  it('waits for no names: what is said without them is said again with them', async () => {
    const server = slowServer()
    const { element, document } = await open(server.answering)
    await server.give('status')
    expect(element('status').textContent).toBe('In forceUSA is bound by CAT, since 3\u00a0March\u00a01996.')
    await server.give('names')
    expect(element('status').textContent).toBe(
      'In forceThe United States is bound by the Convention against Torture, since 3\u00a0March\u00a01996.',
    )
    expect(document.title).toBe('United States · Convention against Torture · normtrail')
  })
  it('calls a norm one until its name is known', async () => {
    const server = slowServer()
    const { element } = await open(server.answering, '?state=usa&subject=torture')
    await server.give('status')
    expect(element('status').textContent).toMatch(/ the norm “torture”, since/)
    await server.give('names')
    expect(element('status').textContent).toMatch(/^In forceThe United States .* the prohibition of torture, since/)
  })
  it('keeps the height that it had, while it waits for another answer', async () => {
    const server = slowServer()
    const opened = await open(server.answering)
    for (const question of ['names', 'status', 'timeline', 'spread']) await server.give(question)
    opened.element('timeline-part').offsetHeight = 321
    opened.goTo('?state=fra&subject=cat')
    expect(opened.element('timeline-part').style['minHeight']).toBe('321px')
    opened.goTo('?state=fra&subject=torture')
    expect(opened.element('timeline-part').style['minHeight']).toBe('321px')
    await server.give('timeline')
    expect(opened.element('timeline-part').style['minHeight']).toBe('')
  })
})

describe('a part that fails', () => {
  it('says what failed, and asks for that alone when it is tried again', async () => {
    const server = slowServer()
    const opened = await open(server.answering)
    await server.give('names')
    await server.give('status')
    await server.give('timeline')
    await server.cut('spread')
    const { element, asked } = opened
    const line = element('adoption-wait')
    expect(line.textContent).toBe('The adoption curve of CAT did not come. The server cannot be reached. Try again')
    expect(shown(opened)).toEqual(['status', 'timeline', 'record'])
    const before = asked.length
    line.all('button')[0]?.click()
    expect(asked.slice(before)).toEqual(['api/spread/cat?'])
    await server.give('spread')
    expect([line.textContent, shown(opened)]).toEqual(['', parts])
  })
  it('leaves the others as they are: the events that decided are then a number with a link', async () => {
    const server = slowServer()
    const opened = await open(server.answering)
    await server.give('status')
    await server.give('timeline', problem(500, 'Something failed that should not.'))
    expect(opened.element('events').textContent).toBe('2 events (all, with sources)')
    opened.element('record-wait').all('button')[0]?.click()
    await server.give('timeline')
    expect(shown(opened)).toEqual(['status', 'timeline', 'record'])
    expect(opened.element('events').all('li')).toHaveLength(2)
  })
  it('offers no second try where it would fail again', async () => {
    const server = slowServer()
    const { element } = await open(server.answering)
    await server.give('spread', problem(400, 'It is nothing that spreads.'))
    expect(element('adoption-wait').textContent).toBe(
      'The adoption curve of CAT did not come. It is nothing that spreads.',
    )
    expect(element('adoption-wait').all('button')).toEqual([])
  })
  it('says once what is wrong with the question, and waits for nothing more', async () => {
    const server = slowServer()
    const { element } = await open(server.answering)
    await server.give('status', problem(404, '"usa" is no state.'))
    expect([element('answer').hidden, element('problem').textContent]).toEqual([true, '"usa" is no state.'])
    expect(server.waiting('spread').signal.aborted).toBe(true)
    expect(server.waiting('names').signal.aborted).toBe(false)
  })
})

describe('a busy server', () => {
  it('is asked again when it says so', async () => {
    const server = slowServer()
    const opened = await open(server.answering)
    vi.useFakeTimers()
    server.waiting('spread').answer(problem(503, 'The queue is full.', { 'Retry-After': '2' }))
    await vi.advanceTimersByTimeAsync(1900)
    const { element, asked } = opened
    const count = () => asked.filter((path) => path.startsWith('api/spread')).length
    expect(element('adoption-wait').textContent).toBe(
      'The server is busy; the adoption curve of CAT is asked for again in 2 seconds\u00a0…',
    )
    expect(count()).toBe(1)
    await vi.advanceTimersByTimeAsync(200)
    expect(count()).toBe(2)
    expect(element('adoption-wait').textContent).toBe('Waiting for the adoption curve of CAT\u00a0…')
    server.waiting('spread').answer(await promptServer('api/spread/cat?', server.waiting('spread')))
    await vi.advanceTimersByTimeAsync(0)
    expect(shown(opened)).toEqual(['adoption'])
  })
  it('is asked later each time', async () => {
    const server = slowServer()
    const { asked } = await open(server.answering)
    vi.useFakeTimers()
    const begin = Date.now()
    const after: number[] = []
    for (let times = 0; times < 4; times++) {
      server.waiting('spread').answer(problem(503, 'The queue is full.', { 'Retry-After': '1' }))
      const count = asked.length
      while (asked.length === count) await vi.advanceTimersByTimeAsync(500)
      after.push((Date.now() - begin) / 1000)
    }
    expect(after).toEqual([1, 3, 7, 15])
  })
  it('is left alone by who has gone on to something else', async () => {
    const server = slowServer()
    const { goTo, asked } = await open(server.answering)
    vi.useFakeTimers()
    server.waiting('spread').answer(problem(503, 'The queue is full.', { 'Retry-After': '2' }))
    await vi.advanceTimersByTimeAsync(1000)
    goTo('')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(asked.filter((path) => path.startsWith('api/spread'))).toHaveLength(1)
  })
})

describe('requests', () => {
  it('are broken off where the subject was left, and only there', async () => {
    const server = slowServer()
    const { goTo, asked } = await open(server.answering)
    const [status, curve] = [server.waiting('status'), server.waiting('spread')]
    goTo('?state=fra&subject=cat')
    expect([status.signal.aborted, curve.signal.aborted]).toEqual([true, false])
    expect(asked.filter((path) => path.startsWith('api/spread'))).toHaveLength(1)
    goTo('?state=fra&subject=ottawa')
    expect(curve.signal.aborted).toBe(true)
  })
  it('of another subject that come late show nothing', async () => {
    const server = slowServer({ isLate: true })
    const opened = await open(server.answering)
    const late = server.waiting('timeline')
    opened.goTo('?state=fra&subject=cat')
    await server.give('timeline')
    late.answer(await promptServer('api/timeline/usa/cat?', late))
    await new Promise((done) => setTimeout(done))
    expect(opened.element('record').textContent).toBe('1996-03-03: treaty ratified by fra')
  })
  it('are one for each thing that is shown, and none for what was shown before', async () => {
    const { goTo, submit, settled, element, asked } = await open(promptServer)
    await settled()
    const usa = ['api/status/usa/cat?', 'api/timeline/usa/cat?', 'api/names?', 'api/spread/cat?']
    expect(asked).toEqual(usa)
    goTo('?state=fra&subject=cat')
    await settled()
    const france = ['api/status/fra/cat?', 'api/timeline/fra/cat?']
    expect(asked).toEqual([...usa, ...france])
    submit({ state: 'fra', subject: 'torture' })
    await settled()
    const norm = ['api/status/fra/torture?', 'api/timeline/fra/torture?', 'api/spread/torture?']
    expect(asked).toEqual([...usa, ...france, ...norm])
    for (const [state, subject] of [
      ['usa', 'cat'],
      ['fra', 'torture'],
      ['fra', 'cat'],
    ]) {
      goTo(`?state=${state}&subject=${subject}`)
      await settled()
      expect(element('record').textContent).toBe(`1996-03-03: treaty ratified by ${state}`)
    }
    expect(asked).toHaveLength(usa.length + france.length + norm.length)
  })
})
