/** A colour as CIE L*a*b* has it, under D65. */
export type Lab = readonly [l: number, a: number, b: number]
/** Red, green and blue as amounts of light, from 0 to 1. */
export type Light = readonly [red: number, green: number, blue: number]

/** What a hexadecimal colour of sRGB gives off (IEC 61966-2-1). */
export const lightOf = (hex: string): Light => {
  const of = (from: number): number => {
    const part = Number.parseInt(hex.slice(from, from + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }
  return [of(1), of(3), of(5)]
}

const root = (part: number): number => (part > 216 / 24_389 ? Math.cbrt(part) : ((24_389 / 27) * part + 16) / 116)

export const labOf = ([red, green, blue]: Light): Lab => {
  const x = root((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
  const y = root(0.2126729 * red + 0.7151522 * green + 0.072175 * blue)
  const z = root((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}
