import { setTimeout as sleep } from 'node:timers/promises'
import { append, batchAppend, type AppendContext } from './appending.ts'
import { noFaults, strikes } from './faults.ts'
import { memory as newMemory } from './memory.ts'
import { read } from './reading.ts'
import {
  features,
  gossip,
  GossipService,
  grpc,
  ServerFeaturesService,
  shared,
  streams,
  StreamsService,
  type Grpc,
  type Streams,
} from './stubs.ts'
import { nameOf } from './wire.ts'

/**
 * EventStoreDB for tests: one node in memory, spoken to by the real client over a real socket. It answers as a real
 * server was seen to answer, and a table of these answers is run against both; and it fails when it is told to.
 */
export const startServer = async () => {
  const memory = newMemory()
  let faults = noFaults()
  const calls = { append: 0, batchAppend: 0, read: 0 }
  let server: Grpc.Server | undefined
  let port = 0

  const context: AppendContext = {
    memory: () => memory,
    faults: () => faults,
    note: (rpc) => (calls[rpc] += 1),
    cut: () => void interrupt(),
  }

  const listenOnce = async (): Promise<void> => {
    const one = new grpc.Server({ 'grpc.max_receive_message_length': 20 * 1024 * 1024 })
    const reading = read(context)
    one.addService(StreamsService, {
      read: (call: Parameters<typeof reading>[0]) => {
        calls.read += 1
        reading(call)
      },
      append: append(context),
      batchAppend: batchAppend(context),
      delete: (_call: unknown, answer: Grpc.sendUnaryData<unknown>) => answer({ code: grpc.status.UNIMPLEMENTED }),
      tombstone: (
        call: Grpc.ServerUnaryCall<Streams.TombstoneReq, Streams.TombstoneResp>,
        answer: Grpc.sendUnaryData<Streams.TombstoneResp>,
      ) => {
        memory.tombstone(nameOf(call.request.getOptions()?.getStreamIdentifier()))
        const gone = new streams.TombstoneResp()
        gone.setNoPosition(new shared.Empty())
        answer(null, gone)
      },
    })
    one.addService(ServerFeaturesService, {
      getSupportedMethods: (_call: unknown, answer: Grpc.sendUnaryData<unknown>) =>
        strikes(faults, 'failFeatures')
          ? answer({ code: grpc.status.INTERNAL, details: 'Received RST_STREAM with code 0' })
          : answer(null, supported()),
    })
    one.addService(GossipService, {
      read: (_call: unknown, answer: Grpc.sendUnaryData<unknown>) => answer(null, members(port)),
    })
    port = await new Promise<number>((resolve, reject) =>
      one.bindAsync(`127.0.0.1:${port}`, grpc.ServerCredentials.createInsecure(), (error, bound) =>
        error === null ? resolve(bound) : reject(error),
      ),
    )
    server = one
  }

  /** A port that was let go of may be somebody else's for a moment, who calls from it: it is tried again. */
  const listen = async (attempts = 50): Promise<void> => {
    try {
      await listenOnce()
    } catch (cause) {
      if (port === 0 || attempts === 1) throw cause
      await sleep(100)
      await listen(attempts - 1)
    }
  }

  const down = async (): Promise<void> => {
    const running = server
    server = undefined
    running?.forceShutdown()
    await new Promise((resolve) => setImmediate(resolve))
  }

  /** Every connection breaks, and can be made anew at once. */
  const interrupt = async (): Promise<void> => {
    await down()
    await listen()
  }

  // As a real server has them: events of its own before anybody else's.
  memory.append('$users', 'any', [systemEvent('0b6b2d6a-1111-4111-8111-000000000001', '$users')])
  memory.append('$streams', 'any', [systemEvent('0b6b2d6a-1111-4111-8111-000000000002', '$UserCreated')])
  await listen()

  return {
    memory,
    calls,
    get faults() {
      return faults
    },
    setFaults: (some: Partial<ReturnType<typeof noFaults>>) => (faults = { ...noFaults(), ...some }),
    get port() {
      return port
    },
    get connection() {
      return `esdb://127.0.0.1:${port}?tls=false`
    },
    interrupt,
    down,
    up: async () => {
      memory.forget()
      await listen()
    },
    systemEvent: () =>
      memory.append('$stats-0', 'any', [systemEvent(globalThis.crypto.randomUUID(), '$statsCollected')]),
    stop: down,
  }
}

export type TestServer = Awaited<ReturnType<typeof startServer>>

const systemEvent = (id: string, type: string) => ({
  id,
  type,
  contentType: 'application/json',
  data: Buffer.from('{}'),
  metadata: new Uint8Array(),
})

const supported = () => {
  const answer = new features.SupportedMethods()
  answer.setEventStoreServerVersion('23.10.6')
  answer.setMethodsList(
    ['append', 'batchappend', 'read', 'delete', 'tombstone'].map((name) => {
      const method = new features.SupportedMethod()
      method.setServiceName('event_store.client.streams.streams')
      method.setMethodName(name)
      return method
    }),
  )
  return answer
}

const members = (port: number) => {
  const member = new gossip.MemberInfo()
  const id = new shared.UUID()
  id.setString('0b6b2d6a-1111-4111-8111-00000000000a')
  const endPoint = new gossip.EndPoint()
  endPoint.setAddress('127.0.0.1')
  endPoint.setPort(port)
  member.setInstanceId(id)
  member.setState(gossip.MemberInfo.VNodeState.LEADER)
  member.setIsAlive(true)
  member.setHttpEndPoint(endPoint)
  const answer = new gossip.ClusterInfo()
  answer.setMembersList([member])
  return answer
}
