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

/**
 * What a year's number rests on: `covered` where sources that cover the year know it of most states, `carried` where
 * more of them are known from before, `recorded` where it is known of no more than half of them, or where half as many
 * as are counted are not covered: it counts the acts that happen to be recorded.
 */
export const kindOf = (point, field) => {
  const { covered, carried = 0 } = point[field] ?? {}
  if (covered === undefined) return 'covered'
  const unknown = point.system - covered - carried
  const count = countOf(point, field)
  if (unknown > 0 && (unknown * 2 >= point.system || unknown * 2 >= count)) return 'recorded'
  return covered > carried ? 'covered' : 'carried'
}

/** The points in runs of the same kind; each run begins where the one before it ends, so that the line is unbroken. */
const runsOf = (points, field) => {
  const runs = []
  for (const [index, point] of points.entries()) {
    const kind = kindOf(point, field)
    const last = runs.at(-1)
    if (last?.kind === kind) last.run.push(point)
    else runs.push({ kind, run: index === 0 ? [point] : [points[index - 1], point] })
  }
  return runs
}

/**
 * Of how many states a year's numbers are known, where that is not all: `; known of 120 of them, of 80 as last covered`
 */
const knownWords = ({ system, consented }) => {
  const { covered, carried = 0 } = consented ?? {}
  if (covered === undefined || covered === system) return ''
  const known = covered + carried
  if (known === 0) return '; no source covers them'
  if (known === system) return `; ${carried === known ? 'all' : carried} as last covered`
  return `; known of ${known} of them${carried > 0 ? `, of ${carried} as last covered` : ''}`
}

/** A year in words: how many, which part, and of how many that is known. */
export const yearWords = (point) => {
  const { year, system } = point
  const isRecorded = series.some(({ field }) => countOf(point, field) > 0)
  const isOnlyRecorded = kindOf(point, 'consented') === 'recorded'
  if (!isRecorded && isOnlyRecorded) return `${year}: nothing is recorded of the ${system} states.`
  const numbers = series.map(({ field, label }) => {
    return `${label.toLowerCase()} ${countOf(point, field) ?? '?'} (${percent(shareOf(point, field))})`
  })
  return (
    `${year}: ${isOnlyRecorded ? 'as far as recorded, ' : ''}${numbers.join(', ')}, ` +
    `of ${system ?? '?'} states${knownWords(point)}`
  )
}

const percent = (share) => (share === undefined ? '?' : `${Math.round(share * 100)} %`)

/** Where a year and a share are drawn. */
const scalesOf = (curve, width) => {
  const first = curve[0].year
  const last = Math.max(curve.at(-1).year, first + 1)
  const across = width - margin.left - margin.right
  const top = Math.max(1, ...curve.flatMap((point) => series.map(({ field }) => shareOf(point, field) ?? 0)))
  return {
    first,
    last,
    width,
    x: (year) => margin.left + ((year - first) / (last - first)) * across,
    y: (share) => height - margin.bottom - (share / top) * (height - margin.top - margin.bottom),
    yearAt: (left) => first + ((left - margin.left) / across) * (last - first),
  }
}

const axesOf = ({ first, last, width, x, y }) => [
  ...[0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    svg('line', { x1: margin.left, x2: width - margin.right, y1: y(share), y2: y(share), class: 'axis' }),
    svg('text', { x: margin.left - 8, y: y(share) + 4, 'text-anchor': 'end' }, percent(share)),
  ]),
  ...ticks(first, last, width / 80).map((year) =>
    svg('text', { x: x(year), y: height - 6, 'text-anchor': 'middle' }, String(year)),
  ),
]

const linesOf = (curve, { field, family }, { x, y }) => {
  const points = curve.filter((point) => shareOf(point, field) !== undefined)
  return runsOf(points, field).map(({ kind, run }) =>
    svg('polyline', {
      points: run.map((point) => `${x(point.year)},${y(shareOf(point, field))}`).join(' '),
      class: `series ${family} ${kind}`,
    }),
  )
}

const legend = () => {
  let at = margin.left
  return series.flatMap(({ label, family }) => {
    const left = at
    at += label.length * 7 + 36
    return [
      svg('line', { x1: left, x2: left + 16, y1: 9, y2: 9, class: `series ${family}` }),
      svg('text', { x: left + 21, y: 13, class: 'value' }, label),
    ]
  })
}

/** What stands on the year that is pointed at: a line, and a dot for each number. */
const marksOf = (point, { x, y }) => [
  svg('line', { x1: x(point.year), x2: x(point.year), y1: margin.top, y2: height - margin.bottom, class: 'now' }),
  ...series
    .filter(({ field }) => shareOf(point, field) !== undefined)
    .map(({ field, family }) =>
      svg('circle', { cx: x(point.year), cy: y(shareOf(point, field)), r: 4.5, class: `dot ${family}` }),
    ),
]

/**
 * The share of the state system that has signed, consented and is bound, by year; broken where no source covers the
 * year. Arrow keys and the pointer choose a year, which `say` shows in words.
 */
export const drawCurve = (box, { curve = [], asOf }, say) => {
  if (curve.length === 0) {
    box.replaceChildren()
    return say('No adoption is known.')
  }
  const scales = scalesOf(curve, Math.max(box.clientWidth, 280))
  const { first, last, width } = scales
  const drawing = svg('svg', {
    viewBox: `0 0 ${width} ${height}`,
    height,
    tabindex: 0,
    role: 'slider',
    'aria-label': 'Adoption by year, as a share of the state system. Arrow keys choose a year.',
    'aria-valuemin': first,
    'aria-valuemax': last,
  })
  const pointer = svg('g')
  drawing.append(...axesOf(scales), ...series.flatMap((one) => linesOf(curve, one, scales)), ...legend(), pointer)
  const upTo = (year) => curve.findLastIndex((point) => point.year <= year)
  let chosen
  const choose = (index) => {
    chosen = Math.min(Math.max(index, 0), curve.length - 1)
    const point = curve[chosen]
    pointer.replaceChildren(...marksOf(point, scales))
    const words = yearWords(point)
    drawing.setAttribute('aria-valuenow', String(point.year))
    drawing.setAttribute('aria-valuetext', words)
    say(words)
  }
  drawing.addEventListener('pointermove', (event) => {
    const { left, width: drawn } = drawing.getBoundingClientRect()
    choose(upTo(Math.round(scales.yearAt((event.clientX - left) * (width / drawn)))))
  })
  drawing.addEventListener('keydown', (event) => {
    const steps = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10, Home: -curve.length, End: curve.length }
    const move = steps[event.key]
    if (move === undefined) return
    event.preventDefault()
    choose(chosen + move)
  })
  box.replaceChildren(drawing)
  choose(upTo(Number(String(asOf ?? last).slice(0, 4))))
}
