import type { CurveFlag } from '../charts/curve.ts'
import { el, fill } from '../elements/element.ts'
import { lineEntry } from '../take/picture-legend.ts'
import { dayNumber, dayWords, today } from '../words/days.ts'
import { systemInCount } from '../words/names.ts'
import type { Family } from '../words/statuses.ts'
import type { SubjectHistory } from './history.ts'
import type { Spread } from './spread.ts'

/** Each line counts who went as far or further: whoever is bound has consented, and signed or passed signing by. */
const steps: readonly { readonly name: string; readonly family: Family; readonly counts: readonly Family[] }[] = [
  { name: 'Signed or more', family: 'signed', counts: ['signed', 'consented', 'force', 'leaving'] },
  { name: 'Consented', family: 'consented', counts: ['consented', 'force', 'leaving'] },
  { name: 'In force', family: 'force', counts: ['force', 'leaving'] },
]

const linesOf = (history: SubjectHistory) => {
  const last = dayNumber(today())
  const isAtLeast = history.countsOn(last).of.unknown > 0
  const days = [(history.changes[0] ?? last) - 1, ...history.changes.filter((day) => day < last), last]
  const counts = days.map((day) => ({ day, ...history.countsOn(day) }))
  return steps.map(({ name, family, counts: counted }) => ({
    name: `${history.isNorm && family === 'force' ? 'Taken on' : name}${isAtLeast ? ', at least' : ''}`,
    family,
    points: counts.map(({ day, of, system }) => {
      const count = counted.reduce((sum, one) => sum + of[one], 0)
      return { day, share: system === 0 ? 0 : count / system, of: `${count} of ${system}` }
    }),
  }))
}

/**
 * The shares of the state system over time, drawn once for a width; the cursor follows the date. Plot comes when the
 * curve is first drawn, and the tipping date when the server has it.
 */
export const adoptionCurve = (history: SubjectHistory, spread: () => Promise<Spread>) => {
  const element = el('div', { class: 'curve-of' })
  const lines = linesOf(history)
  let day = 0
  let moveTo: ((day: number) => void) | undefined
  const draw = async (flags: readonly CurveFlag[]): Promise<void> => {
    const { curve } = await import('../charts/curve.ts')
    const width = Math.max(Math.min(element.clientWidth, 760), 300)
    const drawn = curve({ caption: captionOf(history), lines, flags, width })
    moveTo = drawn.moveTo
    moveTo(day)
    fill(element, drawn.element)
  }
  const begin = async (): Promise<void> => {
    await draw([])
    // Without it the curve stands as it is; the regions below say what failed.
    const found = await spread().catch(() => undefined)
    if (found !== undefined) await draw(flagsOf(found, lines))
  }
  const show = (on: number): void => {
    day = on
    moveTo?.(on)
  }
  const picture = () => element.querySelector<SVGSVGElement>('svg.plot')
  const about = () => ({ legend: lines.map(lineEntry), notes: [captionOf(history)] })
  return { element, show, begin, picture, about }
}

const captionOf = (history: SubjectHistory): string => {
  const { knownThrough } = history.answer
  const unknown = history.countsOn(dayNumber(today())).of.unknown
  return [
    `Share of the ${systemInCount(history.answer, ' of the time')}.`,
    'Signed includes all who went further; who left counts no more.',
    unknown > 0 && `Of ${unknown} it is not known today: the shares are of those who are known to have acted.`,
    knownThrough !== null && `Known through ${dayWords(knownThrough)}, and carried on from then.`,
  ]
    .filter((words) => words !== false)
    .join(' ')
}

const flagsOf = ({ tipping }: Spread, lines: ReturnType<typeof linesOf>): readonly CurveFlag[] => {
  const date = tipping?.date
  if (date === undefined || date === null) return []
  const on = dayNumber(date)
  const share = lines[1]?.points.findLast(({ day }) => day <= on)?.share ?? 0
  return [{ day: on, share, words: `one third had consented, ${dayWords(date)}` }]
}
