import type { Lab } from './lab.ts'

const radians = (degrees: number): number => (degrees * Math.PI) / 180
const hueOf = (a: number, b: number): number => ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360
const seventh = (chroma: number): number => Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7))

const meanHue = (one: number, other: number): number => {
  if (Math.abs(one - other) <= 180) return (one + other) / 2
  return (one + other + (one + other < 360 ? 360 : -360)) / 2
}

/**
 * How far two colours are apart to the eye: CIEDE2000, after Sharma, Wu and Dalal (2005), The CIEDE2000
 * color-difference formula: Implementation notes, supplementary test data, and mathematical observations. Color
 * Research and Application 30 (1), 21-30. About 2 is seen side by side.
 */
export const difference = ([l1, greenRed1, b1]: Lab, [l2, greenRed2, b2]: Lab): number => {
  const stretch = 1.5 - 0.5 * seventh((Math.hypot(greenRed1, b1) + Math.hypot(greenRed2, b2)) / 2)
  const [a1, a2] = [greenRed1 * stretch, greenRed2 * stretch]
  const [c1, c2] = [Math.hypot(a1, b1), Math.hypot(a2, b2)]
  const isGrey = c1 * c2 === 0
  const [h1, h2] = [hueOf(a1, b1), hueOf(a2, b2)]
  const turn = isGrey ? 0 : ((h2 - h1 + 540) % 360) - 180
  const [l, c, h] = [(l1 + l2) / 2, (c1 + c2) / 2, isGrey ? h1 + h2 : meanHue(h1, h2)]
  const t =
    1 -
    0.17 * Math.cos(radians(h - 30)) +
    0.24 * Math.cos(radians(2 * h)) +
    0.32 * Math.cos(radians(3 * h + 6)) -
    0.2 * Math.cos(radians(4 * h - 63))
  const light = (l2 - l1) / (1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2))
  const chroma = (c2 - c1) / (1 + 0.045 * c)
  const hue = (2 * Math.sqrt(c1 * c2) * Math.sin(radians(turn / 2))) / (1 + 0.015 * c * t)
  const rotation = -Math.sin(radians(60 * Math.exp(-(((h - 275) / 25) ** 2)))) * 2 * seventh(c)
  return Math.sqrt(light ** 2 + chroma ** 2 + hue ** 2 + rotation * chroma * hue)
}
