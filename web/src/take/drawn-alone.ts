/** What a drawing needs of the page's styles: set on each element, since a file has no style sheet. */
const kept = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'paint-order',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'display',
]

/** Asks what is drawn how as if the page were light, which nobody sees: nothing is painted meanwhile. */
export const inLight = <Made>(make: () => Made): Made => {
  const { dataset } = document.documentElement
  dataset['paper'] = ''
  try {
    return make()
  } finally {
    delete dataset['paper']
  }
}

/** A drawing as text, its styles written into it, and the size that it is drawn in. */
export const drawnAlone = (drawn: SVGSVGElement) => {
  const isElsewhere = !drawn.isConnected
  if (isElsewhere) document.body.append(drawn)
  const copy = drawn.cloneNode(true) as SVGSVGElement
  const originals = [drawn, ...drawn.querySelectorAll<SVGElement>('*')]
  for (const [index, element] of [copy, ...copy.querySelectorAll<SVGElement>('*')].entries()) {
    const original = originals[index]
    if (original === undefined) continue
    const style = getComputedStyle(original)
    // Patterns are found within the file, not at the address of the page.
    for (const name of kept)
      element.style.setProperty(name, style.getPropertyValue(name).replace(/url\("[^"#]*#/, 'url("#'))
  }
  const box = drawn.viewBox.baseVal
  const width = box.width > 0 ? box.width : drawn.clientWidth
  const height = box.height > 0 ? box.height : drawn.clientHeight
  if (isElsewhere) drawn.remove()
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  return { inner: new XMLSerializer().serializeToString(copy), width, height }
}
