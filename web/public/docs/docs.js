import { byId, fillTable, html } from './elements.js'

/** What a reference leads to, in the document. */
const resolverOf = (document) => {
  const resolved = (part) =>
    part?.$ref === undefined
      ? part
      : resolved(
          part.$ref
            .split('/')
            .slice(1)
            .reduce((at, key) => at?.[key], document),
        )
  return resolved
}

/** Every method of every path, with the group that it is listed in. */
const operationsIn = (document) =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), ...operation })),
  )

const typeText = (schema) => {
  if (schema === undefined) return ''
  if (schema.$ref !== undefined) return schema.$ref.split('/').at(-1)
  if (schema.enum !== undefined) return schema.enum.join(' | ')
  if (schema.const !== undefined) return String(schema.const)
  const ways = schema.anyOf ?? schema.oneOf
  if (ways !== undefined) return ways.map(typeText).join(' | ')
  const type = [schema.type ?? 'anything'].flat().join(' | ')
  if (schema.type === 'array') return `list of ${typeText(schema.items)}`
  return schema.format === undefined ? type : `${type} (${schema.format})`
}

/** What a field takes, in a few words. */
const takenText = (schema = {}) => {
  const bounds = [
    schema.minimum === undefined ? '' : `at least ${schema.minimum}`,
    schema.maximum === undefined ? '' : `at most ${schema.maximum}`,
    schema.default === undefined ? '' : `default ${schema.default}`,
  ].filter(Boolean)
  return [typeText(schema), ...bounds].join(', ')
}

const tableOf = (columns, rows) => {
  const table = html('table')
  fillTable(table, columns, rows)
  return html('div', { class: 'scroll', tabindex: '0' }, table)
}

const part = (title, ...content) => [html('h3', {}, title), ...content]

const list = (items) => html('ul', {}, ...items.map((item) => html('li', {}, ...[item].flat())))

const linkTo = (address, text) => html('a', { href: `..${address}` }, text)

const withFormat = (address, format) => `${address}${address.includes('?') ? '&' : '?'}format=${format}`

/** Requests that can be made as they are: followed where they only read, else shown. */
const examplesOf = ({ method, 'x-examples': examples = [] }, formats) => {
  if (examples.length === 0) return []
  if (method !== 'GET') return part('Example', ...examples.map((example) => html('pre', {}, example)))
  const others = formats.filter((format) => format !== 'json')
  return part(
    'Try it',
    list(
      examples.map((example) => [
        linkTo(example, example),
        ...others.flatMap((format) => [' · ', linkTo(withFormat(example, format), format)]),
      ]),
    ),
  )
}

const parametersOf = (parameters) =>
  parameters.length === 0
    ? []
    : part(
        'Takes',
        tableOf(
          ['name', 'where', 'what', 'meaning'],
          parameters.map(({ name, in: where, required, schema, description }) => [
            `${name}${required ? ' *' : ''}`,
            where,
            takenText(schema),
            description,
          ]),
        ),
      )

/** What a field means, and what it means where it is empty. */
const meaningOf = (field, resolved) => {
  const meaning = field.description ?? resolved(field)?.description ?? ''
  return field['x-empty'] === undefined ? meaning : `${meaning}. Empty: ${field['x-empty']}`
}

const fieldsTable = (schema, resolved) => {
  const { properties = {}, required = [] } = resolved(schema) ?? {}
  const fields = Object.entries(properties)
  if (fields.length === 0) return undefined
  return tableOf(
    ['field', 'what', 'meaning'],
    fields.map(([name, field]) => [
      `${name}${required.includes(name) ? ' *' : ''}`,
      takenText(field),
      meaningOf(field, resolved),
    ]),
  )
}

const folded = (title, table) => (table === undefined ? [] : [html('details', {}, html('summary', {}, title), table)])

const bodyOf = ({ requestBody }, resolved) => {
  const content = Object.entries(resolved(requestBody)?.content ?? {})
  if (content.length === 0) return []
  return part(
    'Body',
    list(content.map(([type]) => type)),
    ...content.slice(0, 1).flatMap(([, { schema }]) => folded('Its fields', fieldsTable(schema, resolved))),
  )
}

/** What comes back: by status, and the fields of the answer and of its rows. */
const answersOf = ({ responses }, resolved) => {
  const all = Object.entries(responses).map(([status, response]) => [status, resolved(response)])
  const [, { content = {} } = {}] = all.find(([status]) => status.startsWith('2')) ?? []
  const rows = content['text/csv']?.['x-columns']
  return part(
    'Answers',
    ...folded('The fields of the answer', fieldsTable(content['application/json']?.schema, resolved)),
    ...folded('The columns of the table', rows && fieldsTable(rows, resolved)),
    html(
      'details',
      {},
      html('summary', {}, `By status: ${all.map(([status]) => status).join(', ')}`),
      list(all.map(([status, { description }]) => `${status}: ${description}`)),
    ),
  )
}

const fillOperation = (place, operation, resolved) => {
  const parameters = operation.parameters.map(resolved)
  const formats = parameters.find(({ name }) => name === 'format')?.schema.enum ?? []
  place.replaceChildren(
    ...(operation.description === undefined ? [] : [html('p', {}, operation.description)]),
    ...examplesOf(operation, formats),
    ...parametersOf(parameters),
    ...bodyOf(operation, resolved),
    ...answersOf(operation, resolved),
  )
}

/** A path that unfolds: what is in it is made when it is opened first. */
const pathOf = (operation, resolved) => {
  const place = html('div')
  const details = html(
    'details',
    { class: 'path', id: operation.operationId },
    html(
      'summary',
      {},
      html('code', { class: 'method' }, operation.method),
      ' ',
      html('code', {}, operation.path),
      html('span', { class: 'asks' }, operation.summary),
    ),
    place,
  )
  let isFilled = false
  details.addEventListener('toggle', () => {
    if (isFilled || !details.open) return
    isFilled = true
    fillOperation(place, operation, resolved)
  })
  return details
}

/** All that may be looked for: words of the path, of what it takes and of what it is about. */
const wordsOf = (operation, resolved) =>
  [
    operation.method,
    operation.path,
    operation.summary,
    operation.description,
    ...operation.parameters
      .map(resolved)
      .flatMap(({ name, description, schema }) => [name, description, ...(schema?.enum ?? [])]),
    ...Object.keys(resolved(operation.requestBody)?.content ?? {}),
  ]
    .join(' ')
    .toLowerCase()

const show = (document) => {
  const resolved = resolverOf(document)
  const shown = operationsIn(document).map((operation) => ({
    tag: operation.tags?.[0],
    element: pathOf(operation, resolved),
    words: wordsOf(operation, resolved),
  }))
  const sections = document.tags.map(({ name, description }) => ({
    name,
    element: html(
      'section',
      { 'aria-label': name },
      html('h2', {}, name),
      html('p', {}, description),
      ...shown.filter(({ tag }) => tag === name).map(({ element }) => element),
    ),
  }))
  byId('paths').replaceChildren(...sections.map(({ element }) => element))
  const find = () => {
    const words = byId('find').value.toLowerCase().split(/\s+/).filter(Boolean)
    for (const one of shown) one.element.hidden = !words.every((word) => one.words.includes(word))
    const left = shown.filter(({ element }) => !element.hidden)
    for (const { name, element } of sections) element.hidden = !left.some(({ tag }) => tag === name)
    byId('found').textContent = words.length === 0 ? `${shown.length} paths` : `${left.length} of ${shown.length} paths`
  }
  byId('find').addEventListener('input', find)
  find()
}

/** Opens the path that the address names after `#`. */
const openNamed = () => {
  const named = byId(decodeURIComponent(location.hash.slice(1)))
  if (named?.tagName !== 'DETAILS') return
  named.open = true
  named.scrollIntoView()
  named.querySelector('summary').focus()
}

const start = async () => {
  try {
    const response = await fetch('../openapi.json')
    if (!response.ok) throw new Error(`the document did not come: ${response.status}`)
    show(await response.json())
    openNamed()
    addEventListener('hashchange', openNamed)
  } catch (thrown) {
    byId('problem').textContent = `The document cannot be shown: ${thrown.message}.`
    byId('problem').hidden = false
  }
}

void start()
