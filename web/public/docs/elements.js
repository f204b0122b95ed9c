/** An element of HTML with attributes and children; text becomes text. */
export const html = (name, attributes = {}, ...children) => filled(document.createElement(name), attributes, children)

const filled = (element, attributes, children) => {
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(key, String(value))
  element.append(...children)
  return element
}

export const byId = (id) => document.getElementById(id)

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
