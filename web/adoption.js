import { countOf, drawCurve, series } from './curve.js'
import { byId, fillTable, sayIn } from './elements.js'
import { reachOfCurve } from './reach.js'
import { clocksText } from './words.js'

/** How many states had taken it on, year by year, as a curve and as a table. `asOf` is the day that is pointed at. */
export const showAdoption = (spread, asOf) => {
  byId('curve-clocks').textContent = clocksText(spread)
  byId('curve-reach').textContent = reachOfCurve(spread.curve)
  fillTable(
    byId('years'),
    ['Year', 'System', ...series.map(({ label }) => label), 'At risk', 'Hazard'],
    (spread.curve ?? []).map((point) => [
      point.year,
      point.system,
      ...series.map(({ field }) => countOf(point, field)),
      point.atRisk,
      Number.isFinite(point.hazard) ? point.hazard.toFixed(3) : '',
    ]),
  )
  drawCurve(byId('curve'), { curve: spread.curve, asOf: asOf || spread.asOf }, sayIn('curve-note'))
}
