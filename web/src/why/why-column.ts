import { names } from '../ask/names.ts'
import { part } from '../ask/part.ts'
import { bodyOf, v1 } from '../ask/v1.ts'
import { el, fill } from '../elements/element.ts'
import type { AskedExposure } from './asked-exposure.ts'
import { exposureTaken } from './exposure-taken.ts'
import { exposureTrail } from './exposure-trail.ts'
import { decidingEvents, type Cited } from './membership-trail.ts'
import { statusTrail } from './status-trail.ts'
import { keyOf, type Term } from './term-shares.ts'

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
  const tellExposure = ({ state, of, channel, day, called, ...clocks }: AskedExposure): Promise<void> => {
    // Beneath the figures, on a narrow page: whoever asks is taken there.
    if (matchMedia('(width <= 1000px)').matches) host.scrollIntoView({ block: 'start' })
    return show({
      what: 'what adds up to it',
      load: () =>
        bodyOf(
          v1.GET('/v1/explain/exposure/{state}', {
            params: { path: { state }, query: { ...of, channel, lag: '0', asOf: day, evidence: 'none', ...clocks } },
          }),
        ),
      show: (found) => {
        const asked = { state, of, channel, day, ...clocks }
        const taken = exposureTaken({ ...asked, called }, found, host)
        return exposureTrail(found, called, (term) => termEvents(asked, term), taken)
      },
    })
  }
  const invite = (words = inviting): void => fill(host, el('h2', {}, 'Why'), el('p', { class: 'note' }, words))
  return { tell, tellExposure, invite }
}

/** So many of the events behind a term are told. */
const most = 12

/** The events by which a term was decided: asked for when somebody opens it. */
const termEvents = async (
  { state, of, channel, day, ...clocks }: Omit<AskedExposure, 'called'>,
  term: string,
): Promise<readonly Cited[]> => {
  const query = { ...of, channel, lag: '0', asOf: day, evidence: 'ids' as const, ...clocks }
  const { terms } = await bodyOf(v1.GET('/v1/explain/exposure/{state}', { params: { path: { state }, query } }))
  const found = (terms as readonly (Term & { readonly decidedBy: readonly string[] })[]).find(
    (one) => keyOf(one) === term,
  )
  return decidingEvents(found?.decidedBy.slice(0, most) ?? [])
}

const inviting = 'Point at a state on the map, or choose one in the table below, to read why it stood so.'
