import { names } from '../ask/names.ts'
import { part } from '../ask/part.ts'
import { bodyOf, v1 } from '../ask/v1.ts'
import { el, fill } from '../elements/element.ts'
import { statusTrail } from './status-trail.ts'

/** A status that is asked why, and what its state and subject are called. */
export interface AskedWhy {
  readonly state: string
  readonly stateName: string
  readonly subject: string
  readonly title: string
  readonly isNorm: boolean
  readonly day: string
  readonly asKnownAt?: string
  readonly sources?: string
}

/** The column that tells why: whatever is selected, as a short trail of dated steps with their sources. */
export const whyColumn = (host: HTMLElement) => {
  const show = part(host)
  const tell = ({ state, stateName, subject, title, isNorm, day, ...clocks }: AskedWhy): Promise<void> =>
    show({
      what: 'why',
      load: async () => {
        const params = { path: { state, subject }, query: { asOf: day, ...clocks } }
        const asked = bodyOf(v1.GET('/v1/explain/status/{state}/{subject}', { params }))
        const [found, known] = await Promise.all([asked, names()])
        return { found, known }
      },
      show: ({ found, known }) => statusTrail(found, { stateName, title, isNorm }, known),
    })
  const invite = (): void =>
    fill(
      host,
      el('h2', {}, 'Why'),
      el(
        'p',
        { class: 'note' },
        'Point at a state on the map, or choose one in the table below, to read why it stood so.',
      ),
    )
  return { tell, invite }
}
