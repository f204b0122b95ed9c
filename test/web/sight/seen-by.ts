import type { Light } from './lab.ts'

type Matrix = readonly [Light, Light, Light]

/**
 * What people see who lack one kind of cones, as matrices over amounts of light: Machado, Oliveira and Fernandes
 * (2009), A physiologically-based model for simulation of color vision deficiency. IEEE Transactions on Visualization
 * and Computer Graphics 15 (6), 1291-1298; their table for severity 1.0. Grey is a copy without colour, by the
 * luminance of ITU-R BT.709.
 */
const matrices = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  'a copy in grey': [
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
  ],
} as const satisfies Readonly<Record<string, Matrix>>

export type Sight = keyof typeof matrices
export const sights = Object.keys(matrices) as readonly Sight[]

/** A colour as it is seen; what no screen can give off is cut off. */
export const seenBy = (sight: Sight, [red, green, blue]: Light): Light => {
  const of = (row: 0 | 1 | 2): number => {
    const [r, g, b] = matrices[sight][row]
    return Math.min(1, Math.max(0, r * red + g * green + b * blue))
  }
  return [of(0), of(1), of(2)]
}
