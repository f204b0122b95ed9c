import { linesOf } from '../words/lines.ts'

/** What a picture needs of the page's styles: set on each element, since a file has no style sheet. */
const kept = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'display',
]

const margin = 16
const lineHeight = 18

/**
 * A drawing of the page as a file of its own: its styles written into it, its ground painted, and the citation below,
 * in lines that fit its width.
 */
export const pictureOf = (drawn: SVGSVGElement, citation: string): string => {
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
  const lines = linesOf(citation, Math.floor((width - 2 * margin) / 6.8))
  const whole = height + margin + lines.length * lineHeight
  const { backgroundColor, color } = getComputedStyle(document.documentElement)
  const ground = `<rect width="100%" height="100%" fill="${backgroundColor}"/>`
  const text = lines.map((line, at) => {
    const y = height + margin + at * lineHeight
    const look = `font-family="sans-serif" font-size="11" fill="${color}"`
    return `<text x="${margin}" y="${y}" ${look}>${escaped(line)}</text>`
  })
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  const inner = new XMLSerializer().serializeToString(copy)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}">` +
    `${ground}${inner}${text.join('')}</svg>`
  )
}

/** The same in dots, twice as fine as a screen of old. */
export const pngOf = async (picture: string): Promise<Blob> => {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.width * 2
  canvas.height = image.height * 2
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob === null ? fail(new Error('The picture could not be drawn.')) : done(blob))),
  )
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
