// Progress on the terminal, and child processes that end with us. Node's own modules only.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from './refusal.mjs';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const BIN = path.join(ROOT, 'node_modules', '.bin');

/** The Node that npm brought (22): everything but the install runs on it, whatever Node the machine has. */
export const NODE = path.join(BIN, 'node');

const others = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => !folder.includes('node_modules'));
/** For everything after the install. */
export const OWN_PATH = [BIN, ...others].join(path.delimiter);
/** For the install itself, which replaces the Node in node_modules. */
export const SYSTEM_PATH = others.join(path.delimiter);

const children = new Set();

/** Ends every child still running; called on Ctrl-C before and while things are set up. */
export function endChildren() {
  for (const child of children) {
    try {
      process.kill(-child.pid, 'SIGTERM');
    } catch {
      child.kill('SIGTERM');
    }
  }
}

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Says what is being done, and how long it took. Long steps speak up every ten seconds.
 * @template T
 * @param {string} what as in "Building the server"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(what, work) {
  const started = performance.now();
  const stillAtIt = setInterval(() => console.log(`  … ${what.toLowerCase()}, ${seconds(started)}`), 10_000);
  try {
    const result = await work();
    console.log(`✓ ${what}  ${seconds(started)}`);
    return result;
  } catch (error) {
    console.log(`✗ ${what}  ${seconds(started)}`);
    throw error;
  } finally {
    clearInterval(stillAtIt);
  }
}

/**
 * Runs a command of the checkout to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, cwd?: string, show?: boolean }} options
 *   `cwd` is relative to the checkout. `show` passes the output through; otherwise it is kept and only the end of it is told when the command fails.
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { env, cwd = '.', show = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: path.join(ROOT, cwd),
      env: { ...process.env, PATH: OWN_PATH, ...env },
      stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      detached: !show,
    });
    children.add(child);
    let output = '';
    const take = (data) => (output += data);
    child.stdout?.setEncoding('utf8').on('data', take);
    child.stderr?.setEncoding('utf8').on('data', take);
    child.once('error', (error) => {
      children.delete(child);
      reject(new Refusal(`${command} could not be run: ${error.message}`));
    });
    child.once('close', (code, signal) => {
      children.delete(child);
      resolve({ code: code ?? (signal ? 130 : 1), output });
    });
  });
}

/** As `run`, but a non-zero exit is a Refusal that carries the end of the output. */
export async function must(command, args, options = {}) {
  const { code, output } = await run(command, args, options);
  if (code === 0) return output;
  const end = output
    .trim()
    .split('\n')
    .slice(-(options.tail ?? 25))
    .join('\n');
  throw new Refusal(
    end ? `${[command, ...args].join(' ')} failed:\n${end}` : `${[command, ...args].join(' ')} failed.`,
  );
}

/** Puts an error on the terminal: one line when it was expected, everything when it was not. */
export function complain(error) {
  console.error(error instanceof Refusal ? `\n${error.message}` : error);
}
