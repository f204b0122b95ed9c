/** An SVG element with attributes and children; text becomes text. */
export const svg = (name, attributes = {}, ...children) =>
  filled(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children)

/** The same for HTML. */
export const html = (name, attributes = {}, ...children) => filled(document.createElement(name), attributes, children)

const filled = (element, attributes, children) => {
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(key, String(value))
  element.append(...children)
  return element
}

export const byId = (id) => document.getElementById(id)

/** A function that says words in the element with this id. */
export const sayIn = (id) => (words) => void (byId(id).textContent = words)

/** A table with a header row. */
export const fillTable = (table, columns, rows) =>
  table.replaceChildren(
    html('thead', {}, html('tr', {}, ...columns.map((column) => html('th', { scope: 'col' }, column)))),
    html(
      'tbody',
      {},
      ...rows.map((cells) => html('tr', {}, ...cells.map((cell) => html('td', {}, String(cell ?? ''))))),
    ),
  )

const millisecondsPerYear = 365.2425 * 86_400_000

/** An ISO day as a year with a fraction: 2000-07-01 is about 2000.5. Never through local time. */
export const yearOf = (day) => {
  const [year, month = 1, date = 1] = String(day).split('-').map(Number)
  return year + (Date.UTC(2000, month - 1, date) - Date.UTC(2000, 0, 1)) / millisecondsPerYear
}

/** Round years between two, about `count` of them. */
export const ticks = (from, to, count) => {
  const step = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500].find((size) => (to - from) / size <= count) ?? 1000
  const first = Math.ceil(from / step) * step
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, index) => first + index * step)
}
