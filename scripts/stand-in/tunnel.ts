import { createServer, type Server } from 'node:http'
import { connect, type Socket } from 'node:net'

export interface Tunnel {
  readonly port: number
  /** Every host that was asked for, the refused ones included. */
  readonly hosts: readonly string[]
  stop(): Promise<void>
}

/**
 * A proxy (HTTP `CONNECT`) on 127.0.0.1 that leads some hosts to a local port and refuses all others. It is
 * how Firefox comes to the stand-in: it has no setting that maps a host to another port.
 */
export async function startTunnel(hosts: readonly string[], port: number): Promise<Tunnel> {
  const asked: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((_request, response) => {
    response.writeHead(502).end()
  })
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('connect', (request, client: Socket, head: Buffer) => {
    const [host = ''] = (request.url ?? '').split(':')
    asked.push(host)
    client.on('error', () => client.destroy())
    if (!hosts.includes(host)) {
      client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
      return
    }
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      upstream.write(head)
      upstream.pipe(client).pipe(upstream)
    })
    upstream.on('error', () => client.destroy())
    client.on('close', () => upstream.destroy())
  })
  await listen(server, 0)
  return {
    port: portOf(server),
    hosts: asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

/** Starts to listen on 127.0.0.1; port 0 takes a free one. */
export function listen(
  server: Pick<Server, 'listen' | 'once' | 'off'>,
  port: number,
): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
}

export function portOf(server: Pick<Server, 'address'>): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return address.port
}
