import { panelEventHistory } from '../../diffusion/panel-event-history.ts'
import { formal, type ChannelId } from '../../channels/index.ts'
import type { Telling } from '../../holdings/telling.ts'
import type { Snapshot } from '../../question/snapshot.ts'
import { keptSubject } from '../../status/kept-subject.ts'
import { exposureTells, type ExposureRead, type RowsRead } from '../rests/of-exposure.ts'
import { namesOfStatesTell, systemTells } from '../rests/of-states.ts'
import { subjectTells } from '../rests/of-subject.ts'
import { attributesTell, scoresTell } from '../rests/of-years.ts'
import { yearsRead } from '../../network/lag.ts'
import { unitOfQuestion } from './of-question.ts'

/** What of an event history says what it is made of. */
type Asked = Omit<ExposureRead, 'channel' | 'formula' | 'score' | 'attribute' | 'adoption'> & {
  readonly subject: string
  readonly channel?: readonly ChannelId[] | undefined
  readonly formula: readonly string[]
  readonly score?: readonly string[] | undefined
  readonly attribute?: readonly string[] | undefined
}

const tells = async (world: Snapshot, asked: Asked, rows: RowsRead): Promise<readonly Telling[]> => {
  const { subject, channel = [formal], formula, score = [], attribute = [], lag } = asked
  const read = yearsRead(rows.years, lag)
  const found: Telling[] = [
    ...(await subjectTells(world, await keptSubject(world, subject))),
    ...(await systemTells(world, rows.system)),
    ...namesOfStatesTell(() => true),
    ...score.flatMap((one) => scoresTell(one, read)),
    ...attribute.flatMap((one) => attributesTell(one, read)),
  ]
  const exposure = { ...asked, score: undefined, attribute: undefined, published: false }
  for (const id of channel)
    for (const one of formula)
      found.push(...(await exposureTells(world, { ...exposure, channel: id, formula: one }, rows)))
  return found
}

/** A row for each state and year at risk of an adoption. */
export const eventHistory = unitOfQuestion({
  id: 'event-history',
  says:
    'A row for each state and year at risk of adopting a treaty or norm; `of` says which and how, as ' +
    '`panel event-history` does. Columns are read on 31 December: give each a lag.',
  question: panelEventHistory as unknown as Parameters<typeof unitOfQuestion>[0]['question'],
  key: ['state', 'year', 'spell'],
  given: ({ from, to, states }, system) => ({ from, to, states, system }),
  rests: (world, asked: Asked, rows) => ({ raw: false, on: () => tells(world, asked, rows) }),
  of: { state: 'state', year: 'year' },
})
