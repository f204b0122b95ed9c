import { describe, expect, it } from 'vitest'
import { catchUp } from '../../../src/readmodel/catch-up.ts'
import { rebuild } from '../../../src/readmodel/rebuild.ts'
import { record, rowsKnown } from '../../support/a-read-model.ts'
import { said } from '../../support/recorded.ts'
import { onPostgres } from './on-postgres.ts'

const postgres = onPostgres()
const joined = (actor: string) => said('igo-un', 'MembershipStarted', '1945-10-24', { actor, kind: 'full' })

describe('a read model that two logs share by mistake', () => {
  const refusal = { code: 'another-log' }

  it('belongs to the first, and is refused to the other, until it is made anew from that one', async () => {
    const name = postgres.logName()
    const [mine, theirs] = [postgres.log(), postgres.log()]
    await record(mine, joined('usa'))
    await record(theirs, joined('dnk'))
    const [one, other] = [await postgres.engine(name), await postgres.engine(name)]
    await catchUp(one, mine)
    await expect(catchUp(other, theirs)).rejects.toMatchObject(refusal)
    await record(theirs, joined('fsm'))
    await expect(catchUp(other, theirs)).rejects.toMatchObject(refusal)
    expect((await rowsKnown(one, 'membership')).map(({ actor }) => actor)).toEqual(['usa'])
    await rebuild(other, theirs)
    expect((await rowsKnown(other, 'membership')).map(({ actor }) => actor).toSorted()).toEqual(['dnk', 'fsm'])
    // A process that has it open goes over to the new tables, and not without a look at its own log.
    await expect(catchUp(one, mine)).rejects.toMatchObject(refusal)
    await postgres.expectAsRebuilt(other, theirs)
  })

  it('is no mixture, whoever fills it at the same time', async () => {
    const name = postgres.logName()
    const logs = [postgres.log(), postgres.log(), postgres.log()]
    for (const [index, log] of logs.entries())
      for (const actor of ['usa', 'dnk', 'fsm'].slice(0, index + 1)) await record(log, joined(actor))
    const engines = await Promise.all(logs.map(() => postgres.engine(name)))
    const outcomes = await Promise.allSettled(engines.map((engine, index) => catchUp(engine, logs[index] as never)))
    const first = outcomes.findIndex(({ status }) => status === 'fulfilled')
    expect(outcomes.map(({ status }) => status).filter((status) => status === 'fulfilled')).toHaveLength(1)
    for (const [index, outcome] of outcomes.entries())
      if (index !== first) expect(outcome).toMatchObject({ reason: refusal })
    await postgres.expectAsRebuilt(engines[first] as never, logs[first] as never)
  })
})
