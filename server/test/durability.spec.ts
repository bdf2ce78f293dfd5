import { setTimeout as sleep } from 'node:timers/promises';
import { verifyNotes } from '../src/cli/verify-notes.js';
import { RealHouse } from './real.house.js';

const PAPERS = 3;
const ROW = '018f0000-0000-7000-8000-000000000001';
const LENGTH = 1500;

/** The n-th text: one letter, over and over, so that half of one and half of another would show. */
const textOf = (n: number): string => `${n}:${String.fromCharCode(97 + (n % 26)).repeat(LENGTH)}`;

interface NoteRead {
  status: string;
  sections: { text: string };
}

interface Paper {
  read(): Promise<{ version: number; text: string }>;
  write(version: number, text: string): Promise<number>;
}

let house: RealHouse;
beforeAll(async () => {
  house = await RealHouse.open(PAPERS);
});
afterAll(() => house.close());

const match = (version: number) => ({ 'If-Match': `"${version}"` });

const note = (id: string): Paper => ({
  read: async () => {
    const { body } = await house.therapist.get(`/notes/${id}`);
    const { version, sections } = body as { version: number; sections: { text: string } };
    return { version, text: sections.text };
  },
  write: async (version, text) =>
    (await house.therapist.put(`/notes/${id}`, { sections: { text } }, match(version))).status,
});

const answers = (id: string): Paper => ({
  read: async () => {
    const { body } = await house.maya.get(`/assignments/${id}/response`);
    const { version, answers: given } = body as { version: number; answers: { entries?: { note: string }[] } };
    return { version, text: given.entries?.[0]?.note ?? '' };
  },
  write: async (version, text) => {
    const entries = [{ rowId: ROW, note: text, share: false }];
    return (await house.maya.put(`/assignments/${id}/response`, { answers: { entries } }, match(version))).status;
  },
});

/** What was promised to one paper's writers: which text each acknowledged version holds, and what else was tried. */
class Ledger {
  acknowledged = new Map<number, string>();
  tried = new Map<number, Set<string>>();
  twice: number[] = [];
  private n = 0;

  async keepWriting(paper: Paper, stopped: () => boolean): Promise<void> {
    let version = 1;
    while (!stopped()) {
      const text = textOf(this.n++);
      this.tried.set(version + 1, (this.tried.get(version + 1) ?? new Set()).add(text));
      const status = await paper.write(version, text).catch(() => 0);
      if (status === 200) {
        version++;
        if (this.acknowledged.has(version)) this.twice.push(version);
        this.acknowledged.set(version, text);
      } else if (status === 412 || status === 0 || status === 503) {
        // Lost the race, or the answer is not known: go on from what is there.
        const now = await paper.read().catch(() => null);
        if (typeof now?.version === 'number') version = now.version;
        else await sleep(20);
      } else {
        await sleep(1000);
        throw new Error(`a save was answered ${status}: ${house.said}`);
      }
    }
  }

  check({ version, text }: { version: number; text: string }): void {
    const last = Math.max(1, ...this.acknowledged.keys());
    expect(this.twice).toEqual([]);
    expect(version).toBeGreaterThanOrEqual(last);
    if (this.acknowledged.has(version)) expect(text).toBe(this.acknowledged.get(version));
    else if (version > 1) expect([...(this.tried.get(version) ?? [])]).toContain(text);
  }
}

describe('what was acknowledged is there', () => {
  it('after the server was killed again and again, and the database once', async () => {
    const papers = [...house.notes.map(note), ...house.assignments.map(answers)];
    const ledgers = papers.map(() => new Ledger());
    let over = false;
    // Two writers for every paper, so that they also race each other.
    const writing = papers.flatMap((paper, i) => [0, 1].map(() => ledgers[i]!.keepWriting(paper, () => over)));
    const all = Promise.all(writing);
    const acknowledged = (): number => ledgers.reduce((sum, ledger) => sum + ledger.acknowledged.size, 0);
    /** Some saves later, at no moment in particular. */
    const work = async (): Promise<void> => {
      const before = acknowledged();
      for (let waited = 0; acknowledged() < before + 12 && waited < 10_000; waited += 10) await sleep(10);
      expect(acknowledged()).toBeGreaterThan(before);
      await sleep(Math.random() * 150);
    };
    for (const victim of ['server', 'postgres', 'server'] as const) {
      await work();
      if (victim === 'server') {
        await house.end('SIGKILL');
        await house.start();
      } else {
        await house.killPostgres();
        await house.startPostgres();
      }
      await house.ready();
    }
    await work();
    over = true;
    await all;
    for (const [i, paper] of papers.entries()) ledgers[i]!.check(await paper.read());

    // No audit row, no data: a row of the trail for every acknowledged save.
    const owner = await house.owner();
    const { rows } = await owner.query<{ n: number }>(
      `select count(*)::int as n from audit_event where act = 'update' and target in ('note', 'assignment')`,
    );
    await owner.end();
    expect(rows[0]!.n).toBeGreaterThanOrEqual(acknowledged());
  });
});

describe('a signature that the server died under', () => {
  it('stands whole or not at all, and stands when it was acknowledged; every one of them holds', async () => {
    await house.ready();
    const ended: string[] = [];
    for (let round = 0; round < 3; round++) {
      const [id, other] = await Promise.all([house.draft(textOf(round)), house.draft(textOf(round + 10))]);
      const signing = [id, other].map((note) =>
        house.therapist.post(`/notes/${note}/sign`, undefined, match(1)).then(
          ({ status }) => status,
          () => 0,
        ),
      );
      await sleep(Math.random() * 40);
      await house.end('SIGKILL');
      const statuses = await Promise.all(signing);
      await house.start();
      await house.ready();
      for (const [at, note] of [id, other].entries()) {
        const { status, sections } = (await house.therapist.get(`/notes/${note}`)).body as NoteRead;
        ended.push(status);
        expect(sections.text).toBe(textOf(round + at * 10));
        expect(['draft', 'signed']).toContain(status);
        if (statuses[at] === 200) expect(status).toBe('signed');
        if (status === 'draft')
          expect((await house.therapist.post(`/notes/${note}/sign`, undefined, match(1))).status).toBe(200);
      }
    }
    expect(ended).toHaveLength(6);
    const owner = await house.owner();
    const { checked, wrong } = await verifyNotes(owner, house.verifyingKey);
    await owner.end();
    expect([checked, wrong]).toEqual([6, []]);
  });
});

describe('while the database is away', () => {
  it('answers 503 with a time to try again, and goes on by itself when it is back', async () => {
    await house.ready();
    await house.killPostgres();
    const away = await house.therapist.get('/clients');
    expect(away.status).toBe(503);
    expect(Number(away.headers['retry-after'])).toBeGreaterThan(0);
    expect((await house.therapist.get('/health/ready')).status).toBe(503);
    expect((await house.therapist.get('/health/live')).status).toBe(200);
    await house.startPostgres();
    await house.ready();
    expect((await house.therapist.get('/clients')).status).toBe(200);
  });
});

interface Hold {
  /** Waits until so many saves have come as far as these rows. */
  keeps(saves: number): Promise<void>;
  letGo(): Promise<void>;
}

/** Holds the rows of all notes, so that whoever saves one has to wait. */
async function holdNotes(): Promise<Hold> {
  const owner = await house.owner();
  await owner.query('begin; select 1 from note for update');
  return {
    keeps: async (saves) => {
      while ((await owner.query('select 1 from pg_locks where not granted')).rows.length < saves) await sleep(20);
    },
    letGo: async () => {
      await owner.query('rollback');
      await owner.end();
    },
  };
}

const save = async (i: number): Promise<number> => {
  const paper = note(house.notes[i % PAPERS]!);
  return paper.write((await paper.read()).version, textOf(i));
};

describe('when every connection is taken', () => {
  it('refuses whom it cannot serve, soon and with a time to try again, instead of hanging', async () => {
    const { version } = await note(house.notes[0]!).read();
    const hold = await holdNotes();
    const stuck = Array.from({ length: 4 }, () => note(house.notes[0]!).write(version, textOf(1)));
    await hold.keeps(stuck.length);
    const begun = performance.now();
    const others = await Promise.all(Array.from({ length: 60 }, () => house.therapist.get('/clients?limit=1')));
    const took = performance.now() - begun;
    await hold.letGo();
    await Promise.all(stuck);
    expect(others.filter(({ status }) => status === 503).length).toBeGreaterThanOrEqual(20);
    expect(others.every(({ status, headers }) => status === 200 || Number(headers['retry-after']) > 0)).toBe(true);
    expect(took).toBeLessThan(6000);
    expect((await house.therapist.get('/clients?limit=1')).status).toBe(200);
  });
});

describe('asked to stop', () => {
  it('says that it is no longer ready, answers what it has begun, and ends with 0', async () => {
    await house.ready();
    const hold = await holdNotes();
    const begun = save(0);
    await hold.keeps(1);
    const ended = house.end('SIGTERM');
    // The signal may take its time; what it holds up cannot end before these rows are let go.
    while ((await house.therapist.get('/health/ready')).status !== 503) await sleep(20);
    await hold.letGo();
    expect(await begun).toBe(200);
    expect(await ended).toBe(0);
  });
});
