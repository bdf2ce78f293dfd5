// npm start: everything a fresh machine needs, in order, on any Node from 20 on. Node's own modules only, until the install is done.
import fs from 'node:fs';
import path from 'node:path';
import { complain, endChildren, ROOT, step } from './steps.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureFree, openHouse } from './house.mjs';
import { ensureInstalled } from './install.mjs';
import { Refusal } from './refusal.mjs';
import { whenAskedToStop } from './stopping.mjs';

const DEMO = [
  ['Therapist', 'therapist@harbour.example'],
  ['Therapist, co-signed', 'therapist2@harbour.example'],
  ['Supervisor', 'supervisor@harbour.example'],
  ['Administrator', 'admin@harbour.example'],
  ['Client, injured partner', 'maya@harbour.example'],
  ['Client, involved partner', 'tom@harbour.example'],
  ['Client, individual care', 'dana@harbour.example'],
  ['Another clinic', 'therapist@lakeside.example'],
];

function settings() {
  const file = path.join(ROOT, '.env');
  if (fs.existsSync(file)) process.loadEnvFile(file); // what is set already wins over the file
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Refusal(`PORT must be a whole number from 1 to 65535, not "${process.env.PORT}".`);
  return {
    port,
    host: process.env.HOST || '127.0.0.1',
    dataDir: path.resolve(ROOT, process.env.KEPT_DATA_DIR || '.data'),
    // The terminal is for the person: what the server has to say at length belongs into a log.
    env: { LOG_LEVEL: 'warn', ...process.env },
  };
}

function welcome(address) {
  console.log(`\nKept is open at ${address}   (Ctrl-C closes it)`);
  if (process.env.NODE_ENV === 'production') return;
  console.log('\nDemo sign-ins, all with the password  trust-takes-time');
  const width = Math.max(...DEMO.map(([who]) => who.length));
  for (const [who, email] of DEMO) console.log(`  ${who.padEnd(width)}  ${email}`);
}

let house;
let opening;
const stopped = whenAskedToStop(async () => {
  endChildren();
  await opening?.catch(() => {});
  if (house) await step('Closing', () => house.close());
});

try {
  const wanted = settings();
  await ensureFree(wanted.port, wanted.host); // before minutes are spent on it
  await ensureInstalled();
  await ensureBuilt();
  if (!stopped()) {
    opening = openHouse(wanted);
    house = await opening;
  }
  if (!stopped()) {
    welcome(house.address);
    const why = await house.exited;
    if (!stopped()) {
      await house.close();
      throw new Refusal(why);
    }
  }
} catch (error) {
  if (!stopped()) {
    endChildren(); // the other of two builds
    complain(error);
    process.exit(1);
  }
}
