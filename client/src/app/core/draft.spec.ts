import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import { Draft, type ServerText } from './draft';
import { problemOf, type Problem } from './problems';
import type { DraftStore, UnsentDraft } from './draft-store';

const PATH = 'anna|/notes/1|';

/** The disk of one browser: outlives every tab of a test. Entries are copied, as sealing them would. */
class Disk implements DraftStore {
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

const settle = async (): Promise<void> => void (await vi.advanceTimersByTimeAsync(0));
const wait = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);

describe('a draft', () => {
  let disk: Disk;
  let server: Server;
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
    disk = new Disk();
    server = new Server();
  });
  afterEach(() => {
    for (const draft of tabs.splice(0)) draft.stop();
    vi.useRealTimers();
  });

  it('is sent 1.5 s after the last change and is saved only once the server says so', async () => {
    const draft = tab('a');
    draft.change('one');
    await wait(1_400);
    draft.change('one two');
    await wait(1_499);
    expect(server.calls).toHaveLength(0);
    await wait(1);
    expect(server.last).toMatchObject({ text: 'one two', version: 1 });
    expect(draft.phase()).toBe('typing');
    await wait(400);
    expect(draft.phase()).toBe('saving');
    await server.last.arrive();
    expect(draft.phase()).toBe('saved');
    expect(draft.version()).toBe(2);
    expect(draft.unsent()).toBe(false);
  });

  it('is sent every 10 s while typing goes on without a pause', async () => {
    const draft = tab('a');
    for (let second = 0; second < 10; second++) {
      draft.change(`word ${second}`);
      await wait(1_000);
    }
    expect(server.calls).toHaveLength(1);
    expect(server.last.text).toBe('word 9');
  });

  it('lies on the disk 300 ms after a change, and is wiped from it when the server has it', async () => {
    const draft = tab('a');
    draft.change('one');
    await wait(300);
    expect(disk.texts).toEqual(['one']);
    await wait(1_200);
    await server.last.arrive();
    expect(disk.entries.size).toBe(0);
  });

  it('has one request on the way at a time, and sends what came meanwhile on the new version', async () => {
    const draft = tab('a');
    draft.change('one');
    await wait(1_500);
    draft.change('one two');
    draft.change('one two three');
    await wait(5_000);
    expect(server.calls).toHaveLength(1);
    await server.last.arrive();
    expect(draft.phase()).toBe('typing');
    expect(draft.unsent()).toBe(true);
    expect(disk.texts).toEqual(['one two three']);
    await wait(1_500);
    expect(server.last).toMatchObject({ text: 'one two three', version: 2 });
    await server.last.arrive();
    expect(server.text).toBe('one two three');
    expect(draft.phase()).toBe('saved');
  });

  it('comes back after the tab was killed before anything was sent', async () => {
    const before = tab('a');
    before.change('lost?');
    await wait(300);
    kill(before);
    const after = await reopen('b');
    expect(after.text()).toBe('lost?');
    expect(after.restored()).toBe(true);
    await wait(1_500);
    await server.last.arrive();
    expect(server.text).toBe('lost?');
    expect(disk.entries.size).toBe(0);
  });

  it('comes back without a false alarm after a kill between the commit and its answer', async () => {
    const before = tab('a');
    before.change('one');
    await wait(1_500);
    before.change('one two');
    await wait(300);
    const call = server.last;
    kill(before);
    await call.arrive();
    expect(server.text).toBe('one');
    const after = await reopen('b');
    expect(after.conflict()).toBeNull();
    expect(after.text()).toBe('one two');
    await wait(1_500);
    await server.last.arrive();
    expect(server.text).toBe('one two');
  });

  it('says nothing on reopening when the server already has every word', async () => {
    const before = tab('a');
    before.change('one');
    await wait(1_500);
    const call = server.last;
    kill(before);
    await call.arrive();
    expect(disk.entries.size).toBe(1);
    const after = await reopen('b');
    expect(after.restored()).toBe(false);
    expect(after.text()).toBe('one');
    expect(disk.entries.size).toBe(0);
  });

  it('keeps both texts when the server moved on while an unsent one waited on the disk', async () => {
    const before = tab('a');
    before.change('mine');
    await wait(300);
    kill(before);
    server.text = 'theirs';
    server.version = 2;
    const after = await reopen('b');
    expect(after.conflict()).toEqual({ mine: 'mine', theirs: 'theirs', from: 'server' });
    await wait(60_000);
    expect(server.calls).toHaveLength(0);

    kill(after);
    const again = await reopen('c');
    expect(again.conflict()).toEqual({ mine: 'mine', theirs: 'theirs', from: 'server' });
    again.keepMine();
    await settle();
    await wait(0);
    expect(server.last).toMatchObject({ text: 'mine', version: 2 });
  });

  it('offers the unsent text of a second closed tab instead of dropping it', async () => {
    const one = tab('a');
    const two = tab('b');
    one.change('from one');
    await wait(1_000);
    two.change('from two');
    await wait(300);
    kill(one);
    kill(two);
    const after = await reopen('c');
    expect(after.conflict()).toEqual({ mine: 'from two', theirs: 'from one', from: 'here' });
    expect(disk.texts).toContain('from one');
    after.settle('from one and two');
    await wait(100);
    await server.last.arrive();
    expect(server.text).toBe('from one and two');
    expect(disk.entries.size).toBe(0);
  });

  it('keeps both texts when somebody else saved first, goes on keeping what is typed, and sends only what was chosen', async () => {
    const draft = tab('a');
    server.text = 'theirs';
    server.version = 5;
    draft.change('mine');
    await wait(1_500);
    await server.last.arrive();
    expect(draft.phase()).toBe('conflict');
    draft.change('mine, longer');
    await wait(30_000);
    expect(server.calls).toHaveLength(1);
    expect(disk.texts).toEqual(['mine, longer']);
    expect(draft.conflict()).toEqual({ mine: 'mine, longer', theirs: 'theirs', from: 'server' });
    draft.settle('mine, longer, and theirs');
    await wait(0);
    expect(server.last).toMatchObject({ text: 'mine, longer, and theirs', version: 5 });
    await server.last.arrive();
    expect(draft.phase()).toBe('saved');
  });

  it('takes theirs without sending anything', async () => {
    const draft = tab('a');
    server.text = 'theirs';
    server.version = 5;
    draft.change('mine');
    await wait(1_500);
    await server.last.arrive();
    draft.takeTheirs();
    await wait(20_000);
    expect(draft.text()).toBe('theirs');
    expect(draft.version()).toBe(5);
    expect(server.calls).toHaveLength(1);
    expect(disk.entries.size).toBe(0);
  });

  it('keeps asking when the newer text cannot be fetched', async () => {
    const draft = tab('a');
    server.text = 'theirs';
    server.version = 5;
    server.down = true;
    draft.change('mine');
    await wait(1_500);
    await server.last.arrive();
    expect(draft.phase()).toBe('local-only');
    server.down = false;
    await wait(2_000);
    await server.last.arrive();
    expect(draft.phase()).toBe('conflict');
  });

  it('recognises its own save whose answer was lost', async () => {
    const draft = tab('a');
    draft.change('one');
    await wait(1_500);
    await server.last.loseAnswer();
    expect(draft.phase()).toBe('local-only');
    draft.change('one two');
    await wait(2_000);
    expect(server.last).toMatchObject({ text: 'one two', version: 1 });
    await server.last.arrive();
    expect(draft.phase()).not.toBe('conflict');
    await wait(0);
    expect(server.last).toMatchObject({ text: 'one two', version: 2 });
    await server.last.arrive();
    expect(server.text).toBe('one two');
    expect(draft.phase()).toBe('saved');
  });

  it('does not take the late answer of an attempt that was given up for a save of newer words', async () => {
    const draft = tab('a');
    draft.change('old words');
    await wait(1_500);
    const early = server.last;
    draft.stop();
    draft.change('new words');
    await early.arrive();
    expect(draft.unsent()).toBe(true);
    expect(draft.phase()).not.toBe('saved');
    expect(disk.texts).toContain('old words');
  });

  it('says "on this phone only" without a connection, tries again ever more rarely, and says when it is back', async () => {
    const draft = tab('a');
    draft.change('one');
    await wait(1_500);
    await server.last.refuse(0);
    expect(draft.phase()).toBe('local-only');
    const times: number[] = [];
    for (let second = 0; second < 60; second++) {
      const before = server.calls.length;
      await wait(1_000);
      if (server.calls.length > before) {
        times.push(second + 1);
        await server.last.refuse(0);
      }
    }
    expect(times).toEqual([2, 6, 14, 30]);
    draft.resume();
    await wait(0);
    await server.last.arrive();
    expect(draft.phase()).toBe('back-online');
  });

  it('never says "on this phone" when the disk refused it', async () => {
    disk.full = true;
    const draft = tab('a');
    draft.change('one');
    await wait(1_500);
    await server.last.refuse(0);
    expect(draft.phase()).toBe('failed');
    expect(draft.kept()).toBe(false);
  });

  it('waits as long as a busy server asks', async () => {
    const draft = tab('a');
    draft.change('one');
    await wait(1_500);
    await server.last.refuse(503, {}, { 'retry-after': '30' });
    expect(draft.phase()).toBe('failed');
    await wait(29_000);
    expect(server.calls).toHaveLength(1);
    await wait(1_000);
    expect(server.calls).toHaveLength(2);
  });

  it('does not repeat words that were refused for what they are, until they change or somebody asks', async () => {
    const draft = tab('a');
    draft.change('too long');
    await wait(1_500);
    await server.last.refuse(413);
    await wait(600_000);
    expect(server.calls).toHaveLength(1);
    expect(draft.phase()).toBe('failed');
    draft.change('short');
    await wait(1_500);
    await server.last.arrive();
    expect(draft.phase()).toBe('saved');
  });

  it('keeps the words when the sign-in ended, and sends them after signing in again', async () => {
    const draft = tab('a');
    draft.change('one');
    await wait(1_500);
    await server.last.refuse(401);
    expect(draft.phase()).toBe('signed-out');
    draft.change('one two');
    await wait(60_000);
    expect(server.calls).toHaveLength(1);
    expect(disk.texts).toEqual(['one two']);
    draft.resume();
    await wait(0);
    await server.last.arrive();
    expect(server.text).toBe('one two');
    expect(draft.phase()).toBe('saved');
  });

  it('offers the text for an addendum when the record was signed meanwhile', async () => {
    const draft = tab('a');
    draft.change('one more thing');
    await wait(1_500);
    await server.last.refuse(409, { code: 'note_signed' });
    expect(draft.phase()).toBe('locked');
    expect(draft.tooLate()).toBe('one more thing');
    expect(disk.texts).toEqual(['one more thing']);
    await draft.discard();
    expect(disk.entries.size).toBe(0);
    expect(draft.unsent()).toBe(false);
  });

  it('is flushed at once when asked, and says whether everything arrived', async () => {
    const draft = tab('a');
    draft.change('one');
    const done = draft.flush();
    await settle();
    await server.last.arrive();
    expect(await done).toBe(true);
    draft.change('two');
    const failed = draft.flush();
    await settle();
    await server.last.refuse(500);
    expect(await failed).toBe(false);
  });

  it('is sent at once, able to outlive the page, when the page is hidden', async () => {
    const draft = tab('a');
    draft.change('one');
    void draft.flush({ keepalive: true });
    expect(server.last).toMatchObject({ text: 'one', keepalive: true });
    await settle();
    expect(disk.texts).toEqual(['one']);
  });
});
