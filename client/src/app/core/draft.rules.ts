/**
 * How unsent text gets to the server without ever being lost. Pure: every time is an argument, epoch milliseconds.
 *
 * `seq` counts changes made in this tab. A change is safe once the server has answered 2xx for it (`savedSeq`) and
 * survives a crash once it lies sealed in this browser (`keptSeq`).
 */
export type DraftPhase =
  | 'idle'
  | 'typing'
  | 'saving'
  | 'saved'
  /** No connection; the words are sealed in this browser. */
  | 'local-only'
  /** Saved after having been `local-only`. */
  | 'back-online'
  | 'failed'
  /** The sign-in ended; goes on after signing in again. */
  | 'signed-out'
  /** Changed elsewhere meanwhile; nothing is sent until somebody chose. */
  | 'conflict'
  /** Signed or sent meanwhile: the text can no longer go in as it is. */
  | 'locked';

export interface DraftState {
  phase: DraftPhase;
  /** Version the next save is based on (`If-Match`). */
  version: number;
  seq: number;
  savedSeq: number;
  keptSeq: number;
  /** Seq on its way to the server, else null. One request at a time. */
  sending: number | null;
  /** First change not yet sent, and the last one; 0 when there is none. */
  waitingSince: number;
  changedAt: number;
  /** Failures in a row, and when to try next: null = only by hand or after the next change. */
  failures: number;
  retryAt: number | null;
  savedAt: number | null;
}

/** Why a save did not go through. `offline` no answer, `busy` worth repeating by itself, `refused` not. */
export type SaveFailure = 'offline' | 'busy' | 'refused';

export type DraftEvent =
  | { type: 'changed'; at: number }
  | { type: 'kept'; seq: number }
  | { type: 'sent' }
  | { type: 'slow' }
  | { type: 'acknowledged'; version: number; at: number }
  | { type: 'failed'; why: SaveFailure; at: number; retryAfter?: number | null }
  | { type: 'signed-out' }
  | { type: 'conflicted' }
  | { type: 'locked' }
  /** The server's newer version is our own earlier save, or somebody chose which text stays. */
  | { type: 'rebased'; version: number; at: number; unsent: boolean }
  /** Online again, signed in again, or "Try again": send now. */
  | { type: 'resumed'; at: number };

/** Pause after the last change before a save, and the longest a change waits while typing goes on. Milliseconds. */
export const PAUSE = 1_500;
export const LONGEST_WAIT = 10_000;
const FIRST_RETRY = 2_000;
const LONGEST_RETRY = 60_000;

export function freshDraft(version: number, savedAt: number | null = null): DraftState {
  return {
    phase: 'idle',
    version,
    seq: 0,
    savedSeq: 0,
    keptSeq: 0,
    sending: null,
    waitingSince: 0,
    changedAt: 0,
    failures: 0,
    retryAt: null,
    savedAt,
  };
}

export const isUnsent = (state: DraftState): boolean => state.savedSeq < state.seq;

/** Epoch milliseconds of the next save, or null when none is due. */
export function saveDueAt(state: DraftState): number | null {
  if (state.sending !== null || !isUnsent(state) || isStopped(state.phase)) return null;
  if (state.failures > 0) return state.retryAt;
  return Math.min(state.changedAt + PAUSE, state.waitingSince + LONGEST_WAIT);
}

/** True while a save would be refused anyway: text is only kept. */
export const isStopped = (phase: DraftPhase): boolean =>
  phase === 'conflict' || phase === 'locked' || phase === 'signed-out';

export function step(state: DraftState, event: DraftEvent): DraftState {
  switch (event.type) {
    case 'changed':
      return changed(state, event.at);
    case 'kept':
      return { ...state, keptSeq: Math.max(state.keptSeq, event.seq) };
    case 'sent':
      return { ...state, sending: state.seq, waitingSince: 0, retryAt: null };
    case 'slow':
      // Trouble stays on screen until the server has said yes.
      return state.sending !== null && isCalm(state.phase) ? { ...state, phase: 'saving' } : state;
    case 'acknowledged':
      return acknowledged(state, event.version, event.at);
    case 'failed':
      return failed(state, event);
    case 'signed-out':
      return { ...state, phase: 'signed-out', sending: null };
    case 'conflicted':
      return { ...state, phase: 'conflict', sending: null };
    case 'locked':
      return { ...state, phase: 'locked', sending: null };
    case 'rebased':
      return rebased(state, event);
    case 'resumed':
      if (state.phase === 'conflict' || state.phase === 'locked' || !isUnsent(state)) return state;
      return {
        ...state,
        phase: state.phase === 'signed-out' ? 'typing' : state.phase,
        failures: Math.max(1, state.failures),
        retryAt: event.at,
      };
  }
}

function changed(state: DraftState, at: number): DraftState {
  return {
    ...state,
    phase: isCalm(state.phase) && state.phase !== 'saving' ? 'typing' : state.phase,
    seq: state.seq + 1,
    changedAt: at,
    waitingSince: state.waitingSince || at,
    // A refusal that repeating cannot cure may be cured by other words.
    retryAt: state.failures > 0 ? (state.retryAt ?? at + PAUSE) : null,
  };
}

function acknowledged(state: DraftState, version: number, at: number): DraftState {
  const savedSeq = state.sending ?? state.savedSeq;
  const behind = savedSeq < state.seq;
  const done = state.phase === 'local-only' ? 'back-online' : 'saved';
  return {
    ...state,
    // Newer words than the ones just saved: "saved" would be untrue of them.
    phase: behind ? (state.phase === 'local-only' ? 'local-only' : 'typing') : done,
    version,
    savedSeq,
    sending: null,
    failures: 0,
    retryAt: null,
    savedAt: at,
    waitingSince: behind ? state.waitingSince || at : 0,
  };
}

function failed(state: DraftState, event: Extract<DraftEvent, { type: 'failed' }>): DraftState {
  const failures = state.failures + 1;
  const wait = Math.max(backoff(failures), (event.retryAfter ?? 0) * 1000);
  return {
    ...state,
    // "Saved on this phone" is only said when it is: without the sealed copy it is a failure like any other.
    phase: event.why === 'offline' && state.keptSeq >= state.seq ? 'local-only' : 'failed',
    sending: null,
    failures,
    retryAt: event.why === 'refused' ? null : event.at + wait,
    waitingSince: state.waitingSince || event.at,
  };
}

function rebased(state: DraftState, event: Extract<DraftEvent, { type: 'rebased' }>): DraftState {
  if (!event.unsent)
    return {
      ...freshDraft(event.version, event.at),
      seq: state.seq,
      savedSeq: state.seq,
      keptSeq: state.keptSeq,
      phase: 'saved',
    };
  const seq = isUnsent(state) ? state.seq : state.seq + 1;
  return {
    ...state,
    phase: 'typing',
    version: event.version,
    seq,
    sending: null,
    failures: 1,
    retryAt: event.at,
    waitingSince: event.at,
  };
}

function isCalm(phase: DraftPhase): boolean {
  return phase === 'idle' || phase === 'typing' || phase === 'saving' || phase === 'saved' || phase === 'back-online';
}

/** Milliseconds before the nth try: 2 s, doubled each time, at most a minute. */
export function backoff(failures: number): number {
  return Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** (failures - 1));
}
