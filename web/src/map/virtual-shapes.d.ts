declare module 'virtual:shapes' {
  import type { GeometryCollection, Topology } from 'topojson-specification'

  const shapes: {
    /** The coarse map of Natural Earth; each geometry's id is that of an actor of ours, or empty. */
    readonly atlas: Topology<{ countries: GeometryCollection }>
    /** Longitude and latitude of states without a shape on it, or with one too small to be hit. */
    readonly dots: Readonly<Record<string, readonly [number, number]>>
  }
  export default shapes
}
