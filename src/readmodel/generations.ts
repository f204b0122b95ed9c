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

/**
 * The engine over a storage, with the generation of the shape that serves; where none does, with a first one that is
 * yet to be filled. `anew` does without the one that serves, since it is damaged: it is retired, and another one is yet
 * to be filled.
 */
export const engineOn = async (storage: Storage, shape: string, anew = false): Promise<ReadModelEngine> => {
  const { registry, nameOf } = storage
  const opened = new Set<Opened>()
  const open = async (name: string, unseen = false): Promise<Opened> => {
    const generation = watched(await storage.open(name, { unseen }))
    opened.add(generation)
    return generation
  }
  const close = async (generation: Opened): Promise<void> => {
    opened.delete(generation)
    await generation.close()
  }
  /** In one transaction of the registry, so that nobody removes it between looking it up and opening it. */
  const openServing = (): Promise<Opened> =>
    registry.write(async (sql) =>
      open((await servingOf(sql, shape))?.name ?? (await enlist(sql, shape, 'serving', nameOf))),
    )

  if (anew) await registry.write((sql) => retireServing(sql, shape))
  let current = await openServing()
  let coming: { readonly name: string | undefined; readonly generation: Promise<Opened> } | undefined

  const superfluous = ({ name, shape: of, state }: GenerationRow): boolean =>
    name !== current.name && (of !== shape || state !== 'serving')
  const tidy = async (): Promise<void> => {
    if (!(await isWhole(current.sql)) || !(await allGenerations(registry.sql)).some(superfluous)) return
    await registry.write(async (sql) => {
      for (const row of (await allGenerations(sql)).filter(superfluous))
        if (await storage.remove(sql, row.name)) await markRemoved(sql, row.name)
    })
  }

  const closeWhenIdle = (generation: Opened): void => {
    const looking = setInterval(() => {
      if (opened.has(generation) && generation.idleFor() < patience) return
      clearInterval(looking)
      // Whether it can be removed at once does not matter: the next start looks again.
      if (opened.has(generation))
        void close(generation)
          .then(tidy)
          .catch(() => undefined)
    }, lookEvery)
    looking.unref()
  }

  const begin = (): Promise<Opened> =>
    registry.write(async (sql) => {
      for (const { name } of (await allGenerations(sql)).filter(
        (row) => row.shape === shape && row.state === 'building',
      )) {
        if (!(await storage.remove(sql, name)))
          throw conflict('already-building', 'another process is rebuilding this read model.', {
            hint: 'Wait for it to end, or end it; `normtrail doctor` lists what is being built.',
          })
        await markRemoved(sql, name)
      }
      return open(await enlist(sql, shape, 'building', nameOf), true)
    })

  const giveUp = (generation: Opened) =>
    registry.write(async (sql) => {
      await close(generation)
      if (await storage.remove(sql, generation.name)) await markRemoved(sql, generation.name)
    })

  // What was left behind by processes that are no more. What cannot be removed now is left to the next start.
  await tidy().catch(() => undefined)
  return {
    shape,
    get generation() {
      return current
    },
    get sql() {
      return current.sql
    },
    get write() {
      return current.write
    },
    newer: async () => {
      const serving = await servingOf(registry.sql, shape)
      if (serving?.name === current.name) return undefined
      if (coming === undefined || coming.name !== serving?.name)
        coming = { name: serving?.name, generation: openServing() }
      const awaited = coming
      try {
        return await awaited.generation
      } catch (thrown) {
        if (coming === awaited) coming = undefined
        throw thrown
      }
    },
    use: (generation) => {
      const next = [...opened].find((one) => one === generation)
      if (next === undefined || next === current) return
      closeWhenIdle(current)
      current = next
      coming = undefined
    },
    build: async (work) => {
      const generation = await begin()
      try {
        await work(generation)
        await generation.settle()
        await registry.write((sql) => promote(sql, shape, generation.name))
      } catch (thrown) {
        await giveUp(generation).catch(() => undefined)
        throw thrown
      }
      coming = { name: generation.name, generation: Promise.resolve(generation) }
    },
    isBeside: async () =>
      !(await isWhole(current.sql)) && (await allGenerations(registry.sql)).some((row) => row.shape !== shape),
    tidy,
    generations: async () =>
      Promise.all(
        (await allGenerations(registry.sql)).map(async (row): Promise<GenerationState> => ({
          name: row.name,
          shape: row.shape,
          state: row.state as GenerationState['state'],
          begunAt: row.begun_at,
          bytes: await storage.bytesOf(row.name),
          readable: row.shape === shape,
          used: row.name === current.name,
        })),
      ),
    ...(storage.lead !== undefined && { lead: storage.lead }),
    close: async () => {
      const left = opened.size > 1
      for (const generation of opened) if (generation !== current) await close(generation)
      if (left) await tidy().catch(() => undefined)
      await close(current)
      await storage.close()
    },
  }
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
