// A line to the server that can really be cut: a browser that is told to be offline may still let its service worker through.
import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface Line {
  address: string;
  /** From now on nobody answers at this address. */
  cut(): Promise<void>;
  /** And again. */
  mend(): Promise<void>;
}

export async function lineTo(home: string): Promise<Line> {
  const { hostname, port, host, origin } = new URL(home);
  const sockets = new Set<Socket>();
  const server = http.createServer((request, response) => {
    const headers = { ...request.headers, host, ...(request.headers.origin ? { origin } : {}) };
    const onward = http.request({ hostname, port, path: request.url, method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const listen = (at: number): Promise<void> => new Promise((ready) => server.listen(at, '127.0.0.1', () => ready()));
  await listen(0);
  const at = (server.address() as AddressInfo).port;
  return {
    address: `http://127.0.0.1:${at}`,
    cut: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of sockets) socket.destroy();
      }),
    mend: () => listen(at),
  };
}
