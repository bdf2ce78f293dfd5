import { expect } from '@jest/globals';
import type { Agent } from './agent.js';
import type { World } from './world.js';

/** What the specs of sessions and notes do again and again. */
export const SECTIONS = { data: 'Both kept the evening talk.', assessment: 'Steadier.', plan: 'Weekly.' };

export const etag = (version: number): Record<string, string> => ({ 'If-Match': `"${version}"` });

export interface NoteBody {
  id: string;
  version: number;
  status: string;
  sections: Record<string, string>;
  [field: string]: unknown;
}

export async function draft(by: Agent, about: object, more: object = {}): Promise<NoteBody> {
  const made = await by.post('/notes', { kind: 'progress', format: 'dap', sections: SECTIONS, ...about, ...more });
  expect([made.status, made.body]).toEqual([201, expect.anything()]);
  return made.body as NoteBody;
}

export async function signed(by: Agent, about: object, more?: object): Promise<NoteBody> {
  const note = await draft(by, about, more);
  const answer = await by.post(`/notes/${note.id}/sign`, undefined, etag(note.version));
  expect(answer.status).toBe(200);
  return answer.body as NoteBody;
}

export interface SessionBody {
  id: string;
  startsAt: string;
  endsAt: string;
}

let days = 0;

/** A session some months ago, each on a day of its own. */
export async function pastSession(by: Agent, about: object): Promise<SessionBody> {
  const start = Date.now() - 200 * 86_400_000 + days++ * 86_400_000;
  const when = { startsAt: new Date(start).toISOString(), endsAt: new Date(start + 3_000_000).toISOString() };
  const made = await by.post('/sessions', { ...about, ...when });
  expect(made.status).toBe(201);
  return made.body as SessionBody;
}

/** Asks for one list after another until there is no more; returns the ids in order. */
export async function idsOf(by: World['therapist'], path: string): Promise<string[]> {
  const ids: string[] = [];
  let next: string | null = '';
  while (next !== null) {
    const { body } = await by.get(`${path}${next && `&cursor=${next}`}`);
    const page = body as { items: { id: string }[]; next: string | null };
    ids.push(...page.items.map((item) => item.id));
    next = page.next;
  }
  return ids;
}
