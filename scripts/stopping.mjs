// Ending well: Ctrl-C, a service manager's SIGTERM, a closed terminal, or the end of the npm that started us.
import fs from 'node:fs';

const LOOK = 500; // milliseconds between two looks at our parent

/**
 * @param {() => Promise<void>} close runs once; a second Ctrl-C does not wait for it.
 * @returns {() => boolean} whether we were asked to stop
 */
export function whenAskedToStop(close) {
  let asked = false;
  const stop = async (code) => {
    if (asked) process.exit(code);
    asked = true;
    try {
      await close();
    } finally {
      process.exit(code);
    }
  };
  // 128 + the signal's number, as shells have it; Ctrl-C is how one is meant to stop, so it is a success.
  process.on('SIGINT', () => stop(0));
  process.on('SIGTERM', () => stop(0));
  process.on('SIGHUP', () => stop(129));
  whenNpmIsGone(() => stop(137));
  return () => asked;
}

/** npm that is killed with -9 cannot tell us; then nobody is left who could stop us from the terminal. */
function whenNpmIsGone(then) {
  const npm = process.env.npm_lifecycle_event && npmAbove(process.ppid);
  if (!npm) return;
  setInterval(() => {
    const state = processOf(npm)?.state ?? 'Z';
    if (state === 'Z') void then(); // a zombie is dead too, its own parent has only not looked yet
  }, LOOK).unref();
}

/** npm starts scripts through a shell, which may or may not step aside; only Linux tells cheaply who is above whom. */
function npmAbove(pid) {
  for (let steps = 0; pid > 1 && steps < 3; steps++) {
    const found = processOf(pid);
    if (!found) return undefined;
    if (found.name.startsWith('npm')) return pid;
    pid = found.parent;
  }
  return undefined;
}

function processOf(pid) {
  try {
    const [, name, state, parent] = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').match(/^\d+ \((.*)\) (\S) (\d+)/);
    return { name, state, parent: Number(parent) };
  } catch {
    return undefined;
  }
}
