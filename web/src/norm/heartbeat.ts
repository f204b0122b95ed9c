import { el, svg } from '../elements/element.ts'
import { dayNumber, dayOfNumber, dayWords, yearOf } from '../words/days.ts'
import { readDay } from '../words/read-day.ts'
import { changesTable } from './changes-table.ts'
import { stepKeys } from './step-keys.ts'

const width = 760
const height = 46
const base = 34

interface Beats {
  /** The days on which something changed, in order. */
  readonly changes: readonly number[]
  /** How many states moved on each. */
  readonly moved: ReadonlyMap<number, number>
  /** The days on which somebody gave notice or was out: a mark below the line. */
  readonly departures: readonly number[]
  readonly first: number
  readonly last: number
  /** What a day comes to, for readers of screens: `66 parties of 187 states (35 %)`. */
  readonly tell: (day: number) => string
  readonly move: (day: number) => void
}

/**
 * Time as the days on which something happened: a bar a year, as high as what changed then, and a handle that rides on
 * them. Arrow keys go from change to change, the date can be written, and play goes on by itself, twice a second.
 */
export const heartbeat = (beats: Beats) => {
  const { first, last, changes, departures } = beats
  const x = (day: number): number => ((day - first) / Math.max(last - first, 1)) * width
  const bars = yearBars(beats, x)
  const to = (day: number): void => {
    show(day)
    beats.move(day)
  }
  const slider = rail(beats, to)
  const written = dateField((day) => to(Math.min(Math.max(day, first), last)))
  const player = playing(() => Number(slider.value), changes, to)
  const show = (day: number): void => {
    slider.value = String(day)
    slider.setAttribute('aria-valuetext', `${dayWords(dayOfNumber(day))}, ${beats.tell(day)}`)
    written.value = dayWords(dayOfNumber(day)).replaceAll('\u00a0', ' ')
    written.removeAttribute('aria-invalid')
    for (const { element, from } of bars) element.classList.toggle('past', from <= day)
  }
  const element = el(
    'div',
    { class: 'heartbeat' },
    el('div', { class: 'strip' }, strip(bars, departures.map(x)), slider),
    el('div', { class: 'years', 'aria-hidden': 'true' }, ...yearMarks(first, last)),
    el(
      'div',
      { class: 'controls no-embed' },
      player.button,
      written,
      el('span', { class: 'hint' }, 'Arrow keys step from change to change.'),
    ),
    changesTable(beats),
  )
  return { element, show, stop: player.stop }
}

const strip = (bars: readonly { readonly element: SVGElement }[], departures: readonly number[]): SVGElement =>
  svg(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    svg('line', { x1: 0, x2: width, y1: base, y2: base, class: 'ground' }),
    ...bars.map(({ element }) => element),
    ...departures.map((at) => svg('rect', { x: at - 1, width: 2, y: base + 1, height: 8, class: 'departure' })),
  )

const rail = ({ first, last, changes }: Beats, to: (day: number) => void): HTMLInputElement => {
  const slider = el('input', {
    type: 'range',
    class: 'rail',
    min: first,
    max: last,
    step: 1,
    'aria-label': 'Date',
    oninput: () => to(Number(slider.value)),
    onkeydown: (event: KeyboardEvent) => {
      const target = stepKeys(event.key, Number(slider.value), changes)
      if (target === undefined) return
      event.preventDefault()
      to(target)
    },
  })
  return slider
}

const dateField = (to: (day: number) => void): HTMLInputElement => {
  const written = el('input', {
    type: 'text',
    class: 'date',
    'aria-label': 'Date, as 1995-06-01 or 1 June 1995',
    autocomplete: 'off',
    onchange: () => {
      const day = readDay(written.value)
      if (day === undefined) written.setAttribute('aria-invalid', 'true')
      if (day !== undefined) to(dayNumber(day))
    },
  })
  return written
}

const yearBars = ({ moved, first, last }: Beats, x: (day: number) => number) => {
  const byYear = new Map<number, number>()
  for (const [day, count] of moved) {
    const year = yearOf(dayOfNumber(day))
    byYear.set(year, (byYear.get(year) ?? 0) + count)
  }
  const most = Math.max(...byYear.values(), 1)
  return [...byYear]
    .toSorted(([a], [b]) => a - b)
    .map(([year, count]) => {
      const from = Math.max(dayNumber(`${String(year).padStart(4, '0')}-01-01`), first)
      const to = Math.min(from + 365, last)
      const tall = 3 + (count / most) * (base - 6)
      const element = svg(
        'rect',
        {
          x: x(from),
          width: Math.max(x(to) - x(from) - 1.5, 1.5),
          y: base - tall,
          height: tall,
          rx: 1.5,
          class: 'beat',
        },
        svg('title', {}, `${year}: ${count} changes`),
      )
      return { element, from }
    })
}

const yearMarks = (first: number, last: number): HTMLElement[] => {
  const [from, to] = [yearOf(dayOfNumber(first)), yearOf(dayOfNumber(last))]
  const step = [1, 2, 5, 10, 20, 50, 100].find((size) => (to - from) / size <= 8) ?? 100
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index).filter(
    (year) => year % step === 0 && dayNumber(`${String(year).padStart(4, '0')}-01-01`) >= first,
  )
  return years.map((year) => {
    const share = (dayNumber(`${String(year).padStart(4, '0')}-01-01`) - first) / Math.max(last - first, 1)
    return el('span', { style: `left: ${(share * 100).toFixed(2)}%` }, String(year))
  })
}

const playing = (now: () => number, changes: readonly number[], to: (day: number) => void) => {
  let timer: ReturnType<typeof setInterval> | undefined
  const stop = (): void => {
    clearInterval(timer)
    timer = undefined
    button.textContent = 'Play'
    button.setAttribute('aria-pressed', 'false')
  }
  const step = (): void => {
    const next = changes.find((change) => change > now())
    if (next === undefined) stop()
    else to(next)
  }
  const button = el(
    'button',
    {
      type: 'button',
      class: 'play',
      'aria-pressed': 'false',
      onclick: () => {
        if (timer !== undefined) return stop()
        if (changes.every((change) => change <= now())) to((changes[0] ?? now()) - 1)
        // Whoever wants no motion goes on by hand, a change a press.
        if (matchMedia('(prefers-reduced-motion: reduce)').matches) return step()
        button.textContent = 'Pause'
        button.setAttribute('aria-pressed', 'true')
        timer = setInterval(step, 500)
      },
      onblur: stop,
    },
    'Play',
  )
  return { button, stop }
}
