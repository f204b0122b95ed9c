import { svg } from '../elements/element.ts'

/** What lightness does not tell, lines and dots do: unknown is hatched, outside of the system dotted. */
export const textures = (): SVGElement =>
  svg(
    'defs',
    {},
    hatching('hatch-unknown', 'unknown-lines'),
    hatching('hatch-leaving', 'leaving-lines'),
    hatching('hatch-against', 'against-lines'),
    svg(
      'pattern',
      { id: 'dots-outside', width: 5, height: 5, patternUnits: 'userSpaceOnUse' },
      svg('rect', { width: 5, height: 5, class: 'outside-ground' }),
      svg('circle', { cx: 1.2, cy: 1.2, r: 0.7, class: 'outside-dot' }),
    ),
  )

const hatching = (id: string, lines: string): SVGElement =>
  svg(
    'pattern',
    { id, width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    svg('rect', { width: 5, height: 5, class: `${lines}-ground` }),
    svg('line', { x1: 0, y1: 0, x2: 0, y2: 5, class: lines }),
  )
