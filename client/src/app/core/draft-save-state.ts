import type { SaveState } from '../kit/status-line/save-state';
import type { DraftState } from './draft.rules';

/** What is said of a draft beside its field. `theirs`: when the other text of a conflict was saved, if that is known. */
export function saveStateOf({ phase, savedAt }: DraftState, theirs?: string | null): SaveState {
  const at = new Date(savedAt ?? Date.now());
  switch (phase) {
    case 'saving':
      return { kind: 'sending' };
    case 'local-only':
      return { kind: 'local' };
    case 'failed':
    case 'locked':
      return { kind: 'failed' };
    case 'signed-out':
      return { kind: 'signed-out' };
    case 'conflict':
      return { kind: 'changed-elsewhere', at: theirs ?? at };
    case 'idle':
    case 'typing':
    case 'saved':
    case 'back-online':
      // While typing goes on, what was said of the last save stays.
      return savedAt === null ? { kind: 'idle' } : { kind: 'saved', at };
  }
}
