import { afterEach, beforeEach, expect, it } from 'vitest'
import { broughtUpElsewhere, catchUp } from '../../src/readmodel/catch-up.ts'
import { readCheckpoint } from '../../src/readmodel/same-log.ts'
import { aReadModel } from '../support/a-read-model.ts'
import { said } from '../support/recorded.ts'

let world: Awaited<ReturnType<typeof aReadModel>>
beforeEach(async () => void (world = await aReadModel()))
afterEach(() => world.dispose())

const acceded = (actor: string) => said('treaty-cat', 'TreatyAcceded', '2020-01-15', { actor })
const asked = async (atLeast: number): Promise<number> =>
  (await readCheckpoint((await broughtUpElsewhere(world.readModel, world.log, atLeast)).sql)).ordinal

it('a read model that another thread brings up is left to it where it stands far enough', async () => {
  await world.record(acceded('fsm'))
  await catchUp(world.readModel, world.log)
  await world.record(acceded('plw'))
  expect(await asked(1)).toBe(1)
})

it('one that stands before what was appended before the question is brought up all the same', async () => {
  await world.record(acceded('fsm'), acceded('plw'))
  expect(await asked(2)).toBe(2)
})
