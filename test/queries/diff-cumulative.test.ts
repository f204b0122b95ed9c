import { expect, it } from 'vitest'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { complete } from '../support/complete.ts'
import { toyOrganisation, toyStates } from '../support/toy-states.ts'

/**
 * A and B share an organisation since 1980. What becomes known later: B consented in 1985 (event 1), and left in 1989
 * by a notice of 1988 (event 2).
 */
const sources = [{ citation: 'A record of the depositary, for tests', kind: 'depositary' }]
const id = (n: number) => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const acts = [
  ['TreatyAcceded', '1985-01-01'],
  ['TreatyWithdrawalNotified', '1988-01-01'],
].map(([type, occurred], k) => ({
  id: id(k + 1),
  stream: 'treaty-toy',
  type,
  occurred,
  sources,
  data: { actor: 'toyb' },
}))

const moments: string[] = []
const { ask } = theWorkspaceOf(async (opened) => {
  const treaty = {
    stream: 'treaty-toy',
    type: 'TreatyConcluded',
    occurred: '1980-01-01',
    sources,
    data: {
      treaty: 'toy',
      title: 'A toy treaty',
      entryIntoForce: { trigger: { kind: 'count', n: 1 } },
      exit: { notice: { years: 1 } },
    },
  }
  for (const step of [
    [
      ...toyStates(['a', 'b'], { sources, since: '1980-01-01', system: 'cow' }),
      ...toyOrganisation('toyo1', ['a', 'b'], { sources, since: '1980-01-01' }),
      treaty,
      ...complete(['toy']),
    ],
    acts,
  ]) {
    await append(opened, ...step)
    moments.push(String((await opened.log.head()).recordedAt))
  }
})

const exposuresThatDiffer = async (more: object) => {
  const panel = { exposure: 'toy', formula: 'mm', fromYear: '1991', toYear: '1991', about: 'memberships', ...more }
  const { rows } = await ask<{ rows: { actor: string; before: string; after: string; events: string[] }[] }>('diff', {
    from: moments[0],
    to: moments[1],
    ...panel,
  })
  return rows.map(({ actor, before, after, events }) => [
    actor,
    before,
    after,
    ...events.map((one) => Number(one.slice(-3))),
  ])
}

it('a consent that ended before the day that is read changes nothing of that day', async () =>
  expect(await exposuresThatDiffer({})).toEqual([]))

it('it changes cumulative adoption, and is named', async () =>
  expect(await exposuresThatDiffer({ cumulative: 'true' })).toEqual([['toya', '0', '1', 1, 2]]))
