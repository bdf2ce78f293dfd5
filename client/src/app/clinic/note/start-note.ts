import { Service, inject } from '@angular/core';
import { Router } from '@angular/router';
import type { NoteDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { FORMATS, type NoteFormat, type NoteKind } from './note-text';
import type { About } from './whose';

const REMEMBERED = 'kept-note-format';

/** The format chosen last on this machine: how a therapist writes, nothing about anybody. */
export const rememberFormat = (format: NoteFormat): void => localStorage.setItem(REMEMBERED, format);

export function rememberedFormat(): NoteFormat {
  const format = localStorage.getItem(REMEMBERED);
  return FORMATS.some(({ key }) => key === format) ? (format as NoteFormat) : 'dap';
}

/** One tap from a session or a person to the first empty line. Rejects with a `Problem`. */
@Service()
export class StartNote {
  private readonly api = inject(Api);
  private readonly router = inject(Router);

  forSession(sessionId: string, replaceUrl = false): Promise<void> {
    return this.start({ sessionId, kind: 'progress' }, replaceUrl);
  }

  about({ clientId, coupleId }: About, kind: NoteKind = 'progress', replaceUrl = false): Promise<void> {
    return this.start({ kind, ...(clientId ? { clientId } : {}), ...(coupleId ? { coupleId } : {}) }, replaceUrl);
  }

  private async start(body: object, replaceUrl: boolean): Promise<void> {
    const idempotencyKey = crypto.randomUUID();
    const note = await this.api.post<NoteDto>('/notes', { format: rememberedFormat(), ...body }, { idempotencyKey });
    await this.router.navigateByUrl(`/notes/${note.id}`, { replaceUrl });
  }
}
