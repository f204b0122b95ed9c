import { currentAddress } from '../address/navigate.ts'
import { captionsOf, laneLegend } from '../charts/lane-legend.ts'
import { lanePicture } from '../charts/lane-picture.ts'
import type { CitedAnswer } from '../take/cite.ts'
import { takeAlong } from '../take/take-along.ts'
import { channelWords } from '../words/channels.ts'
import { dayOfNumber, dayWords } from '../words/days.ts'
import { actorInSentence, capitalized } from '../words/names.ts'
import { nameOn } from '../words/names-then.ts'
import type { Shown } from './shown.ts'

interface Taken {
  readonly shown: Shown
  /** What the company is rated, or has done. */
  readonly what: string
  readonly channel: string
  readonly query: Readonly<Record<string, string | number>>
  readonly answer: CitedAnswer
  readonly figure: HTMLElement
}

/** The company of a state by one channel, to be taken along, where it is drawn. */
export const companyTaken = ({ shown, what, channel, query, answer, figure }: Taken): HTMLElement => {
  const { state, axis } = shown
  const { line } = channelWords(channel)
  const text = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)])
  return takeAlong({
    called: `Take its company ${line} along`,
    name: `${state}-company-${channel}`,
    cited: () => ({
      says: companySays(shown, what, line),
      address: { ...currentAddress(), state, asOf: dayOfNumber(axis.day()) },
      answers: [answer],
    }),
    tables: [{ path: () => `v1/panel/exposure?${new URLSearchParams(text).toString()}` }],
    picture: () => lanePicture(figure),
    about: () => ({
      title: `${capitalized(what)}: ${nameOn(state, axis.day(), shown.name)} and its company ${line}`,
      legend: laneLegend(figure),
      notes: captionsOf(figure),
    }),
  })
}

const companySays = ({ state, name, axis }: Shown, what: string, line: string): string => {
  const day = dayOfNumber(axis.day())
  const whose = actorInSentence(nameOn(state, day, name))
  return `The company of ${whose} ${line}, and ${what}, looked at on ${dayWords(day)}`
}
