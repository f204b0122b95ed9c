/** From the lowest to the full height of a line. */
const blocks = Array.from('▁▂▃▄▅▆▇█')

/**
 * Numbers as a line of block characters, one each, for a terminal or a file: `▁` is 0 (or less), `█` is `top` (or
 * more), and what lies between has one of the six heights between them; unknown ones (null) are a space. `top` is above
 * 0.
 *
 * Example: 0, 1, 7 and 14 of 14 are ▁▂▅█, for of 7 steps they are 0, 0.5, 3.5 and 7, rounded up.
 */
export const sparkline = (values: readonly (number | null)[], top: number): string =>
  values
    .map((value) => {
      if (value === null) return ' '
      const step = Math.ceil((value / top) * (blocks.length - 1))
      return blocks[Math.min(Math.max(step, 0), blocks.length - 1)]
    })
    .join('')
