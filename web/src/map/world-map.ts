import { geoEqualEarth, geoPath } from 'd3-geo'
import { feature, merge } from 'topojson-client'
import type { MultiPolygon, Polygon } from 'topojson-specification'
import shapes from 'virtual:shapes'
import { fill, svg } from '../elements/element.ts'
import type { Family } from '../words/statuses.ts'
import { capitals, unionOn, unions } from './former.ts'
import { textures } from './textures.ts'
import { whoseOn } from './whose.ts'

/** What the map shows of a day. */
export interface Shown {
  readonly familyOn: (state: string, day: number) => Family
  readonly isInSystem: (state: string, day: number) => boolean
  /** Whether the chosen sources do not tell whether it was in the system. */
  readonly isUntold: (state: string, day: number) => boolean
  /** A few words on a state on the day, for whoever points at it. */
  readonly tell: (state: string, day: number) => string
  readonly select: (state: string) => void
}

export const width = 760
export const height = 372
/** A pointer finds the nearest dot within so many units of the drawing. */
const reach = 12

const projection = geoEqualEarth().fitExtent(
  [
    [4, 4],
    [width - 4, height + 34],
  ],
  { type: 'Sphere' },
)
const pathOf = geoPath(projection)
const antarctica = 'ata'

interface Mark {
  /** Whose land it is today. */
  readonly shape: string
  readonly element: SVGElement
  readonly title: SVGTitleElement
  at?: readonly [number, number]
  family?: Family
  whose?: string | undefined
}

/**
 * The map of the world, its paths built once: `show(day)` changes what a shape wears, where it wears something else.
 * For readers of screens it is one picture with a summary; the table of states is their way in.
 */
export const worldMap = (shown: Shown) => {
  const marks = [...areas(), ...dots()]
  const outlines = svg('g', { class: 'outlines' })
  const element = svg(
    'svg',
    { class: 'map', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': 'Map' },
    textures(),
    svg('g', { class: 'areas' }, ...marks.filter(({ at }) => at === undefined).map((mark) => mark.element)),
    outlines,
    svg('g', { class: 'dots' }, ...marks.filter(({ at }) => at !== undefined).map((mark) => mark.element)),
  )
  let day = 0
  const show = (on: number, summary: string): void => {
    day = on
    for (const mark of marks) wear(mark, on, shown)
    outline(outlines, on, shown)
    element.setAttribute('aria-label', summary)
  }
  const select = (state: string | undefined): void => {
    for (const mark of marks) mark.element.classList.toggle('selected', mark.whose === state && state !== undefined)
  }
  element.addEventListener('click', (event) => {
    const whose = near(element, marks, event)?.whose
    if (whose !== undefined) shown.select(whose)
  })
  element.addEventListener('pointermove', (event) => {
    const mark = near(element, marks, event)
    element.classList.toggle('over', mark?.whose !== undefined)
    if (mark?.whose !== undefined) mark.title.textContent = shown.tell(mark.whose, day)
  })
  return { element, show, select }
}

const markOf = (shape: string, element: SVGElement, at?: readonly [number, number]): Mark => {
  const title = svg('title')
  element.dataset['shape'] = shape
  element.append(title)
  return { shape, element, title, ...(at !== undefined && { at }) }
}

const areas = (): Mark[] =>
  feature(shapes.atlas, shapes.atlas.objects.countries).features.flatMap((shape) => {
    const id = String(shape.id ?? '')
    if (id === antarctica) return []
    return [markOf(id, svg('path', { d: pathOf(shape) ?? '' }))]
  })

const dots = (): Mark[] =>
  Object.entries({ ...shapes.dots, ...capitals }).flatMap(([id, place]) => {
    const at = projection([place[0], place[1]])
    if (at === null) return []
    return [markOf(id, svg('circle', { cx: at[0].toFixed(1), cy: at[1].toFixed(1), r: 4 }), at)]
  })

const wear = (mark: Mark, day: number, { familyOn, isInSystem, isUntold }: Shown): void => {
  const whose = whoseOn(mark.shape, day, isInSystem, isUntold)
  const family = whose === undefined ? familyOfNobody(mark, familyOn(mark.shape, day)) : familyOn(whose, day)
  mark.whose = whose
  if (mark.family === family) return
  mark.family = family
  mark.element.setAttribute('class', family)
}

/** What the land of nobody wears who is listed: that it is not told of, or that it was outside; it has no dot. */
const familyOfNobody = ({ at }: Mark, family: Family): Family =>
  family === 'untold' && at === undefined ? family : 'outside'

/** A union of states that was in the system is outlined as one, and says by whose borders it is drawn. */
const outline = (host: SVGGElement, day: number, { isInSystem }: Shown): void => {
  const states = [...new Set(unions.map(({ state }) => state))].filter((state) => isInSystem(state, day))
  const drawn = states.flatMap((state) => unionOn(state, day) ?? [])
  const key = drawn.map(({ name }) => name).join()
  if (host.dataset['key'] === key) return
  host.dataset['key'] = key
  fill(host, ...drawn.map((union) => outlineOf(union.name, partsDrawn(union.parts, day, isInSystem))))
}

const partsDrawn = (parts: readonly string[], day: number, isInSystem: Shown['isInSystem']): readonly string[] =>
  parts.filter((one, index) => index === 0 || !isInSystem(one, day))

const outlineOf = (name: string, parts: readonly string[]): SVGElement => {
  const geometries = shapes.atlas.objects.countries.geometries.filter(({ id }) => parts.includes(String(id)))
  const land = merge(shapes.atlas, geometries as (Polygon | MultiPolygon)[])
  const says = `${name} (drawn by today's borders of ${parts.length} states)`
  return svg('path', { d: pathOf(land) ?? '', 'data-union': name }, svg('title', {}, says))
}

/** The shape under a pointer, else the nearest dot within reach. */
const near = (element: SVGSVGElement, marks: readonly Mark[], event: MouseEvent): Mark | undefined => {
  const matrix = element.getScreenCTM()
  if (matrix === null) return undefined
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse())
  const away = ({ at }: Mark): number => (at === undefined ? Infinity : Math.hypot(at[0] - x, at[1] - y))
  const closest = marks
    .filter((mark) => mark.whose !== undefined && away(mark) <= reach)
    .toSorted((a, b) => away(a) - away(b))[0]
  return closest ?? marks.find((mark) => mark.element === event.target)
}
