import { clocksOf, type Address } from '../address/address.ts'
import { linkTo } from '../address/navigate.ts'
import { bodyOf, v1 } from '../ask/v1.ts'
import { el, type Child } from '../elements/element.ts'
import { dayElement } from '../words/days.ts'
import { systemInCount } from '../words/names.ts'
import { percent } from '../norm/sentence.ts'

/** What a story says, and where it goes on. */
interface Told {
  readonly sentence: readonly Child[]
  readonly address: Address
}

/** A story whose days and counts are the log's; undefined where this log does not know it. */
interface Story {
  readonly title: string
  readonly tell: (clocks: ReturnType<typeof clocksOf>) => Promise<Told | undefined>
}

const leaving: Story = {
  title: 'A state that leaves',
  tell: async (query) => {
    const { rows } = await bodyOf(v1.GET('/v1/exits/{subject}', { params: { path: { subject: 'istanbul' }, query } }))
    const { notice, effect } = rows.find(({ actor, revoked }) => actor === 'tur' && revoked === null) ?? {}
    if (typeof notice !== 'string' || typeof effect !== 'string') return undefined
    return {
      sentence: [
        'Türkiye gave notice on ',
        dayElement(notice),
        ' that it would leave the Istanbul Convention, and was bound until it left on ',
        dayElement(effect),
        '.',
      ],
      address: { state: 'tur', subject: 'istanbul', asOf: notice },
    }
  },
}

const spreading: Story = {
  title: 'A norm that spreads',
  tell: async (clocks) => {
    const query = { ...clocks, part: 'curve' as const }
    const told = await bodyOf(v1.GET('/v1/spread/{subject}', { params: { path: { subject: 'cat' }, query } }))
    const { tipping } = told
    if (tipping?.date === undefined || tipping.date === null) return undefined
    return {
      sentence: [
        'On ',
        dayElement(tipping.date),
        ' the Convention against Torture passed a third of all states: ',
        `${tipping.adopters} of ${tipping.system} ${systemInCount(told)} (${percent(tipping.share)}) `,
        'had consented to it.',
      ],
      address: { subject: 'cat', asOf: tipping.date },
    }
  },
}

const succeeding: Story = {
  title: 'A state that follows another',
  tell: async (query) => {
    const { status, dates } = await bodyOf(
      v1.GET('/v1/explain/status/{state}/{subject}', { params: { path: { state: 'hrv', subject: 'iccpr' }, query } }),
    )
    const bound = dates.find(({ what, rule }) => what === 'bound' && rule.includes('succession'))
    if (status !== 'IN_FORCE' || typeof bound?.date !== 'string' || bound.triggerDate === null) return undefined
    return {
      sentence: [
        'Croatia notified on ',
        dayElement(bound.triggerDate),
        ' that it succeeds Yugoslavia in the Civil and Political Covenant; it is bound from the day on which it ' +
          'followed that state, ',
        dayElement(bound.date),
        '.',
      ],
      address: { state: 'hrv', subject: 'iccpr', asOf: bound.triggerDate },
    }
  },
}

/** The stories that this log can tell; those of which it knows nothing are left out. */
export const stories = async (address: Address): Promise<readonly HTMLElement[]> => {
  const found = await Promise.all(
    [leaving, spreading, succeeding].map(async ({ title, tell }) => {
      const told = await tell(clocksOf(address)).catch(() => undefined)
      return told === undefined ? [] : [storyElement(title, told, address)]
    }),
  )
  return found.flat()
}

const storyElement = (title: string, { sentence, address }: Told, asked: Address): HTMLElement =>
  el(
    'a',
    { class: 'story', ...linkTo({ ...address, ...clocksOf(asked) }) },
    el('h3', {}, title),
    el('p', {}, ...sentence),
  )
