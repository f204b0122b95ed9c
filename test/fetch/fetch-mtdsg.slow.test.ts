import { hash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { politely } from '../../src/fetch/ask.ts'
import { fetchMtdsg, type FetchOptions, type FetchReport } from '../../src/fetch/fetch-mtdsg.ts'
import { readInstrument } from '../../src/fetch/instrument.ts'
import { answer, depositary, maintenance, placeOf, statusFile, tagged, xml, type Depositary } from './depositary.ts'

const cat = placeOf('I', 'IV', 'IV-9')
const catFile = statusFile('IV', '9', 'Convention against Torture')
const sha = (text: string): string => hash('sha256', Buffer.from(text, 'latin1'), 'hex')

let server: Depositary
let folder: string
let waits: number[]
beforeEach(async () => {
  server = await depositary()
  folder = await mkdtemp(join(tmpdir(), 'normtrail-fetch-'))
  waits = []
})
afterEach(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const fetched = (
  numbers: readonly string[],
  {
    day = '2026-11-26',
    longestWait = 60_000,
    timeout = 5000,
    ...more
  }: Partial<FetchOptions> & { day?: string; longestWait?: number; timeout?: number } = {},
): Promise<FetchReport> =>
  fetchMtdsg(
    numbers.flatMap((number) => readInstrument(number) ?? []),
    {
      address: server.address,
      folder,
      resume: false,
      today: () => day,
      ask: politely({
        pause: 10,
        tries: 3,
        longestWait,
        wait: (milliseconds) => {
          waits.push(milliseconds)
          return Promise.resolve()
        },
      }),
      request: { userAgent: 'normtrail/1 (+test)', timeout, largest: 10_000 },
      ...more,
    },
  )

const outcomes = ({ files }: FetchReport): readonly string[] => files.map(({ outcome }) => outcome)
const reasons = ({ files }: FetchReport): readonly (string | undefined)[] => files.map(({ why }) => why)
const onDisk = (file: string): Promise<string> => readFile(join(folder, file), 'latin1')
const manifest = async () =>
  JSON.parse(await readFile(join(folder, 'mtdsg.json'), 'utf8')) as { files: Record<string, Record<string, string>> }
const paths = (): readonly string[] => server.asked.map(({ path }) => path)

describe('a file of the depositary', () => {
  it('is fetched as it is, and noted with the day', async () => {
    server.at(cat, xml(catFile, { etag: '"a"', 'last-modified': 'Thu, 26 Nov 2026 05:00:00 GMT' }))
    expect(await fetched(['IV-9'])).toEqual({
      address: server.address.href,
      folder,
      files: [{ instrument: 'IV-9', file: 'IV-9.en.xml', outcome: 'new' }],
    })
    expect(await onDisk('IV-9.en.xml')).toBe(catFile)
    expect(await manifest()).toEqual({
      files: {
        'IV-9.en.xml': {
          retrieved: '2026-11-26',
          url: `${server.address.origin}${encodeURI(cat)}`,
          etag: '"a"',
          lastModified: 'Thu, 26 Nov 2026 05:00:00 GMT',
          sha256: sha(catFile),
        },
      },
    })
    expect((await readdir(folder)).toSorted()).toEqual(['IV-9.en.xml', 'mtdsg.json'])
    expect(server.asked[0]?.headers['user-agent']).toBe('normtrail/1 (+test)')
  })

  it('is asked for in the other volume where that of its chapter lacks it, there at once the next time', async () => {
    const other = placeOf('II', 'IV', 'IV-9')
    server.at(other, tagged('"a"', catFile))
    expect(outcomes(await fetched(['IV-9']))).toEqual(['new'])
    expect(outcomes(await fetched(['IV-9']))).toEqual(['unchanged'])
    expect(paths()).toEqual([cat, other, other])
  })

  it('is confirmed by a server that says that it has not changed: the day moves on', async () => {
    server.at(cat, tagged('"a"', catFile))
    await fetched(['IV-9'], { day: '2026-11-26' })
    expect(outcomes(await fetched(['IV-9'], { day: '2026-11-27' }))).toEqual(['unchanged'])
    expect(server.asked[1]?.headers['if-none-match']).toBe('"a"')
    expect((await manifest()).files['IV-9.en.xml']).toMatchObject({ retrieved: '2026-11-27', sha256: sha(catFile) })
  })

  it('is asked for by its date, where the server names its states by date', async () => {
    const lastModified = 'Thu, 26 Nov 2026 05:00:00 GMT'
    server.at(cat, xml(catFile, { 'last-modified': lastModified }))
    await fetched(['IV-9'])
    await fetched(['IV-9'])
    expect(server.asked[1]?.headers['if-modified-since']).toBe(lastModified)
  })

  it('is unchanged, too, where the same comes from a server that names no states', async () => {
    server.at(cat, xml(catFile))
    await fetched(['IV-9'])
    expect(outcomes(await fetched(['IV-9'], { day: '2026-11-28' }))).toEqual(['unchanged'])
    expect((await manifest()).files['IV-9.en.xml']?.retrieved).toBe('2026-11-28')
  })

  it('is replaced by a later one', async () => {
    server.at(cat, tagged('"a"', catFile))
    await fetched(['IV-9'])
    const later = statusFile('IV', '9', 'A later state')
    server.at(cat, tagged('"b"', later))
    expect(outcomes(await fetched(['IV-9']))).toEqual(['changed'])
    expect(await onDisk('IV-9.en.xml')).toBe(later)
    expect((await manifest()).files['IV-9.en.xml']).toMatchObject({ etag: '"b"', sha256: sha(later) })
  })

  it('is asked for whole, where the one on the disk is not the one that was noted', async () => {
    server.at(cat, tagged('"a"', catFile))
    await fetched(['IV-9'])
    await writeFile(join(folder, 'IV-9.en.xml'), 'spoilt')
    expect(outcomes(await fetched(['IV-9']))).toEqual(['new'])
    expect(server.asked[1]?.headers['if-none-match']).toBeUndefined()
    expect(await onDisk('IV-9.en.xml')).toBe(catFile)
  })
})

describe('what is not the file', () => {
  beforeEach(async () => {
    server.at(cat, tagged('"a"', catFile))
    await fetched(['IV-9'])
  })
  const keeps = async (report: FetchReport, why: string | RegExp): Promise<void> => {
    expect(outcomes(report)).toEqual(['failed'])
    expect(reasons(report)[0]).toMatch(why)
    expect(await onDisk('IV-9.en.xml')).toBe(catFile)
    expect((await manifest()).files['IV-9.en.xml']).toMatchObject({ retrieved: '2026-11-26', sha256: sha(catFile) })
    expect((await readdir(folder)).toSorted()).toEqual(['IV-9.en.xml', 'mtdsg.json'])
  }
  const tomorrow = { day: '2026-11-27' }

  it('a page in HTML with status 200', async () => {
    server.at(cat, maintenance)
    await keeps(await fetched(['IV-9'], tomorrow), 'a page in HTML came instead of the file')
  })
  it('a page in XHTML, which is XML', async () => {
    server.at(cat, xml('<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>'))
    await keeps(await fetched(['IV-9'], tomorrow), 'a page in HTML')
  })
  it('nothing at all', async () => {
    server.at(cat, xml(''))
    await keeps(await fetched(['IV-9'], tomorrow), 'no status file')
  })
  it('the file of another instrument', async () => {
    server.at(cat, xml(statusFile('IV', '8')))
    await keeps(await fetched(['IV-9'], tomorrow), 'what came is the file of IV-8, not of IV-9')
  })
  it('a file that is cut off, where the server does not say how long it is', async () => {
    server.at(cat, xml(catFile.slice(0, -20), { connection: 'close' }))
    await keeps(await fetched(['IV-9'], tomorrow), 'cut off')
  })
  it('a file that is larger than such files are', async () => {
    server.at(cat, xml(statusFile('IV', '9', 'x'.repeat(20_000))))
    await keeps(await fetched(['IV-9'], tomorrow), 'larger than 10000 bytes')
  })
  it('a connection that is cut', async () => {
    server.at(cat, (response) => {
      response.writeHead(200, { 'content-length': String(catFile.length) }).write(catFile.slice(0, 50))
      setTimeout(() => response.destroy(), 20)
    })
    await keeps(await fetched(['IV-9'], tomorrow), 'the connection was cut')
  })
  it('an answer that does not come to its end', async () => {
    server.at(cat, (response) => void response.writeHead(200).write(catFile.slice(0, 50)))
    await keeps(await fetched(['IV-9'], { ...tomorrow, timeout: 100 }), 'no whole answer in 0.1 s')
  })
  it('nothing there any more', async () => {
    server.at(cat, answer(404, 'text/html', '<html/>'))
    await keeps(await fetched(['IV-9'], tomorrow), 'it stands in neither volume')
  })
  it('a server that nobody reaches', async () => {
    await server.close()
    await keeps(await fetched(['IV-9'], tomorrow), 'nobody listens at that address')
    server = await depositary()
  })
})

describe('a redirect', () => {
  const redirect = (status: number, location: string) => answer(status, 'text/plain', '', { location })
  it('is followed on the same host', async () => {
    server.at(cat, redirect(301, '/moved/IV-9.en.xml'))
    server.at('/moved/IV-9.en.xml', redirect(302, '/again/IV-9.en.xml'))
    server.at('/again/IV-9.en.xml', xml(catFile))
    expect(outcomes(await fetched(['IV-9']))).toEqual(['new'])
    expect(await onDisk('IV-9.en.xml')).toBe(catFile)
  })
  it('is not followed to another host', async () => {
    server.at(cat, redirect(302, 'http://localhost:1/IV-9.en.xml'))
    expect(reasons(await fetched(['IV-9']))).toEqual(['it leads to another host, http://localhost:1'])
  })
  it('is not followed for ever', async () => {
    server.at(cat, redirect(302, cat))
    expect(reasons(await fetched(['IV-9']))).toEqual(['more than 5 redirects'])
  })
  it('to a page in HTML is no file', async () => {
    server.at(cat, redirect(302, '/maintenance.html'))
    server.at('/maintenance.html', maintenance)
    expect(reasons(await fetched(['IV-9']))).toEqual(['a page in HTML came instead of the file'])
  })
})

describe('a server that is not well', () => {
  it('is asked again, later each time, and as late as it asks for', async () => {
    server.at(cat, answer(503, 'text/plain', ''), answer(429, 'text/plain', '', { 'retry-after': '7' }), xml(catFile))
    expect(outcomes(await fetched(['IV-9']))).toEqual(['new'])
    // The pause of 10 ms stands before every request but the first; a wait is longer by what it lacks of twice the
    // pause, or of 7 s.
    expect(waits).toEqual([10, 10, 6990, 10])
  })
  it('is asked only so often; the others are kept', async () => {
    server.at(cat, answer(503, 'text/plain', 'busy'))
    server.at(placeOf('I', 'IV', 'IV-8'), xml(statusFile('IV', '8')))
    server.at(placeOf('I', 'IV', 'IV-11'), xml(statusFile('IV', '11')))
    const report = await fetched(['IV-8', 'IV-9', 'IV-11'])
    expect(outcomes(report)).toEqual(['new', 'failed', 'new'])
    expect(reasons(report)[1]).toBe('status 503')
    expect(paths().filter((path) => path === cat)).toHaveLength(3)
    expect(Object.keys((await manifest()).files)).toEqual(['IV-11.en.xml', 'IV-8.en.xml'])
  })
  it('is left alone when it asks to come back much later', async () => {
    server.at(cat, answer(429, 'text/plain', '', { 'retry-after': '3600' }))
    const report = await fetched(['IV-9', 'IV-11'])
    expect(outcomes(report)).toEqual(['failed', 'not-asked'])
    expect(report.givenUp).toBe('status 429; the server asks to wait for 3600 s')
    expect(server.asked).toHaveLength(1)
  })
  it('is left alone when it was not well for five instruments in a row', async () => {
    const numbers = ['IV-1', 'IV-2', 'IV-3', 'IV-4', 'IV-5', 'IV-6']
    for (const number of numbers) server.at(placeOf('I', 'IV', number), answer(500, 'text/plain', ''))
    const report = await fetched(numbers)
    expect(outcomes(report)).toEqual([...Array.from({ length: 5 }, () => 'failed'), 'not-asked'])
    expect(report.givenUp).toBe('5 instruments in a row: status 500')
  })
  it('is not asked again for what it refuses', async () => {
    server.at(cat, answer(403, 'text/plain', ''))
    server.at(placeOf('II', 'IV', 'IV-9'), answer(403, 'text/plain', ''))
    expect(reasons(await fetched(['IV-9']))).toEqual(['status 403'])
    expect(server.asked).toHaveLength(2)
  })
})

describe('a run', () => {
  it('asks for one file after the other, with a pause between', async () => {
    let open = 0
    const slowly = (body: string) => (response: Parameters<ReturnType<typeof xml>>[0]) => {
      open += 1
      expect(open).toBe(1)
      setTimeout(() => {
        open -= 1
        response.writeHead(200).end(body)
      }, 20)
    }
    for (const section of ['1', '2', '3'])
      server.at(placeOf('I', 'V', `V-${section}`), slowly(statusFile('V', section)))
    expect(outcomes(await fetched(['V-3', 'V-1', 'V-2']))).toEqual(['new', 'new', 'new'])
    expect(waits).toEqual([10, 10])
  })

  it('that was cut off goes on: what this day has confirmed is not asked for again', async () => {
    server.at(cat, xml(catFile))
    server.at(placeOf('I', 'IV', 'IV-11'), xml(statusFile('IV', '11')))
    await fetched(['IV-9'])
    const report = await fetched(['IV-9', 'IV-11'], { resume: true })
    expect(outcomes(report)).toEqual(['fresh', 'new'])
    expect(paths()).toEqual([cat, placeOf('I', 'IV', 'IV-11')])
    expect(outcomes(await fetched(['IV-9'], { resume: true, day: '2026-11-27' }))).toEqual(['unchanged'])
  })

  it('keeps what others noted, and refuses a manifest that is none', async () => {
    server.at(cat, xml(catFile))
    const theirs = { retrieved: '2018-01-15', url: 'by hand', sha256: '0' }
    await writeFile(join(folder, 'mtdsg.json'), JSON.stringify({ by: 'hand', files: { 'X-1.en.xml': theirs } }))
    await fetched(['IV-9'])
    expect(await manifest()).toMatchObject({ by: 'hand', files: { 'X-1.en.xml': theirs, 'IV-9.en.xml': {} } })
    await writeFile(join(folder, 'mtdsg.json'), '{"files": {"IV-9.en.xml": {"retrieved": "yesterday"}}}')
    await expect(fetched(['IV-9'])).rejects.toMatchObject({ code: 'bad-manifest' })
  })
})
