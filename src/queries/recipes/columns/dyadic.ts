import { z } from 'zod'
import { rememberingLast } from '../../../common/remembering-last.ts'
import type { Day } from '../../../time/day.ts'
import { dyadColumns } from '../../dyads/dyad-columns.ts'
import { pairReaders, pairsOn } from '../../dyads/dyad-rows.ts'
import { loadPairs } from '../../dyads/pairs.ts'
import { yearCodesInput } from '../../panels/state-years.ts'
import { dyadTells } from '../rests/of-dyad.ts'
import { columnKind, sharedIn } from './column-kind.ts'

const ofPairs = dyadColumns.slice(dyadColumns.findIndex(({ name }) => name === 'year') + 1)
const measures = ofPairs.map(({ name }) => name)

/** The id of a dyad, by which its readings are asked for: ids of states have no spaces. */
export const dyadId = (a: string, b: string): string => `${a} ${b}`

/** The dyad that was asked about last is looked up once for all columns of its row. */
const byId = (pairOf: ReturnType<typeof pairsOn>) =>
  rememberingLast((id: string) => {
    const [a = '', b = ''] = id.split(' ')
    return pairOf(a, b)
  })

/** What two states share: a column of `panel dyads`. */
export const dyadicColumn = columnKind({
  key: 'dyad',
  says: 'What the two states share on the day, a column of `panel dyads`.',
  example: { name: 'shared_igos', dyad: 'shared_igos' },
  shape: {
    dyad: z.enum(measures as [string, ...string[]]).describe('A column of `panel dyads`'),
    excludeImputed: z.boolean().default(false).describe('Leave out organisation-years that the source filled in'),
    excludeSuspended: z.boolean().default(false).describe('Leave out members whose rights are suspended'),
    formality: z.enum(['formal', 'informal', 'all']).default('formal').describe('Of which organisations'),
    yearCodes: yearCodesInput,
  },
  extras: [],
  load: async (asked, { dyad, formality, ...input }, scope) => {
    const world = { ...asked, formality }
    const what = `pairs ${formality} ${JSON.stringify(input)}`
    const dyads = await sharedIn(scope, what, async () => {
      const pairs = await loadPairs(world, input, scope)
      return rememberingLast((day: Day) => byId(pairsOn(pairs, day)))
    })
    const place = measures.indexOf(dyad)
    const read = pairReaders[place]!
    const { type, description, empty = 'Nothing is told of it' } = ofPairs[place]!
    return {
      type,
      description,
      empty,
      rests: { raw: false, on: () => dyadTells(world, dyad, { ...input, years: scope.read }) },
      on: (day) => {
        const told = dyads(day)
        return (id) => ({ value: read(told(id)), why: null })
      },
    }
  },
})
