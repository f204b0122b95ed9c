import { z } from 'zod'
import { membershipOn } from '../../projections/compose/membership.ts'
import { groupBy } from '../group-by.ts'
import { certainty, clocksOut, eventIds } from './answer-parts.ts'
import { igoInput, stateInput } from './inputs.ts'
import { loadMembershipsOf } from './load/memberships.ts'
import { question } from './question.ts'
import { clocksOf } from './world.ts'

const answer = z.object({
  state: z.string(),
  memberships: z.array(
    z.object({
      igo: z.string(),
      name: z.string(),
      kind: z.enum(['full', 'associate', 'observer', 'unknown']).describe('unknown: the source says that it cannot tell'),
      since: z.string().describe('A day, or a year where the source coded years'),
      certainty,
      decidedBy: eventIds,
    }),
  ),
  ...clocksOut,
})

export const memberships = question({
  name: 'memberships',
  asks: 'The organisations a state belonged to on a date, and how.',
  positional: ['state'],
  input: z.object({ state: stateInput, igo: igoInput.optional().describe('Only this organisation') }),
  output: answer,
  answer: async (world, input) => {
    const actor = world.names.require('state', input.state, { day: world.asOf })
    const only = input.igo === undefined ? undefined : world.names.require('igo', input.igo, { day: world.asOf })
    const spans = (await loadMembershipsOf(world, actor)).filter((span) => only === undefined || span.igo === only)
    const found = [...groupBy(spans, (span) => span.igo).values()].flatMap((ofIgo) => membershipOn(ofIgo, world.asOf) ?? [])
    return {
      state: actor,
      memberships: found
        .flatMap(({ kind, igo, since, certainty: how, decidedBy }) =>
          kind === 'none' ? [] : [{ igo, name: world.names.nameOf('igo', igo), kind, since, certainty: how, decidedBy: [...decidedBy] }],
        )
        .toSorted((a, b) => (a.igo < b.igo ? -1 : 1)),
      ...clocksOf(world),
    }
  },
  text: (found) =>
    [
      `${found.state} · as of ${found.asOf} · ${found.memberships.length} organisations`,
      ...found.memberships.map((one) => `  ${one.igo.padEnd(12)} ${one.kind.padEnd(10)} since ${one.since.padEnd(11)} ${one.certainty === 'possible' ? '(possible) ' : ''}${one.name}`),
    ].join('\n'),
  table: (found) => ({
    columns: ['state', 'igo', 'name', 'kind', 'since', 'certainty'],
    rows: found.memberships.map((one) => [found.state, one.igo, one.name, one.kind, one.since, one.certainty]),
  }),
})
