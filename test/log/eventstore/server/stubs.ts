import { createRequire } from 'node:module'
import type * as Grpc from '@grpc/grpc-js'
import type * as Any from 'google-protobuf/google/protobuf/any_pb.js'
import type * as Gossip from '@eventstore/db-client/generated/gossip_pb.js'
import type * as Features from '@eventstore/db-client/generated/serverfeatures_pb.js'
import type * as Shared from '@eventstore/db-client/generated/shared_pb.js'
import type * as Status from '@eventstore/db-client/generated/status_pb.js'
import type * as Streams from '@eventstore/db-client/generated/streams_pb.js'

/** Everything comes through the client's own eyes, so that both ends use one copy of gRPC and of the messages. */
const ofClient = createRequire(createRequire(import.meta.url).resolve('@eventstore/db-client'))
const generated = (name: string): unknown => ofClient(`../generated/${name}.js`)

export const grpc = ofClient('@grpc/grpc-js') as typeof Grpc
export const any = ofClient('google-protobuf/google/protobuf/any_pb.js') as typeof Any
export const shared = generated('shared_pb') as typeof Shared
export const status = generated('status_pb') as typeof Status
export const streams = generated('streams_pb') as typeof Streams
export const features = generated('serverfeatures_pb') as typeof Features
export const gossip = generated('gossip_pb') as typeof Gossip

export const { StreamsService } = generated('streams_grpc_pb') as { StreamsService: Grpc.ServiceDefinition }
export const { ServerFeaturesService } = generated('serverfeatures_grpc_pb') as {
  ServerFeaturesService: Grpc.ServiceDefinition
}
export const { GossipService } = generated('gossip_grpc_pb') as { GossipService: Grpc.ServiceDefinition }

export type { Grpc, Shared, Streams, Status }
