/**
 * How alike two states are by a number of theirs: exp(−|d| / h), d the difference, h > 0 the bandwidth.
 *
 * Unit: none. Range: from 0 (far apart) to 1 (alike). Source: a Laplace kernel, an operationalisation of our own of
 * "peers": nothing in the literature fixes the bandwidth; that of a year is the standard deviation over the system.
 */
export const similarity = (a: number, b: number, bandwidth: number): number => Math.exp(-Math.abs(a - b) / bandwidth)
