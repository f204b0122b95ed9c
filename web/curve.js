import { svg, ticks } from './elements.js'

export const series = [
  { field: 'signed', label: 'Signed', family: 'begun' },
  { field: 'consented', label: 'Consented', family: 'promised' },
  { field: 'inForce', label: 'In force', family: 'bound' },
]

const height = 260
const margin = { top: 26, right: 16, bottom: 26, left: 48 }

/** How many, as a number or as `{ count, share }`. */
export const countOf = (point, field) =>
  point[field]?.count ?? (Number.isFinite(point[field]) ? point[field] : undefined)

/** Which part of the state system. Those outside the system are in neither number. */
const shareOf = (point, field) => {
  const { share } = point[field] ?? {}
  if (Number.isFinite(share)) return share
  return point.system > 0 && Number.isFinite(point[field]) ? point[field] / point.system : undefined
}

/** Whether sources that cover the year know it of most of the states of which it is known at all. Else it is carried, or rests on acts alone. */
const isCoveredIn = (point, field) => {
  const { covered, carried } = point[field] ?? {}
  return covered === undefined || covered > (carried ?? 0)
}

/** The points in runs of the same coverage; each run begins where the one before it ends, so that the line is unbroken. */
const runsOf = (points, field) => {
  const runs = []
  for (const [index, point] of points.entries()) {
    const isCovered = isCoveredIn(point, field)
    const last = runs.at(-1)
    if (last?.isCovered === isCovered) last.run.push(point)
    else runs.push({ isCovered, run: index === 0 ? [point] : [points[index - 1], point] })
  }
  return runs
}

/** Of how many states a year's numbers are known, where that is not all: `; known of 120 states, of 80 of them from before`. */
const knownWords = ({ system, consented }) => {
  const { covered, carried } = consented ?? {}
  if (covered === undefined || covered === system) return ''
  const before = carried > 0 ? `, of ${carried} of them as it was last covered` : ''
  return `; known of ${covered + carried}${before}`
}

const percent = (share) => (share === undefined ? '?' : `${Math.round(share * 100)} %`)

/** The share of the state system that has signed, consented and is bound, by year; broken where no source covers the year. Arrow keys and the pointer choose a year. */
export const drawCurve = (box, { curve = [], asOf }, say) => {
  if (curve.length === 0) {
    box.replaceChildren()
    return say('No adoption is known.')
  }
  const width = Math.max(box.clientWidth, 280)
  const first = curve[0].year
  const last = Math.max(curve.at(-1).year, first + 1)
  const x = (year) => margin.left + ((year - first) / (last - first)) * (width - margin.left - margin.right)
  const top = Math.max(1, ...curve.flatMap((point) => series.map(({ field }) => shareOf(point, field) ?? 0)))
  const y = (share) => height - margin.bottom - (share / top) * (height - margin.top - margin.bottom)
  const drawing = svg('svg', {
    viewBox: `0 0 ${width} ${height}`,
    height,
    tabindex: 0,
    role: 'img',
    'aria-label': 'Adoption by year, as a share of the state system. Arrow keys choose a year.',
  })
  for (const share of [0, 0.25, 0.5, 0.75, 1])
    drawing.append(
      svg('line', { x1: margin.left, x2: width - margin.right, y1: y(share), y2: y(share), class: 'axis' }),
      svg('text', { x: margin.left - 8, y: y(share) + 4, 'text-anchor': 'end' }, percent(share)),
    )
  for (const year of ticks(first, last, width / 80))
    drawing.append(svg('text', { x: x(year), y: height - 6, 'text-anchor': 'middle' }, String(year)))
  series.forEach(({ field, label, family }, index) => {
    const points = curve.filter((point) => shareOf(point, field) !== undefined)
    for (const { isCovered, run } of runsOf(points, field))
      drawing.append(
        svg('polyline', {
          points: run.map((point) => `${x(point.year)},${y(shareOf(point, field))}`).join(' '),
          class: isCovered ? `series ${family}` : `series ${family} carried`,
        }),
      )
    const at = margin.left + index * 108
    drawing.append(
      svg('line', { x1: at, x2: at + 24, y1: 9, y2: 9, class: `series ${family}` }),
      svg('text', { x: at + 30, y: 13, class: 'value' }, label),
    )
  })
  const pointer = svg('g')
  drawing.append(pointer)

  let chosen = Math.max(
    0,
    curve.findLastIndex(({ year }) => year <= Number(String(asOf ?? last).slice(0, 4))),
  )
  const choose = (index) => {
    chosen = Math.min(Math.max(index, 0), curve.length - 1)
    const point = curve[chosen]
    pointer.replaceChildren(
      svg('line', { x1: x(point.year), x2: x(point.year), y1: margin.top, y2: height - margin.bottom, class: 'now' }),
      ...series
        .filter(({ field }) => shareOf(point, field) !== undefined)
        .map(({ field, family }) =>
          svg('circle', { cx: x(point.year), cy: y(shareOf(point, field)), r: 4.5, class: `dot ${family}` }),
        ),
    )
    say(
      `${point.year}: ${series.map(({ field, label }) => `${label.toLowerCase()} ${countOf(point, field) ?? '?'} (${percent(shareOf(point, field))})`).join(', ')}, of ${point.system ?? '?'} states${knownWords(point)}`,
    )
  }
  drawing.addEventListener('pointermove', (event) => {
    const { left, width: drawn } = drawing.getBoundingClientRect()
    const year =
      first +
      (((event.clientX - left) * (width / drawn) - margin.left) / (width - margin.left - margin.right)) * (last - first)
    choose(curve.findLastIndex((point) => point.year <= Math.round(year)))
  })
  drawing.addEventListener('keydown', (event) => {
    const move = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10, Home: -curve.length, End: curve.length }[
      event.key
    ]
    if (move === undefined) return
    event.preventDefault()
    choose(chosen + move)
  })
  box.replaceChildren(drawing)
  choose(chosen)
}
