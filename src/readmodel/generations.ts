import type { Kysely, KyselyPlugin } from 'kysely'
import { conflict } from '../common/error.ts'
import type { Generation, GenerationState, ReadModelEngine } from './engine.ts'
import {
  allGenerations,
  enlist,
  markRemoved,
  promote,
  retireServing,
  servingOf,
  type GenerationRow,
  type Registry,
  type RegistrySchema,
} from './registry.ts'
import { isWhole } from './completeness.ts'

/** What an engine has to know of generations; all else is the same on every engine. */
export interface Storage {
  readonly registry: Registry
  readonly nameOf: (shape: string, number: number) => string
  /**
   * Opens a generation, and makes its tables where it has none. From then on `remove` refuses it, in this process and
   * in every other. One that nobody sees need not outlast a machine that fails, until it is settled: who builds it
   * begins anew.
   */
  readonly open: (name: string, options: { readonly unseen: boolean }) => Promise<Generation>
  /** Removes what is stored of a generation, unless somebody has it open. Inside a transaction of the registry. */
  readonly remove: (sql: Kysely<RegistrySchema>, name: string) => Promise<boolean>
  readonly bytesOf: (name: string) => Promise<number>
  readonly lead?: ReadModelEngine['lead']
  readonly close: () => Promise<void>
}

/**
 * For how many milliseconds nobody must have asked a generation that no longer serves before its process closes it: a
 * question under way may think for a while.
 */
const patience = 10 * 60_000
const lookEvery = 60_000

interface Opened extends Generation {
  readonly idleFor: () => number
}

/** The generations that this process has opened. */
interface Opening {
  readonly storage: Storage
  readonly shape: string
  readonly opened: Set<Opened>
}

/** Those, with the one that answers, and the one that is going to. */
interface Generations extends Opening {
  current: Opened
  coming: { readonly name: string | undefined; readonly generation: Promise<Opened> } | undefined
}

/**
 * The engine over a storage, with the generation of the shape that serves; where none does, with a first one that is
 * yet to be filled. `anew` does without the one that serves, since it is damaged: it is retired, and another one is yet
 * to be filled.
 */
export const engineOn = async (storage: Storage, shape: string, anew = false): Promise<ReadModelEngine> => {
  const { registry } = storage
  const opening: Opening = { storage, shape, opened: new Set() }
  if (anew) await registry.write((sql) => retireServing(sql, shape))
  const own: Generations = { ...opening, current: await openServing(opening), coming: undefined }
  // What was left behind by processes that are no more. What cannot be removed now is left to the next start.
  await tidy(own).catch(() => undefined)
  return {
    shape,
    get generation() {
      return own.current
    },
    get sql() {
      return own.current.sql
    },
    get write() {
      return own.current.write
    },
    newer: () => newer(own),
    use: (generation) => use(own, generation),
    build: (work) => build(own, work),
    isBeside: async () =>
      !(await isWhole(own.current.sql)) && (await allGenerations(registry.sql)).some((row) => row.shape !== shape),
    tidy: () => tidy(own),
    generations: () => statesOf(own),
    ...(storage.lead !== undefined && { lead: storage.lead }),
    close: () => closeAll(own),
  }
}

const open = async ({ storage, opened }: Opening, name: string, unseen = false): Promise<Opened> => {
  const generation = watched(await storage.open(name, { unseen }))
  opened.add(generation)
  return generation
}

const close = async ({ opened }: Opening, generation: Opened): Promise<void> => {
  opened.delete(generation)
  await generation.close()
}

/** In one transaction of the registry, so that nobody removes it between looking it up and opening it. */
const openServing = (own: Opening): Promise<Opened> => {
  const { storage, shape } = own
  return storage.registry.write(async (sql) =>
    open(own, (await servingOf(sql, shape))?.name ?? (await enlist(sql, shape, 'serving', storage.nameOf))),
  )
}

/** The generation that serves, where it is another one than ours; several that ask meanwhile open it once. */
const newer = async (own: Generations): Promise<Opened | undefined> => {
  const serving = await servingOf(own.storage.registry.sql, own.shape)
  if (serving?.name === own.current.name) return undefined
  if (own.coming === undefined || own.coming.name !== serving?.name)
    own.coming = { name: serving?.name, generation: openServing(own) }
  const awaited = own.coming
  try {
    return await awaited.generation
  } catch (thrown) {
    if (own.coming === awaited) own.coming = undefined
    throw thrown
  }
}

const use = (own: Generations, generation: Generation): void => {
  const next = [...own.opened].find((one) => one === generation)
  if (next === undefined || next === own.current) return
  closeWhenIdle(own, own.current)
  own.current = next
  own.coming = undefined
}

const closeWhenIdle = (own: Generations, generation: Opened): void => {
  const looking = setInterval(() => {
    if (own.opened.has(generation) && generation.idleFor() < patience) return
    clearInterval(looking)
    // Whether it can be removed at once does not matter: the next start looks again.
    if (own.opened.has(generation))
      void close(own, generation)
        .then(() => tidy(own))
        .catch(() => undefined)
  }, lookEvery)
  looking.unref()
}

/** Fills a new generation, and has it serve once it is whole. */
const build = async (own: Generations, work: (generation: Generation) => Promise<void>): Promise<void> => {
  const generation = await begin(own)
  try {
    await work(generation)
    await generation.settle()
    await own.storage.registry.write((sql) => promote(sql, own.shape, generation.name))
  } catch (thrown) {
    await giveUp(own, generation).catch(() => undefined)
    throw thrown
  }
  own.coming = { name: generation.name, generation: Promise.resolve(generation) }
}

const begin = (own: Generations): Promise<Opened> => {
  const { storage, shape } = own
  return storage.registry.write(async (sql) => {
    const building = (await allGenerations(sql)).filter((row) => row.shape === shape && row.state === 'building')
    for (const { name } of building) {
      if (!(await storage.remove(sql, name)))
        throw conflict('already-building', 'another process is rebuilding this read model.', {
          hint: 'Wait for it to end, or end it; `doctor` lists what is being built.',
        })
      await markRemoved(sql, name)
    }
    return open(own, await enlist(sql, shape, 'building', storage.nameOf), true)
  })
}

const giveUp = (own: Generations, generation: Opened): Promise<void> =>
  own.storage.registry.write(async (sql) => {
    await close(own, generation)
    if (await own.storage.remove(sql, generation.name)) await markRemoved(sql, generation.name)
  })

/** Removes what no longer serves and nobody has open, once ours is whole. */
const tidy = async (own: Generations): Promise<void> => {
  const { storage, shape } = own
  const { registry } = storage
  const isSuperfluous = (row: GenerationRow): boolean =>
    row.name !== own.current.name && (row.shape !== shape || row.state !== 'serving')
  if (!(await isWhole(own.current.sql)) || !(await allGenerations(registry.sql)).some(isSuperfluous)) return
  await registry.write(async (sql) => {
    for (const { name } of (await allGenerations(sql)).filter(isSuperfluous))
      if (await storage.remove(sql, name)) await markRemoved(sql, name)
  })
}

const statesOf = async ({ storage, shape, current }: Generations): Promise<readonly GenerationState[]> =>
  Promise.all(
    (await allGenerations(storage.registry.sql)).map(async (row): Promise<GenerationState> => ({
      name: row.name,
      shape: row.shape,
      state: row.state as GenerationState['state'],
      begunAt: row.begun_at,
      bytes: await storage.bytesOf(row.name),
      readable: row.shape === shape,
      used: row.name === current.name,
    })),
  )

const closeAll = async (own: Generations): Promise<void> => {
  const left = own.opened.size > 1
  for (const generation of own.opened) if (generation !== own.current) await close(own, generation)
  if (left) await tidy(own).catch(() => undefined)
  await close(own, own.current)
  await own.storage.close()
}

/** Knows when it was last asked. */
const watched = (generation: Generation): Opened => {
  let asked = performance.now()
  const watching: KyselyPlugin = {
    transformQuery: ({ node }) => {
      asked = performance.now()
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return { ...generation, sql: generation.sql.withPlugin(watching), idleFor: () => performance.now() - asked }
}
