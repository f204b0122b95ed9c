import { z } from 'zod'
import { attributeId } from '../../network/igo-conditions.ts'
import { loadAttribute } from '../../relations/load-attributes.ts'
import { attributesTell } from '../rests/of-years.ts'
import { columnKind, sharedIn } from './column-kind.ts'
import { absent } from './reading.ts'

/** A number, or words, that a source gives of states. */
export const attributeColumn = columnKind({
  key: 'attribute',
  says: 'An attribute of the state on the day, as its source gives it.',
  example: { name: 'cinc', attribute: 'cow-nmc:cinc' },
  shape: { attribute: z.string().min(1).describe('An attribute of states, such as cow-nmc:cinc') },
  extras: ['why'],
  load: async (world, asked, scope) => {
    const id = attributeId(asked.attribute)
    const attribute = await sharedIn(scope, `attribute ${id}`, () => loadAttribute(world, id, 'state'))
    return {
      type: attribute.hasNumbers ? 'double' : 'string',
      description: `${id} on that day, in the unit of its source`,
      empty: "There is no value: the source's own reason, or not-recorded where it says nothing of the day",
      rests: { raw: true, on: async () => attributesTell(id, scope.read, await scope.states()) },
      on: (day) => (state) => {
        const found = attribute.on(state, day)
        if (found?.value === undefined) return absent(found?.missing ?? 'not-recorded')
        // Of what is told in numbers a word is a reason to have none.
        const isOfType = (typeof found.value === 'number') === attribute.hasNumbers
        return isOfType ? { value: found.value, why: null } : absent(String(found.value))
      },
    }
  },
})
