import { hash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Told } from './ask.ts'
import { fileOf, pathsOf, type Instrument } from './instrument.ts'
import { isAsNoted, note, readManifest, type Entry } from './manifest.ts'
import { putInPlace } from './put-in-place.ts'
import type { Request } from './request.ts'
import { notTheFile } from './status-file.ts'

/** What became of one instrument. */
export interface Fetched {
  /** The number in the register, as the depositary writes it. */
  readonly instrument: string
  readonly file: string
  /**
   * new: it was not there, or not as it was noted; changed: it is another than the one that was there; unchanged: the
   * server said so, or gave the same; fresh: confirmed today already, and not asked for; failed: the one that was
   * there, if any, is as it was; not-asked: the run was given up before its turn.
   */
  readonly outcome: 'new' | 'changed' | 'unchanged' | 'fresh' | 'failed' | 'not-asked'
  /** Why it failed. */
  readonly why?: string
}

export interface FetchReport {
  readonly address: string
  readonly folder: string
  /** In the order of the register. */
  readonly files: readonly Fetched[]
  /** Why the run was given up before its end. */
  readonly givenUp?: string
}

export interface FetchOptions {
  /** Scheme and host of the depositary, and the path below which its files stand, if any. */
  readonly address: URL
  readonly folder: string
  /** Leaves alone what this day has confirmed already: goes on with a run that was cut off. */
  readonly resume: boolean
  /** The day in UTC, YYYY-MM-DD. */
  readonly today: () => string
  readonly ask: (asked: Request) => Promise<Told>
  readonly request: Pick<Request, 'userAgent' | 'timeout' | 'largest'>
  readonly onFile?: (file: Fetched, done: number, of: number) => void
}

/** So many instruments in a row whose server is not well: nobody answers there now. */
const illInARow = 5

/**
 * Fetches the status files of instruments, one after the other, into a folder. Each is noted in the manifest as soon as
 * it is in place; what is not the whole file never takes the place of one. Throws what the system refuses about files.
 */
export const fetchMtdsg = async (instruments: readonly Instrument[], options: FetchOptions): Promise<FetchReport> => {
  const { folder, address, onFile } = options
  await mkdir(folder, { recursive: true })
  const manifest = await readManifest(folder)
  const files: Fetched[] = []
  let ill = 0
  let givenUp: string | undefined
  for (const instrument of instruments) {
    const fetched = givenUp === undefined ? await fetchOne(instrument, manifest, options) : notAsked(instrument)
    files.push(shown(fetched))
    onFile?.(shown(fetched), files.length, instruments.length)
    if (fetched.outcome === 'not-asked') continue
    ill = fetched.health === 'ill' ? ill + 1 : 0
    if (fetched.health === 'not-now') givenUp = fetched.why
    if (ill === illInARow) givenUp = `${ill} instruments in a row: ${fetched.why}`
  }
  return { address: address.href, folder, files, ...(givenUp !== undefined && { givenUp }) }
}

interface Tried extends Fetched {
  /** Whether the server was well. */
  readonly health?: 'ill' | 'not-now' | undefined
}

const shown = ({ instrument, file, outcome, why }: Tried): Fetched => ({
  instrument,
  file,
  outcome,
  ...(why !== undefined && { why }),
})

const notAsked = (instrument: Instrument): Tried => ({
  instrument: instrument.number,
  file: fileOf(instrument),
  outcome: 'not-asked',
})

const fetchOne = async (
  instrument: Instrument,
  manifest: ReadonlyMap<string, Entry>,
  options: FetchOptions,
): Promise<Tried> => {
  const { folder, resume } = options
  const file = fileOf(instrument)
  const noted = manifest.get(file)
  const known = noted !== undefined && (await isAsNoted(folder, file, noted)) ? noted : undefined
  const today = options.today()
  const came = (outcome: Fetched['outcome'], more: Partial<Tried> = {}): Tried => ({
    instrument: instrument.number,
    file,
    outcome,
    ...more,
  })
  if (resume && known?.retrieved === today) return came('fresh')
  const found = await probe(instrument, known, options)
  switch (found.is) {
    case 'not-modified':
      await note(folder, file, { ...(known as Entry), retrieved: today })
      return came('unchanged')
    case 'content': {
      const { bytes, url, etag, lastModified } = found
      const sha256 = hash('sha256', bytes, 'hex')
      const isSame = known?.sha256 === sha256
      if (!isSame) await putInPlace(join(folder, file), bytes)
      await note(folder, file, { retrieved: today, url, etag, lastModified, sha256 })
      if (isSame) return came('unchanged')
      return came(known === undefined ? 'new' : 'changed')
    }
    case 'absent':
      return came('failed', { why: 'it stands in neither volume' })
    case 'ill':
    case 'not-now':
      return came('failed', { why: found.why, health: found.is })
    case 'refused':
      return came('failed', { why: found.why })
  }
}

type Found = Exclude<Told, { readonly is: 'content' }> | (Extract<Told, { readonly is: 'content' }> & { url: string })

/**
 * Asks where it stood last, else where its chapter is; then in the other volume, since a page "not found" may come with
 * status 200.
 */
const probe = async (instrument: Instrument, known: Entry | undefined, options: FetchOptions): Promise<Found> => {
  const base = options.address.href.replace(/\/$/, '')
  const urls = pathsOf(instrument).map((path) => `${base}${path}`)
  const inTurn = known === undefined ? urls : urls.toSorted((a, b) => Number(b === known.url) - Number(a === known.url))
  let worst: Found = { is: 'absent' }
  for (const url of inTurn) {
    const told = await options.ask({ url, known: url === known?.url ? known : undefined, ...options.request })
    const found = told.is === 'content' ? judged(told, url, instrument) : told
    if (found.is !== 'absent' && found.is !== 'refused') return found
    if (found.is === 'refused') worst = found
  }
  return worst
}

const judged = (content: Extract<Told, { readonly is: 'content' }>, url: string, instrument: Instrument): Found => {
  const why = notTheFile(content.bytes, instrument)
  return why === undefined ? { ...content, url } : { is: 'refused', why }
}
