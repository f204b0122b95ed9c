/**
 * The loops of the exposure kernel, in AssemblyScript: `npm run kernel` compiles them to WebAssembly, with vectors of
 * two numbers, and writes them to `src/exposure/kernel/compiled.ts`.
 */
export * from './places'
export { addLanes, addPair } from './rows'
export { cut, findLargest } from './cut'
export { fillOffers } from './offers'
export { meansOfMeans } from './means'
export { addRounded, countPartners, lags, leaveOut } from './pairs'
