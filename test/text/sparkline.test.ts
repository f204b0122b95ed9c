import { describe, expect, it } from 'vitest'
import { sparkline } from '../../src/text/sparkline.ts'

describe('a sparkline', () => {
  it('has a block for each number: the lowest is 0, the full one the top, seven steps between', () =>
    // Of 7: 0 is no step, 1 one, 3.5 rounds up to four, 7 all seven.
    expect(sparkline([0, 1, 2, 3.5, 5, 6, 7], 7)).toBe('▁▂▃▅▆▇█'))
  it('shows the least that is more than nothing', () => expect(sparkline([0, 0.001], 1)).toBe('▁▂'))
  it('leaves a gap for what is unknown, which is not 0', () => expect(sparkline([1, null, 0], 1)).toBe('█ ▁'))
  it('stays within its height', () => expect(sparkline([-1, 2], 1)).toBe('▁█'))
  it('is nothing of nothing', () => expect(sparkline([], 1)).toBe(''))
})
