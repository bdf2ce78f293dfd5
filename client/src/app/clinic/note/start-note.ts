import { Service, inject } from '@angular/core';
import { Router } from '@angular/router';
import type { NoteDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { firstFormat, generalFormats, type NoteFormat, type NoteKind } from './note-text';
import type { About } from './whose';

const REMEMBERED = 'kept-note-format';

/** The format chosen last on this machine: how a therapist writes, nothing about anybody. */
export function rememberFormat(format: NoteFormat): void {
  if (generalFormats.has(format)) localStorage.setItem(REMEMBERED, format);
}

export function rememberedFormat(): NoteFormat {
  const format = localStorage.getItem(REMEMBERED);
  return generalFormats.has(format ?? '') ? (format as NoteFormat) : 'dap';
}

/** One tap from a session or a person to the first empty line. Rejects with a `Problem`. */
@Service()
export class StartNote {
  private readonly api = inject(Api);
  private readonly router = inject(Router);

  /** With `clientId`: into the own record of one partner who was there, not into the joint one. */
  forSession(sessionId: string, replaceUrl = false, clientId: string | null = null): Promise<void> {
    const body = { sessionId, kind: 'progress' as const, ...(clientId ? { clientId } : {}) };
    return this.start(body, replaceUrl);
  }

  about({ clientId, coupleId }: About, kind: NoteKind = 'progress', replaceUrl = false): Promise<void> {
    return this.start({ kind, ...(clientId ? { clientId } : {}), ...(coupleId ? { coupleId } : {}) }, replaceUrl);
  }

  private async start(body: { kind: NoteKind }, replaceUrl: boolean): Promise<void> {
    const idempotencyKey = crypto.randomUUID();
    const format = firstFormat(body.kind, rememberedFormat());
    const note = await this.api.post<NoteDto>('/notes', { format, ...body }, { idempotencyKey });
    await this.router.navigateByUrl(`/notes/${note.id}`, { replaceUrl });
  }
}
