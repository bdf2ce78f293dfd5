import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import { Draft } from '../app/core/draft';
import type { ServerText } from '../app/core/draft-link';
import type { DraftStore, UnsentDraft } from '../app/core/draft-store';
import { problemOf, type Problem } from '../app/core/problems';

const PATH = 'anna|/notes/1|';

/** The disk of one browser: outlives every tab of a test. Entries are copied, as sealing them would. */
export class Disk implements DraftStore {
  readonly entries = new Map<string, string>();
  full = false;

  put(key: string, draft: UnsentDraft): Promise<void> {
    if (this.full) return Promise.reject(new Error('QuotaExceededError'));
    this.entries.set(key, JSON.stringify(draft));
    return Promise.resolve();
  }
  list(prefix: string): Promise<{ key: string; draft: UnsentDraft }[]> {
    const found = [...this.entries]
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => ({ key, draft: JSON.parse(value) as UnsentDraft }))
      .sort((a, b) => b.draft.at - a.draft.at);
    return Promise.resolve(found);
  }
  delete(key: string): Promise<void> {
    this.entries.delete(key);
    return Promise.resolve();
  }
  async count(prefix: string): Promise<number> {
    return (await this.list(prefix)).length;
  }
  get texts(): unknown[] {
    return [...this.entries.values()].map((value) => (JSON.parse(value) as UnsentDraft).text);
  }
}

interface Call {
  text: string;
  version: number;
  keepalive: boolean;
  /** The server carries it out and the answer arrives. */
  arrive(): Promise<void>;
  /** The server carries it out and the answer is lost on the way. */
  loseAnswer(): Promise<void>;
  /** The server answers this, having changed nothing. */
  refuse(status: number, body?: object, headers?: Record<string, string>): Promise<void>;
}

/** The server's row: takes a text only for the version it has. Answers when the test says so. */
class Server {
  text = 'first';
  version = 1;
  calls: Call[] = [];
  down = false;

  read(): ServerText<string> {
    return { text: this.text, version: this.version };
  }

  load(): Promise<ServerText<string>> {
    return this.down ? Promise.reject(failure(0)) : Promise.resolve(this.read());
  }

  save(text: string, version: number, keepalive: boolean): Promise<{ version: number }> {
    return new Promise((resolve, reject) => {
      const commit = (): boolean => {
        if (version !== this.version) return false;
        this.text = text;
        this.version++;
        return true;
      };
      this.calls.push({
        text,
        version,
        keepalive,
        arrive: () => {
          if (commit()) resolve({ version: this.version });
          else reject(failure(412));
          return settle();
        },
        loseAnswer: () => {
          commit();
          reject(failure(0));
          return settle();
        },
        refuse: (status, body, headers) => {
          reject(failure(status, body, headers));
          return settle();
        },
      });
    });
  }

  get last(): Call {
    const call = this.calls.at(-1);
    if (!call) throw new Error('nothing was sent');
    return call;
  }
}

function failure(status: number, error: object = {}, headers: Record<string, string> = {}): Problem {
  return problemOf(new HttpErrorResponse({ status, error, headers: new HttpHeaders(headers) }));
}

export const settle = async (): Promise<void> => void (await vi.advanceTimersByTimeAsync(0));
export const wait = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);

/** The two ends of one note's draft, new for each test: a browser with its tabs, and the server. The clock is ours. */
export function draftEnds() {
  const disk = new Disk();
  const server = new Server();
  const tabs: Draft<string>[] = [];

  function tab(name: string, seen: ServerText<string> = server.read()): Draft<string> {
    const draft = new Draft<string>(
      {
        key: PATH + name,
        store: disk,
        save: (text, version, { keepalive }) => server.save(text, version, keepalive),
        load: () => server.load(),
      },
      seen,
    );
    tabs.push(draft);
    return draft;
  }

  /** What is left of a tab that was killed: its timers are gone, its disk is not. */
  const kill = (draft: Draft<string>): void => draft.stop();

  async function reopen(name: string): Promise<Draft<string>> {
    const seen = server.read();
    const draft = tab(name, seen);
    await draft.recover(PATH, seen);
    return draft;
  }

  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-10-14T09:00:00Z') });
    Object.assign(disk, new Disk());
    Object.assign(server, new Server());
  });
  afterEach(() => {
    for (const draft of tabs.splice(0)) draft.stop();
    vi.useRealTimers();
  });

  return { disk, server, tab, kill, reopen };
}
