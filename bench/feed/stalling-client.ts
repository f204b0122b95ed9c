import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** A client that asks for the whole log, and reads nothing of it. */
export const stallingClient = async (address: string): Promise<Socket> => {
  const { hostname, host, port } = new URL(address)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  socket.pause()
  socket.write(`GET /v1/feed?after=0 HTTP/1.1\r\nHost: ${host}\r\n\r\n`)
  return socket
}
