// How fast the house answers, beside two bare servers in the same run; the README says how to read it. It makes a
// Postgres of its own, with the settings it has in earnest, and takes it away again. It never fails for being slow, only
// when something breaks: any answer that is not 2xx ends it with an error.
//   --scale <n>     1 = 100 clinics, 20,000 clients, 400,000 notes
//   --people <n>    in each clinic, a multiple of 40; 200 unless told
//   --notes <n>     of each person; 20 unless told
//   --quick         a small run that shows that everything still runs
//   --compare       the same routes on a tenth of the data beside all of it, without the yardsticks
//   --seconds <n>   of each slice (there are two for every server)
//   --routes <a,b>  only these
//   --profile       writes a CPU profile of the real server beside the results
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { CLIENTS_PER_THERAPIST } from './clinic.rows.js';
import { openGround, type Ground } from './ground.js';
import type { Measure } from './load.client.js';
import type { Measured } from './measured.definition.js';
import { leavesRows, ROUTES } from './measured.routes.js';
import type { Served } from './processes.js';
import { printTable, type Result } from './table.js';

const { values: asked } = parseArgs({
  options: {
    scale: { type: 'string', default: '1' },
    people: { type: 'string', default: '200' },
    notes: { type: 'string' },
    quick: { type: 'boolean', default: false },
    compare: { type: 'boolean', default: false },
    seconds: { type: 'string' },
    routes: { type: 'string' },
    profile: { type: 'boolean', default: false },
    connections: { type: 'string', default: '1,10,50' },
  },
});

const ROUNDS = 2;
/** Before it counts, in slices: long enough for the engine to have compiled what it will run, then to settle. */
const WARM_UP = { first: 4, again: 0.5 };
const milliseconds = Number(asked.seconds ?? (asked.quick ? '0.3' : '2')) * 1000;
const clinics = asked.quick ? 2 : Math.max(2, Math.round(100 * Number(asked.scale)));
const people = Math.max(1, Math.round(Number(asked.people) / CLIENTS_PER_THERAPIST)) * CLIENTS_PER_THERAPIST;
const notesPerClient = Number(asked.notes ?? (asked.quick ? 4 : 20));
/** People whose year is counted: all in one clinic, the most a report has to bear. */
const counted = asked.quick ? 400 : Math.round(20_000 * Number(asked.scale));
const READERS = 4;
const connectionCounts = asked.compare ? [10] : asked.connections.split(',').map(Number);
const routes = ROUTES.filter(({ key }) => !asked.routes || asked.routes.split(',').includes(key));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Contender {
  name: string;
  ground: Ground;
  server: Served;
}

/** Slices of one route, the contenders in turn and the turn turned round, so that a drift of the machine meets them alike. */
async function measure(
  contenders: readonly Contender[],
  route: Measured,
  connections: number,
  warmUp: number,
): Promise<Result[]> {
  const { key } = route;
  const slices = contenders.map(() => [] as Measure[]);
  const cpu = contenders.map(() => 0);
  const slice = async (i: number, length: number): Promise<Measure> => {
    const { ground, server } = contenders[i]!;
    const versions = ground.versions[key] ?? [];
    const measured = await ground.load.run({
      port: server.port,
      route: key,
      connections,
      milliseconds: length,
      versions,
    });
    ground.versions[key] = measured.versions;
    if (leavesRows(route)) await ground.tidy();
    return measured;
  };
  for (const i of contenders.keys()) await slice(i, warmUp * milliseconds);
  for (let round = 0; round < ROUNDS; round++) {
    const order = [...contenders.keys()];
    for (const i of round % 2 ? order.reverse() : order) {
      const before = contenders[i]!.server.cpuMs();
      slices[i]!.push(await slice(i, milliseconds));
      const after = contenders[i]!.server.cpuMs();
      cpu[i] = before === undefined || after === undefined ? NaN : cpu[i]! + after - before;
    }
  }
  return contenders.map(({ name, server }, i) => {
    const mine = slices[i]!;
    const requests = mine.reduce((sum, { requests }) => sum + requests, 0);
    const mean = (what: 'p50' | 'p95' | 'p99'): number => mine.reduce((sum, one) => sum + one[what], 0) / mine.length;
    return {
      route: key,
      connections,
      server: name,
      perSecond: requests / mine.reduce((sum, { seconds }) => sum + seconds, 0),
      p50: mean('p50'),
      p95: mean('p95'),
      p99: mean('p99'),
      cpuMicros: (cpu[i]! * 1000) / requests,
      memoryMiB: server.memoryMiB() ?? NaN,
    };
  });
}

async function main(): Promise<void> {
  const begun = new Date();
  const folder = path.resolve('bench-results');
  fs.mkdirSync(folder, { recursive: true });
  const ground = await openGround(say, asked.profile ? folder : null);
  try {
    const sizes = asked.compare ? [Math.max(2, Math.round(clinics / 10)), clinics] : [clinics];
    const grounds: Ground[] = [];
    for (const count of sizes) {
      say(`${count} clinics, ${count * people} clients, ${count * people * notesPerClient} notes`);
      grounds.push(
        await ground.populate(
          {
            clinics: count,
            clientsPerClinic: people,
            notesPerClient,
            counted: counted * (count / clinics),
            readers: READERS,
          },
          routes,
        ),
      );
    }
    const contenders: Contender[] = [];
    for (const each of grounds) {
      const name = asked.compare ? `${each.rows} rows` : 'kept';
      contenders.push({ name, ground: each, server: await each.kept() });
      if (asked.compare) continue;
      contenders.push({ name: 'same', ground: each, server: await each.yardstick('same') });
      contenders.push({ name: 'alone', ground: each, server: await each.yardstick('alone') });
    }
    const results: Result[] = [];
    for (const route of routes) {
      for (const [i, connections] of connectionCounts.entries()) {
        const warmUp = i === 0 ? WARM_UP.first : WARM_UP.again;
        const those = route.alone || asked.compare ? contenders : contenders.slice(0, 1);
        const measured = await measure(those, route, connections, warmUp);
        results.push(...measured);
        printTable(route.title, measured, say);
      }
    }
    const warmStartMs = await grounds[0]!.warmStart();
    const memoryMiB = Math.max(
      ...results.filter(({ server }) => server !== 'same' && server !== 'alone').map((one) => one.memoryMiB),
    );
    say(`warm start to ready ${Math.round(warmStartMs)} ms, memory under load at most ${Math.round(memoryMiB)} MiB`);
    const file = path.join(folder, `${begun.toISOString().replaceAll(/[:.]/g, '-')}.json`);
    const run = {
      at: begun.toISOString(),
      node: process.version,
      clinics,
      people,
      notesPerClient,
      milliseconds,
      warmStartMs,
      results,
    };
    fs.writeFileSync(file, `${JSON.stringify(run, null, 2)}\n`);
    say(`written to ${path.relative('.', file)}`);
  } finally {
    await ground.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).stack}\n`);
  process.exitCode = 1;
});
