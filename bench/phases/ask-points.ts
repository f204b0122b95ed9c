import { memberships } from '../../src/queries/memberships/memberships.ts'
import type { Question } from '../../src/queries/question/question.ts'
import { status } from '../../src/queries/status/status.ts'
import type { Clocks } from '../../src/queries/question/snapshot.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { median } from '../median.ts'
import { measured, type Measured } from '../phase.ts'
import { treaties } from '../synthetic-world.ts'
import { atFirst } from './load-world.ts'

const rounds = 10

const points: Readonly<Record<string, { readonly question: Question; readonly input: (n: number) => object }>> = {
  status: { question: status, input: (n) => ({ state: `s${(n * 7) % 200}`, subject: `t${n % treaties}` }) },
  memberships: { question: memberships, input: (n) => ({ state: `s${(n * 7) % 200}` }) },
}

/**
 * Asks point questions, so many of each kind: as known now and, turn by turn, as known when the world had been told for
 * the first time. Each costs what a user pays: the look at the head of the log, the opened world, the answer. The first
 * of each turn warms up.
 */
export const askPoints = async (folder: string, each: string): Promise<Measured> => {
  const workspace = await openWorkspace(folder)
  await workspace.catchUp()
  const { recorded_at: asKnownAt } = await workspace.readModel.sql
    .selectFrom('commit_known')
    .select('recorded_at')
    .where('recorded_by', '=', atFirst)
    .orderBy('last_ordinal', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const times = new Map<string, number[]>()
  const ask = async ({ question, input }: (typeof points)[string], n: number, clocks: Clocks): Promise<number> => {
    const start = performance.now()
    await question.answer(await workspace.world(clocks), question.input.parse(input(n)))
    return performance.now() - start
  }
  const result = await measured(async () => {
    let asked = 0
    for (let round = 0; round < rounds; round += 1)
      for (const [when, known] of [
        ['now', {}],
        ['then', { asKnownAt }],
      ] as const)
        for (const [kind, point] of Object.entries(points)) {
          const taken = times.get(`${kind} ${when}`) ?? []
          times.set(`${kind} ${when}`, taken)
          for (let n = -1; n < Number(each) / rounds; n += 1) {
            const took = await ask(point, Math.max(0, round * 31 + n), {
              asOf: `${1975 + ((round * 7 + Math.max(0, n)) % 30)}-12-31`,
              ...known,
            })
            if (n >= 0) taken.push(took)
            asked += 1
          }
        }
    return asked
  })
  await workspace.close()
  return { ...result, medians: Object.fromEntries([...times].map(([what, list]) => [what, median(list)])) }
}
