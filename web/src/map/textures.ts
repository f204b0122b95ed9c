import { svg } from '../elements/element.ts'
import { families, type Family } from '../words/statuses.ts'
import { textureOf, type Texture } from './texture-of.ts'

const cell = 5

/** A texture as a path over one cell, which ends where the next cell goes on. */
const lines: Readonly<Record<Exclude<Texture, 'dotted'>, string>> = {
  rising: 'M-1 1L1 -1M0 5L5 0M4 6L6 4',
  falling: 'M4 -1L6 1M0 0L5 5M-1 4L1 6',
  crossed: 'M0 0L5 5M0 5L5 0',
  level: 'M0 2.5H5',
  upright: 'M2.5 0V5',
}

/** What lightness does not tell, lines and dots do: a pattern for each family that has a texture. */
export const textures = (): SVGElement =>
  svg('defs', {}, ...families.flatMap((family) => patternOf(family, textureOf[family])))

const patternOf = (family: Family, texture: Texture | undefined): readonly SVGElement[] => {
  if (texture === undefined) return []
  const mark =
    texture === 'dotted'
      ? svg('circle', { cx: 1.2, cy: 1.2, r: 0.7, class: `dot-of ${family}` })
      : svg('path', { d: lines[texture], class: `lines-of ${family}` })
  const ground = svg('rect', { width: cell, height: cell, class: `ground-of ${family}` })
  return [
    svg(
      'pattern',
      { id: `texture-${family}`, width: cell, height: cell, patternUnits: 'userSpaceOnUse' },
      ground,
      mark,
    ),
  ]
}
