import { inject, Service, signal } from '@angular/core';
import type { NoteDto, NoteLineDto } from '../../../../api/types.gen';
import { Api, query } from '../../../core/api';
import { Drafts } from '../../../core/drafts';
import { firstFormat, type NoteKind, type NoteText } from '../note-text';
import { noteTextOf } from '../note-source';
import { rememberedFormat } from '../start-note';
import { isIn } from './records.rules';

/** The writer's drafts in the several records that notes which belong together lie in. Rejects with a `Problem`. */
@Service()
export class OwnRecords {
  private readonly api = inject(Api);
  private readonly drafts = inject(Drafts);
  /** How often one was begun or written into here: whoever shows them looks again when it rises. */
  readonly changes = signal(0);

  /**
   * The draft beside this note in one partner's record, in the joint one or among the private notes, else a new one of the
   * same session or, where there is none, of the same time. Its id.
   */
  async draftOf(beside: NoteDto, clientId: string | null, kind: NoteKind = 'progress'): Promise<string> {
    const path = '/notes' + query({ besideId: beside.id, status: 'draft', kind, limit: 100 });
    const { items } = await this.api.get<{ items: NoteLineDto[] }>(path);
    const line = items.find((one) => isIn(one, { isPrivate: kind === 'psychotherapy', clientId }));
    if (line) return line.id;
    const format = kind === 'psychotherapy' ? 'free' : firstFormat(kind, rememberedFormat());
    const body = { ...whereOf(beside, kind), kind, format, ...(clientId ? { clientId } : {}) };
    const { id } = await this.api.post<NoteDto>('/notes', body, { idempotencyKey: crypto.randomUUID() });
    this.changes.update((count) => count + 1);
    return id;
  }

  /** Changes a draft that no page shows. True = the server has it; else nothing of it was changed. */
  async change(id: string, to: (text: NoteText) => NoteText | null): Promise<boolean> {
    const note = await this.api.get<NoteDto>(`/notes/${id}`);
    if (note.status !== 'draft') return false;
    const source = { path: `/notes/${id}`, textOf: noteTextOf, bodyOf: (text: NoteText) => text };
    const draft = await this.drafts.open<NoteText, NoteDto>(source, note);
    const before = draft.text();
    const after = draft.conflict() ? null : to(before);
    if (after) draft.change(after);
    const isKept = after !== null && (await draft.flush());
    if (after && !isKept) draft.change(before);
    await this.drafts.close(draft);
    this.changes.update((count) => count + 1);
    return isKept;
  }
}

/** A private note says itself when it was written, and nothing of a session but its name. */
function whereOf({ sessionId, coupleId, happenedAt }: NoteDto, kind: NoteKind): object {
  if (sessionId !== null) return { sessionId };
  return { ...(coupleId ? { coupleId } : {}), ...(kind === 'psychotherapy' ? {} : { happenedAt }) };
}
