// Asks as fast as answers come, over raw sockets that stay open: as little work a request as can be, because it shares
// the machine with what it measures. Ends with an error at the first answer that is not 2xx.
import { connect, type Socket } from 'node:net';
import { readFileSync } from 'node:fs';
import { bodyOf, isSave, pathOf } from './measured.routes.js';
import type { Plan } from './yardstick.server.js';

export interface Order {
  port: number;
  route: string;
  connections: number;
  milliseconds: number;
  /** Versions of the drafts to be saved, by the place of their person. */
  versions: number[];
}

export interface Measure {
  requests: number;
  seconds: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  p99: number;
  versions: number[];
}

const plan = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Plan;
const END = Buffer.from('\r\n\r\n');

/** One connection: sends, waits for the whole answer, and again. */
class Asker {
  private socket!: Socket;
  private pending: Buffer[] = [];
  private settle: ((status: number) => void) | null = null;
  private fail: ((error: Error) => void) | null = null;

  async open(port: number): Promise<void> {
    this.socket = connect({ port, host: '127.0.0.1', noDelay: true });
    await new Promise((resolve, reject) => this.socket.once('connect', resolve).once('error', reject));
    this.socket.on('data', (data) => this.take(data));
    this.socket.on('error', (error) => this.fail?.(error));
    this.socket.on('close', () => this.fail?.(new Error('the server closed the connection')));
  }

  ask(text: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.settle = resolve;
      this.fail = reject;
      this.socket.write(text);
    });
  }

  close(): void {
    this.fail = null;
    this.socket.destroy();
  }

  private take(data: Buffer): void {
    this.pending.push(data);
    const all = this.pending.length === 1 ? data : Buffer.concat(this.pending);
    this.pending = [all];
    const end = all.indexOf(END);
    if (end === -1) return;
    const head = all.toString('latin1', 0, end);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (all.length < end + 4 + length) return;
    this.pending = [];
    this.settle?.(Number(head.slice(9, 12)));
  }
}

async function run({ port, route: key, connections, milliseconds, versions }: Order): Promise<Measure> {
  const route = plan.routes.find((each) => each.key === key)!;
  const people = plan.people[route.as];
  const taken: number[] = [];
  const begun = performance.now();
  const moved = [...versions];
  await Promise.all(
    Array.from({ length: connections }, async (_, connection) => {
      const asker = new Asker();
      await asker.open(port);
      for (let n = 0; performance.now() - begun < milliseconds; n++) {
        // A draft has one writer; everything else goes round its people.
        const place = isSave(route) ? connection : (connection + n * connections) % people.length;
        const who = people[place]!;
        const body = bodyOf(route, who, moved[place]!);
        const head = [
          `${route.method} ${pathOf(route, who)} HTTP/1.1`,
          'Host: 127.0.0.1',
          `Cookie: kept=${who.token}; XSRF-TOKEN=${who.xsrf}`,
          `X-Person: ${place}`,
          `X-Route: ${key}`,
        ];
        if (body !== null)
          head.push(
            `X-XSRF-TOKEN: ${who.xsrf}`,
            `If-Match: "${moved[place]}"`,
            'Content-Type: application/json',
            `Content-Length: ${Buffer.byteLength(body)}`,
          );
        const sent = performance.now();
        const status = await asker.ask(`${head.join('\r\n')}\r\n\r\n${body ?? ''}`);
        taken.push(performance.now() - sent);
        if (status < 200 || status > 299) throw new Error(`${route.title}: answered ${status} on port ${port}`);
        if (isSave(route)) moved[place]!++;
      }
      asker.close();
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  taken.sort((a, b) => a - b);
  const at = (share: number): number => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? 0;
  return { requests: taken.length, seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), versions: moved };
}

process.on('message', (order: Order) => {
  run(order).then(
    (measure) => process.send!({ measure }),
    (error: Error) => process.send!({ error: error.message }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send!({ ready: true });
