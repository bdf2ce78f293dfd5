import { createHash, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addendumHash,
  canonicalJson,
  contentHash,
  seal,
  sealHolds,
  type NoteContent,
  type Signing,
} from '../src/notes/note-signature.js';
import {
  LONGEST_NOTE,
  LONGEST_SECTION,
  mustFit,
  NOTE_FORMATS,
  NOTE_KINDS,
  sectionsOf,
} from '../src/notes/note-formats.js';
import { fieldsOf, NOTE_FORMS, PROGRESS_FORMS } from '../src/notes/note-forms.definition.js';
import {
  moveNote,
  mustBeDraft,
  mustHaveWords,
  mustTakeAddenda,
  NOTE_STATUSES,
  signingClock,
  statusWhenSigned,
  tookPlace,
} from '../src/notes/notes.rules.js';
import { Invalid } from '../src/platform/errors.js';

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'ok';
};

describe('the sections of a note', () => {
  it('are those of its format', () => {
    const keys = Object.keys(PROGRESS_FORMS).map((format) => [
      format,
      fieldsOf(format as keyof typeof PROGRESS_FORMS).map(({ key }) => key),
    ]);
    expect(Object.fromEntries(keys)).toEqual({
      soap: ['subjective', 'objective', 'assessment', 'plan'],
      dap: ['data', 'assessment', 'plan'],
      birp: ['behaviour', 'intervention', 'response', 'plan'],
      girp: ['goal', 'intervention', 'response', 'plan'],
      pirp: ['problem', 'intervention', 'response', 'plan'],
      free: ['text'],
    });
    expect(Object.keys(NOTE_FORMS).sort()).toEqual([...NOTE_FORMATS].sort());
    for (const format of NOTE_FORMATS) {
      const texts = fieldsOf(format).filter(({ kind }) => kind === 'text');
      const all = Object.fromEntries(texts.map(({ key }) => [key, `about ${key}`]));
      expect(sectionsOf(format, all)).toEqual(all);
    }
  });

  it('have one key each in their format, and a name for each', () => {
    for (const format of NOTE_FORMATS) {
      const fields = fieldsOf(format);
      expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length);
      expect(fields.filter(({ label }) => label === '')).toEqual([]);
      for (const { kind, choices } of fields) expect((choices?.length ?? 0) > 1).toBe(kind === 'choice');
    }
  });

  it('take a choice, a day or a time only as their form has it, and nothing for nothing', () => {
    const wrong = (format: 'intake' | 'risk', sections: object): string => {
      try {
        sectionsOf(format, { ...sections });
      } catch (error) {
        return (error as Invalid).errors.map(({ code }) => code).join();
      }
      return 'ok';
    };
    expect(wrong('intake', { betrayal: 'affair', discovered: '2026-03-01' })).toBe('ok');
    expect(wrong('intake', { betrayal: '', discovered: '' })).toBe('ok');
    expect(wrong('intake', { betrayal: 'gossip' })).toBe('unknown_choice');
    expect(wrong('intake', { discovered: '1 March' })).toBe('not_a_day');
    expect(wrong('risk', { review_at: '2026-03-01T09:30' })).toBe('ok');
    expect(wrong('risk', { review_at: '2026-03-01' })).toBe('not_a_moment');
  });

  it('are together no longer than a note may be', () => {
    const most = LONGEST_NOTE / LONGEST_SECTION;
    const long = (n: number): object =>
      Object.fromEntries(
        fieldsOf('intake')
          .filter(({ kind }) => kind === 'text')
          .slice(0, n)
          .map(({ key }) => [key, 'x'.repeat(LONGEST_SECTION)]),
      );
    expect(Object.keys(sectionsOf('intake', { ...long(most) }))).toHaveLength(most);
    expect(codeOf(() => sectionsOf('intake', { ...long(most + 1) }))).not.toBe('ok');
  });

  it('of a form of its own are for notes of its kind alone; the general ones for all', () => {
    const fits = NOTE_KINDS.map((kind) => [
      kind,
      NOTE_FORMATS.filter((format) => codeOf(() => mustFit(kind, format)) === 'ok').filter(
        (format) => !(format in PROGRESS_FORMS),
      ),
    ]);
    expect(Object.fromEntries(fits)).toEqual({
      progress: ['couple'],
      psychotherapy: [],
      intake: ['intake'],
      risk: ['risk'],
      discharge: ['discharge'],
      plan: [],
      contact: ['contact'],
    });
  });

  it('name the path of everything that does not belong', () => {
    const given = { data: 'a', objective: 'b', plan: 7, assessment: 'x'.repeat(LONGEST_SECTION + 1), constructor: 'c' };
    try {
      sectionsOf('dap', given);
      throw new Error('not reached');
    } catch (error) {
      expect((error as Invalid).errors.map(({ path, code }) => [path, code])).toEqual([
        ['sections.objective', 'unknown_section'],
        ['sections.plan', 'not_text'],
        ['sections.assessment', 'too_long'],
        ['sections.constructor', 'unknown_section'],
      ]);
    }
  });
});

describe('the states of a note', () => {
  it('lead from draft to signed and never back', () => {
    const moves = NOTE_STATUSES.flatMap((from) =>
      NOTE_STATUSES.map((to) => [`${from} → ${to}`, codeOf(() => moveNote(from, to))] as const),
    );
    expect(Object.fromEntries(moves.filter(([, code]) => code === 'ok'))).toEqual({
      'draft → awaiting_cosign': 'ok',
      'draft → signed': 'ok',
      'awaiting_cosign → draft': 'ok',
      'awaiting_cosign → signed': 'ok',
      'awaiting_cosign → entered_in_error': 'ok',
      'signed → entered_in_error': 'ok',
    });
    expect(codeOf(() => moveNote('signed', 'signed'))).toBe('already_signed');
    expect(codeOf(() => moveNote('entered_in_error', 'signed'))).toBe('already_signed');
    expect(codeOf(() => moveNote('signed', 'draft'))).toBe('invalid_transition');
  });

  it('say what may be done to the words', () => {
    expect(NOTE_STATUSES.map((status) => codeOf(() => mustBeDraft(status)))).toEqual([
      'ok',
      'note_signed',
      'note_signed',
      'note_signed',
    ]);
    expect(NOTE_STATUSES.map((status) => codeOf(() => mustTakeAddenda(status)))).toEqual([
      'not_signed',
      'ok',
      'ok',
      'invalid_transition',
    ]);
    expect(codeOf(() => mustHaveWords({ data: ' \n', plan: '' }))).toBe('note_empty');
    expect(codeOf(() => mustHaveWords({ data: '', plan: 'Weekly.' }))).toBe('ok');
  });

  it('wait for a co-signature, save a psychotherapy note, which nobody else reads', () => {
    expect(statusWhenSigned('progress', true)).toBe('awaiting_cosign');
    expect(statusWhenSigned('progress', false)).toBe('signed');
    expect(statusWhenSigned('psychotherapy', true)).toBe('signed');
  });
});

describe('when it took place', () => {
  const [known, now] = [new Date('2026-10-14T10:00:00Z'), new Date('2026-10-16T10:00:00Z')];
  it('is for the writer to say only where no session says it, and never to come', () => {
    expect(tookPlace(undefined, false, known, now)).toBe(known);
    expect(tookPlace('2026-10-12T09:00:00Z', true, known, now).toISOString()).toBe('2026-10-12T09:00:00.000Z');
    expect(codeOf(() => tookPlace('2026-10-12T09:00:00Z', false, known, now))).not.toBe('ok');
    expect(codeOf(() => tookPlace('2026-10-17T09:00:00Z', true, known, now))).not.toBe('ok');
  });
});

describe('the clock of an unsigned note', () => {
  const ended = new Date('2026-10-14T10:50:00Z');
  it.each([
    ['2026-10-14T11:00:00Z', 'in_time', 71],
    ['2026-10-16T10:49:59Z', 'in_time', 24],
    ['2026-10-16T10:50:00Z', 'due', 24],
    ['2026-10-17T10:49:59Z', 'due', 0],
    ['2026-10-17T10:50:00Z', 'late', 0],
    ['2026-10-18T10:50:00Z', 'late', -24],
  ])('at %s is %s', (now, state, hoursLeft) => {
    expect(signingClock(ended, new Date(now), { due: 48, limit: 72 })).toMatchObject({ state, hoursLeft });
  });
  it('follows the hours of the practice', () => {
    const clock = signingClock(ended, ended, { due: 12, limit: 24 });
    expect([clock.dueAt, clock.limitAt].map((at) => at.toISOString())).toEqual([
      '2026-10-14T22:50:00.000Z',
      '2026-10-15T10:50:00.000Z',
    ]);
  });
});

describe('the hash and seal of a note', () => {
  const note: NoteContent = {
    id: '01',
    kind: 'progress',
    format: 'dap',
    clientId: null,
    coupleId: '02',
    sessionId: '03',
    authorId: '04',
    happenedAt: new Date('2026-10-14T10:00:00Z'),
    createdAt: new Date('2026-10-14T11:00:00Z'),
    facts: { startsAt: 'a', endsAt: 'b', modality: 'video', attendeeIds: ['x', 'y'], attendedIds: null },
    sections: { data: 'Zoë “kept” it.', assessment: '', plan: 'Weekly.' },
  };

  it('writes one text for one value, whatever the order of its keys', () => {
    expect(canonicalJson({ b: [1, null, true], a: 'é"\n', aa: {} })).toBe('{"a":"é\\"\\n","aa":{},"b":[1,null,true]}');
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson({ ...value }));
        expect(JSON.parse(canonicalJson({ ...value }))).toEqual({ ...value });
      }),
    );
  });

  it('refuses what JSON cannot say truly', () => {
    for (const value of [undefined, NaN, Infinity, 'a\ud800', { a: undefined }, new Date(), () => 1])
      expect(() => canonicalJson(value)).toThrow(RangeError);
  });

  it('is the SHA-256 of the written-out content', () => {
    const text =
      '{"authorId":"04","clientId":null,"coupleId":"02","createdAt":"2026-10-14T11:00:00.000Z","facts":{"attendedIds":null,' +
      '"attendeeIds":["x","y"],"endsAt":"b","modality":"video","startsAt":"a"},"format":"dap","happenedAt":"2026-10-14T10:00:00.000Z",' +
      '"id":"01","kind":"progress","of":"kept.note.1","sections":{"assessment":"","data":"Zoë “kept” it.","plan":"Weekly."},"sessionId":"03"}';
    expect(contentHash(note)).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('changes with every field it covers', () => {
    const others: Partial<NoteContent>[] = [
      { id: '09' },
      { kind: 'risk' },
      { format: 'free' },
      { clientId: '02', coupleId: null },
      { sessionId: null },
      { authorId: '05' },
      { happenedAt: new Date(0) },
      { createdAt: new Date(0) },
      { facts: null },
      { sections: { ...note.sections, plan: 'Weekly. ' } },
    ];
    const hashes = new Set([note, ...others.map((other) => ({ ...note, ...other }))].map(contentHash));
    expect(hashes.size).toBe(others.length + 1);
  });

  it('is sealed for one person, act, time and version', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const signing: Signing = {
      act: 'signed',
      hash: contentHash(note),
      by: '04',
      at: new Date('2026-10-14T12:00:00Z'),
      version: 3,
    };
    const seals = seal(signing, privateKey);
    expect(sealHolds(signing, seals, publicKey)).toBe(true);
    for (const other of [
      { act: 'cosigned' as const },
      { hash: '0' },
      { by: '05' },
      { at: new Date(0) },
      { version: 4 },
    ])
      expect(sealHolds({ ...signing, ...other }, seals, publicKey)).toBe(false);
  });

  it('binds an addendum to its note', () => {
    const addendum = { id: '1', noteId: '01', authorId: '04', createdAt: new Date(0), text: 'Later.', reason: null };
    expect(addendumHash(addendum)).not.toBe(addendumHash({ ...addendum, noteId: '02' }));
  });
});
